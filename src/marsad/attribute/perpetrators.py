"""Which organisation the words for a perpetrator mean on the day of the harm; and who is never a perpetrator.

Only what the text says is kept. One who counts the dead, the source of the number and the place of the event are never
its perpetrators, unless the words themselves make them the one who acted.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from marsad.attribute.countries import countries
from marsad.attribute.directory import Directory
from marsad.attribute.scene import Scene
from marsad.attribute.words import clean, fold, key, tokens
from marsad.model import Actor, Claim, Perpetrator, Scope, SourceKind

_FIGHT = (SourceKind.ARMED_FORCES, SourceKind.ARMED_GROUP, SourceKind.POLICE)
_WEAPON = re.compile(
    r"\s*(?:air ?strikes?|strikes?|raids?|drones?(?: strikes?)?|jets?|warplanes?|aircraft|planes?|shelling"
    r"|bombardment|bombs?|missiles?"
    r"|rockets?|fire|gunfire|artillery|attacks?|bombing|helicopters?|tanks?|snipers?|aggression|offensive"
    r"|invasion|operations?)$"
)
_BESIDE = frozenset([
    "suspected", "alleged", "unidentified", "unknown", "armed", "fighters", "fighter", "militants", "militant",
    "gunmen", "gunman", "rebels", "rebel", "group", "groups", "members", "member", "of", "the", "soldiers",
    "troops", "insurgents", "terrorists", "terrorist", "extremists", "jihadists", "jihadist", "islamist",
    "movement", "linked", "and", "its", "allied", "their", "allies", "forces", "faction", "militiamen",
    "militia", "cadres", "elements", "assailants", "attackers", "men", "pro", "by", "s",
])  # fmt: skip
_AGENT = (
    r"(?:(?:has|have|had|also|then|later|allegedly|reportedly) )*(?:kill|shot|shoot|attack|bomb|struck|strik"
    r"|hit|target|raid|ambush|execut|massacr"
    r"|fir(?:ed|ing)|shell|launch|carri|storm|murder|behead|burn|abduct|kidnap|detain|arrest|injur|wound|open)"
)
_BY = r"(?:by|at the hands of|blamed on|attributed to|accus\w+|in (?:an? )?)"


@dataclass(frozen=True, slots=True)
class Deed:
    """One claim's words for its perpetrator, with what is needed to judge them. `root` is who said the number."""

    claim: Claim
    root: str | None
    scene: Scene

    @property
    def words(self) -> str:
        """The words, cleaned."""
        return clean(self.claim.perpetrator.text or "")

    @property
    def directory(self) -> Directory:
        """The directory in use."""
        return self.scene.directory


def identified(deed: Deed) -> tuple[Perpetrator, str | None]:
    """The perpetrator that stays, with its id where the directory knows it on that day, and the sentence why."""
    if not deed.words:
        return Perpetrator(), None
    dropped = _never(deed)
    if dropped:
        return Perpetrator(), dropped
    if _WEAPON.search(fold(deed.words)) and not _bearers(deed):
        return Perpetrator(), f"'{deed.words}' is a means, and names nobody whose it is"
    actor, why = _actor(deed)
    return Perpetrator(text=deed.claim.perpetrator.text, id=actor.id if actor else None), why


def _never(deed: Deed) -> str | None:
    """Why the words cannot be a perpetrator's; None where they can."""
    words = deed.words
    source = deed.directory.find(words)
    bears = deed.directory.actors_named(words)
    if source and source.kind not in _FIGHT and not bears:
        return f"'{words}' tells of the harm, and is no party to it: it is not its perpetrator"
    if _acts(deed):
        return None
    if source and source.id == deed.root:
        return f"'{words}' is the source of the number, and the sentence does not say that it did it"
    place = deed.claim.place
    if place and key(words) in {key(name) for name in (place.text, place.name) if name}:
        return f"'{words}' is the place of the harm, and the sentence does not say that it did it"
    return None


def _acts(deed: Deed) -> bool:
    """Whether the sentence makes the words the one who acted: "X killed", "by X", "X said its forces shelled"."""
    number = deed.scene.sentence_at(deed.claim.sentence.start)
    span = deed.scene.sentences[number]
    sentence = deed.scene.folded[span.start : max(span.end, deed.claim.sentence.end)]
    return _acting(fold(deed.words), sentence)


_DOES = re.compile(rf"(?:'s)?(?:\W+\w+){{0,2}}?\W+{_AGENT}")
_DONE = re.compile(rf"{_BY} (?:\w+ ){{0,3}}\Z")
_OWN = re.compile(rf"\W+(?:\w+\W+){{0,4}}?(?:it|its|they|their|he|we|our)\W+(?:\w+\W+){{0,2}}?{_AGENT}")
_LETTER = re.compile(r"\w")


@lru_cache(maxsize=256)  # the claims of a sentence mostly have one perpetrator
def _acting(folded: str, sentence: str) -> bool:
    at = sentence.find(folded)
    while at >= 0:
        end = at + len(folded)
        if not (at and _LETTER.match(sentence, at - 1)) and (_DOES.match(sentence, end) or _OWN.match(sentence, end)):
            return True
        if not _LETTER.match(sentence, end) and _DONE.search(sentence, 0, at):
            return True
        at = sentence.find(folded, at + 1)
    return False


def _actor(deed: Deed) -> tuple[Actor | None, str]:
    bearers = _bearers(deed)
    if not bearers:
        return None, f"'{deed.words}' names no organisation of the actor directory"
    if len({actor.id for actor in bearers}) > 1 and len(bearers) != len(_on_days(deed, bearers)) == 1:
        return _chosen(deed, _on_days(deed, bearers))
    valid = _on_days(deed, bearers)
    if len(valid) == 1:
        return _chosen(deed, valid)
    if not valid:
        return None, f"'{deed.words}' meant {_spans(bearers)}, not on the days of this harm"
    return None, f"'{deed.words}' meant {_spans(valid)}, and the days of this harm do not say which"


def _chosen(deed: Deed, valid: list[Actor]) -> tuple[Actor, str]:
    actor = valid[0]
    return actor, f"'{deed.words}' is {_span(actor)} (actor directory)"


def _bearers(deed: Deed) -> list[Actor]:
    """The actors that bear the words as a name, whatever the day; the first way that finds any decides."""
    names = _names(deed.words)
    for name in names:
        found = deed.directory.actors_named(name)
        if found:
            return found
    place = deed.claim.place.country if deed.claim.place else None
    for name in names:
        country = countries().only(name) or place
        if country:
            found = deed.directory.actors_of(countries().without(name), country)
            if found:
                return found
    return _inside(deed)


def _names(words: str) -> list[str]:
    """The words, and what they say without a weapon: "Israeli airstrikes" are those of "Israeli forces"."""
    weapon = _WEAPON.search(fold(words))
    bare = words[: weapon.start()].removesuffix("'s").removesuffix("\u2019s").strip() if weapon else ""
    return [words, bare, f"{bare} forces"] if bare else [words]


def _inside(deed: Deed) -> list[Actor]:
    """The actor whose name stands among words that add nothing: "suspected Boko Haram gunmen"."""
    parts = deed.words.replace("/", " ").split()
    for size in range(min(6, len(parts)), 0, -1):
        for begin in range(len(parts) - size + 1):
            found = deed.directory.actors_named(" ".join(parts[begin : begin + size]))
            rest = tokens(" ".join(parts[:begin] + parts[begin + size :]))
            if found and not rest - _BESIDE:
                return found
    return []


def _on_days(deed: Deed, bearers: list[Actor]) -> list[Actor]:
    """Those whose name was valid on the days of the harm; unknown days exclude none."""
    first, last = _days(deed.claim)
    return [
        actor
        for actor in bearers
        if (last is None or (actor.from_day or date.min) <= last)
        and (first is None or first <= (actor.to_day or date.max))
    ]


def _days(claim: Claim) -> tuple[date | None, date | None]:
    """First and last day of the harm: as resolved; for news without a day, the day it was told."""
    if claim.time and not claim.time.unknown:
        return claim.time.start, claim.time.end
    return (None, None) if claim.scope is Scope.BACKGROUND else (claim.said_on, claim.said_on)


def _span(actor: Actor) -> str:
    if actor.from_day and actor.to_day:
        return f"{actor.name}, a name with this meaning from {actor.from_day} to {actor.to_day}"
    if actor.from_day:
        return f"{actor.name}, a name with this meaning from {actor.from_day}"
    return f"{actor.name}, a name with this meaning until {actor.to_day}" if actor.to_day else actor.name


def _spans(actors: list[Actor]) -> str:
    return " or ".join(_span(actor) for actor in actors)
