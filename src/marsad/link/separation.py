"""Words by which a report tells one event apart from another: "a separate attack", "a second bombing", "elsewhere".

Either the words lead into a claim ("In a separate attack, two …"), and that claim is of another event than those told
before it; or they look back from a claim ("… hours after a separate car bombing at the market"), and what follows them
describes the other event.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from marsad.link.words import Word, telling

_EVENT = (
    r"(?:attacks?|(?:\w+[ -])?bomb(?:ing|ings|s)?|blasts?|explosions?|incidents?|(?:air ?-?)?strikes?|raids?"
    r"|ambush(?:es)?|shootings?|clash(?:es)?|assaults?|events?|cases?)"
)
_CUE = re.compile(
    rf"\b(?P<cue>separate|second|third|another|different|unrelated|earlier|previous) (?:\w+[ -]){{0,2}}?{_EVENT}\b"
    r"|\b(?P<lead>separately|elsewhere|in another part of)\b",
    re.IGNORECASE,
)
_BACK = re.compile(r"\b(?:after|before|following|since|from|to|unlike|as) (?:an? |the |two |three )?$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.;!?\n]")
_REACH = 24
"""Characters before a cue in which "after a", "following the" and the like can stand."""

_LATER = frozenset({"separate", "second", "third", "another", "different", "unrelated"})

SHARED = 3
"""Words of the description that a report must use, so that it is taken to tell of the event described."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One such phrase: its offsets, whether it looks back to another event, and the words it says of that event."""

    start: int
    end: int
    back: bool
    text: str


def cues(text: str) -> list[Cue]:
    """The cues of a text, in order. A cue's words run to the end of its clause.

    >>> [cue.text for cue in cues("It came hours after a separate car bombing at the livestock market. He left.")]
    ['separate car bombing at the livestock market']
    """
    found = []
    for match in _CUE.finditer(text):
        start = match.start()
        stop = _CLAUSE_END.search(text, match.end())
        told_before = (match["cue"] or "").casefold() in ("earlier", "previous")
        back = told_before or _BACK.search(text[max(0, start - _REACH) : start]) is not None
        found.append(Cue(start, match.end(), back, text[start : stop.start() if stop else len(text)]))
    return found


def opens(cue: Cue, sentence: tuple[int, int], number: int) -> bool:
    """Whether the cue says that the number at this offset, in this sentence, is of another event."""
    return not cue.back and sentence[0] <= cue.start < sentence[1] and (cue.end <= number or cue.start > number)


def describes(description: Iterable[Word], told: frozenset[str]) -> bool:
    """Whether the words said of the other event are words that a report uses of its own."""
    wanted = _wanted(description)
    return len(wanted & told) >= SHARED and len(wanted & told) * 2 >= len(wanted)


def alike(one: Iterable[Word], two: Iterable[Word]) -> bool:
    """Whether two descriptions are of one event, as far as their words tell."""
    return len(_wanted(one) & _wanted(two)) >= SHARED - 1


def _wanted(description: Iterable[Word]) -> frozenset[str]:
    return frozenset(word.text for word in telling(description)) - _LATER
