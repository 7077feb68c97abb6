"""Claims of one report -> mentions: what the report says of one event, of one count, or of the past.

Only claims of harm make mentions: what is denied, imagined or no conflict stays outside. One mention of a report is its
main one, the event or count of its headline and lead; the others are told beside it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from marsad.link import kinds, places, separation, times
from marsad.link.places import Relation
from marsad.link.words import Page, Rarity, Word, fold
from marsad.model import Certainty, Claim, Interval, Measure, Place, Quantity, Relation as Part, Report, Scope

COUNT_WITHIN_DAYS = 3
"""A count over so few days, told beside a longer one of the same place, is its latest part ("77 in 24 hours")."""

_TOGETHER = (Relation.SAME, Relation.WITHIN, Relation.UNKNOWN)


class Telling(Enum):
    """How a mention is told: as one event, as a count over several, or as the past."""

    EVENT = "event"
    COUNT = "count"
    PAST = "past"


_TELLING = {Scope.INCIDENT: Telling.EVENT, Scope.CUMULATIVE: Telling.COUNT, Scope.BACKGROUND: Telling.PAST}


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """What one report says of one event or count. `key` orders mentions: day of saying, then smallest claim id."""

    key: tuple[date, str]
    report: Report
    claims: tuple[Claim, ...]
    telling: Telling
    main: bool
    place: Place | None
    time: Interval | None
    vector: Mapping[str, float] = field(repr=False)
    words: frozenset[str] = field(repr=False)
    others: tuple[tuple[Word, ...], ...] = field(repr=False)
    sketch: frozenset[int] = field(repr=False)
    kinds: frozenset[str] = frozenset()
    shown: Mapping[str, int] = field(default_factory=dict, repr=False)
    numbers: frozenset[tuple[Measure, int]] = frozenset()
    totals: Mapping[Measure, Quantity] = field(default_factory=dict, repr=False)
    sources: frozenset[str] = frozenset()
    victims: frozenset[str] = frozenset()
    parents: frozenset[str] = frozenset()

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and last day of the harm, where both are known."""
        return times.known(self.time)

    @property
    def said(self) -> date | None:
        """The day the report was published."""
        return self.report.published_on


@dataclass(slots=True)
class _Group:
    """Claims of one report that are put together, in the order of the text."""

    telling: Telling
    claims: list[Claim]
    sealed: bool = False

    @property
    def place(self) -> Place | None:
        return next((claim.place for claim in self._tops() if claim.place), None)

    @property
    def time(self) -> Interval | None:
        known = [claim.time for claim in self._tops() if claim.time and not claim.time.unknown]
        if self.telling is not Telling.COUNT:
            return known[0] if known else None
        return max(known, key=lambda time: time.days or 0) if known else None

    def _tops(self) -> list[Claim]:
        """The claims that speak for the whole: not parts of another, not replaced ones."""
        whole = [claim for claim in self.claims if claim.relation is not Part.SUBSET and not claim.superseded]
        return [*whole, *(claim for claim in self.claims if claim not in whole)]


def position(claim: Claim) -> int:
    """Where the claim stands in its report."""
    return claim.sentence.start if claim.quantity.start is None else claim.quantity.start


def mentions(report: Report, page: Page, claims: Iterable[Claim], rarity: Rarity) -> list[Mention]:
    """The mentions of one report, from its claims of harm."""
    harm = sorted((claim for claim in claims if claim.harm), key=lambda claim: (position(claim), claim.id))
    groups = _gather(report, page, harm)
    main = _main(groups, len(report.text))
    spans = [_spans(page, group) for group in groups]
    return [_mention(report, page, rarity, groups, n, spans, main == n) for n in range(len(groups))]


def _gather(report: Report, page: Page, harm: list[Claim]) -> list[_Group]:
    cues = separation.cues(report.text)
    groups: list[_Group] = []
    of: dict[str, _Group] = {}
    for claim in harm:
        sentence = page.sentence(position(claim), position(claim) + 1)
        opened = any(separation.opens(cue, sentence, position(claim)) for cue in cues)
        group = _with_parent(claim, of) or (None if opened else _fitting(claim, groups))
        if group is None:
            group = _new_or_same_sentence(claim, groups, sentence, opened)
        group.claims.append(claim)
        of[claim.id] = group
    return groups


def _new_or_same_sentence(claim: Claim, groups: list[_Group], sentence: tuple[int, int], opened: bool) -> _Group:
    last = groups[-1] if groups else None
    if opened and last and last.sealed and sentence[0] <= position(last.claims[0]) < sentence[1]:
        return last
    groups.append(_Group(_TELLING[claim.scope], [], sealed=opened))
    return groups[-1]


def _with_parent(claim: Claim, of: Mapping[str, _Group]) -> _Group | None:
    group = of.get(claim.parent or "")
    if group is None or group.telling is not _TELLING[claim.scope]:
        return None
    if group.telling is not Telling.COUNT and places.relation(claim.place, group.place) is Relation.EXCLUDED:
        return None
    return group


def _fitting(claim: Claim, groups: list[_Group]) -> _Group | None:
    """The latest group that the claim can belong to."""
    return next((group for group in reversed(groups) if _fits(claim, group)), None)


def _fits(claim: Claim, group: _Group) -> bool:
    telling = _TELLING[claim.scope]
    between = places.relation(claim.place, group.place)
    if between not in _TOGETHER or (between is Relation.WITHIN and _nested_in_wide(claim.place, group.place)):
        return False
    one, two = times.known(claim.time), times.known(group.time)
    if telling is not group.telling:
        # "The toll rose to nine" beside "seven civilians": one event, whichever way the scope was read.
        short = [days for days in (one, two) if days and times.length(days) <= times.EVENT_DAYS]
        mixed = {telling, group.telling} == {Telling.EVENT, Telling.COUNT}
        return mixed and between is Relation.SAME and bool(short) and (one == two or None in (one, two))
    if one is None or two is None:
        return telling is not Telling.PAST or one == two
    if telling is Telling.COUNT:
        return _one_count(one, two)
    return times.gap(one, two) == 0


def _nested_in_wide(a: Place | None, b: Place | None) -> bool:
    return a is not None and b is not None and places.is_wide(a) != places.is_wide(b)


def _one_count(a: tuple[date, date], b: tuple[date, date]) -> bool:
    if times.same_start(a, b) or times.overlap(a, b) >= 0.5:
        return True
    short, long = sorted((a, b), key=times.length)
    return times.length(short) <= COUNT_WITHIN_DAYS and times.inside(short, long)


def _main(groups: list[_Group], size: int) -> int | None:
    """The group of the lead: the earliest asserted one that is not the past, or the whole that it is a part of.

    A report that opens with the past and comes to nothing newer in its first half tells of the past (a verdict, an
    anniversary): then that is its main event.
    """
    if not groups:
        return None
    news = [n for n, group in enumerate(groups) if group.telling is not Telling.PAST]
    flat = [n for n in news if any(claim.certainty is Certainty.ASSERTED for claim in groups[n].claims)] or news
    lead = min(flat, key=lambda n: position(groups[n].claims[0]), default=None)
    if lead is None or (groups[0].telling is Telling.PAST and position(groups[lead].claims[0]) * 2 > size):
        return 0 if _dated(groups[0]) else lead
    owner = {claim.id: n for n, group in enumerate(groups) for claim in group.claims}
    wholes = (owner.get(claim.parent or "") for claim in groups[lead].claims if claim.relation is Part.SUBSET)
    return next((n for n in wholes if n is not None and groups[n].telling is Telling.COUNT), lead)


def _dated(group: _Group) -> bool:
    """Whether the past is one event of known month and place, not a whole war."""
    days = times.known(group.time)
    return group.place is not None and days is not None and times.length(days) <= 31


def _spans(page: Page, group: _Group) -> list[tuple[int, int]]:
    return sorted({page.sentence(position(claim), position(claim) + 1) for claim in group.claims})


def _mention(
    report: Report,
    page: Page,
    rarity: Rarity,
    groups: list[_Group],
    n: int,
    spans: list[list[tuple[int, int]]],
    main: bool,
) -> Mention:
    group = groups[n]
    own = spans[n]
    if main:
        own = _without([span for m, taken in enumerate(spans) if m != n for span in taken], own, len(report.text))
    words = [word for start, end in own for word in page.between(start, end)]
    text = " ".join(report.text[start:end] for start, end in own)
    shown = kinds.kinds(" ".join([text, *(c.mechanism or "" for c in group.claims)]))
    first = " ".join(report.text[start:end] for start, end in spans[n][:2])
    return Mention(
        key=(report.published_on or date.max, min(claim.id for claim in group.claims)),
        report=report,
        claims=tuple(group.claims),
        telling=_told(group),
        main=main,
        place=group.place,
        time=group.time,
        vector=rarity.vector(words),
        words=frozenset(word.text for word in words),
        others=_others(report, page) if main else (),
        sketch=page.sketch if main else frozenset(),
        kinds=kinds.exact(kinds.kinds(first)),
        shown=shown,
        numbers=_numbers(group.claims),
        totals=_totals(group.claims),
        sources=frozenset(fold(claim.attribution.source) for claim in group.claims if claim.attribution.source),
        victims=frozenset(claim.victims.category.value for claim in group.claims),
        parents=frozenset(claim.parent for claim in group.claims if claim.parent),
    )


def _without(taken: list[tuple[int, int]], own: list[tuple[int, int]], size: int) -> list[tuple[int, int]]:
    """The spans of a text that no other mention takes; a span that is shared stays."""
    kept, at = [], 0
    for start, end in sorted(span for span in taken if span not in own):
        if start > at:
            kept.append((at, start))
        at = max(at, end)
    return [*kept, (at, size)] if at < size else kept


def _told(group: _Group) -> Telling:
    counts = sum(1 for claim in group.claims if claim.scope is Scope.CUMULATIVE)
    if group.telling is Telling.PAST or counts * 2 == len(group.claims):
        return group.telling
    return Telling.COUNT if counts * 2 > len(group.claims) else Telling.EVENT


def _others(report: Report, page: Page) -> tuple[tuple[Word, ...], ...]:
    """What the report says of other events that it sets apart from its own."""
    told = (cue for cue in separation.cues(report.text) if cue.back)
    return tuple(page.between(cue.start, cue.start + len(cue.text)) for cue in told)


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
