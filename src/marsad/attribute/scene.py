"""One report, read for those who speak in it: its sentences, the sources it names, the abbreviations it introduces.

Everything is found on first use, so a report whose claims need little costs little.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from marsad.attribute.countries import countries
from marsad.attribute.directory import Directory, Hit
from marsad.attribute.people import Person, people_in
from marsad.attribute.speakers import speaker_of
from marsad.attribute.words import fold, key, slug
from marsad.model import Report, Source, SourceKind, Span

_END = re.compile(r"[.!?](?:[\"'\u201d\u2019)]*)\s+(?=[\"'\u201c\u2018(]?[A-Z0-9•])|\n+")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Dr|St|Gen|Maj|Col|Lt|Capt|Brig|Sgt|Rev|Prof|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[A-Z])\.$"
)
_BRACKETED = re.compile(r" \(([A-Z][A-Za-z&-]{1,9})\)")
_LONG = 110  # characters before a bracket in which the name that it abbreviates must stand
_MINISTRY = re.compile(
    r"(?:[A-Z][\w-]+(?:'s|\u2019s)? )?(?:[Hh]ealth|[Ii]nterior|[Dd]efen[cs]e|[Ii]nformation|[Hh]ome"
    r"|[Ss]ecurity|[Ff]oreign)"
    r" [Mm]inistry|[Mm]inistry of (?:Public |National |Internal )?[A-Z]\w+(?: [A-Z]\w+)?(?: (?:in|of) [A-Z]\w+)?"
)
SPEAKS = re.compile(
    r"\b(?:said|says?|saying|reports|reported|reporting|announce[sd]|confirm(?:s|ed)|state[sd]|told|put|puts"
    r"|documented|documents"
    r"|recorded|records|counted|counts|denounced|declared|estimate[sd]|revealed|disclosed|add(?:s|ed)"
    r"|according to|citing|quoting"
    r"|claim(?:s|ed)|figures|tally|toll|tweeted|wrote|writes|verified|listed|gave|gives)\b"
)


FULL_STOPS = (".", "!", "?", '"', "\u201d")
MOST_CHARACTERS = 2_000  # of a sentence: nobody writes longer ones, and what machines write is cut


def _cut(start: int, end: int) -> list[Span]:
    """A sentence as one span, or as several where it is too long."""
    return [Span(start=first, end=min(end, first + MOST_CHARACTERS)) for first in range(start, end, MOST_CHARACTERS)]


@dataclass(frozen=True, slots=True)
class Named:
    """A source that the report names. `speaks` tells that the report lets it say something."""

    name: str
    root: str
    kind: SourceKind
    start: int
    country: str | None = None
    source: Source | None = None
    speaks: bool = False


@dataclass
class Scene:
    """The report with what is read off it. `directory` gives the names to look for."""

    report: Report
    directory: Directory

    @property
    def text(self) -> str:
        """The report's stored text."""
        return self.report.text

    @cached_property
    def folded(self) -> str:
        """The text, folded; offsets hold."""
        return fold(self.text)

    @cached_property
    def hits(self) -> list[Hit]:
        """Where the text names sources of the directory."""
        return self.directory.hits(self.text)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences and lines of the text, in order."""
        spans: list[Span] = []
        start = 0
        for match in _END.finditer(self.text):
            if "\n" not in match.group() and _ABBREVIATED.search(
                self.text, max(0, match.start() - 6), match.start() + 1
            ):
                continue
            spans += _cut(start, match.end())
            start = match.end()
        return [*spans, *_cut(start, len(self.text))]

    @cached_property
    def _ends(self) -> list[int]:
        return [span.end for span in self.sentences]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence in which an offset lies."""
        return min(bisect_right(self._ends, offset), max(0, len(self._ends) - 1))

    @cached_property
    def first_full(self) -> int:
        """The number of the first full sentence: headlines and datelines, which end in no full stop, are none."""
        full = (n for n, s in enumerate(self.sentences) if self.text[s.start : s.end].rstrip()[-1:] in FULL_STOPS)
        return next(full, len(self.sentences))

    def quote(self, offset: int, length: int = 60) -> str:
        """The beginning of the sentence at an offset, for a reviewer."""
        span = self.sentences[self.sentence_at(offset)]
        words = " ".join(self.text[span.start : span.end].split())
        return words if len(words) <= length else words[:length].rsplit(" ", 1)[0] + " …"

    @cached_property
    def introduced(self) -> dict[str, str]:
        """The abbreviations the text introduces itself: "Syrian Network for Human Rights (SNHR)"."""
        found = {}
        for match in _BRACKETED.finditer(self.text):
            before = self.text[max(0, match.start() - _LONG) : match.start()]
            long = _spelt(re.split(r"[.,;:!?\n]", before)[-1].split(), match.group(1))
            if long:
                found[match.group(1)] = long
        return found

    @cached_property
    def people(self) -> list[Person]:
        """The persons the text introduces, with what they are."""
        return people_in(self.text, self.directory, self.hits)

    @cached_property
    def named(self) -> list[Named]:
        """Each source that the report names, once, in the order of first mention."""
        by_root: dict[str, Named] = {}
        for mention in (*self._from_directory(), *self._from_introductions(), *self._ministries()):
            known = by_root.get(mention.root)
            if known is None or (mention.speaks and not known.speaks):
                by_root[mention.root] = mention if known is None else _at(mention, known.start)
        return sorted(by_root.values(), key=lambda mention: mention.start)

    def _from_directory(self) -> list[Named]:
        return [
            Named(
                hit.source.name,
                hit.source.id,
                hit.source.kind,
                hit.start,
                hit.source.country,
                hit.source,
                self.speaks(hit.start, hit.end),
            )
            for hit in self.hits
        ]

    def _from_introductions(self) -> list[Named]:
        unknown = {short: long for short, long in self.introduced.items() if not self.directory.find(long)}
        found = []
        for short, long in unknown.items():
            start = self.text.find(long)
            row = speaker_of(long)
            kind = row.kind if row else SourceKind.OTHER
            found.append(
                Named(
                    long,
                    f"name:{slug(long)}",
                    kind,
                    start,
                    countries().only(long),
                    None,
                    self.speaks(start, start + len(long) + len(short) + 3),
                )
            )
        return found

    def _ministries(self) -> list[Named]:
        found = []
        for match in _MINISTRY.finditer(self.text):
            row, country = speaker_of(match.group()), countries().only(match.group())
            if row is None:
                continue
            source = self.directory.find(match.group()) or self.directory.institution(country, row.slug)
            root = source.id if source else f"ministry:{row.slug}"
            name = source.name if source else match.group()
            found.append(
                Named(name, root, row.kind, match.start(), country, source, self.speaks(match.start(), match.end()))
            )
        return found

    def speaks(self, start: int, end: int) -> bool:
        """Whether the words near a mention let it say something: "X said", "according to X"."""
        return bool(SPEAKS.search(self.folded, max(0, start - 30), start) or SPEAKS.search(self.folded, end, end + 60))

    def defined(self, words: str) -> str | None:
        """The full name of an abbreviation that the report introduces."""
        return self.introduced.get(words.strip())


def _at(mention: Named, start: int) -> Named:
    return Named(mention.name, mention.root, mention.kind, start, mention.country, mention.source, mention.speaks)


def _spelt(words: list[str], short: str) -> str | None:
    """The tail of the words whose initials spell the abbreviation; small words may be skipped."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    for begin in range(len(words) - 1, -1, -1):
        if not words[begin][:1].isupper() or key(words[begin])[:1] != letters[0]:
            continue
        initials = [key(word)[:1] for word in words[begin:] if word[:1].isupper()]
        if initials == letters or [key(word)[:1] for word in words[begin:]] == letters:
            return " ".join(words[begin:])
    return None
