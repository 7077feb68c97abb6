"""A time phrase of a sentence, and two that are told as one: "Wednesday, 21 February", "between Friday and Sunday"."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from marsad.model import Interval

DAYS = frozenset({"weekday", "day and month", "full date", "iso date", "figures", "feast", "yesterday", "today"})
"""The forms that name one day."""

NEAR = 3
"""Days that may lie between two days joined by "and" alone: further apart they are two events."""


@dataclass(frozen=True, slots=True)
class When:
    """A time phrase: its offsets in the sentence, the days, and whether it opens a running count ("since Thursday").

    `named` are the days it names itself, before a count is run on to the day of publication; `why` the reason where it
    has no days; `shift` how many days it lies from a day told before it ("the next day": 1).
    """

    start: int
    end: int
    interval: Interval | None
    form: str
    running: bool = False
    why: str = ""
    named: Interval | None = None
    shift: int | None = None


_PART_OF_DAY = r"(?:(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|noon|dawn|midnight)\s+)?"
_BETWEEN = re.compile(
    rf"\s*(?:[-–]|{_PART_OF_DAY}(?P<word>to|and|until|till|through|into)\s+"
    r"(?:(?:the|on|early|late|morning|night|evening|of)\s+){0,4})\s*",
    re.I,
)
_BESIDE = re.compile(r"(?:,|\s|\()*(?:the\s+)?")
_OPENS = re.compile(r"\b(?:between|from|on)\s+(?:(?:the|late|early|night|evening|morning|of)\s+){0,4}$", re.I)


def joined(found: list[When], text: str) -> list[When]:
    """Two days told as one: "Wednesday, 21 February" is a day, "between Friday and Sunday" a period."""
    kept: list[When] = []
    for when in found:
        before = kept[-1] if kept else None
        if before and when.form in DAYS and before.form in DAYS and when.start - before.end <= 40:
            both = _one_day(before, when, text) or _period(before, when, text)
            if both:
                kept[-1] = both
                continue
        kept.append(when)
    return kept


def _one_day(first: When, second: When, text: str) -> When | None:
    if first.form not in ("weekday", "yesterday", "today") or (first.form == second.form):
        return None
    if not _BESIDE.fullmatch(text[first.end : second.start]):
        return None
    kept = second if second.interval else first
    return replace(kept, start=first.start, end=second.end)


def _period(first: When, second: When, text: str) -> When | None:
    """A period from one named day to another, or None where the words between do not join them."""
    link = _BETWEEN.fullmatch(text, first.end, second.start)
    if not link or first.running or second.running:
        return None
    start = first.interval.start if first.interval else None
    end = second.interval.end if second.interval else None
    if start is None or end is None:
        return _undated(first, second, first.why or second.why)
    start = _before(start, end, first.form, second.form)
    apart, opened = (end - start).days, _OPENS.search(text[max(0, first.start - 40) : first.start])
    if link["word"] == "and" and apart > NEAR and not opened:
        return None
    if apart < 0:
        return _undated(first, second, "the period ends before it starts")
    days = replace(Interval.of(start, end), text=text[first.start : second.end])
    return When(first.start, second.end, days, "days joined", named=days)


def _before(start: date, end: date, first: str, second: str) -> date:
    """The first day brought before the last: into the week before, or the year that the last one names."""
    if start > end and first == "weekday":
        return start - timedelta(days=7)
    yearless = first == "day and month" and second == "full date" and (start.month, start.day) != (2, 29)
    if start > end and yearless and (start.month, start.day) < (end.month, end.day):
        return start.replace(year=end.year)
    return start


def _undated(first: When, second: When, why: str) -> When:
    return When(first.start, second.end, None, "days joined", why=why)
