"""Pairs of bare numbers under a heading that names two harms: "Salahadin (64 and 74)", "Derna 17 / 22", table rows.

Where the text before has "killed … injured" in that order, the first number of a pair counts the one, the second the
other.
"""

import re

from marsad.extract.en.harm import Harm
from marsad.extract.en.mentions import Mention
from marsad.model import Measure

_HEADING = re.compile(
    r"\b(?:killed|dead|deaths?|martyrs?|fatalities)\b[^.\n]{0,24}?\b(?:injur(?:ed|ies)|wounded)\b", re.I
)
_NUMBER = (
    r"(?:at least |more than |over )?"
    r"(?:[\d,.]{1,9}\d|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|–|-)"
)
_SECOND_AFTER = re.compile(rf"\s*(?:/|and|&|\|)\s*{_NUMBER}\s*(?:[;,.)|\n]|$)", re.I)
_FIRST_BEFORE = re.compile(rf"(?:^|[\s(|:]){_NUMBER}\s*(?:/|and|&|\|)\s*$", re.I)
_END = re.compile(r"\s*(?:[;,.)|\n]|$)")
REACH = 500  # characters before the pair in which its heading is looked for


def in_a_pair(mention: Mention, text: str) -> Measure | None:
    """The harm of a number of a pair, or None where it is in none or no heading names two harms."""
    if mention.single or mention.noun.i != mention.number.i:
        return None
    after, before = text[mention.end : mention.end + 40], text[max(0, mention.start - 30) : mention.start]
    first = bool(_SECOND_AFTER.match(after))
    second = bool(_END.match(after) and _FIRST_BEFORE.search(before))
    if not (first or second) or not _HEADING.search(text, max(0, mention.start - REACH), mention.start):
        return None
    return Measure.INJURED if second else Measure.KILLED


def pair_of(mention: Mention, text: str) -> Harm | None:
    """The harm of a number of a pair as a reading, or None."""
    measure = in_a_pair(mention, text)
    return Harm(measure, mention.number, "in_a_pair") if measure else None
