"""How two stretches of days stand to each other, and how they are written in a sentence."""

from calendar import monthrange
from datetime import date, timedelta

from marsad.model import Interval

EVENT_DAYS = 4
"""An interval of at most so many days is exact: it can contradict another one."""

SLACK_DAYS = 2
"""Days by which two exact intervals may miss each other and still be one event: "overnight", "Sunday", time zones."""

DASH = "\N{EN DASH}"

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def known(time: Interval | None) -> tuple[date, date] | None:
    """The first and last day, where both are known."""
    if time is None or time.start is None or time.end is None:
        return None
    return time.start, time.end


def length(days: tuple[date, date]) -> int:
    """How many days."""
    return (days[1] - days[0]).days + 1


def gap(a: tuple[date, date], b: tuple[date, date]) -> int:
    """How many days lie from the end of the one to the start of the other: 1 for neighbours, 0 where they overlap."""
    return max(0, (a[0] - b[1]).days, (b[0] - a[1]).days)


def overlap(a: tuple[date, date], b: tuple[date, date]) -> float:
    """The days in both as a share of the days in either."""
    both = (min(a[1], b[1]) - max(a[0], b[0])).days + 1
    return max(0, both) / ((max(a[1], b[1]) - min(a[0], b[0])).days + 1)


def inside(inner: tuple[date, date], outer: tuple[date, date], slack: int = 1) -> bool:
    """Whether all days of `inner` lie in `outer`, give or take `slack` days."""
    step = timedelta(days=slack)
    return outer[0] - step <= inner[0] and inner[1] <= outer[1] + step


def whole_months(days: tuple[date, date]) -> bool:
    """Whether the days run from the first of a month to the last of a month, as a month without days is resolved."""
    return days[0].day == 1 and days[1].day == monthrange(days[1].year, days[1].month)[1]


def same_start(a: tuple[date, date], b: tuple[date, date]) -> bool:
    """Whether two counts can be said to run from the same day.

    Long counts are told loosely ("since March"): a tenth of the shorter one, up to a week, is forgiven.
    """
    if whole_months(a) != whole_months(b):
        loose, exact = (a, b) if whole_months(a) else (b, a)
        return (loose[0].year, loose[0].month) == (exact[0].year, exact[0].month)
    slack = min(7, max(SLACK_DAYS, min(length(a), length(b)) // 10))
    return abs((a[0] - b[0]).days) <= slack


def written(days: tuple[date, date] | None) -> str | None:
    """The days as a name has them: "8 March 2025", "March 2025", "2014", or the 6th to the 12th with a dash."""
    if days is None:
        return None
    start, end = days
    if start == end:
        return f"{start.day} {MONTHS[start.month - 1]} {start.year}"
    if whole_months(days):
        return _months(start, end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}{DASH}{end.day} {MONTHS[start.month - 1]} {start.year}"
    first = f"{start.day} {MONTHS[start.month - 1]}" + ("" if start.year == end.year else f" {start.year}")
    return f"{first} {DASH} {end.day} {MONTHS[end.month - 1]} {end.year}"


def _months(start: date, end: date) -> str:
    if (start.month, end.month) == (1, 12):
        return str(start.year) if start.year == end.year else f"{start.year}{DASH}{end.year}"
    last = f"{MONTHS[end.month - 1]} {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return last
    return f"{MONTHS[start.month - 1]}" + ("" if start.year == end.year else f" {start.year}") + f" {DASH} {last}"
