"""Phrases of time to days: one small function a form, named in `when.yaml`.

Each takes the match and the day of publication (None where it is not known) and gives the interval, or None where the
phrase is relative to a day that is not known, or is no date. A weekday is the latest such day up to the day of
publication, that day included; a day without a year is the latest that has come round, or comes within a week.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from marsad.extract.en.numbers import UNITS
from marsad.model import Interval

Anchor = date | None
Resolver = Callable[[re.Match[str], Anchor], Interval | None]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
FEASTS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
}


def month_number(name: str) -> int:
    """1 to 12 for a month's name or its beginning."""
    return next(n for n, month in enumerate(MONTHS, start=1) if month.startswith(name.lower().rstrip(".")[:3]))


def iso(match: re.Match[str], today: Anchor) -> Interval | None:
    """2025-03-08."""
    return calendar(int(match["year"]), int(match["m"]), int(match["d"]))


def full(match: re.Match[str], today: Anchor) -> Interval | None:
    """8 March 2025."""
    return calendar(int(match["year"]), month_number(match["month"]), int(match["day"]))


def calendar(year: int, month: int, day: int) -> Interval | None:
    """One day, or None where there is no such day."""
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return Interval.day(date(year, month, day))


def latest_year(month: int, day: int, today: date) -> int:
    """The year in which a month and day last came round, or come within a week (a dateline may be early)."""
    this = calendar(today.year, month, day)
    ahead = this is None or this.start is None or this.start > today + timedelta(days=7)
    return today.year - 1 if ahead else today.year


def day_and_month(match: re.Match[str], today: Anchor) -> Interval | None:
    """8 March."""
    if today is None:
        return None
    month, day = month_number(match["month"]), int(match["day"])
    return calendar(latest_year(month, day, today), month, day)


def days_of_month(match: re.Match[str], today: Anchor) -> Interval | None:
    """Between 6 and 10 March."""
    month, first, last = month_number(match["month"]), int(match["day"]), int(match["last"])
    if match["year"] is None and today is None:
        return None
    year = int(match["year"]) if match["year"] else latest_year(month, first, today or date.max)
    start, end = calendar(year, month, first), calendar(year, month, last)
    if start is None or end is None or first > last:
        return None
    return Interval.of(start.start, end.end)


def month_and_year(match: re.Match[str], today: Anchor) -> Interval | None:
    """March 2025."""
    return whole_month(int(match["year"]), month_number(match["month"]))


def whole_month(year: int, month: int) -> Interval:
    """All days of a month."""
    return Interval.of(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def month(match: re.Match[str], today: Anchor) -> Interval | None:
    """In March: the latest, up to the day of publication."""
    if today is None:
        return None
    number = month_number(match["month"])
    whole = whole_month(today.year if number <= today.month else today.year - 1, number)
    assert whole.end is not None
    return Interval.of(whole.start, min(whole.end, today))


def month_of_last_year(match: re.Match[str], today: Anchor) -> Interval | None:
    """October last year."""
    return None if today is None else whole_month(today.year - 1, month_number(match["month"]))


def year(match: re.Match[str], today: Anchor) -> Interval | None:
    """In 2011."""
    return Interval.of(date(int(match["year"]), 1, 1), date(int(match["year"]), 12, 31))


def weekday(match: re.Match[str], today: Anchor) -> Interval | None:
    """On Saturday: today if it is one, else the latest; "last Saturday" is before today."""
    if today is None:
        return None
    wanted = next(n for n, day in enumerate(WEEKDAYS) if day.startswith(match["weekday"].lower()[:3]))
    back = (today.weekday() - wanted) % 7
    if back == 0 and match.group().lower().startswith("last"):
        back = 7
    return Interval.day(today - timedelta(days=back))


def _back(first: int, last: int) -> Resolver:
    def resolve(match: re.Match[str], today: Anchor) -> Interval | None:
        return None if today is None else Interval.of(today - timedelta(days=first), today - timedelta(days=last))

    return resolve


def span(match: re.Match[str], today: Anchor) -> Interval | None:
    """In the past 48 hours, over three days."""
    if today is None:
        return None
    days = {"hour": -(-_count(match["count"]) // 24), "day": _count(match["count"]), "week": 7 * _count(match["count"])}
    return Interval.of(today - timedelta(days=days[match["unit"].lower()]), today)


def _count(word: str | None) -> int:
    lowered = (word or "one").lower()
    if lowered.isdigit():
        return int(lowered)
    return UNITS.get(lowered, 3 if lowered in ("few", "several") else 2)


def ago(match: re.Match[str], today: Anchor) -> Interval | None:
    """Two days ago, a month ago."""
    if today is None:
        return None
    count, unit = _count(match["count"]), match["unit"].lower()
    if unit in ("day", "week"):
        return Interval.day(today - timedelta(days=count * (7 if unit == "week" else 1)))
    if unit == "month":
        total = today.year * 12 + today.month - 1 - count
        return whole_month(total // 12, total % 12 + 1)
    return Interval.of(date(today.year - count, 1, 1), date(today.year - count, 12, 31))


def this_year(match: re.Match[str], today: Anchor) -> Interval | None:
    """So far this year."""
    return None if today is None else Interval.of(date(today.year, 1, 1), today)


def last_year(match: re.Match[str], today: Anchor) -> Interval | None:
    """Last year."""
    return None if today is None else Interval.of(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))


def this_month(match: re.Match[str], today: Anchor) -> Interval | None:
    """The month of publication, up to its day."""
    return None if today is None else Interval.of(today.replace(day=1), today)


def last_month(match: re.Match[str], today: Anchor) -> Interval | None:
    """The month before that of publication."""
    if today is None:
        return None
    total = today.year * 12 + today.month - 2
    return whole_month(total // 12, total % 12 + 1)


def feast(match: re.Match[str], today: Anchor) -> Interval | None:
    """Christmas Eve."""
    if today is None:
        return None
    number, day = FEASTS[re.sub(r"\s+", " ", match["feast"].lower())]
    return calendar(latest_year(number, day, today), number, day)


def weekend(match: re.Match[str], today: Anchor) -> Interval | None:
    """The Saturday and Sunday that ended last, or the one under way."""
    if today is None:
        return None
    saturday = today - timedelta(days=(today.weekday() - 5) % 7)
    return Interval.of(saturday, min(saturday + timedelta(days=1), today))


RESOLVERS: dict[str, Resolver] = {
    "iso": iso,
    "full": full,
    "days_of_month": days_of_month,
    "month_and_year": month_and_year,
    "day_and_month": day_and_month,
    "month_of_last_year": month_of_last_year,
    "month": month,
    "year": year,
    "weekday": weekday,
    "overnight": _back(1, 0),
    "yesterday": _back(1, 1),
    "today": _back(0, 0),
    "recent_days": _back(2, 0),
    "this_week": _back(6, 0),
    "last_week": _back(13, 1),
    "span": span,
    "ago": ago,
    "weekend": weekend,
    "feast": feast,
    "this_month": this_month,
    "last_month": last_month,
    "this_year": this_year,
    "last_year": last_year,
}
"""The functions that `when.yaml` may name."""
