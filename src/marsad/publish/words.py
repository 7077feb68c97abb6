"""Numbers, days and names as a reader meets them: 1,225, 1,400-1,700, at least 340, 6-12 March 2025."""

import re
from datetime import date

from marsad.model import Category, Interval, Measure, Modality, Quantity
from marsad.reconcile.wording import MONTHS

MEASURES = {
    Measure.KILLED: "killed",
    Measure.INJURED: "injured",
    Measure.KILLED_OR_INJURED: "killed or injured",
    Measure.MISSING: "missing",
    Measure.DETAINED: "detained",
    Measure.ABDUCTED: "abducted",
    Measure.DISPLACED: "displaced",
}

# (one, many)
CLASSES = {
    Category.ANY: ("person", "people"),
    Category.CIVILIAN: ("civilian", "civilians"),
    Category.STATE_FORCES: ("member of state forces", "members of state forces"),
    Category.NONSTATE_FIGHTERS: ("non-state fighter", "non-state fighters"),
    Category.COMBATANT: ("combatant", "combatants"),
    Category.PERPETRATOR: ("attacker or suspect", "attackers or suspects"),
    Category.WOMEN: ("woman", "women"),
    Category.CHILDREN: ("child", "children"),
    Category.JOURNALIST: ("journalist", "journalists"),
    Category.AID_OR_MEDICAL: ("aid or medical worker", "aid or medical workers"),
    Category.OTHER: ("other person", "other people"),
}


DASH = "\N{EN DASH}"

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

# Nouns that make a name an institution's, which takes an article in a sentence.
_INSTITUTION = re.compile(
    r"\b(Agency|Army|Authority|Bureau|Centre|Center|Command|Commission|Committee|Council|Department|Federation|Forces|"
    r"Government|League|Ministry|Mission|Nations|Network|Observatory|Office|Organi[sz]ation|Police|Service|Society|Union)\b"
)

# Characters that turn the order of what follows around. One of them before "431" shows "134": another number.
_OVERRIDES = (0x202D, 0x202E)
_BIDI = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))


def number(value: int) -> str:
    """1225 as 1,225."""
    return f"{value:,}"


def bounds(low: int | None, high: int | None) -> str:
    """A number known by its bounds: "at least 340", "up to 9", "1,400-1,700", "12", "not known"."""
    if low is None and high is None:
        return "not known"
    if high is None:
        return f"at least {low:,}"
    if low is None:
        return f"up to {high:,}"
    if low == high:
        return "none" if low == 0 else number(low)
    return f"{low:,}{DASH}{high:,}"


def quantity(told: Quantity) -> str:
    """A number as it was told. Vague words are quoted, with the bounds that they were read as."""
    if told.modality is Modality.VAGUE and told.text:
        reading = "no number" if told.vague else bounds(told.low, told.high)
        return f"“{told.text}” (read as {reading})"
    if told.modality is Modality.ABOUT and told.low == told.high and told.low is not None:
        return f"about {told.low:,}"
    return bounds(told.low, told.high)


def the(name: str) -> str:
    """The name with "the" before it where English wants one: "the Syrian Observatory", but "Rami Abdul Rahman"."""
    first, *_ = name.split() or [""]
    institution = first[:1].isupper() and first != "The" and "," not in name and _INSTITUTION.search(name)
    return f"the {name}" if institution else name


def count(value: int) -> str:
    """A small count in words ("two"), a larger one in digits."""
    return _SMALL[value] if 0 <= value < len(_SMALL) else number(value)


def people(category: Category, low: int | None = None, high: int | None = None) -> str:
    """The noun for a class of victims: "civilians", or "civilian" for exactly one."""
    one, many = CLASSES[category]
    return one if low == high == 1 else many


def day(when: date) -> str:
    """8 March 2025."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def days(interval: Interval) -> str:
    """6-12 March 2025, 28 February - 3 March 2025, since 6 March 2025, until 8 March 2025, or nothing."""
    start, end = interval.start, interval.end
    if start is None:
        return f"until {day(end)}" if end else ""
    if end is None:
        return f"since {day(start)}"
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}{DASH}{day(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} {DASH} {day(end)}"
    return f"{day(start)} {DASH} {day(end)}"


def listed(items: list[str]) -> str:
    """a, b and c."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def shown(text: str) -> str:
    """The text with characters that cannot be shown, or that would show another number, each made visible as one.

    The length stays, so offsets stay. Control characters become their pictures; direction overrides and lone
    surrogates become U+FFFD.
    """
    return text.translate(_VISIBLE)


def flat(text: str) -> str:
    """As `shown`, on one line and without any direction control: for plain-text formats that cannot isolate it."""
    return " ".join(shown(text).translate(dict.fromkeys(_BIDI, "\ufffd")).split())


class _Visible(dict[int, str | int]):
    def __missing__(self, code: int) -> str | int:
        return "\ufffd" if 0xD800 <= code <= 0xDFFF else code


_VISIBLE = _Visible(
    {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\n\t\r"}
    | {0x7F: "\u2421", 0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
    | dict.fromkeys(range(0x80, 0xA0), "\ufffd")
    | dict.fromkeys(_OVERRIDES, "\ufffd")
)
