"""The shape of a report's text: paragraphs, sentences, headline, dateline. All by offsets into the stored text."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

# A sentence ends at . ! or ? before a space and a capital, digit or quote, but not after an initial or an abbreviation.
_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[•*\-–]*[A-Z0-9])|[ \t]*\n+[ \t]*")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Gov|Sen|Rep|St|Mt|No|vs|approx|Jan|Feb|Mar|"
    r"Apr|Jun|Jul|Aug|Sept?|Oct|"
    r"Nov|Dec|Prof|Rev|Jr|Sr|Inc|Ltd|Co|a\.m|p\.m)|\b[A-Z])\.$"
)
# "BAIDOA, March 2 (Wire One) - ", "TEHRAN – ", "KYIV (Reuters) – ", "KINSHASA, DRC | Xinhua | ", "(Nairobi) – ".
_DATELINE = re.compile(
    r"[ \t]*(?:[\w/ ]{3,25}/ )?\(?(?:[A-Z][A-Z'’.\-]+(?:[ /][A-Z][A-Z'’.\-]+){0,3}|(?<=\()[A-Z][\w .'’\-]{2,30})\)?"
    r"(?:, [A-Z][\w .]{1,25}){0,2}(?:,? (?:\([^)\n]{2,40}\) ?,? ?)?(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?)?"
    r"\s*(?:[(/|][^)\n/|]{2,40}[)/|])?\s*[.,]?\s*(?:--?-?|[–—|:]|/[A-Z]+/\.?)\s"
)
# A line of names that says where they wrote: "Raf Samir and Magda Ali, in Cairo", "By Ann Lee in Aden".
_BYLINE = re.compile(
    r"(?m)^(?:By )?[A-Z][\w.'’-]+(?:[ -][A-Z][\w.'’-]+){1,3}"
    r"(?:(?:,| and) [A-Z][\w.'’-]+(?:[ -][A-Z][\w.'’-]+){1,3}){0,2},? in [A-Z][\w -]{2,30}$"
)
_CITY_LINE = re.compile(r"(?m)^[A-Z][a-z]+(?:, [A-Z][a-z]+)?,$")  # "Juba," on a line of its own


@dataclass(frozen=True, slots=True)
class Sentence:
    """Offsets of one sentence and the number of its paragraph."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True)
class Passage:
    """A text with its sentences. A line is a paragraph: reports are stored so."""

    text: str

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, in order; every character but white space lies in one."""
        found, start, paragraph = [], 0, 0
        for end in _END.finditer(self.text):
            line_ends = "\n" in end.group()
            if not line_ends and _ABBREVIATION.search(self.text, max(0, end.start() - 8), end.start() + 1):
                continue
            if self.text[start : end.start() + 1].strip():
                found.append(Sentence(start, end.end(), paragraph))
            start = end.end()
            paragraph += line_ends
        if self.text[start:].strip():
            found.append(Sentence(start, len(self.text), paragraph))
        return tuple(found)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def index_at(self, offset: int) -> int:
        """The number of the sentence that holds the offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    @cached_property
    def headline(self) -> int | None:
        """The number of the sentence that is a headline: a first short line without a full stop. Else None."""
        if len(self.sentences) < 2:
            return None
        first = self.sentences[0]
        line = self.text[first.start : first.end].strip()
        alone = self.sentences[1].paragraph > first.paragraph
        return 0 if alone and len(line) < 140 and not line.endswith((".", "”", '"')) else None

    @cached_property
    def lead(self) -> range:
        """The numbers of the headline and of the first two sentences with a verb's worth of words after it."""
        long = [n for n, s in enumerate(self.sentences) if s.end - s.start > 60 and n != self.headline]
        return range((long[1] if len(long) > 1 else len(self.sentences) - 1) + 1)

    @cached_property
    def datelines(self) -> tuple[tuple[int, int], ...]:
        """Spans that say where and when a text was filed, at the start of one of its first paragraphs."""
        found = [match.span() for match in _CITY_LINE.finditer(self.text, 0, 600)]
        found += [match.span() for match in _BYLINE.finditer(self.text, 0, 800)]
        for sentence in self.sentences[:8]:
            match = _DATELINE.match(self.text, sentence.start, sentence.end)
            if match:
                found.append(match.span())
        return tuple(found)
