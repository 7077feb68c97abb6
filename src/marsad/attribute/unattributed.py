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
from marsad.model import Claim, Scope, SourceKind

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


def taken_up(silent: Silent) -> Resolved | None:
    """The first sentence gives a number flatly, and the next lets a speaker go on about that very matter."""
    number = silent.scene.sentence_at(silent.offset)
    if (
        silent.claim.scope is Scope.BACKGROUND
        or number + 1 >= len(silent.scene.sentences)
        or silent.scene.first_full < number
    ):
        return None
    after = silent.scene.sentences[number + 1]
    match = _TAKES_UP.match(silent.scene.text[after.start : after.end].strip())
    if match is None or not _speaker_words(match.group("who"), silent.scene):
        return None
    found = resolve(match.group("who"), silent.country, after.start, silent.scene)
    return replace(found, why=f"the next sentence goes on about it in the words of '{match.group('who')}': {found.why}")


def own_name(scene: Scene) -> str | None:
    """The name of the outlet where it is itself one that counts; None for a page that passes on what others count."""
    own = outlet_sources(scene.report.outlet, scene.directory)
    return next((source.name for source in own if source.kind in _COUNTERS), None)


def own_publication(silent: Silent) -> Resolved | None:
    """The outlet is itself one that counts: a monitor, a UN body or an aid organisation on its own pages."""
    for source in outlet_sources(silent.scene.report.outlet, silent.scene.directory):
        if source.kind in _COUNTERS and silent.claim.scope is not Scope.BACKGROUND:
            return Resolved(
                source.name, source.id, source.kind, f"the page is {source.name}'s own, and names nobody else"
            )
    return None


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
    taken_up,
    own_publication,
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


def _at(claim: Claim) -> int:
    return claim.quantity.start if claim.quantity.start is not None else claim.sentence.start
