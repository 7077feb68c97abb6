"""Dates that name a day, a month or a year: one small function a form, named in `when.yaml`.

Each takes the match and the day of publication (None where it is not known) and gives the interval, or None where the
year must come from a day of publication that is not known. It raises `Unresolved` for words that name days which there
are not (31 February), and `NotADate` for figures that only look like a date. A day without a year is the latest that
has come round, or comes within a week.
"""

import re
from calendar import isleap, monthrange
from collections.abc import Callable
from datetime import date, timedelta

from marsad.model import Interval

Anchor = date | None
Resolver = Callable[[re.Match[str], Anchor], Interval | None]

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
FEASTS = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
}
EARLY = timedelta(days=7)  # a dateline may be this much before the day it names


class Unresolved(ValueError):
    """Words for days that cannot be told; the message is the reason."""


class NotADate(ValueError):
    """Figures that look like a date and are none."""


def month_number(name: str) -> int:
    """1 to 12 for a month's name or its beginning."""
    return next(n for n, month in enumerate(MONTHS, start=1) if month.startswith(name.lower().rstrip(".")[:3]))


def calendar(year: int, month: int, day: int) -> date:
    """A day of the calendar. Raises Unresolved where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError as error:
        name = MONTHS[month - 1].capitalize() if 1 <= month <= 12 else f"month {month}"
        raise Unresolved(f"there is no {day} {name} {year}") from error


def whole_month(year: int, month: int) -> Interval:
    """All days of a month."""
    return Interval.of(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def whole_year(year: int, today: Anchor) -> Interval:
    """All days of a year, up to the day of publication."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return Interval.of(first, today if today and first <= today < last else last)


def latest_year(month: int, day: int, today: date) -> int:
    """The year in which a month and day last came round, or come within a week. Raises Unresolved for no such day."""
    if not (1 <= month <= 12 and 1 <= day <= monthrange(2024, month)[1]):
        raise Unresolved(f"there is no {day} {MONTHS[month - 1].capitalize()}")
    for year in range(today.year + 1, max(today.year - 9, 0), -1):
        if (month, day) == (2, 29) and not isleap(year):
            continue
        if date(min(year, 9999), month, day) <= today + min(EARLY, date.max - today):
            return year
    raise Unresolved("no such day before the report")


def iso(match: re.Match[str], today: Anchor) -> Interval | None:
    """2025-03-08."""
    return Interval.day(calendar(int(match["year"]), int(match["m"]), int(match["d"])))


def figures(match: re.Match[str], today: Anchor) -> Interval | None:
    """19/12/2018: the only order that is a date, or the one that lies in the two months before the report."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    orders = {(day, month) for day, month in ((first, second), (second, first)) if 1 <= month <= 12}
    days = sorted({date(year, month, day) for day, month in orders if 1 <= day <= monthrange(year, month)[1]})
    if not days:
        raise Unresolved(f"there is no day {match.group()}")
    near = [day for day in days if today and timedelta() <= today - day <= timedelta(days=60)]
    chosen = days if len(days) == 1 else near
    if len(chosen) != 1:
        raise Unresolved(f"{match.group()} may put the day or the month first")
    return Interval.day(chosen[0])


def full(match: re.Match[str], today: Anchor) -> Interval | None:
    """8 March 2025."""
    return Interval.day(calendar(int(match["year"]), month_number(match["month"]), int(match["day"])))


def day_and_month(match: re.Match[str], today: Anchor) -> Interval | None:
    """8 March."""
    if today is None:
        return None
    month, day = month_number(match["month"]), int(match["day"])
    return Interval.day(calendar(latest_year(month, day, today), month, day))


def day_of_last_year(match: re.Match[str], today: Anchor) -> Interval | None:
    """March 30 last year."""
    if today is None:
        return None
    month, day = match["month"] or match["month_2"], match["day"] or match["day_2"]
    return Interval.day(calendar(today.year - 1, month_number(month), int(day)))


def days_of_month(match: re.Match[str], today: Anchor) -> Interval | None:
    """Between 6 and 10 March."""
    month, first, last = month_number(match["month"]), int(match["day"]), int(match["last"])
    if not match["year"] and today is None:
        return None
    if first >= last:
        if re.search(r"[a-z]", match["to"], re.I):
            raise Unresolved("the period ends before it starts")
        raise NotADate(match.group())  # "May 14 - 6 killed"
    year = int(match["year"]) if match["year"] else latest_year(month, first, today or date.max)
    return Interval.of(calendar(year, month, first), calendar(year, month, last))


def months_of_year(match: re.Match[str], today: Anchor) -> Interval | None:
    """From January to June 2016."""
    first, last = month_number(match["month"]), month_number(match["last"])
    if not match["year"] and today is None:
        return None
    year = int(match["year"]) if match["year"] else latest_year(last, 1, today or date.max)
    start = whole_month(year if first <= last else year - 1, first).start
    end = whole_month(year, last).end
    assert start and end
    return Interval.of(start, min(end, today) if today and start <= today else end)


def month_and_year(match: re.Match[str], today: Anchor) -> Interval | None:
    """March 2025, late March 2025."""
    whole = whole_month(int(match["year"]), month_number(match["month"]))
    return part_of_month(whole, match["part"])


def part_of_month(whole: Interval, part: str | None) -> Interval:
    """A month, or a third of it: early, mid-, late."""
    if not part or whole.start is None or whole.end is None:
        return whole
    word = re.sub(r"[^a-z]", "", part.lower())
    first = {"early": 1, "beginning": 1, "mid": 11, "middle": 11}.get(word[:9], 21)
    last = {1: 10, 11: 20}.get(first, whole.end.day)
    return Interval.of(whole.start.replace(day=first), whole.start.replace(day=last))


def month(match: re.Match[str], today: Anchor) -> Interval | None:
    """In March: the latest, up to the day of publication; "last March" is not that month nor the one before."""
    if today is None:
        return None
    number = month_number(match["month"])
    latest = today.month - 2 if re.search(r"\blast\b", match.group(), re.I) else today.month
    whole = part_of_month(whole_month(today.year if number <= latest else today.year - 1, number), match["part"])
    assert whole.start and whole.end
    return Interval.of(whole.start, min(whole.end, today)) if whole.start <= today else whole


def month_of_last_year(match: re.Match[str], today: Anchor) -> Interval | None:
    """October last year."""
    return None if today is None else whole_month(today.year - 1, month_number(match["month"]))


def year(match: re.Match[str], today: Anchor) -> Interval | None:
    """In 2011."""
    return whole_year(int(match["year"]), today)


def years(match: re.Match[str], today: Anchor) -> Interval | None:
    """1992-95, from 2011 to 2016."""
    first, last = int(match["year"]), int(match["last"])
    last = last if last > 99 else first - first % 100 + last
    if first >= last or last - first > 60:
        raise NotADate(match.group())
    return Interval.of(date(first, 1, 1), whole_year(last, today).end)


HALVES = {"half": 6, "quarter": 3}
ORDINALS = ("first", "second", "third", "fourth")


def part_of_year(match: re.Match[str], today: Anchor) -> Interval | None:
    """The first half of 2021."""
    if not match["year"] and today is None:
        return None
    length, which = HALVES[match["half"].lower()], ORDINALS.index(match["nth"].lower())
    if (which + 1) * length > 12:
        raise NotADate(match.group())
    return _months_of(match, today, 1 + which * length, (which + 1) * length)


def first_months(match: re.Match[str], today: Anchor) -> Interval | None:
    """The first nine months of 2021."""
    if not match["year"] and today is None:
        return None
    words = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
    return _months_of(match, today, 1, 2 + words.index(match["months"].lower()))


def _months_of(match: re.Match[str], today: Anchor, first: int, last: int) -> Interval:
    number = int(match["year"]) if match["year"] else (today or date.max).year
    return Interval.of(date(number, first, 1), date(number, last, monthrange(number, last)[1]))


def same_day_of(match: re.Match[str], today: Anchor) -> Interval | None:
    """On this day in 1995."""
    return None if today is None else Interval.day(calendar(int(match["year"]), today.month, today.day))


def feast(match: re.Match[str], today: Anchor) -> Interval | None:
    """Christmas Eve."""
    if today is None:
        return None
    number, day = FEASTS[re.sub(r"\s+", " ", match["feast"].lower().replace("’", "'"))]
    return Interval.day(calendar(latest_year(number, day, today), number, day))


CALENDAR: dict[str, Resolver] = {
    "iso": iso,
    "figures": figures,
    "full": full,
    "days_of_month": days_of_month,
    "months_of_year": months_of_year,
    "month_and_year": month_and_year,
    "day_and_month": day_and_month,
    "day_of_last_year": day_of_last_year,
    "month_of_last_year": month_of_last_year,
    "month": month,
    "year": year,
    "years": years,
    "part_of_year": part_of_year,
    "first_months": first_months,
    "same_day_of": same_day_of,
    "feast": feast,
}
"""The functions that `when.yaml` may name."""
