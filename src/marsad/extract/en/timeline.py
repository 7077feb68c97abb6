"""The days a report speaks of, in the order of its text: each time phrase with its sentence and how it stands there.

A day told from another ("the next day", "two days later") is resolved here, from the day told last before it.
"""

import re
from dataclasses import dataclass
from datetime import timedelta

from marsad.extract.en import fastpass, sentences
from marsad.extract.en import when as times
from marsad.extract.en.candidates import Page
from marsad.extract.en.sentences import Sentence
from marsad.extract.en.timing import of_speech
from marsad.extract.en.when import When
from marsad.model import Interval, Report

HEAD = 3  # sentences among which a dateline is looked for
MOST = 400  # sentences looked at: what comes later in a long text dates nothing before it

_LATE = re.compile(r"\b(?:night|late|evening|midnight|overnight)\W+(?:\w+\W+){0,2}$", re.I)
_LATE_AFTER = re.compile(r"\W{0,2}(?:night|evening|late|midnight)\b", re.I)
_NIGHT = re.compile(r"night|late\b", re.I)
_CLOSES = re.compile(r"\b(?:until|till|up\s+to|as\s+of|as\s+at|by|to|through|before|and)\s+(?:\w+\s+){0,2}$", re.I)
_WORD_BEFORE = re.compile(r"([\w'’]+)\W*$")


@dataclass(frozen=True, slots=True)
class Dated:
    """A time phrase in its report.

    `days` are those it names, `speech` says that it dates the saying, `dateline` that it heads the report, `night` that
    it is late on that day, `closes` that it ends a period, `harm` that its sentence has a word for harm.
    """

    when: When
    sentence: Sentence
    days: Interval | None
    speech: bool
    dateline: bool
    night: bool
    closes: bool
    harm: bool
    before: str

    @property
    def start(self) -> int:
        """Its offset in the report."""
        return self.sentence.start + self.when.start

    @property
    def phrase(self) -> str:
        """The words of the text."""
        return self.sentence.text[self.when.start : self.when.end].strip()

    @property
    def one_day(self) -> bool:
        """Whether it names one day."""
        return self.days is not None and self.days.days == 1


def timeline(page: Page) -> list[Dated]:
    """The time phrases of a page, in order."""
    report = page.report
    known = {read.sentence.start: read.times for read in page.sentences}
    found: list[Dated] = []
    last: Interval | None = None
    for sentence in sentences.split(report.text)[:MOST]:
        own = known.get(sentence.start)
        for when in _found(sentence, report) if own is None else own:
            dated = _dated(when, sentence, last)
            found.append(dated)
            if dated.one_day and not dated.dateline:
                last = dated.days
    return found


def _found(sentence: Sentence, report: Report) -> list[When]:
    return times.find(sentence.text, report.published_day, report.published_on)


def _dated(when: When, sentence: Sentence, last: Interval | None) -> Dated:
    text = sentence.text
    left, right = text[max(0, when.start - 40) : when.start], text[when.end : when.end + 25]
    before = _WORD_BEFORE.search(left)
    return Dated(
        when=when,
        sentence=sentence,
        days=_told(when, last) or when.named or when.interval,
        speech=of_speech(text, when),
        dateline=sentence.index <= HEAD and times.of_dateline(text, when),
        night=bool(_LATE.search(left) or _LATE_AFTER.match(right) or _NIGHT.search(text, when.start, when.end)),
        closes=bool(_CLOSES.search(left)),
        harm=fastpass.harm_words(text),
        before=before[1].lower() if before else "^",
    )


def _told(when: When, last: Interval | None) -> Interval | None:
    """The days told from the day before it in the text."""
    if when.shift is None or last is None or last.start is None:
        return None
    try:
        named = when.named or when.interval
        return Interval.day(last.start + timedelta(days=when.shift), text=named.text if named else when.form)
    except OverflowError:
        return None
