"""What the words around a name call it: "the town of X", "X district", "X: 72 killed"."""

import re
from dataclasses import replace
from functools import cache

from marsad.geocode.gazetteer import Candidate, Level
from marsad.geocode.mention import Mention
from marsad.geocode.patterns import LOCATIVE, one_of
from marsad.geocode.tables import place_words


@cache
def type_words() -> dict[str, Level]:
    """The words for kinds of places, in lower case, with their level."""
    return {word: Level[level.upper()] for level, found in place_words().items() for word in found}


_TYPES = "|".join(sorted(map(re.escape, type_words()), key=len, reverse=True))
_QUALIFIERS = one_of(
    """military air refugee train high girls['’] boys['’] international central general urban administrative primary
    secondary livestock Rohingya IDP displacement civil main maximum-security"""
)
_AFTER = re.compile(rf"(?:'s|’s)? ?(?:{_QUALIFIERS} )*({_TYPES})\b", re.IGNORECASE)
_BEFORE = re.compile(rf"\b({_TYPES})(?: called| named)?(?: of(?: the)?)? $", re.IGNORECASE)
# "two villages of Sagaing region": the villages lie in what follows.
_PLURAL_BEFORE = re.compile(
    rf"\b{one_of('villages towns cities communities districts camps states settlements provinces regions areas')}"
    r" (?:of|in) (?:the )?$",
    re.IGNORECASE,
)
_NUMBERS = one_of("one two three four five six seven eight nine ten killed dead wounded injured")
_HEADING = re.compile(rf" ?(?::|[–—-]) (?=\d|at least|more than|(?:[A-Za-z]+ )?{_NUMBERS}\b)")
_LONGEST = max(map(len, type_words())) + len(" called of the ")
_REACH = 60  # characters before a name that are looked at


def called(text: str, mention: Mention) -> Mention:
    """The mention with what the words around it make of it."""
    before = text[max(0, mention.start - _REACH) : mention.start]
    locative = bool(LOCATIVE.search(before)) or heads(text, mention.start, mention.end)
    after = _AFTER.match(text, mention.end)
    level = _level(mention, before, after)
    if level is None or not _possible(level, mention):
        # "a Burkina Faso village": the type word is not the name's.
        locative = locative or level is not None
        return mention if mention.locative == locative else replace(mention, locative=locative)
    word = text[mention.end : after.end()] if after else ""
    if level is Level.SITE and mention.means and after:
        # "Tigray market", "Kabul girls' school": the place is what the name says, the site has no name of its own.
        return replace(mention, locative=True, called=word)
    keep = word if level in (Level.DISTRICT, Level.SITE) else ""
    return replace(mention, locative=True, typed=level, text=mention.text + keep, called=keep)


def _level(mention: Mention, before: str, after: re.Match[str] | None) -> Level | None:
    if after:
        return type_words()[after.group(1).lower()]
    ahead = _BEFORE.search(before, max(0, len(before) - _LONGEST))
    if ahead is None or (mention.means and mention.level < Level.DISTRICT and _PLURAL_BEFORE.search(before)):
        return None
    return type_words()[ahead.group(1).lower()]


def _possible(level: Level, mention: Mention) -> bool:
    if not mention.means:
        return True
    if mention.level <= Level.COUNTRY and level is not Level.PROVINCE:
        return False
    return mention.level > Level.PROVINCE or any(fits(level, candidate) for candidate in mention.means)


def fits(level: Level, candidate: Candidate) -> bool:
    """Whether the candidate can be what the text calls it: "Niger state" is no country, "Kerman city" no province."""
    if level is Level.PROVINCE:
        return Level.COUNTRY < candidate.level <= Level.DISTRICT or candidate.level is Level.LAND
    if level is Level.SITE:
        return candidate.level >= Level.DISTRICT
    return candidate.level in (Level.DISTRICT, Level.SETTLEMENT)


def heads(text: str, start: int, end: int) -> bool:
    """Whether the words head a line: a colon or dash and a number follow ("Nineveh: 72 killed", "Sidon – 2 dead")."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return not line.strip(" \t•*-–") and bool(_HEADING.match(text, end))
