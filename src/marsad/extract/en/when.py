"""When the harm happened: phrases of time, resolved against the day of publication.

A declared list of forms. Each resolves its phrase to an interval, or to None where a word is relative and the day of
publication is not known. Rules: a weekday is the latest such day up to the day of publication, that day included ("on
Saturday" in a Saturday's report is today); "overnight" is the night that ended on the day of publication; "last
Tuesday" is before today.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from marsad.extract.en.numbers import UNITS
from marsad.model import Interval

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip

_MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun)(?:'s|’s)?"
_COUNT = r"(?P<count>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|few|several|couple\s+of|24|48|72)"


@dataclass(frozen=True, slots=True)
class When:
    """A time phrase: its offsets in the sentence, the days, and whether it opens a running count ("since Thursday")."""

    start: int
    end: int
    interval: Interval | None
    form: str
    running: bool = False


Anchor = date | None
Resolver = Callable[[re.Match[str], Anchor], Interval | None]


def month_number(name: str) -> int:
    """1 to 12 for a month's name or its beginning."""
    return next(n for n, month in enumerate(MONTHS, start=1) if month.startswith(name.lower().rstrip(".")[:3]))


def _weekday(match: re.Match[str], today: Anchor) -> Interval | None:
    if today is None:
        return None
    wanted = next(n for n, day in enumerate(WEEKDAYS) if day.startswith(match["weekday"].lower()[:3]))
    back = (today.weekday() - wanted) % 7
    if back == 0 and re.match(r"last\b", match.group(), re.I):
        back = 7
    return Interval.day(today - timedelta(days=back))


def _full(match: re.Match[str], today: Anchor) -> Interval | None:
    return _calendar(int(match["year"]), month_number(match["month"]), int(match["day"]))


def _iso(match: re.Match[str], today: Anchor) -> Interval | None:
    return _calendar(int(match["year"]), int(match["m"]), int(match["d"]))


def _calendar(year: int, month: int, day: int) -> Interval | None:
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return Interval.day(date(year, month, day))


def _latest_year(month: int, day: int, today: date) -> int:
    """The year in which a month and day last came round, or come within a week (a dateline may be early)."""
    this = _calendar(today.year, month, day)
    ahead = this is None or this.start is None or this.start > today + timedelta(days=7)
    return today.year - 1 if ahead else today.year


def _day_month(match: re.Match[str], today: Anchor) -> Interval | None:
    if today is None:
        return None
    month, day = month_number(match["month"]), int(match["day"])
    return _calendar(_latest_year(month, day, today), month, day)


def _days_of_month(match: re.Match[str], today: Anchor) -> Interval | None:
    """ "between 6 and 10 March", "March 6-10"."""
    month = month_number(match["month"])
    year = int(match["year"]) if match.groupdict().get("year") else None
    if year is None and today is None:
        return None
    first, last = int(match["day"]), int(match["last"])
    year = year or _latest_year(month, first, today or date.max)
    start, end = _calendar(year, month, first), _calendar(year, month, last)
    if start is None or end is None or first > last:
        return None
    return Interval.of(start.start, end.end)


def _month_year(match: re.Match[str], today: Anchor) -> Interval | None:
    return _whole_month(int(match["year"]), month_number(match["month"]))


def _whole_month(year: int, month: int) -> Interval:
    return Interval.of(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _month(match: re.Match[str], today: Anchor) -> Interval | None:
    if today is None:
        return None
    month = month_number(match["month"])
    year = today.year if month <= today.month else today.year - 1
    if re.search(r"last\s+year", match.group(), re.I):
        year = today.year - 1
    whole = _whole_month(year, month)
    return Interval.of(whole.start, min(whole.end or today, today)) if whole.start and whole.start <= today else whole


def _year(match: re.Match[str], today: Anchor) -> Interval | None:
    year = int(match["year"])
    return Interval.of(date(year, 1, 1), date(year, 12, 31)) if 1500 <= year <= 2100 else None


def _days_back(back_start: int, back_end: int) -> Resolver:
    def resolve(match: re.Match[str], today: Anchor) -> Interval | None:
        return None if today is None else Interval.of(today - timedelta(days=back_start), today - timedelta(days=back_end))

    return resolve


def _span(match: re.Match[str], today: Anchor) -> Interval | None:
    """ "in the past 48 hours", "over three days", "in the last two weeks"."""
    if today is None:
        return None
    count, unit = _count(match["count"]), match["unit"].lower()
    days = {"hour": -(-count // 24), "day": count, "week": 7 * count, "month": 30 * count, "year": 365 * count}[unit]
    return Interval.of(today - timedelta(days=days), today)


def _count(word: str | None) -> int:
    lowered = (word or "one").lower()
    if lowered.isdigit():
        return int(lowered)
    return UNITS.get(lowered, 3 if lowered in ("few", "several") else 2)


def _ago(match: re.Match[str], today: Anchor) -> Interval | None:
    if today is None:
        return None
    count, unit = _count(match["count"]), match["unit"].lower()
    if unit in ("day", "week"):
        return Interval.day(today - timedelta(days=count * (7 if unit == "week" else 1)))
    if unit == "month":
        total = today.year * 12 + today.month - 1 - count
        return _whole_month(total // 12, total % 12 + 1)
    return _year_back(today, count)


def _year_back(today: date, count: int) -> Interval:
    return Interval.of(date(today.year - count, 1, 1), date(today.year - count, 12, 31))


def _this_year(match: re.Match[str], today: Anchor) -> Interval | None:
    return None if today is None else Interval.of(date(today.year, 1, 1), today)


def _last_year(match: re.Match[str], today: Anchor) -> Interval | None:
    return None if today is None else _year_back(today, 1)


def _last_month(match: re.Match[str], today: Anchor) -> Interval | None:
    if today is None:
        return None
    total = today.year * 12 + today.month - 2
    return _whole_month(total // 12, total % 12 + 1)


def _this_month(match: re.Match[str], today: Anchor) -> Interval | None:
    return None if today is None else Interval.of(today.replace(day=1), today)


FEASTS = {"christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31), "new year's day": (1, 1)}


def _feast(match: re.Match[str], today: Anchor) -> Interval | None:
    if today is None:
        return None
    month, day = FEASTS[re.sub(r"\s+", " ", match["feast"].lower())]
    return _calendar(_latest_year(month, day, today), month, day)


def _weekend(match: re.Match[str], today: Anchor) -> Interval | None:
    """The Saturday and Sunday that ended last, or the one under way."""
    if today is None:
        return None
    saturday = today - timedelta(days=(today.weekday() - 5) % 7)
    return Interval.of(saturday, min(saturday + timedelta(days=1), today))


FORMS: list[tuple[str, re.Pattern[str], Resolver]] = [
    ("iso date", re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)"), _iso),
    ("days of a month", re.compile(rf"(?:between\s+|from\s+)?{_DAY}\s*(?:-|–|to|and|until)\s*(?P<last>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+(?P<year>(?:19|20)\d\d))?", re.I), _days_of_month),
    ("days of a month", re.compile(rf"(?:between\s+|from\s+)?{_MONTH}\s+{_DAY}\s*(?:-|–|to|and|until)\s*(?P<last>\d{{1,2}})(?![\d:])(?:st|nd|rd|th)?(?:,?\s+(?P<year>(?:19|20)\d\d))?", re.I), _days_of_month),
    ("full date", re.compile(rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?P<year>(?:1[5-9]|20)\d\d)", re.I), _full),
    ("full date", re.compile(rf"{_MONTH}\s+{_DAY},?\s+(?:in\s+|of\s+)?(?P<year>(?:1[5-9]|20)\d\d)", re.I), _full),
    ("month and year", re.compile(rf"{_MONTH},?\s+(?:of\s+|in\s+)?(?P<year>(?:1[5-9]|20)\d\d)", re.I), _month_year),
    ("day and month", re.compile(rf"{_DAY}\s+(?:of\s+)?{_MONTH}(?!\w)", re.I), _day_month),
    ("day and month", re.compile(rf"{_MONTH}\s+{_DAY}(?![\d:,]\d)(?!\w)", re.I), _day_month),
    ("month of last year", re.compile(rf"(?:in\s+)?{_MONTH}\s+last\s+year|last\s+year(?:'s|’s)?\s+{_MONTH.replace('month', 'month2')}", re.I), _month),
    ("weekday", re.compile(rf"\b(?:last\s+|this\s+|on\s+|late\s+|early\s+)*{_WEEKDAY}\b"), _weekday),
    ("overnight", re.compile(r"\b(?:overnight|last\s+night|during\s+the\s+night|in\s+the\s+night)\b", re.I), _days_back(1, 0)),
    ("past day", re.compile(r"\b(?:in|over|during|within)\s+(?:the\s+)?(?:past|last)\s+(?:day|24\s+hours)\b", re.I), _days_back(1, 0)),
    ("a day earlier", re.compile(r"\b(?:a|one)\s+day\s+(?:earlier|before|ago)\b|\bthe\s+(?:previous\s+day|day\s+before)\b", re.I), _days_back(1, 1)),
    ("yesterday", re.compile(r"\byesterday\b", re.I), _days_back(1, 1)),
    ("today", re.compile(r"\b(?:today|this\s+(?:morning|afternoon|evening)|tonight)\b", re.I), _days_back(0, 0)),
    ("recent days", re.compile(r"\b(?:in|over|during|of)\s+(?:the\s+)?(?:recent|last\s+few|past\s+few|last\s+couple\s+of)\s+days\b|\bin\s+days\s+of\b|\bdays\s+of\s+(?:violence|fighting|clashes)\b", re.I), _days_back(2, 0)),
    ("past hours or days", re.compile(rf"\b(?:in|over|during|for|within|after|of|the)\s+(?:the\s+)?(?:space\s+of\s+|past\s+|last\s+|previous\s+|less\s+than\s+)*{_COUNT}\s+(?:consecutive\s+)?(?P<unit>hour|day|week)s(?!\s*(?:ago|earlier|before|later|old|after))\b", re.I), _span),
    ("ago", re.compile(rf"\b(?:{_COUNT}|an?|some)\s+(?P<unit>day|week|month|year)s?\s+(?:ago|earlier|before)\b", re.I), _ago),
    ("weekend", re.compile(r"\b(?:over|at|during|this|last)\s+(?:the\s+)?weekend\b|\bweekend's\b", re.I), _weekend),
    ("feast", re.compile(r"\b(?:on\s+)?(?P<feast>Christmas\s+Eve|Christmas\s+Day|New\s+Year's\s+(?:Eve|Day)|Boxing\s+Day)\b"), _feast),
    ("this week", re.compile(r"\b(?:this|in\s+the\s+past|over\s+the\s+past|in\s+the\s+last|the\s+past)\s+week\b", re.I), _days_back(6, 0)),
    ("last week", re.compile(r"\blast\s+week(?:end)?\b", re.I), _days_back(13, 1)),
    ("this month", re.compile(r"\b(?:this|the)\s+(?:current\s+)?month\b(?!\s+of)|\bearlier\s+in\s+the\s+month\b", re.I), _this_month),
    ("last month", re.compile(r"\blast\s+month\b", re.I), _last_month),
    ("this year", re.compile(r"\b(?:so\s+far\s+)?this\s+year\b|\bsince\s+the\s+(?:start|beginning)\s+of\s+the\s+year\b", re.I), _this_year),
    ("last year", re.compile(r"\blast\s+year(?:'s|’s)?\b|\ba\s+year\s+ago\b", re.I), _last_year),
    ("month", re.compile(rf"\b(?:in|during|for|of|since|last|through|throughout|by|early|late)\s+(?:last\s+|early\s+|late\s+|mid-)?{_MONTH}(?:'s|’s)?(?!\s+\d)(?!\w)"), _month),
    ("year", re.compile(r"\b(?:in|since|of|during|from|until|throughout|by|early|late|mid-)\s*(?P<year>(?:1[5-9]|20)\d\d)\b"), _year),
    ("month", re.compile(rf"\b{_MONTH}(?:'s|’s)\b"), _month),
    ("month as subject", re.compile(rf"^{_MONTH}(?:'s|’s)?\s+(?!\d)"), _month),
]  # fmt: skip

DATES = frozenset({"iso date", "days of a month", "full date", "month and year", "day and month"})
"""The forms whose figures are those of a date, never of people."""

MONTHLY = frozenset({"month", "month as subject", "month of last year", "day and month", "days of a month", "last month", "this year", "last year"})
"""The forms for which the month of publication is enough."""

_SINCE = re.compile(r"\b(?:since|from|starting|started|began|begun|broke\s+out)\s+(?:\w+\s+){0,4}$", re.I)


def find(text: str, today: Anchor, about: Anchor = None) -> list[When]:
    """The time phrases of a sentence, none overlapping another, in order; the form listed first wins.

    `today` is the day of publication, `about` a day of its month where no more is known: enough to resolve months.
    """
    taken: list[When] = []
    for form, pattern, resolve in FORMS:
        anchor = today or (about if form in MONTHLY else None)
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in taken):
                continue
            interval = resolve(match, anchor) if match.re.groups == 0 or _usable(match) else None
            running = bool(_SINCE.search(text[max(0, match.start() - 40) : match.start()])) or match.group().lower().startswith("since")
            if running and interval and today and interval.start and interval.start <= today:
                interval = Interval.of(interval.start, today)
            taken.append(When(match.start(), match.end(), _named(interval, match.group()), form, running))
    return sorted(taken, key=lambda when: when.start)


_DATELINE_AFTER = re.compile(r"\s*(?:,?\s*(?:19|20)\d\d)?\s*(?:\(|--|–|—|-\s|;|:|\||$)")
_DATELINE_BEFORE = re.compile(r"^[^a-z]{0,40}(?:\w+\s*/\s*)?(?:[A-Z(][\w'’.)-]*,?\s*){0,4}$")


def of_dateline(text: str, when: When) -> bool:
    """Whether a day belongs to the dateline ("DAMASCUS, March 12 (Xinhua) --"), not to the harm."""
    if when.form not in ("full date", "day and month", "iso date") or when.start > 40:
        return False
    return bool(_DATELINE_BEFORE.match(text[: when.start]) and _DATELINE_AFTER.match(text, when.end))


def _usable(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    return "month" not in groups or groups["month"] is not None


def _named(interval: Interval | None, text: str) -> Interval | None:
    if interval is None:
        return None
    return Interval(start=interval.start, end=interval.end, precision=interval.precision, text=text.strip())
