"""Days told from the day of publication: "on Saturday", "overnight", "in the past 48 hours", "two years ago".

One small function a form, named in `when.yaml`; each gives None where the day of publication is not known. A weekday is
the latest such day up to the day of publication, that day included.
"""

import re
from datetime import date, timedelta

from marsad.extract.en.dates import Anchor, Resolver, Unresolved, calendar, whole_month
from marsad.extract.en.numbers import UNITS
from marsad.model import Interval

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ORDINALS = {
    word: n for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=1)
}  # fmt: skip
MONTHS = {"month": 1, "year": 12, "decade": 120}


def weekday_of(name: str, today: date) -> date:
    """The latest such day up to `today`, itself included."""
    wanted = next(n for n, day in enumerate(WEEKDAYS) if day.startswith(name.lower()[:3]))
    return today - timedelta(days=(today.weekday() - wanted) % 7)


def weekday(match: re.Match[str], today: Anchor) -> Interval | None:
    """On Saturday: today if it is one, else the latest; "last Saturday" is before today."""
    if today is None:
        return None
    day = weekday_of(match["weekday"], today)
    last = match.group().lower().startswith("last")
    return Interval.day(day - timedelta(days=7) if last and day == today else day)


def night_before(match: re.Match[str], today: Anchor) -> Interval | None:
    """The night to Friday, overnight into Friday: Thursday and Friday."""
    if today is None:
        return None
    day = weekday_of(match["weekday"], today)
    return Interval.of(day - timedelta(days=1), day)


def day_of_this_month(match: re.Match[str], today: Anchor) -> Interval | None:
    """On the 8th: the latest day of that number."""
    if today is None:
        return None
    day = int(match["day"])
    month = today if day <= today.day else today.replace(day=1) - timedelta(days=1)
    return Interval.day(calendar(month.year, month.month, day))


def _back(first: int, last: int) -> Resolver:
    def resolve(match: re.Match[str], today: Anchor) -> Interval | None:
        return None if today is None else Interval.of(today - timedelta(days=first), today - timedelta(days=last))

    return resolve


def months_before(today: date, months: int) -> date:
    """The same day so many months before, or the last of a shorter month."""
    total = today.year * 12 + today.month - 1 - months
    if total < 12:
        raise Unresolved("before the year 1")
    month = whole_month(total // 12, total % 12 + 1)
    assert month.end is not None
    return month.end.replace(day=min(today.day, month.end.day))


def before(today: date, count: int, unit: str) -> date:
    """The day so many units before: hours are rounded up to days."""
    if unit in MONTHS:
        return months_before(today, count * MONTHS[unit])
    return today - timedelta(days={"hour": -(-count // 24), "day": count, "week": 7 * count}[unit])


def count_of(word: str | None) -> int:
    """The number of a count word; "few" and "several" are read as three, "couple of" as two."""
    lowered = (word or "one").lower()
    if lowered.isdigit():
        return int(lowered)
    return UNITS.get(lowered, 3 if lowered in ("few", "several") else 1 if lowered in ("a", "an") else 2)


def span(match: re.Match[str], today: Anchor) -> Interval | None:
    """In the past 48 hours, over three days."""
    if today is None:
        return None
    return Interval.of(before(today, count_of(match["count"]), match["unit"].lower().rstrip("s")), today)


def ago(match: re.Match[str], today: Anchor) -> Interval | None:
    """Two days ago, a month ago: a day, or the whole month or year."""
    if today is None:
        return None
    unit = match["unit"].lower().rstrip("s")
    day = before(today, count_of(match["count"]), unit)
    if unit == "month":
        return whole_month(day.year, day.month)
    return Interval.of(date(day.year, 1, 1), date(day.year, 12, 31)) if unit in MONTHS else Interval.day(day)


def years_into(match: re.Match[str], today: Anchor) -> Interval | None:
    """Eleven years after the war began, 69 months into it: from that day to the report."""
    return span(match, today)


def anniversary(match: re.Match[str], today: Anchor) -> Interval | None:
    """The fourth anniversary of: that day where the sentence says that it is today, else the year."""
    if today is None:
        return None
    word = match["nth"].lower()
    day = before(today, ORDINALS.get(word) or int(re.sub(r"\D", "", word)), "year")
    if re.search(r"\b(?:today|this day|marks|marking)\b", match.string, re.I):
        return Interval.day(day)
    return Interval.of(date(day.year, 1, 1), date(day.year, 12, 31))


def this_week(match: re.Match[str], today: Anchor) -> Interval | None:
    """From the Monday of this week to the report."""
    return None if today is None else Interval.of(today - timedelta(days=today.weekday()), today)


def last_week(match: re.Match[str], today: Anchor) -> Interval | None:
    """Last week: the Monday to Sunday before this one."""
    if today is None:
        return None
    sunday = today - timedelta(days=today.weekday() + 1)
    return Interval.of(sunday - timedelta(days=6), sunday)


def weekend(match: re.Match[str], today: Anchor) -> Interval | None:
    """The Saturday and Sunday that ended last, or the one under way."""
    if today is None:
        return None
    saturday = weekday_of("saturday", today)
    return Interval.of(saturday, min(saturday + timedelta(days=1), today))


def this_month(match: re.Match[str], today: Anchor) -> Interval | None:
    """The month of publication, up to its day."""
    return None if today is None else Interval.of(today.replace(day=1), today)


def last_month(match: re.Match[str], today: Anchor) -> Interval | None:
    """The month before that of publication."""
    if today is None:
        return None
    day = months_before(today, 1)
    return whole_month(day.year, day.month)


def this_year(match: re.Match[str], today: Anchor) -> Interval | None:
    """So far this year."""
    return None if today is None else Interval.of(date(today.year, 1, 1), today)


def last_year(match: re.Match[str], today: Anchor) -> Interval | None:
    """Last year."""
    return None if today is None else Interval.of(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))


def told(match: re.Match[str], today: Anchor) -> Interval | None:
    """A day told from another day of the text, which the sentence alone does not give."""
    raise Unresolved("told from a day that is named elsewhere")


RELATIVE: dict[str, Resolver] = {
    "weekday": weekday,
    "night_before": night_before,
    "day_of_this_month": day_of_this_month,
    "overnight": _back(1, 0),
    "yesterday": _back(1, 1),
    "today": _back(0, 0),
    "recent_days": _back(2, 0),
    "this_week": this_week,
    "last_week": last_week,
    "past_week": _back(6, 0),
    "span": span,
    "ago": ago,
    "years_into": years_into,
    "anniversary": anniversary,
    "weekend": weekend,
    "this_month": this_month,
    "last_month": last_month,
    "this_year": this_year,
    "last_year": last_year,
    "told": told,
}
"""The functions that `when.yaml` may name."""
