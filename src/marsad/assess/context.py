"""What a report tells of the years before: the sentences that date violence more than a year before the report.

They are quoted as background and bound nothing. English only; a check of words and dates, not of meaning.
"""

from dataclasses import dataclass
from datetime import timedelta

from marsad.extract.en import conflict, when
from marsad.extract.en.sentences import split
from marsad.model import Report, Span

LONG_AGO = timedelta(days=365)
MOST = 3  # sentences a report: a brief quotes context, it does not retell it


@dataclass(frozen=True, slots=True)
class Context:
    """One sentence of a report about the years before, and a sentence that quotes it."""

    report: str
    span: Span
    sentence: str


def context(report: Report) -> list[Context]:
    """The sentences that tell of violence long before the report. Empty where its day or language is not known."""
    published = report.published_on
    if published is None or report.language not in (None, "en"):
        return []
    found = []
    for sentence in split(report.text):
        days = [w.interval for w in when.find(sentence.text, report.published_day, published) if w.interval]
        old = any(span.start is not None and span.start < published - LONG_AGO for span in days)
        if old and conflict.weigh(sentence.text).violence:
            quoted = f"One report tells of the years before: \u201c{sentence.text}\u201d"
            found.append(Context(report.id, Span(start=sentence.start, end=sentence.end), quoted))
    return found[:MOST]
