"""Dates of other calendars, where a report dates so: the Islamic (lunar) and the Solar Hijri (Iran, Afghanistan).

The Islamic calendar is read by its arithmetical (civil) form; months begin by sight of the moon, so that a day may be
one off: the interval holds the day before and the day after too. Feasts that move are found the same way. Solar Hijri
follows the equinox; the 33-year rule used here agrees with the observed calendar from 1178 to 1633.
"""

import re
from datetime import date, timedelta

from marsad.extract.en.dates import Anchor, Resolver, Unresolved
from marsad.model import Interval

LUNAR = (
    "muharram", "safar", "rabialawwal", "rabialthani", "jumadaalawwal", "jumadaalthani",
    "rajab", "shaban", "ramadan", "shawwal", "dhulqadah", "dhulhijjah",
)  # fmt: skip
SOLAR = (
    ("farvardin", "hamal"), ("ordibehesht", "sawr"), ("khordad", "jawza"), ("tir", "saratan"),
    ("mordad", "asad"), ("shahrivar", "sunbula"), ("mehr", "mizan"), ("aban", "aqrab"),
    ("azar", "qaws"), ("dey", "jadi"), ("bahman", "dalw"), ("esfand", "hut"),
)  # fmt: skip
SPELLINGS = {
    "ramazan": "ramadan", "jumadaalula": "jumadaalawwal", "jumadaalakhira": "jumadaalthani",
    "dhulqada": "dhulqadah", "dhulhijja": "dhulhijjah", "dhualqadah": "dhulqadah", "dhualqada": "dhulqadah",
    "dhualhijjah": "dhulhijjah", "dhualhijja": "dhulhijjah",
}  # fmt: skip
FEASTS = {"fitr": (10, 1), "adha": (12, 10), "ashura": (1, 10), "arbaeen": (2, 20)}
EASTER = {"good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1}
_LUNAR_EPOCH = date(622, 7, 19).toordinal()
_SOLAR_1400 = date(2021, 3, 21).toordinal()
_SOLAR_LEAPS = (1, 5, 9, 13, 17, 22, 26, 30)  # the leap years of 33


def lunar(year: int, month: int, day: int) -> date:
    """The day of the arithmetical Islamic calendar. Raises Unresolved for a day that a month never has."""
    if not 1 <= day <= 30:
        raise Unresolved(f"no Islamic month has {day} days")
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
    return date.fromordinal(_LUNAR_EPOCH + days - 1)


def solar(year: int, month: int, day: int) -> date:
    """The day of the Solar Hijri calendar. Raises Unresolved where there is no such day."""
    if not 1 <= day <= (31 if month <= 6 else 30):
        raise Unresolved(f"the month has no {day} days")
    before = 31 * (month - 1) if month <= 7 else 30 * (month - 1) + 6
    leaps = _leaps_before(year) - _leaps_before(1400)
    return date.fromordinal(_SOLAR_1400 + 365 * (year - 1400) + leaps + before + day - 1)


def _leaps_before(year: int) -> int:
    cycles, rest = divmod(year, 33)
    return len(_SOLAR_LEAPS) * cycles + sum(leap < rest for leap in _SOLAR_LEAPS)


def era(match: re.Match[str], today: Anchor) -> Interval | None:
    """25 Khordad 1401, 10 Ramadan 1446."""
    name = re.sub(r"[^a-z]", "", match["month"].lower())
    name = SPELLINGS.get(name, name)
    year, day = int(match["year"]), int(match["day"])
    for number, names in enumerate(SOLAR, start=1):
        if name in names:
            return Interval.day(solar(year, number, day))
    return Interval.day(lunar(year, LUNAR.index(name) + 1, day)).widened(1)


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the anonymous Gregorian rule)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def era_feast(match: re.Match[str], today: Anchor) -> Interval | None:
    """Eid al-Fitr, Ashura, Nowruz, Good Friday: the one of the year named, else the latest."""
    name = re.sub(r"\s+", " ", match["feast"].lower())
    if match["year"]:
        return _feast(name, int(match["year"]))
    if today is None:
        return None
    found = (_feast(name, today.year - back) for back in (0, 1))
    return next((days for days in found if days.start and days.start <= today), None)


def _feast(name: str, year: int) -> Interval:
    if name in EASTER:
        return Interval.day(easter(year) + timedelta(days=EASTER[name]))
    if name == "nowruz":
        return Interval.day(solar(year - 621, 1, 1))
    month, day = next(when for word, when in FEASTS.items() if word in name)
    lunar_year = round((year - 622) * 33 / 32)
    near = (lunar(lunar_year + step, month, day) for step in (-1, 0, 1, 2))
    return Interval.day(next(found for found in near if found.year >= year)).widened(1)


ERAS: dict[str, Resolver] = {"era": era, "era_feast": era_feast}
"""The functions that `when.yaml` may name."""
