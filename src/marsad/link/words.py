"""The words of reports: folded, weighed by how rare they are in the batch, and compared.

Names matter most when two reports are held against each other, so a capitalised word inside a sentence counts double.
How rare a word is comes from the batch itself; a small batch says little about that, so every word starts as if the
batch were `PRIOR` reports larger than it is.
"""

import math
import re
import unicodedata
import zlib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from marsad.model import Report

PRIOR = 50
"""Reports that are imagined beside the batch when a word's rarity is measured."""

MOST_TERMS = 60
"""Terms kept in a vector, the heaviest first: enough for a news report, and bounds the cost of a comparison."""

SHINGLE = 5
"""Words in a row that make one piece of wording."""

SKETCH = 24
"""Pieces of wording kept of a report: those with the smallest checksums, which is a fair sample."""

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_BREAK = re.compile(r"[.!?\u061f\u06d4][\"'\u201d\u2019\xbb)\]]*\s+|\n+")


@cache
def listed(name: str) -> frozenset[str]:
    """One of the lists in `words.yaml`."""
    lists = yaml.safe_load(files("marsad.link").joinpath("words.yaml").read_text(encoding="utf8"))
    return frozenset(lists[name].split())


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """The word in lower case, without marks above or below its letters and without a possessive ending.

    >>> fold("Bodø's"), fold("ÉCOLE")
    ('bodø', 'ecole')
    """
    plain = unicodedata.normalize("NFKD", word).replace("\u2019", "'").casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return plain[:-2] if plain.endswith("'s") else plain


class Word(NamedTuple):
    """A word of a report: where it starts, its folded form, and whether it is written as a name."""

    start: int
    text: str
    name: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A report read once: its words and its sentence ends by offset, and a sketch of its wording."""

    words: tuple[Word, ...]
    starts: tuple[int, ...]
    breaks: tuple[int, ...]
    sketch: frozenset[int]

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The offsets of the sentence or sentences that hold the characters from `start` to `end`."""
        before = bisect_right(self.breaks, start)
        after = bisect_left(self.breaks, max(end, start + 1))
        first = self.breaks[before - 1] if before else 0
        return first, self.breaks[after] if after < len(self.breaks) else 2**31

    def between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that start from `start` up to but not with `end`."""
        return self.words[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def read(report: Report) -> Page:
    """The page of a report."""
    text = report.text
    breaks = tuple(found.end() for found in _BREAK.finditer(text))
    heads = {0, *breaks}
    words = tuple(
        Word(found.start(), fold(found.group()), found.group()[0].isupper() and found.start() not in heads)
        for found in _WORD.finditer(text)
    )
    return Page(words, tuple(word.start for word in words), breaks, _sketch([word.text for word in words]))


def _sketch(words: list[str]) -> frozenset[int]:
    pieces = {zlib.crc32(" ".join(words[n : n + SHINGLE]).encode()) for n in range(len(words) - SHINGLE + 1)}
    return frozenset(sorted(pieces)[:SKETCH])


def same_wording(a: frozenset[int], b: frozenset[int]) -> float:
    """The share of wording that two sketches have in common, from 0 to 1."""
    smallest = sorted(a | b)[:SKETCH]
    return sum(1 for piece in smallest if piece in a and piece in b) / len(smallest) if smallest else 0.0


def telling(words: Iterable[Word]) -> list[Word]:
    """The words that can tell one event from another: neither short nor common to all reports of violence."""
    common = listed("common")
    return [word for word in words if len(word.text) > 2 and word.text not in common]


class Rarity:
    """How rare each word is in a batch of pages."""

    def __init__(self, pages: Iterable[Page]) -> None:
        seen: Counter[str] = Counter()
        count = 0
        for page in pages:
            count += 1
            seen.update({word.text for word in page.words})
        self.count = count
        self.seen = seen

    def weight(self, word: str) -> float:
        """The logarithm of how many reports there are for each one that has the word."""
        return math.log((self.count + PRIOR) / (self.seen[word] + 0.5))

    def vector(self, words: Iterable[Word]) -> dict[str, float]:
        """The heaviest terms of the words, scaled to length 1."""
        counts: Counter[str] = Counter()
        names: set[str] = set()
        for word in telling(words):
            counts[word.text] += 1
            if word.name:
                names.add(word.text)
        weights = {
            text: (1 + math.log(count)) * self.weight(text) * (2 if text in names else 1)
            for text, count in counts.items()
        }
        return _unit(dict(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:MOST_TERMS]))


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {text: weight / length for text, weight in weights.items()} if length else {}


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """How alike two vectors of length 1 are, from 0 to 1."""
    if len(b) < len(a):
        a, b = b, a
    return math.fsum(weight * b[text] for text, weight in a.items() if text in b)


def heaviest_shared(a: Mapping[str, float], b: Mapping[str, float], most: int = 4) -> list[str]:
    """The shared words that count most, the heaviest first."""
    shared = [(-weight * b[text], text) for text, weight in a.items() if text in b]
    return [text for _, text in sorted(shared)[:most]]
