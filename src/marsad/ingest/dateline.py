"""The date that a text begins with: "8 March, 2025; At least 340 ...", "GENEVA, 7 March 2025 - ...".

One general rule. The first line begins with a date, perhaps after a label ("Published:"), a weekday or a place, and the
date is set off from what follows; or one of the next two lines holds a date and nothing else (a headline came first).
A date that only opens a sentence ("8 March 2025 was a dark day") is not the date of publication.
"""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_CLOCK = r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?"
_DATE = (
    rf"(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d(?:[T ]{_CLOCK}(?:\.\d{{1,6}})?(?:Z|[+-]\d\d:?\d\d)?)?)"
    rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH}),?\s+(?P<y1>(?:19|20)\d\d)"
    rf"|(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d)"
    r"|(?P<y3>(?:19|20)\d\d)/(?P<m3>\d{1,2})/(?P<d3>\d{1,2})"
    r"|(?P<a>\d{1,2})[./](?P<b>\d{1,2})[./](?P<y4>(?:19|20)\d\d))(?!\d)"
)
_LABEL = r"(?:(?:first\s+)?(?:published|posted|updated|issued|date|dated|last\s+updated)(?:\s+on)?\s*[:\-]?\s*)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = rf"(?:,?\s*(?:at\s+|[-|\u2013]\s*)?{_CLOCK}\s*(?:[ap]\.?m\.?)?\s*(?:(?:gmt|utc|z|[a-z]{{2,3}}t)\b)?)?"
# A place is up to six words that begin with a capital, then a comma, dash or bracket. Words are kept apart by at least
# one sign, so there is one way only to cut them and the search stays linear.
_WORD = r"[A-Z][\w'\u2019.]*(?:-\w+)*"
_PLACE = (
    r"(?-i:(?!(?:Since|On|In|Until|By|From|After|Before|During|Between)\b)"
    rf"{_WORD}(?:[ ,/]+{_WORD}){{0,5}}\s*[,(\u2013\u2014-]\s*)"
)
_SET_OFF = r"(?:\s*$|\s*[;|:\u2013\u2014)\](.]|\s+-+\s)"

#: At the start of a text: must match "8 March, 2025; At", "Geneva, 7 March 2025 - "; must not "8 March 2025 was".
OPENING = re.compile(rf"\W{{0,3}}{_LABEL}{_WEEKDAY}{_DATE}{_TIME}{_SET_OFF}", re.IGNORECASE | re.MULTILINE)
#: Must match "DAMASCUS, Syria, March 8, 2025 (Agency) -"; must not "Since Friday, March 8, 2025: 40 people".
AFTER_PLACE = re.compile(rf"{_PLACE}{_WEEKDAY}{_DATE}{_TIME}{_SET_OFF}", re.IGNORECASE | re.MULTILINE)
#: A line of its own: must match "Saturday, 8 March 2025 | 11:55 GMT"; must not "8 March 2025; At least 340".
ALONE = re.compile(rf"\W{{0,3}}{_LABEL}{_WEEKDAY}{_DATE}{_TIME}\W{{0,3}}", re.IGNORECASE)
#: A value that is a date and nothing else, as metadata give it.
VALUE = re.compile(rf"\s*{_WEEKDAY}{_DATE}{_TIME}\s*", re.IGNORECASE)

# How many lines with words are looked at, and how much of each: datelines are short.
_LINES, _CHARACTERS = 3, 200


@dataclass(frozen=True, slots=True)
class Dateline:
    """An ISO 8601 stamp, or None and the reason."""

    stamp: str | None
    reason: str


def dateline(text: str) -> Dateline:
    """The date that a text begins with; None with a reason where it begins with none or with an unclear one."""
    lines = [line[:_CHARACTERS] for line in text[: _LINES * 2000].splitlines() if line.strip()][:_LINES]
    for number, line in enumerate(lines):
        match = ALONE.fullmatch(line.strip()) if number else OPENING.match(line) or AFTER_PLACE.match(line)
        if match:
            return _resolved(match)
    return Dateline(None, "the text does not begin with a date")


def spelled(value: str) -> Dateline:
    """The date that a value of metadata is ("8 March 2025"); its time of day is left out."""
    match = VALUE.fullmatch(value[:_CHARACTERS])
    return _resolved(match) if match else Dateline(None, f"{value!r} is not a date")


def _resolved(match: re.Match[str]) -> Dateline:
    found = match.groupdict()
    if found["iso"]:
        return _iso(found["iso"])
    year, month, day = _numbers(found)
    if not month:
        a, b = found["a"], found["b"]
        return Dateline(None, f"{a}/{b}/{year} does not tell whether {a} or {b} is the month")
    try:
        return Dateline(date(year, month, day).isoformat(), "the date that the text begins with")
    except ValueError:
        return Dateline(None, f"there is no day {day} of month {month} in {year}")


def _iso(stamp: str) -> Dateline:
    try:
        date.fromisoformat(stamp[:10])
    except ValueError:
        return Dateline(None, f"there is no day {stamp[:10]}")
    return Dateline(stamp, "the date that the text begins with")


def _numbers(found: dict[str, str | None]) -> tuple[int, int, int]:
    """Year, month and day; month 0 where 03/08 could be either."""
    for n in "12":
        if found[f"y{n}"]:
            name = str(found[f"m{n}"]).lower()[:3]
            return int(found[f"y{n}"] or 0), _MONTHS.index(name) + 1, int(found[f"d{n}"] or 0)
    if found["y3"]:
        return int(found["y3"]), int(found["m3"] or 0), int(found["d3"] or 0)
    a, b, year = int(found["a"] or 0), int(found["b"] or 0), int(found["y4"] or 0)
    if a > 12 or a == b:
        return year, b, a
    return (year, a, b) if b > 12 else (year, 0, 0)
