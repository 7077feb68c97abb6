"""What a report or a sentence is about: words for violence and for other kinds of harm, weighed by topic.

The words are in `conflict.yaml`. Each counts once a text; the headline and first lines count twice, since that is where
a report says what it is about. Whether a claim's harm was done by conflict is decided in `conflict_choice`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from marsad.extract.en.declared import declared

LEAD = 400  # characters that count twice
SIDES = ("violence", "other")


@dataclass(frozen=True, slots=True)
class Topic:
    """How strongly a text speaks of violence and of other harm, by topic, and the words that said so."""

    violence: int
    other: int
    words: tuple[str, ...]
    topics: tuple[tuple[str, int], ...] = ()

    @property
    def conflict(self) -> bool:
        """Whether violence outweighs the rest. A text that speaks of neither is not about conflict."""
        return self.violence > self.other

    @property
    def sentence(self) -> str:
        """Why, for a reader."""
        shown = ", ".join(self.words[:6])
        return f"violence {self.violence} against {self.other} for other harm ({shown})"


@dataclass(frozen=True, slots=True)
class _Word:
    side: str
    topic: str
    weight: int


@cache
def _words() -> dict[str, _Word]:
    """Every word with its side, topic and weight. Raises ValueError for one that stands twice."""
    raw = declared("conflict.yaml")
    found: dict[str, _Word] = {}
    for side in SIDES:
        for topic, weights in raw[side].items():
            for weight, words in weights.items():
                for word in words:
                    if word in found:
                        raise ValueError(f"conflict.yaml: {word!r} stands twice; leave it in one topic")
                    found[word] = _Word(side, topic, weight)
    return found


@cache
def _automaton() -> tuple[AhoCorasick, list[str]]:
    words = sorted(_words())
    return AhoCorasick(words, matchkind=MatchKind.Standard), words


@lru_cache(maxsize=32)  # a report and its first sentences are weighed by more than one
def weigh(text: str) -> Topic:
    """The topic of a text."""
    lead = len(text) if len(text) <= LEAD else LEAD
    first: dict[str, int] = {}
    for word, start in _found(text.lower()):
        first.setdefault(word, start)
    known = _words()
    topics: dict[str, int] = {}
    sides = dict.fromkeys(SIDES, 0)
    for word, start in first.items():
        entry = known[word]
        weight = entry.weight * (2 if start < lead else 1)
        topics[entry.topic] = topics.get(entry.topic, 0) + weight
        sides[entry.side] += weight
    telling = [word for side in SIDES for word in _telling(first, side)]
    return Topic(sides["violence"], sides["other"], tuple(telling), tuple(sorted(topics.items())))


def _telling(found: dict[str, int], side: str) -> list[str]:
    known = _words()
    return sorted((word for word in found if known[word].side == side), key=lambda word: (-known[word].weight, word))[
        :3
    ]


def _found(lowered: str) -> Iterator[tuple[str, int]]:
    """The words of the list in a text, each with its offset; of words within each other, the longest."""
    automaton, words = _automaton()
    spans = [
        (start, -end, words[n])
        for n, start, end in automaton.find_matches_as_indexes(lowered, overlapping=True)
        if (start == 0 or not lowered[start - 1].isalnum()) and (end == len(lowered) or not lowered[end].isalnum())
    ]
    until = 0
    for start, end, word in sorted(spans):
        if start >= until:
            yield word, start
            until = -end
