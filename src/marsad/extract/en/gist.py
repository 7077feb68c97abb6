"""What a report is about in a few words: those of its headline and lead, and whether it tells of one event or of many.

Found by plain patterns over the first lines, before anything is parsed; the learned decisions look at it.
"""

import re
from dataclasses import dataclass

LEAD = 500  # characters
_WORD = re.compile(r"[A-Za-z][a-z'’-]{2,}")
_DULL = frozenset(
    "the and for with that this from has have had was were are been its his her their not but who which said says "
    "after into over more than least about also out one two three four five six seven eight nine ten".split()
)
EVENTS = (
    "attack bombing bomb explosion blast strike airstrike raid ambush assault massacre clash battle shelling shooting "
    "offensive operation war conflict fighting violence unrest protest demonstration crackdown siege campaign uprising "
    "insurgency incident killing execution murder bombardment encounter skirmish riot invasion earthquake storm flood "
    "crash accident fire collapse trial abduction kidnapping arrest"
).split()
_BEFORE = (
    "an?|the|this|that|one|another|each|these|those|several|two|three|many|recent|multiple|series of|separate|daily"
)
_EVENT = re.compile(rf"\b(?:({_BEFORE}) )?(?:[a-z-]+ )?(" + "|".join(EVENTS) + r")(e?s)?\b", re.I)
_SEVERAL = (
    r"\d+|several|many|various|different|separate|neighbou?ring|nearby|two|three|four|five|six|seven|eight|nine|ten|"
    "eleven|twelve|dozens? of|other"
)
_KINDS = (
    "villages|towns|communities|districts|areas|neighbou?rhoods|provinces|cities|places|locations|settlements|regions|"
    "states|sites|camps|incidents|attacks|strikes|clashes|shootings"
)
_PLACES = re.compile(
    rf"\b(?:{_SEVERAL}) (?:[\w-]+ )?(?:{_KINDS})\b"
    r"|\b(?:across|throughout|nationwide|elsewhere|in all|various parts|parts of)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Gist:
    """Words of the headline, and the signs of one event or of many in headline and lead."""

    title: frozenset[str]
    signs: tuple[str, ...]


def gist_of(text: str) -> Gist:
    """The gist of a report."""
    stripped = text.lstrip()
    first = stripped.split("\n", 1)[0][:200]
    lead = stripped[:LEAD]
    signs = [f"title {sign}" for sign in signs_of(first)] + [f"lead {sign}" for sign in signs_of(lead)]
    return Gist(words_of(first), tuple(sorted(set(signs))))


def words_of(text: str) -> frozenset[str]:
    """Its words in small letters, without the most common, and without a plural's ending."""
    words = (match.group().lower() for match in _WORD.finditer(text))
    return frozenset(word.removesuffix("s") for word in words if word not in _DULL)


def signs_of(text: str) -> list[str]:
    """The signs of one event or many: events named, in the singular or plural, with their determiner; many places."""
    signs = []
    for match in _EVENT.finditer(text):
        many = "many" if match[3] else "one"
        kind = (match[1] or "bare").lower()
        signs += [f"event={many}", f"event={match[2].lower()}:{many}", f"event={kind}:{many}"]
    return [*signs, *places_of(text)]


def places_of(text: str) -> list[str]:
    """The signs of many places: "across four villages", "attacks on six neighbourhoods"."""
    found = [f"places={match.group().split()[-1].lower()}" for match in _PLACES.finditer(text)]
    return [*found, "many places"] if found else []
