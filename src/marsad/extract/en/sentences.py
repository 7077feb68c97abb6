"""Sentences and paragraphs by their punctuation, with offsets into the stored text. Linear in the length of the text.

The parser could split too, but it is a hundred times slower, and most sentences are never parsed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_CHARACTERS = 1_000  # a longer stretch without an end is cut there: nobody writes such sentences, machines do

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Brig|Adm|Cmdr|Gov|Sen|Rep|Prof|Rev|Sr|Jr|St|No|vs|approx|est|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mt|Inc|Ltd|Co|Corp|Hon|Pvt|Insp|Supt|i\.e|e\.g)"
    r"|\b[A-Z](?:\.[A-Z])*)\.$"
)
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s)|\n+|;(?=\s)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its offsets in the report's text, its words, and the number of its paragraph (line)."""

    start: int
    end: int
    text: str
    index: int
    paragraph: int


def _ends(text: str) -> Iterator[tuple[int, bool]]:
    """Offsets at which a sentence ends, and whether its paragraph ends there too."""
    for match in _END.finditer(text):
        mark = match.group()
        if mark[0] == "\n":
            yield match.end(), True
        elif mark != ";" and not (mark == "." and _ABBREVIATION.search(text, max(0, match.start() - 8), match.end())):
            yield match.end(), False
    yield len(text), True


def split(text: str) -> list[Sentence]:
    """The sentences of a text, none empty, in order."""
    sentences: list[Sentence] = []
    start, paragraph = 0, 0
    for end, breaks in _ends(text):
        for piece_start in range(start, end, MOST_CHARACTERS):
            piece = text[piece_start : min(end, piece_start + MOST_CHARACTERS)]
            stripped = piece.strip()
            if stripped:
                at = piece_start + piece.index(stripped)
                sentences.append(Sentence(at, at + len(stripped), stripped, len(sentences), paragraph))
        start = end
        paragraph += breaks
    return sentences
