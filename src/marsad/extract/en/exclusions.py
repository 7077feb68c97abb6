"""Figures that count no people: dates, ages, money, measures, designations. Each pattern is a kind of figure."""

import re
from functools import cache

from marsad.extract.en.lexicon import lexicon

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)


def _after(*units: str) -> str:
    return "|".join(units)


_SHARE = _after("%", r"per\s?cent\b", r"percent\b", r"percentage\b", "°")
_CLOCK = _after(r"am\b", r"pm\b", r"a\.m", r"p\.m", "o'clock", r"hrs?\b", "GMT", "UTC", r"local\s+time")
_DURATION = (
    r"(?:(?:more|other|consecutive|straight|long|full)\s+)?"
    r"(?:second|minute|min|hour|day|night|week|weekend|fortnight|month|year|decade|centur(?:y|ie))s?\b"
)
_MEASURE = (
    r"-?(?:km|kms|kilomet(?:er|re)|mile|met(?:er|re)|feet|foot|ft|yard|inch|cm|mm|hectare|acre|square|kg|kilo|kilogram"
    r"|gram|tonne|ton|pound|lb|lit(?:er|re)|gallon|barrel|calib(?:er|re)|mph|kph|magnitude|degrees)s?\b"
)
_MONEY = r"(?:dollars?|euros?|rupees?|naira|francs?|USD|US\$|pesos?|roubles?|rubles?|shekels?|dinars?|riyals?)\b"
_JOINED = _after(r"(?:st|nd|rd|th)\b", r":\d", r"\.\d", r"/\d", "-year", r"\s*x\s*\d", r"[-–]?(?:yo|y/o)\b")
_UNIT_AFTER = re.compile(rf"(?:[\s-]*(?:{_SHARE}|{_CLOCK}|{_DURATION}|{_MEASURE}|{_MONEY}|{_JOINED}))", re.I)
_MONTH_AFTER = re.compile(rf"(?:\s+|-){_MONTH}(?![a-z])")

_NAMED = (
    r"No\.?|article|section|chapter|resolution|law|paragraph|page|route|highway|flight|unit|brigade|division|battalion|room|"
    r"ward|block|sector|level|phase|episode|season|version|act|order|line|channel|camp|checkpoint|street|avenue|road"
)
# "day 12" is a designation; "this year 312 people", "in a day 40" count them.
_NOT_SPAN = "".join(rf"(?<!\b{word}\s)" for word in ("this", "last", "past", "same", "that", "one", "each", "a", "per"))
_CODE_BEFORE = re.compile(
    rf"(?:[$€£¥₦₹#@]\s?|\d/|\b(?:USD|US\$|Rs\.?|EUR|GBP|{_NAMED}|aged?|ages|magnitude|kilometre|kilometer|km|"
    rf"{_NOT_SPAN}(?:week|day|year|month)|"
    rf"ages? of|(?:young|old)er\s+than|age|G|Covid|under|top)\s+|[A-Za-z]-|\d[:.,/])$",
    re.I,
)
_PART_AFTER = re.compile(r"\s+of\s+(?:the|them|those|these|whom)\b", re.I)  # "under 20 of the 108"
_MONTH_BEFORE = re.compile(
    rf"(?<!\d\s)(?<!\dth\s)\b{_MONTH}\s+(?:the\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?(?:\s*,\s*|\s+and\s+|\s+to\s+|\s+or\s+|[-–—]))?$"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|until|till|from|by|during|late|early|mid|end|between|year|and|to|the|before|after|through|around"
    rf"|about|than)\s+|{_MONTH}\s*,?\s*|\d{{1,2}},?\s+|[-–/(]\s?)$",
    re.I,
)
_NAME_BEFORE = re.compile(r"[A-Z][\w'’-]+\s*[,(]\s*$")
_ONE_BEFORE = re.compile(r"\b(?P<one>[a-z][\w-]*)\s*[,(]\s*$")  # "The gunman, 34, shot", "his neighbour (41)"
_AGES_BEFORE = re.compile(r"\bage[ds]\s+(?:between\s+)?(?:\d{1,2}(?:\s*,\s*|\s+)(?:and\s+|to\s+)?){1,5}$", re.I)
_AGE_AFTER = re.compile(r"\s*(?:,|\)|\.$|\sand\s[A-Z])")
REACH = 28  # characters to the left that are looked at


def excluded(text: str, start: int, end: int) -> bool:
    """Whether the figure at these offsets counts no people."""
    before, core = text[max(0, start - REACH) : start], text[start:end]
    if _UNIT_AFTER.match(text, end) or _MONTH_AFTER.match(text, end):
        return True
    if _CODE_BEFORE.search(before) and not _PART_AFTER.match(text, end):
        return True
    if _YEAR.fullmatch(core) and (_YEAR_BEFORE.search(before) or start == 0):
        return True
    if core.isdigit() and len(core) <= 2:
        return bool(_MONTH_BEFORE.search(before)) or _is_age(text, end, before)
    return False


def _is_age(text: str, end: int, before: str) -> bool:
    """Such as "Taha Shadkam, 6, and", "aged 31, 43 and 49": two figures behind a name, or in a list of ages."""
    named = bool((_NAME_BEFORE.search(before) or _one_before(before)) and _AGE_AFTER.match(text, end))
    return named or bool(_AGES_BEFORE.search(before))


def _one_before(before: str) -> bool:
    """Whether a word for one person stands right before, whose age may follow."""
    found = _ONE_BEFORE.search(before)
    return bool(found and found["one"] in _singular())


@cache
def _singular() -> frozenset[str]:
    """The words of the lexicon for one person: no plurals, no bodies of people."""
    words = lexicon()
    listed = frozenset().union(*(some for _, some in words.categories)) - words.collectives - words.adjectives.keys()
    return frozenset(word for word in listed if not word.endswith(("s", "men", "ren", "people", "folk")))
