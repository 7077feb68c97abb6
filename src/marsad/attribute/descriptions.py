"""Which named source a general description means: "a war monitor", "the Observatory", "the ministry", "the group".

The head noun of the description says which kinds of source it can mean, and sometimes which word their name must hold.
The report must name exactly one source that fits, before or after; where two fit, the words are kept.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from marsad.attribute.countries import countries
from marsad.attribute.scene import Named, Scene
from marsad.attribute.words import fold, tokens
from marsad.model import SourceKind

_MONITOR = frozenset({SourceKind.MONITOR})
_BODY = frozenset({SourceKind.MONITOR, SourceKind.AID_ORGANISATION, SourceKind.UN_BODY, SourceKind.OTHER})
_ANY = frozenset(SourceKind) - {SourceKind.WIRE, SourceKind.OUTLET}


@dataclass(frozen=True, slots=True)
class Head:
    """One head noun: its words, the kinds it can mean, and a word that the name must hold, where there is one."""

    words: str
    kinds: frozenset[SourceKind]
    in_name: str | None = None


HEADS = (
    Head("observatory", _MONITOR, "observatory"),
    Head("network", _MONITOR | {SourceKind.OTHER}, "network"),
    Head("monitors?|monitoring (?:group|organi[sz]ation|body|network)|watchdogs?", _MONITOR),
    Head("rights (?:group|organi[sz]ation|body|ngo|monitor)|rights defenders", _MONITOR),
    Head("medical charity|aid (?:group|agency|organi[sz]ation)|charity", frozenset({SourceKind.AID_ORGANISATION})),
    Head("ngo|non-?governmental organi[sz]ation|advocacy group", _MONITOR | {SourceKind.AID_ORGANISATION}),
    Head("(?:un|world|health|global|humanitarian) (?:agency|body|organi[sz]ation)", frozenset({SourceKind.UN_BODY})),
    Head("(?:state )?news agency|wire service|state agency", frozenset({SourceKind.WIRE})),
    Head("commission|panel|commission of inquiry|investigators", frozenset({SourceKind.UN_BODY}), "commission"),
    Head("mission", frozenset({SourceKind.UN_BODY, SourceKind.ARMED_FORCES}), "mission"),
    Head("coalition", frozenset({SourceKind.ARMED_FORCES}), "coalition"),
    Head("(?:rebel|militant|armed|jihadist|extremist) (?:group|movement)|rebels|insurgents|militants|movement",
         frozenset({SourceKind.ARMED_GROUP})),
    Head("ministry|health ministry|interior ministry|defen[cs]e ministry", frozenset({SourceKind.MINISTRY})),
    Head("organi[sz]ation", _BODY | {SourceKind.ARMED_GROUP}),
    Head("agency", frozenset({SourceKind.UN_BODY, SourceKind.WIRE, SourceKind.AID_ORGANISATION})),
    Head("group", _MONITOR | {SourceKind.AID_ORGANISATION, SourceKind.ARMED_GROUP, SourceKind.OTHER}),
    Head("party", _ANY, "party"),
    Head("committee", _ANY, "committee"),
    Head("cent(?:er|re)", _ANY, "center"),
    Head("association", _ANY, "association"),
    Head("union", _ANY, "union"),
    Head("front", _ANY, "front"),
)  # fmt: skip

# What may stand before or after the head without making the phrase a name or another body's description.
_MODIFIER = (
    r"(?:war|conflict|human|rights|monitoring|monitor|independent|opposition|leading|main|international"
    r"|activist|pro-opposition"
    r"|exiled|state|government|syria|based in \w+|same|un|u\.n\.|aid|medical|humanitarian|news|health"
    r"|interior|defen[cs]e|uk|london"
    r"|british|and)"
)
_HEADS = tuple(
    (
        re.compile(
            rf"^(?:{_MODIFIER} )*(?:{head.words})(?: group| organi[sz]ation)?"
            r"(?: (?:spokes\w+|chief|statement|report|data|figures))?$"
        ),
        head,
    )
    for head in HEADS
)


@dataclass(frozen=True, slots=True)
class Meant:
    """The source a description means, or none, and the sentence that says why. Empty `why`: it is no description."""

    named: Named | None = None
    why: str = ""


@lru_cache(maxsize=4096)
def head_of(words: str) -> Head | None:
    """The head of a general description; None where the words are more or other than one."""
    folded = fold(countries().without(words)).strip()
    return next((head for pattern, head in _HEADS if pattern.match(folded)), None)


def meant_by(words: str, scene: Scene) -> Meant:
    """The named source that a cleaned description means in this report."""
    head = head_of(words)
    if head is None:
        return Meant()
    country = countries().only(words)
    fits = [named for named in scene.named if _fits(named, head, country, tokens(words))]
    chosen = _closest(fits, head)
    if len(chosen) == 1:
        named = chosen[0]
        return Meant(
            named, f"'{words}' means {named.name}, the one such source the report names ('{scene.quote(named.start)}')"
        )
    if not chosen:
        return Meant(None, f"'{words}' names no source, and the report names none that it could mean")
    return Meant(None, f"'{words}' could mean {chosen[0].name} or {chosen[1].name}: the words are kept")


def _fits(named: Named, head: Head, country: str | None, words: frozenset[str]) -> bool:
    if named.kind not in head.kinds or (country and named.country != country):
        return False
    if head.in_name and head.in_name not in tokens(named.name):
        return False
    told = words & {"health", "interior", "defence", "defense"}
    return (
        named.kind is not SourceKind.MINISTRY
        or not told
        or bool({"defence" if word == "defense" else word for word in told} & _field(named))
    )


def _field(named: Named) -> set[str]:
    return {"defence" if word == "defense" else word for word in tokens(named.name)}


def _closest(fits: list[Named], head: Head) -> list[Named]:
    """Those whose own name holds the head noun, else those the report lets speak, else all that fit."""
    for narrower in (
        [named for named in fits if re.search(rf"\b(?:{head.words})\b", fold(named.name))],
        [named for named in fits if named.speaks],
    ):
        if narrower:
            fits = narrower
        if len(fits) == 1:
            break
    return fits
