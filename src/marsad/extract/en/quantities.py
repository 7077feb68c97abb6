"""Number phrases of people: where they stand, and the bounds they give.

A declared list of forms, each a pattern with the function that reads it. All patterns are tried at the same place, the
first that fits wins, and the scan goes on behind it, so it is linear. What a number counts is decided later; here only
numbers that cannot count anything (dates, ages, money, distances, designations) are left out.

Bounds follow the claim contract: "at least N" is (N, None), "up to N" is (None, N), "about N" is (N, N), dozens 24-99,
several 3-9, hundreds 200 and more, thousands 2,000 and more; "many", "scores" and "some" bound nothing.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from marsad.extract.en.numbers import FIGURES_SCALED, WORDS, figures_to_int, words_to_int
from marsad.model import Modality

Reading = tuple[int | None, int | None, Modality]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number phrase: offsets in the sentence of the whole phrase and of its core, and what it says."""

    start: int
    end: int
    core_start: int
    low: int | None
    high: int | None
    modality: Modality
    addition: bool = False

    @property
    def vague(self) -> bool:
        """Whether it bounds nothing."""
        return self.low is None and self.high is None


AT_LEAST = (
    r"(?:at\s+(?:the\s+very\s+)?-?least|at-least|(?:well\s+|far\s+|slightly\s+|a\s+little\s+|already\s+)?(?:over|beyond|above|past)"
    r"|(?:many\s+|far\s+|slightly\s+)?more\s+than|no\s+(?:fewer|less)\s+than|not\s+(?:fewer|less)\s+than"
    r"|upwards?\s+of|in\s+excess\s+of|(?:into\s+)the(?=\s+(?:hundreds|thousands))|a\s+minimum\s+of|minimum)"
)
AT_MOST = (
    r"(?:up\s+to|as\s+many\s+as|as\s+high\s+as|(?:fewer|less)\s+than|under|at\s+most|no\s+more\s+than|not\s+more\s+than|a\s+maximum\s+of)"
)
ABOUT = (
    r"(?:about|around|approximately|roughly|nearly|almost|some|an?\s+estimated|estimated|close\s+to|circa|approx\.?"
    r"|more\s+or\s+less|an?\s+(?:average|reported)\s+of|just\s+(?:over|under)|in\s+the\s+region\s+of)"
)
FILLER = r"(?:the|another|a\s+further|further|an\s+additional|additional|a\s+total\s+of|all|just|only|exactly|other|these|those)"
HEDGE = rf"(?:(?P<least>{AT_LEAST})|(?P<most>{AT_MOST})|(?P<about>{ABOUT}))"
HALF = r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten)[\s-]and[\s-]a[\s-]half[\s-](?:hundred|thousand|million)\b"
NUMBER = rf"(?:{HALF}|{FIGURES_SCALED}|\b{WORDS}\b)"
DOZEN = rf"(?:(?:\b(?:a|one|half\s+a|two|three|four|five|six|several)|\d+)\s+dozen\b)"
MORE = r"(?P<more>\s*\+(?!\w)|\s+(?:\w+\s+)?or\s+more\b|\s+and\s+(?:possibly\s+)?more\b|,?\s+at\s+least\b|\s+at\s+a\s+minimum\b|\s+(?:people|persons|civilians|dead|deaths|injured|killed|bodies)\s+at\s+least\b)"
SO = r"(?P<so>\s+or\s+so\b)"

_RANGE = re.compile(
    rf"(?P<pre>(?:{ABOUT}\s+)?between\s+|(?:{ABOUT}\s+)?)(?P<a>{NUMBER})(?:[-–—](?=\d)|\s+(?:to|or)\s+)(?P<b>{NUMBER})", re.I
)
_BETWEEN = re.compile(rf"between\s+(?P<a>{NUMBER})(?:\s+\w+)?\s+and\s+(?P<b>{NUMBER})", re.I)
_NUMBER = re.compile(
    rf"(?:(?P<fill1>{FILLER})\s+)?(?:{HEDGE}\s+)?(?:(?P<fill2>{FILLER})\s+)?(?P<core>{DOZEN}|{NUMBER})(?:{MORE}|{SO})?", re.I
)
_VAGUE = re.compile(
    rf"(?:(?:{HEDGE}|(?P<fill>{FILLER}))\s+)?(?P<core>tens\s+of\s+thousands|hundreds\s+of\s+thousands|half\s+a\s+million"
    r"|(?:tens|dozens|scores|hundreds|thousands|millions)\b|several|multiple|numerous|countless|untold\s+numbers?"
    r"|an?\s+(?:unknown|undetermined|unspecified|unconfirmed|large|great|small|growing|untold)\s+number|a\s+number"
    r"|a\s+handful|an?\s+(?:couple|pair)|a\s+(?:few|score)|many)\b(?:\s+(?:and|or)\s+(?:dozens|hundreds|thousands))?",
    re.I,
)
_ZERO = re.compile(r"\b(?:no\s+one|nobody|none|zero|no|without\s+(?:any|further|causing)?)(?=[\s.,;]|$)", re.I)

VAGUE: dict[str, Reading] = {
    "tens of thousands": (20_000, None, Modality.VAGUE),
    "hundreds of thousands": (200_000, None, Modality.VAGUE),
    "half a million": (500_000, 500_000, Modality.EXACT),
    "tens": (20, 99, Modality.VAGUE),
    "dozens": (24, 99, Modality.VAGUE),
    "hundreds": (200, None, Modality.VAGUE),
    "thousands": (2_000, None, Modality.VAGUE),
    "millions": (2_000_000, None, Modality.VAGUE),
    "several": (3, 9, Modality.VAGUE),
    "multiple": (2, None, Modality.VAGUE),
    "a couple": (2, 2, Modality.ABOUT),
    "a pair": (2, 2, Modality.EXACT),
}
"""The words that bound a number without naming it. Source: the claim contract; "tens" as ACLED's codebook reads it, from below."""

_NOTHING: Reading = (None, None, Modality.VAGUE)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_UNIT_AFTER = re.compile(
    r"(?:[\s-]*(?:%|per\s?cent\b|percent\b|percentage\b|°|am\b|pm\b|a\.m|p\.m|o'clock|hrs?\b|GMT|UTC|local\s+time"
    r"|(?:more\s+|other\s+|consecutive\s+|straight\s+|long\s+|full\s+)?(?:second|minute|min|hour|day|night|week|weekend|fortnight|month|year|decade|centur(?:y|ie))s?\b"
    r"|-?(?:km|kms|kilomet(?:er|re)|mile|met(?:er|re)|feet|foot|ft|yard|inch|cm|mm|hectare|acre|square|kg|kilo|kilogram|gram|tonne|ton|pound|lb|lit(?:er|re)|gallon|barrel|calib(?:er|re)|mph|kph|magnitude|degrees)s?\b"
    r"|\s*(?:dollars?|euros?|rupees?|naira|francs?|USD|US\$|pesos?|roubles?|rubles?|shekels?|dinars?|riyals?)\b"
    r"|(?:st|nd|rd|th)\b|:\d|\.\d|/\d|-year|\s*x\s*\d|[-–]?(?:yo|y/o)\b))",
    re.I,
)
_MONTH_AFTER = re.compile(rf"(?:\s+|-){_MONTH}(?![a-z])")
_BEFORE_CODE = re.compile(
    r"(?:[$€£¥₦₹#@]\s?|\d/|\b(?:USD|US\$|Rs\.?|EUR|GBP|No\.?|article|section|chapter|resolution|law|paragraph|page|route|highway|flight|unit|brigade|division|battalion|room|"
    r"ward|block|sector|level|phase|episode|season|version|act|order|line|channel|camp|checkpoint|street|avenue|road|aged?|ages|magnitude|kilometre|kilometer|km|"
    r"week|day|year|month|age|G|Covid|under|top)\s+|[A-Za-z]-|\d[:.,/])$",
    re.I,
)
_MONTH_BEFORE = re.compile(
    rf"(?<!\d\s)(?<!\dth\s)\b{_MONTH}\s+(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s*,\s*|\s+and\s+|\s+to\s+|\s+or\s+|[-–—]))?$"
)
_MOVED_BEFORE = re.compile(
    r"\b(?:ris\w+|rose|go(?:es|ing)?|went|gone|climb\w*|drove|driv\w+|push\w*|bring\w*|brought|add\w*|put|take[ns]?|took|mov\w+|"
    r"is|was|are|were|now|toll|count|tally|attack|figure|number|total|casualties|deaths|it)\s+$",
    re.I,
)
_EXCEEDED = re.compile(r"\b(?:exceed\w*|surpass\w*|top(?:s|ped)|pass(?:es|ed))\s+(?:the\s+)?$", re.I)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_YEAR_BEFORE = re.compile(
    rf"(?:\b(?:in|since|of|until|till|from|by|during|late|early|mid|end|between|year|and|to|the|before|after|through|around|about|than)\s+|{_MONTH}\s*,?\s*|\d{{1,2}},?\s+|[-–/(]\s?)$",
    re.I,
)
_AGE = re.compile(r"(?:,\s*|\(\s*)$")
_AGE_AFTER = re.compile(r"\s*(?:,|\)|\.$|\sand\s[A-Z])")
_RANK_AFTER = re.compile(r"\s+(?:of\s+)?(?:\d{4}\b)")


def find(text: str) -> list[Amount]:
    """The number phrases of one sentence, in order, none overlapping another."""
    return list(_scan(text))


def _scan(text: str) -> Iterator[Amount]:
    at = 0
    for start in (match.start() for match in _ANCHOR.finditer(text)):
        if start < at:
            continue
        for pattern, read in FORMS:
            match = pattern.match(text, start)
            if not match:
                continue
            found = read(match, text)
            at = match.end() if found is not None else at
            if found is not None:
                yield found
                break


def _range(match: re.Match[str], text: str) -> Amount | None:
    low, high = _value(match["a"]), _value(match["b"])
    if low is None or high is None or low >= high or _excluded(text, match.start("a"), match.end()):
        return None
    if re.search(r"\bfrom\s+$", text[max(0, match.start() - 6) : match.start()]):
        return None  # "rose from 5 to 7": two numbers, not one range
    if low < 100 and high > 50 * max(low, 1):
        return None
    return Amount(match.start(), match.end(), match.start("a"), low, high, Modality.RANGE)


def _number(match: re.Match[str], text: str) -> Amount | None:
    core = match["core"]
    value = _value(core)
    start, end = match.start(), match.end()
    if value is not None and re.match(r"\d{1,3}[ \u00a0\u202f]\d{3}", core) and re.search(r"\d-$", text[max(0, match.start("core") - 2) : match.start("core")]):
        return None  # the day of an ISO date, then a number
    if value is None or _excluded(text, match.start("core"), match.end("core")):
        return None
    low, high, modality = _bounds(value, match, text[max(0, start - 16) : start])
    addition = bool(re.search(r"\b(?:another|further|additional)\b", match.group(), re.I))
    return Amount(start, end, match.start("core"), low, high, modality, addition)


def _vague(match: re.Match[str], text: str) -> Amount | None:
    core = re.sub(r"\s+", " ", match["core"].lower())
    low, high, modality = VAGUE.get(core, _NOTHING)
    if match["least"] and low is not None:
        high, modality = None, Modality.AT_LEAST
    return Amount(match.start(), match.end(), match.start("core"), low, high, modality)


def _zero(match: re.Match[str], text: str) -> Amount | None:
    if re.match(r"\s+(?:doubt|longer|matter|further|group|claim|immediate|sign|idea|word|reason|way)\b", text[match.end() :]):
        return None
    return Amount(match.start(), match.end(), match.start(), 0, 0, Modality.NONE)


FORMS: list[tuple[re.Pattern[str], Callable[[re.Match[str], str], Amount | None]]] = [
    (_BETWEEN, _range),
    (_RANGE, _range),
    (_NUMBER, _number),
    (_VAGUE, _vague),
    (_ZERO, _zero),
]

_HALF = re.compile(r"(\w+)[\s-]and[\s-]a[\s-]half[\s-](\w+)")
_ANCHOR = re.compile(r"(?<![\w.,$€£])(?=[\w+])")


def _value(core: str) -> int | None:
    lowered = re.sub(r"\s+", " ", core.lower().strip())
    half = _HALF.fullmatch(lowered)
    if half:
        whole, scale = words_to_int(half[1]), words_to_int(half[2])
        return None if whole is None or scale is None else whole * scale + scale // 2
    if lowered.endswith("dozen"):
        return _dozens(lowered)
    if lowered[0].isdigit():
        return figures_to_int(lowered)
    return words_to_int(lowered)


def _dozens(phrase: str) -> int | None:
    first = phrase.removesuffix("dozen").strip()
    if first in ("a", "one"):
        return 12
    if first == "half a":
        return 6
    if first == "several":
        return 36
    many = int(first) if first.isdigit() else words_to_int(first)
    return None if many is None else 12 * many


def _bounds(value: int, match: re.Match[str], before: str) -> Reading:
    if match["least"] or match["more"] or _EXCEEDED.search(before):
        return value, None, Modality.AT_LEAST
    if match["most"]:
        if match["most"].lower().startswith("up") and _MOVED_BEFORE.search(before):
            return value, value, Modality.EXACT  # "the toll went up to 101" says where it went, not a limit
        return None, value, Modality.AT_MOST
    if match["about"] or match["so"]:
        return value, value, Modality.ABOUT
    if value == 0:
        return 0, 0, Modality.NONE
    return value, value, Modality.EXACT


def _excluded(text: str, start: int, end: int) -> bool:
    """Whether the figure is a date, an age, money, a measure or a designation: something that counts no people."""
    before, core = text[max(0, start - 28) : start], text[start:end]
    if _UNIT_AFTER.match(text, end) or _MONTH_AFTER.match(text, end):
        return True
    if _BEFORE_CODE.search(before):
        return True
    if _YEAR.fullmatch(core) and (_YEAR_BEFORE.search(before) or start == 0):
        return True
    if core.isdigit() and len(core) <= 2 and _MONTH_BEFORE.search(before):
        return True
    return _is_age(text, start, end, before, core)


def _is_age(text: str, start: int, end: int, before: str, core: str) -> bool:
    if not (core.isdigit() and len(core) <= 2 and _AGE.search(before) and _AGE_AFTER.match(text, end)):
        return False
    return bool(re.search(r"[A-Z][\w'’-]+\s*[,(]\s*$", before))
