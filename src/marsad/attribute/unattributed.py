"""Claims whose own sentence names no speaker: whether the report as a whole says who counts, or speaks for itself.

Null is right for many, so each rule needs words of the report to point at; the list is tried in order. Without one the
number is the outlet's own voice.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from marsad.attribute.descriptions import head_of
from marsad.attribute.resolve import resolve
from marsad.attribute.roots import outlet_sources
from marsad.attribute.scene import Scene
from marsad.attribute.speakers import speaker_of
from marsad.attribute.voices import Resolved
from marsad.attribute.words import fold
from marsad.model import Claim, Relation, Scope, SourceKind

_WORDS = r"[A-Za-z'\u2019.][\w'\u2019. -]{1,44}"
_SAYS = r"(?:says?|said|reports?|reported|confirms?|announces?)"
_HEADLINE = (
    re.compile(rf": (?P<who>{_WORDS}?)(?: {_SAYS})?$"),
    re.compile(rf"(?: - | \u2013 |, )(?P<who>{_WORDS}?) {_SAYS}$"),
    re.compile(rf"^(?P<who>{_WORDS}?)(?:: | {_SAYS} )"),
)
_MATTER = (
    r"(?:violence|clashes|fighting|attacks?|killings?|strikes?|raids?|bombings?|blasts?|explosions?|toll"
    r"|death toll|figures?|number|deaths|dead"
    r"|massacres?|incidents?|casualties|shelling|assault|operations?)"
)
_TAKES_UP = re.compile(
    rf"^(?:the |an? )?(?P<who>{_WORDS}?) (?:has |have |also )?(?:said|says|reported|reports|announced"
    rf"|confirmed|stated)"
    rf"(?: (?:on|late|early) \w+)?,? (?:that )?(?:the|this|these|those|its) (?:\w+ ){{0,2}}{_MATTER}\b",
    re.IGNORECASE,
)
# Those who keep counts. Officials, police and witnesses speak of what they know; a report adds to it in its own voice.
_COUNTERS = (SourceKind.MONITOR, SourceKind.UN_BODY, SourceKind.AID_ORGANISATION, SourceKind.MINISTRY)
# Below this a number recurs by chance ("one", "three"): not swept, chosen by reading the errors.
_TELLING = 10


@dataclass(frozen=True, slots=True)
class Silent:
    """A claim without a speaker, the claims of its report that have one, and the report."""

    claim: Claim
    spoken: dict[str, tuple[Claim, Resolved]]
    scene: Scene

    @property
    def country(self) -> str | None:
        """The country of the harm."""
        return self.claim.place.country if self.claim.place else None

    @property
    def offset(self) -> int:
        """Where the number stands."""
        return self.claim.quantity.start if self.claim.quantity.start is not None else self.claim.sentence.start


def speaker_for(silent: Silent) -> Resolved | None:
    """Who the report lets say the number; None for the outlet's own voice."""
    return next((found for rule in RULES if (found := rule(silent))), None)


def headline_credit(silent: Silent) -> Resolved | None:
    """The headline ends or begins with who says it: "…: monitor", "Police: …", "…, ministry says"."""
    span = silent.scene.sentences[silent.scene.sentence_at(silent.offset)]
    line = silent.scene.text[span.start : span.end]
    if not line.endswith("\n") or silent.scene.sentence_at(silent.offset) > 2:
        return None
    line = line.strip()
    for pattern in _HEADLINE:
        match = pattern.search(line)
        if match and _speaker_words(match.group("who"), silent.scene):
            found = resolve(match.group("who"), silent.country, silent.offset, silent.scene)
            return replace(found, why=f"the headline credits '{match.group('who').strip()}': {found.why}")
    return None


def same_as_parent(silent: Silent) -> Resolved | None:
    """A part or a repeat of a number is said by who said the number."""
    parent = silent.spoken.get(silent.claim.parent or "")
    if parent is None or silent.claim.relation not in (Relation.SUBSET, Relation.REPEAT):
        return None
    found = parent[1]
    return replace(found, why=f"it is a {silent.claim.relation.value} of a number that {found.source} gives")


def told_again(silent: Silent) -> Resolved | None:
    """A headline or first sentence gives a number that one speaker tells again further down."""
    if (
        silent.claim.scope is Scope.BACKGROUND
        or _body_before(silent.scene, silent.scene.sentence_at(silent.offset)) > 0
    ):
        return None
    tellers = {
        found.root: (claim, found)
        for claim, found in silent.spoken.values()
        if _at(claim) > silent.offset and _tells(claim, silent.claim)
    }
    if len(tellers) != 1:
        return None
    claim, found = next(iter(tellers.values()))
    return replace(
        found, why=f"the report tells the same number again from {found.source} ('{silent.scene.quote(_at(claim))}')"
    )


def taken_up(silent: Silent) -> Resolved | None:
    """The first sentence gives a number flatly, and the next lets a speaker go on about that very matter."""
    number = silent.scene.sentence_at(silent.offset)
    if (
        silent.claim.scope is Scope.BACKGROUND
        or number + 1 >= len(silent.scene.sentences)
        or _body_before(silent.scene, number) > 0
    ):
        return None
    after = silent.scene.sentences[number + 1]
    match = _TAKES_UP.match(silent.scene.text[after.start : after.end].strip())
    if match is None or not _speaker_words(match.group("who"), silent.scene):
        return None
    found = resolve(match.group("who"), silent.country, after.start, silent.scene)
    return replace(found, why=f"the next sentence goes on about it in the words of '{match.group('who')}': {found.why}")


def own_publication(silent: Silent) -> Resolved | None:
    """The outlet is itself one that counts: a monitor, a UN body or an aid organisation on its own pages."""
    for source in outlet_sources(silent.scene.report.outlet, silent.scene.directory):
        if source.kind in _COUNTERS and silent.claim.scope is not Scope.BACKGROUND:
            return Resolved(
                source.name, source.id, source.kind, f"the page is {source.name}'s own, and names nobody else"
            )
    return None


def carried_on(silent: Silent) -> Resolved | None:
    """The sentence before gives a number from a speaker, and this one goes on."""
    if silent.claim.scope is Scope.BACKGROUND:
        return None
    number = silent.scene.sentence_at(silent.offset)
    before = [
        (claim, found)
        for claim, found in silent.spoken.values()
        if found.kind is not SourceKind.UNNAMED
        and _at(claim) < silent.offset
        and number - silent.scene.sentence_at(_at(claim)) <= 1
    ]
    if not before:
        return None
    claim, found = max(before, key=lambda pair: _at(pair[0]))
    return replace(
        found,
        why=f"it goes on from what {found.source} says just before ('{silent.scene.quote(_at(claim))}')",
    )


def only_counter(silent: Silent) -> Resolved | None:
    """Every number of the report that has a speaker has the same one, who keeps counts; this stands after the first."""
    if silent.claim.scope is Scope.BACKGROUND:
        return None
    news = [(claim, found) for claim, found in silent.spoken.values() if claim.scope is not Scope.BACKGROUND]
    if len({found.root for _, found in news}) != 1 or news[0][1].kind not in _COUNTERS:
        return None
    first, found = min(news, key=lambda pair: _at(pair[0]))
    if _at(first) > silent.offset:
        return None
    return replace(
        found, why=f"{found.source} is the only one the report lets count ('{silent.scene.quote(_at(first))}')"
    )


def counted_by(silent: Silent) -> Resolved | None:
    """A running count whose report gives no number a speaker and names one body that keeps counts."""
    if silent.claim.scope is not Scope.CUMULATIVE or silent.spoken:
        return None
    bodies = [named for named in silent.scene.named if named.kind in _COUNTERS and named.speaks and named.source]
    if len(bodies) != 1:
        return None
    named = bodies[0]
    return Resolved(
        named.name,
        named.root,
        named.kind,
        f"{named.name} is the one body the report names that keeps counts ('{silent.scene.quote(named.start)}')",
    )


RULES: tuple[Callable[[Silent], Resolved | None], ...] = (
    headline_credit,
    same_as_parent,
    told_again,
    taken_up,
    own_publication,
    carried_on,
    only_counter,
    counted_by,
)


def _speaker_words(words: str, scene: Scene) -> bool:
    """Whether the words are a speaker's and no more: a name, a description, or a kind of speaker."""
    words = words.strip()
    source = scene.directory.find(words)
    if source:
        return source.kind not in (SourceKind.WIRE, SourceKind.OUTLET)
    if head_of(words):
        return True
    row = speaker_of(words)
    found = row.pattern.search(fold(words)) if row else None
    return found is not None and found.end() == len(words) and len(words.split()) <= 4


def _tells(teller: Claim, claim: Claim) -> bool:
    """Whether a claim is the other one told again: labelled so, or the same number, too large to recur by chance."""
    if teller.relation is Relation.REPEAT and teller.parent == claim.id:
        return True
    low, high = claim.quantity.bounds
    same = (
        teller.measure is claim.measure
        and teller.quantity.bounds == (low, high)
        and teller.scope is not Scope.BACKGROUND
    )
    return same and max(low or 0, high or 0) >= _TELLING


def _at(claim: Claim) -> int:
    return claim.quantity.start if claim.quantity.start is not None else claim.sentence.start


def _body_before(scene: Scene, number: int) -> int:
    """How many full sentences stand before this one; headlines and datelines, which end in no full stop, are none."""
    return sum(scene.text[span.start : span.end].rstrip()[-1:] in '.!?"\u201d' for span in scene.sentences[:number])
