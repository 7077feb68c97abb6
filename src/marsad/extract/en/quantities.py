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

from marsad.extract.en.exclusions import excluded
from marsad.extract.en.numbers import FIGURES_SCALED, WORDS, figures_to_int, words_to_int
from marsad.model import Modality


def either(*alternatives: str) -> str:
    """A pattern for one of several phrases, in which a space stands for white space."""
    return "(?:" + "|".join(alternatives).replace(" ", r"\s+") + ")"


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


AT_LEAST = either(
    "at (?:the very )?-?least",
    "at-least",
    "(?:(?:well|far|slightly|a little|already) )?(?:over|beyond|above|past)",
    "(?:(?:many|far|slightly) )?more than",
    "no (?:fewer|less) than",
    "not (?:fewer|less) than",
    "upwards? of",
    "in excess of",
    "into the(?= (?:hundreds|thousands))",
    "a minimum of",
    "minimum",
)
AT_MOST = either(
    "up to", "as many as", "as high as", "(?:fewer|less) than", "under", "at most", "no more than", "not more than",
    "a maximum of",
)  # fmt: skip
ABOUT = either(
    "about", "around", "approximately", "roughly", "nearly", "almost", "some", "an? estimated", "estimated", "close to",
    "circa", r"approx\.?", "more or less", "an? (?:average|reported) of", "just (?:over|under)", "in the region of",
)  # fmt: skip
FILLER = either(
    "the", "another", "a further", "further", "an additional", "additional", "a total of", "all", "just", "only",
    "exactly", "other", "these", "those",
)  # fmt: skip
HEDGE = rf"(?:(?P<least>{AT_LEAST})|(?P<most>{AT_MOST})|(?P<about>{ABOUT}))"
HALF = (
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten)[\s-]and[\s-]a[\s-]half[\s-]"
    r"(?:hundred|thousand|million)\b"
)
# The "million" of "$300 million" is no number by itself where the whole is left out; "12 April 6 six prisoners" is one.
NUMBER = rf"(?:{HALF}|{FIGURES_SCALED}|\b(?:(?<!\d\s)(?<!\d-)|(?!hundred|thousand|lakh|million)){WORDS}\b)"
DOZEN = r"(?:(?:\b(?:a|one|half\s+a|two|three|four|five|six)|\d+)\s+dozen\b)"
MORE = (
    r"(?P<more>\s*\+(?!\w)|\s+(?:\w+\s+)?or\s+more\b|\s+and\s+(?:possibly\s+)?more\b|,?\s+at\s+least\b"
    r"|\s+at\s+a\s+minimum\b|\s+(?:people|persons|civilians|dead|deaths|injured|killed|bodies)\s+at\s+least\b)"
)
SO = r"(?P<so>\s+or\s+so\b)"

_RANGE = re.compile(
    rf"(?P<pre>(?:{ABOUT}\s+)?between\s+|(?:{ABOUT}\s+)?)"
    rf"(?P<a>{NUMBER})(?:[-–—](?=\d)|\s+(?:to|or)\s+)(?P<b>{NUMBER})",
    re.I,
)
_BETWEEN = re.compile(rf"between\s+(?P<a>{NUMBER})(?:\s+\w+)?\s+and\s+(?P<b>{NUMBER})", re.I)
_NUMBER = re.compile(
    rf"(?:(?P<fill1>{FILLER})\s+)?(?:{HEDGE}\s+)?(?:(?P<fill2>{FILLER})\s+)?"
    rf"(?P<core>{DOZEN}|{NUMBER})(?:{MORE}|{SO})?",
    re.I,
)
_VAGUE = re.compile(
    rf"(?:(?:{HEDGE}|(?P<fill>{FILLER}))\s+)?(?P<core>tens\s+of\s+thousands|hundreds\s+of\s+thousands|half\s+a\s+million"
    r"|(?:tens|dozens|scores|hundreds|thousands|millions)\b|several\s+dozen\b|several|multiple|numerous|countless|untold\s+numbers?"
    r"|an?\s+(?:unknown|undetermined|unspecified|unconfirmed|large|great|small|growing|untold)\s+number|a\s+number"
    r"|a\s+handful|an?\s+(?:couple|pair)|a\s+(?:few|score)|many)\b(?:\s+(?:and|or)\s+(?:dozens|hundreds|thousands))?",
    re.I,
)
_ZERO = re.compile(
    r"\b(?:no\s+one|nobody|none|zero|anyone|anybody|no|without(?:\s+(?:any|further|causing(?:\s+any)?))?)"
    r"(?=[\s.,;]|$)",
    re.I,
)

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
    "several dozen": (36, 108, Modality.VAGUE),
    "multiple": (2, None, Modality.VAGUE),
    "a couple": (2, 2, Modality.ABOUT),
    "a pair": (2, 2, Modality.EXACT),
}
"""Words that bound a number without naming it. Source: the claim contract; "tens" from below, as ACLED reads it."""

_NOTHING: Reading = (None, None, Modality.VAGUE)
_MOVED_BEFORE = re.compile(
    r"\b(?:ris\w+|rose|go(?:es|ing)?|went|gone|climb\w*|drove|driv\w+|push\w*|bring\w*|brought|add\w*|put|take[ns]?|took|mov\w+|"
    r"is|was|are|were|now|toll|count|tally|attack|figure|number|total|casualties|deaths|it)\s+$",
    re.I,
)
_EXCEEDED = re.compile(r"\b(?:exceed\w*|surpass\w*|top(?:s|ped)|pass(?:es|ed))\s+(?:the\s+)?$", re.I)


def find(text: str) -> list[Amount]:
    """The number phrases of one sentence, in order, none overlapping another."""
    return list(_scan(text))


def _scan(text: str) -> Iterator[Amount]:
    at = 0
    for word in _ANCHOR.finditer(text):
        start = word.start()
        if start < at or not _may_begin(word.group()):
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
    if low is None or high is None or low >= high or excluded(text, match.start("a"), match.end()):
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
    if _GROUPED_BY_SPACE.match(core) and text[max(0, match.start("core") - 1)] == "-":
        return None  # the day of an ISO date, then a number
    if value is None or excluded(text, match.start("core"), match.end("core")):
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
    if _NOT_ZERO.match(text, match.end()):
        return None
    before = text[max(0, match.start() - 60) : match.start()]
    if match.group().lower().startswith("any") and not _DENIED_BEFORE.search(before):
        return None
    return Amount(match.start(), match.end(), match.start(), 0, 0, Modality.NONE)


FORMS: list[tuple[re.Pattern[str], Callable[[re.Match[str], str], Amount | None]]] = [
    (_BETWEEN, _range),
    (_RANGE, _range),
    (_NUMBER, _number),
    (_VAGUE, _vague),
    (_ZERO, _zero),
]

_GROUPED_BY_SPACE = re.compile(r"\d{1,3}[ \u00a0\u202f]\d{3}")
_NOT_ZERO = re.compile(
    r"\s+(?:doubt|longer|matter|further|group|claim|idea|reason|way|(?:sign|word)\b(?!\s+of)"
    r"|immediate\b(?!\s+(?:reports?|word|information|casualt\w+|injur\w+|deaths?|victims?)))\b"
)
_DENIED_BEFORE = re.compile(r"(?:\b(?:without|not|never|nor)|n't)\b[^.;:]{0,40}\Z", re.I)  # "did not kill ANYONE"
_HALF = re.compile(r"(\w+)[\s-]and[\s-]a[\s-]half[\s-](\w+)")
_ANCHOR = re.compile(r"(?<![\w.,$€£])\w+")

BEGIN = frozenset(
    "a above additional all almost already another anybody anyone approx approximately around as at an about beyond "
    "between circa close countless dozens eight eighteen eighty eleven estimated exactly far fewer fifteen fifty "
    "five forty four fourteen further half hundred hundreds in into just lakh less many million millions minimum more "
    "multiple nearly nine nineteen ninety no nobody none not numerous one only other over past roughly scores seven "
    "seventeen seventy several six sixteen sixty slightly some ten tens the these thirteen thirty those thousand "
    "thousands three twelve twenty two under untold up upward upwards well without zero".split()
)
"""The words with which a phrase of `FORMS` may begin, but for figures; a test holds them to the patterns."""


def _may_begin(word: str) -> bool:
    """Whether a form may begin with a word: most do not, and the patterns need not be tried there."""
    return word[0].isdecimal() or word.lower() in BEGIN or not word.isascii()  # "ſeveral" is "several" to a pattern


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
