"""Claims of one report -> mentions: what the report says of one event, of one count, or of the past.

Only claims of harm make mentions: what is denied, imagined or no conflict stays outside. One mention of a report is its
main one, the event or count of its headline and lead; the others are told beside it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from marsad.link import kinds, places, separation, times
from marsad.link.grouping import Bunch, Telling, gather, main_bunch, position, told
from marsad.link.separation import Cue
from marsad.link.words import Page, Rarity, Word, fold
from marsad.model import Claim, Interval, Measure, Place, Quantity, Report
from marsad.model import Relation as Part

Stretch = tuple[int, int]
"""Where something starts in a text, and where it ends."""

Others = tuple[tuple[Word, ...], ...]
"""What a report says of other events, set apart from its own: the words, one tuple an event."""

KIND_CHARACTERS = 2000
"""Characters of a mention in which kinds of event are looked for: what comes later is seldom about the event."""


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """What one report says of one event or count. `key` orders mentions: day of saying, then smallest claim id.

    `words` are those of all that is told of it, `told` those of the sentences of its claims alone. `others` are the
    words that the report says of events it sets apart from its own.
    """

    key: tuple[date, str]
    report: Report
    claims: tuple[Claim, ...]
    telling: Telling
    main: bool
    place: Place | None
    time: Interval | None
    vector: Mapping[str, float] = field(repr=False)
    words: frozenset[str] = field(repr=False)
    told: frozenset[str] = field(repr=False)
    others: Others = field(repr=False)
    sketch: frozenset[int] = field(repr=False)
    kinds: frozenset[str] = frozenset()
    shown: Mapping[str, int] = field(default_factory=dict, repr=False)
    numbers: frozenset[tuple[Measure, int]] = frozenset()
    totals: Mapping[Measure, Quantity] = field(default_factory=dict, repr=False)
    sources: frozenset[str] = frozenset()
    victims: frozenset[str] = frozenset()
    parents: frozenset[str] = frozenset()
    sealed: bool = False
    place_words: frozenset[str] = frozenset()

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and last day of the harm, where both are known."""
        return times.known(self.time)

    def names_place_of(self, other: "Mention") -> bool:
        """Whether its report, telling of this, uses the words that name the place of the other.

        Not where its own place has the same name: two villages may share one.
        """
        return bool(other.place_words - self.place_words) and other.place_words <= self.words

    @property
    def said(self) -> date | None:
        """The day the report was published."""
        return self.report.published_on


def mentions(report: Report, page: Page, claims: Iterable[Claim], rarity: Rarity) -> list[Mention]:
    """The mentions of one report, from its claims of harm."""
    harm = sorted((claim for claim in claims if claim.harm), key=lambda claim: (position(claim), claim.id))
    cues = separation.cues(report.text)
    groups = gather(page, cues, harm)
    main = main_bunch(groups, len(report.text))
    spans = [_spans(page, group) for group in groups]
    made = []
    for n, group in enumerate(groups):
        taken = [span for m, other in enumerate(spans) if m != n for span in other]
        own = _without(taken, spans[n], len(report.text)) if n == main else spans[n]
        made.append(_mention(report, page, rarity, group, own, _others(page, cues) if n == main else None))
    return made


def _spans(page: Page, group: Bunch) -> list[Stretch]:
    """The sentences of a group's claims."""
    return sorted({page.sentence(position(claim), position(claim) + 1) for claim in group.claims})


def _mention(
    report: Report,
    page: Page,
    rarity: Rarity,
    group: Bunch,
    own: list[Stretch],
    others: tuple[tuple[Word, ...], ...] | None,
) -> Mention:
    """The mention that a group makes, told in the stretches `own`; `others` is None where it is not the main one."""
    main = others is not None
    words = [word for start, end in own for word in page.between(start, end)]
    text = " ".join(report.text[start:end] for start, end in own)[:KIND_CHARACTERS]
    first = " ".join(report.text[start:end] for start, end in _spans(page, group)[:2])
    return Mention(
        key=(report.published_on or date.max, min(claim.id for claim in group.claims)),
        report=report,
        claims=tuple(group.claims),
        telling=told(group),
        main=main,
        place=group.place,
        time=group.time,
        vector=rarity.vector(words),
        words=frozenset(word.text for word in words),
        told=frozenset(word.text for start, end in _spans(page, group) for word in page.between(start, end)),
        others=others or (),
        sketch=page.sketch if main else frozenset(),
        kinds=kinds.exact(kinds.kinds(first)),
        shown=kinds.kinds(" ".join([text, *(claim.mechanism or "" for claim in group.claims)])),
        numbers=_numbers(group.claims),
        totals=_totals(group.claims),
        sources=frozenset(fold(claim.attribution.source) for claim in group.claims if claim.attribution.source),
        victims=frozenset(claim.victims.category.value for claim in group.claims),
        parents=frozenset(claim.parent for claim in group.claims if claim.parent),
        sealed=group.sealed,
        place_words=places.named(group.place) if group.place else frozenset(),
    )


def _without(taken: list[Stretch], own: list[Stretch], size: int) -> list[Stretch]:
    """The spans of a text that no other mention takes; a span that is shared stays."""
    kept, at = [], 0
    for start, end in sorted(span for span in taken if span not in own):
        if start > at:
            kept.append((at, start))
        at = max(at, end)
    return [*kept, (at, size)] if at < size else kept


def _others(page: Page, cues: list[Cue]) -> Others:
    """What the report says of other events that it sets apart from its own."""
    return tuple(page.between(cue.start, cue.start + len(cue.text)) for cue in cues if cue.back)


def _numbers(claims: Iterable[Claim]) -> frozenset[tuple[Measure, int]]:
    """The numbers that were said of each kind of harm, replaced ones too: an earlier report may have told those."""
    return frozenset(
        (claim.measure, value) for claim in claims for value in claim.quantity.bounds if value is not None and value > 2
    )


def _totals(claims: list[Claim]) -> dict[Measure, Quantity]:
    """The largest whole that was said of each kind of harm."""
    found: dict[Measure, Quantity] = {}
    for claim in claims:
        low = claim.quantity.low
        if low is None or claim.superseded or claim.relation in (Part.SUBSET, Part.ADDITION):
            continue
        if claim.measure not in found or low > (found[claim.measure].low or 0):
            found[claim.measure] = claim.quantity
    return found
