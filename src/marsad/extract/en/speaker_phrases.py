"""Phrases of a sentence that may name a speaker: runs of nouns, names and their adjectives, and what belongs to them.

"officials of the ministry", "Rami Abdul Rahman, head of the Observatory", "Arsalan Yarahmedi, who heads Hengaw" are one
phrase each; a possessor stands apart from what it has said ("the network's report": the network).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from marsad.extract.en.speech_words import speech_words
from marsad.extract.en.tokens import NAMES, Line

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
LINKS = frozenset({"al", "el", "bin", "ibn", "de", "da", "dos", "van", "von", "der", "abu", "ul", "-"})
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday late early earlier".split()
)
_INSIDE = NOUNS | {"JJ", "JJR", "JJS", "VBN", "HYPH", "PRP$", "DT", "PDT", "AFX", "FW", "ADD", "X"}
_OPENS = frozenset({"DT", "PRP$", "PDT"})
_LEADS = frozenset("heads leads runs directs commands chairs speaks speaking heading leading represents".split())
_PERSONAL = frozenset({"official", "witness", "medical", "unnamed", "media"})


@dataclass(slots=True)
class Phrase:
    """A phrase of a line: its first and last word, and the head nouns of its parts."""

    first: int
    last: int
    heads: list[int]


def _runs(line: Line) -> Iterator[Phrase]:
    """Runs of nouns with what stands before them, and pronouns that can speak."""
    tags, n, total = line.tags, 0, len(line.tags)
    pronouns = speech_words().pronouns
    while n < total:
        tag = tags[n]
        if tag == "PRP" and line.lower[n] in pronouns:
            yield Phrase(n, n, [n])
        if tag not in _INSIDE or line.words[n] == "|":
            n += 1
            continue
        first = n
        n += 1
        while n < total and (_goes_on(line, n) or _links(line, n)):
            n += 1
        last = n - 1
        while last >= first and tags[last] not in NOUNS:
            last -= 1
        if last >= first:
            yield from _split(line, first, last)


def _goes_on(line: Line, n: int) -> bool:
    return line.tags[n] in _INSIDE and line.tags[n] not in _OPENS and line.words[n] != "|"


def _links(line: Line, n: int) -> bool:
    """Whether a word only ties two parts of a name or of a possessive together."""
    if n + 1 >= len(line.tags) or line.tags[n + 1] not in _INSIDE:
        return False
    if line.tags[n] == "POS":
        return True
    return line.lower[n] in LINKS and line.tags[n - 1] in NAMES and line.tags[n + 1] in NAMES


def _split(line: Line, first: int, last: int) -> Iterator[Phrase]:
    """A run as one phrase; without a day before it; and a possessor apart from what it has said."""
    words = speech_words()
    if line.tags[first] == "PRP$" and words.nouns.get(line.lower[last]) == "paper":
        yield Phrase(first, first, [first])
        return
    while first < last and line.lower[first] in DAYS and line.lower[first - 1 if first else 0] not in ("the",):
        first += 1
    if first < last and words.nouns.get(line.lower[first]) == "media" and line.words[first].isupper():
        yield Phrase(first, first, [first])
        first += 1
    possessive = next((n for n in range(last, first, -1) if line.tags[n] == "POS"), None)
    if possessive is not None and words.nouns.get(line.lower[last]) == "paper":
        yield Phrase(first, possessive - 1, [possessive - 1])
        return
    yield Phrase(first, last, [last])


def phrases(line: Line) -> Iterator[Phrase]:
    """Phrases with what belongs to them: "officials of the ministry", "A. Name, head of the office"."""
    chunks, n = list(_runs(line)), 0
    while n < len(chunks):
        whole = chunks[n]
        n += 1
        while n < len(chunks) and _belongs(line, whole, chunks[n]):
            whole = Phrase(whole.first, chunks[n].last, [*whole.heads, *chunks[n].heads])
            n += 1
        yield whole


def _belongs(line: Line, one: Phrase, other: Phrase) -> bool:
    gap = line.lower[one.last + 1 : other.first]
    kind = kind_at(line, one.heads[-1])
    named = line.tags[one.last] in NAMES
    to_name = line.tags[other.last] in NAMES
    if len(gap) == 1 and gap[0] in ("of", "from", "with"):
        return kind != "paper" and (bool(kind) or (named and (gap[0] == "of" or to_name)))
    if gap == ["for"]:
        return kind in ("official", "unnamed") or (named and to_name)
    if len(gap) == 1 and gap[0] in ("in", "at", "on"):
        return kind not in ("paper", "") and to_name and line.lower[other.last] not in DAYS
    return bool(gap) and gap[0] == "," and _apposed(line, one, other, gap)


def _apposed(line: Line, one: Phrase, other: Phrase, gap: list[str]) -> bool:
    """Whether a name and a role stand side by side: "Name, head of", "the coordinator, Name", "Name, who heads X"."""
    kinds = kind_at(line, one.heads[0]), kind_at(line, other.heads[0])
    name = line.tags[one.heads[-1]] in NAMES and not kinds[0] and one.last > one.first
    other_name = line.tags[other.heads[-1]] in NAMES and not kinds[1] and other.last > other.first
    if len(gap) > 1:
        return name and len(gap) <= 4 and (gap[1] == "for" or any(word in _LEADS for word in gap[1:]))
    after = line.lower[other.last + 1] if other.last + 1 < len(line.lower) else ""
    opens = one.first == 0 or line.lower[one.first - 1] in (",", "and", "that", "but", "to", ";", ":")
    if after in speech_words().verbs and not opens:
        return False
    if name:
        return kinds[1] in _PERSONAL and line.tags[other.heads[0]] != "NNS"
    return kinds[0] in _PERSONAL and other_name and line.tags[one.heads[0]] != "NNS"


def kind_at(line: Line, head: int) -> str:
    """What kind of speaker a word tells; empty for none."""
    return speech_words().nouns.get(line.lower[head], "")
