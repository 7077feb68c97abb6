"""A place's description taken apart: its names, what it is, and what it is near.

"Kobane/Ayn al Arab town" has two names; "Menagh military airport" is a site at Menagh; "Road between Ariha and Jisr
ash Shughur" lies between two places; "Silos east of Palmyra" near one. The words are declared in
data/query_words.yaml.
"""

import re
from dataclasses import dataclass
from functools import cache

from marsad.geocode.keys import exact_key
from marsad.geocode.levels import Level
from marsad.geocode.tables import table

_PARENTHESES = re.compile(r"\(([^()]*)\)")
_WORD = re.compile(r"[^\s,;]+")
_SLASH = re.compile(r"\s*/\s*|\s+or\s+|\s*,\s*(?:aka|also)\s+")
_ROAD = re.compile(r"^(.{3,40}?)\s*(?:[-–—]|\bto\b)\s*(.{3,40}?)\s+(?:road|highway|line|axis|motorway)$", re.IGNORECASE)
_TWO = re.compile(r"\bbetween\b(.{3,60}?)\band\b(.{3,60})$", re.IGNORECASE)
_NUMERAL = re.compile(r"^(?:[IVX]+|\d+|no\.?|number)$")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a description says. `names` are other names of one place, the fullest first.

    `level` is what the words make of it, None where they make nothing of it. `beside` tells that the name is of what
    the place is near or in, not its own; `between` holds the two ends where it lies between them.
    """

    names: tuple[str, ...]
    level: Level | None = None
    beside: bool = False
    between: tuple[str, str] | None = None

    def fits(self, level: Level) -> bool:
        """Whether a place of that level can bear the name: a "town" is no province, a "camp" may be in one."""
        if self.level is None and not self.beside:
            return True
        return level >= Level.REGION and level is not Level.PROVINCE


def wording(description: str) -> Wording:
    """The description taken apart. Names are as written, without the words that say what they are."""
    text = " ".join(description.split())
    inner = [part.strip() for part in _PARENTHESES.findall(text)]
    text = " ".join(_PARENTHESES.sub(" ", text).split())
    ends = _TWO.search(text) or _ROAD.match(text)
    if ends:
        return Wording((), Level.SITE, True, (_bare(ends[1])[0], _bare(ends[2])[0]))
    beside, text = _anchor(text)
    names: list[str] = []
    levels: list[Level | None] = []
    for part in [*_SLASH.split(text), *(one for words in inner for one in _SLASH.split(words))]:
        name, level, directed = _bare(part)
        beside = beside or directed
        if name:
            names += [part, name] if level is Level.SITE and part != name else [name]
        levels.append(level)
    return Wording(tuple(dict.fromkeys(names)), next((level for level in levels if level), None), beside)


def _anchor(text: str) -> tuple[bool, str]:
    """What the place is near, where the words say so, and that they do: "Silos east of Palmyra" is near Palmyra."""
    words = _WORD.findall(text)
    for n in range(len(words) - 2, 0, -1):
        before = words[n - 1].lower()
        if words[n].lower() in _words()["near"] and (before in _kinds() or before in _words()["direction"]):
            return True, " ".join(words[n + 1 :])
    return False, text


def _bare(text: str) -> tuple[str, Level | None, bool]:
    """The name without words that say what it is, the narrowest level they say, and whether a direction was one."""
    words = _WORD.findall(text)
    level: Level | None = None
    directed = False
    while words:
        at = next((n for n in (-1, 0) if _said(words[n]) is not None or _NUMERAL.match(words[n])), None)
        if at is None or (len(words) == 1 and not _plain(words[0])):
            break
        said = _said(words.pop(at))
        directed = directed or said is Level.LAND
        if said is not None and said is not Level.LAND:
            level = max(level or said, said)
    return " ".join(words), level, directed


def _said(word: str) -> Level | None:
    """The level that a word says; LAND stands for a direction."""
    key = word.lower().strip(".,;")
    return _kinds().get(key) or (Level.LAND if key in _words()["direction"] else None)


def _plain(word: str) -> bool:
    """Whether a last word left is no name: "oil", not "Central"."""
    return word[:1].islower() or exact_key(word) in _kinds()


@cache
def common_parts() -> frozenset[str]:
    """Words that many names begin or end with, and that tell no place from another."""
    return _words()["common"]


@cache
def _words() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in table("query_words").items()}


@cache
def _kinds() -> dict[str, Level]:
    levels = (Level.SITE, Level.SETTLEMENT, Level.DISTRICT, Level.PROVINCE)
    return {word: level for level in reversed(levels) for word in _words()[level.name.lower()]}
