"""Capitalised spans of a text: the only places where an English name can stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A word, an abbreviation with points ("U.S.", "D.R."), or a number that may be part of a name ("Camp 17").
_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_][\w]*(?:['’‘`\-–][^\W\d_][\w]*)*|\d+")
# An Arabic, French or Somali article glued to a name: al-Bab, el-Fasher, d'Ivoire.
_CAPITAL = re.compile(r"(?:[a-z]{1,3}[\-'’])?[^\W\d_a-zß-öø-ÿ]")
# "Saudi-led", "UK-based": the name ends at the hyphen.
_SUFFIX = re.compile(
    r"[-–](?:led|backed|based|born|controlled|held|run|affiliated|linked|aligned|allied|made|style|"
    r"administered|occupied|supported|sponsored|trained|wide|bound|headquartered)$"
)
_POSSESSIVE = re.compile(r"['’]s$|['’]$")
# Small words inside names: Rio de Janeiro, Deir al Balah, Isle of Man, Dar es Salaam.
_PARTICLES = frozenset(
    """de del della di do da dos das du des la las lo los le les al el ul es ez az an ad as ash at of e y ou bin ben ibn
    abu um am upon sur""".split()
)

MAX_WORDS = 5


@dataclass(frozen=True, slots=True)
class Word:
    """One word by its offsets; `end` is before a possessive's apostrophe, `stop` after it."""

    start: int
    end: int
    stop: int
    text: str
    capital: bool

    @property
    def possessive(self) -> bool:
        """Whether it is written with 's or an apostrophe."""
        return self.stop > self.end


def words(text: str) -> list[Word]:
    """All words and numbers of the text, in order."""
    found = []
    for match in _TOKEN.finditer(text):
        raw = match.group()
        name = raw if raw.isalnum() else _bare(raw)
        start = match.start()
        found.append(Word(start, start + len(name), match.end(), name, bool(_CAPITAL.match(name))))
    return found


def _bare(raw: str) -> str:
    suffix = _SUFFIX.search(raw)
    return raw[: suffix.start()] if suffix else _POSSESSIVE.sub("", raw)


def spans(text: str, found: list[Word], first: int) -> Iterator[int]:
    """The numbers of the last words of all names that may start at word `first`, longest first.

    A name is up to five words, apart by one space; it starts and ends with a capital; only particles may be small, and
    "the" behind "of" ("Republic of the Congo").
    """
    ends, n = [first], first
    while n + 1 < len(found) and n + 1 - first < MAX_WORDS and _joined(text, found[n], found[n + 1]):
        n += 1
        if found[n].capital:
            ends.append(n)
        elif not _may_be_small(found, n) and not found[n].text.isdigit():
            break
        elif found[n].text.isdigit():
            ends.append(n)
    yield from reversed(ends)


def _may_be_small(found: list[Word], n: int) -> bool:
    word = found[n].text
    return word in _PARTICLES or (word == "the" and found[n - 1].text == "of")


def _joined(text: str, left: Word, right: Word) -> bool:
    return not left.possessive and text[left.stop : right.start] in (" ", "\u00a0", "-")
