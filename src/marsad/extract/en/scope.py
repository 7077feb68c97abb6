"""What a number spans: one event, a running or periodic count, or the past told as context.

Three kinds of evidence, in this order: the harm lies far before the report's own news (background); words of the
sentence that open a running count; the genre of the report as a whole (a monthly report, a daily toll), for sentences
that say nothing themselves.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from marsad.extract.en.when import When
from marsad.model import Interval, Scope

OLD = timedelta(days=45)

BACKGROUND = re.compile(
    r"\b(?:last\s+year(?:'s|’s)?|years?\s+(?:ago|before|earlier)|decades?\s+(?:ago|of\s+(?:war|conflict|insurgency))|anniversary|in\s+the\s+past,|history|"
    r"previous(?:ly)?\s+(?:attack|bombing|clashes)|an?\s+earlier\s+(?:attack|bombing|strike)|"
    r"a\s+similar\s+(?:attack|bombing|incident)|back\s+in|in\s+(?:\w+\s+)?last\s+year|recalled|"
    r"the\s+(?:war|conflict|insurgency|rebellion|genocide)(?:,?\s+which)?\s+(?:has|had)\s+(?:killed|claimed|left|cost))\b",
    re.I,
)
CUMULATIVE = re.compile(
    r"\b(?:since|(?:in|within|over)\s+(?:the\s+)?(?:space\s+of\s+)?(?:\d+|two|three|four)\s+(?:hours|days|weeks|months)|so\s+far\s+this|this\s+(?:year|month|week)(?:\s+alone)?|in\s+(?:recent|the\s+(?:last|past)(?:\s+\w+)?)\s+(?:hours|days|weeks|months)|"
    r"in\s+the\s+space\s+of|over\s+the\s+(?:past|last|course)|(?:two|three|four|five|six|seven|several|\d+)\s+(?:straight\s+|consecutive\s+)?(?:days|weeks|months)\s+of|"
    r"in\s+days\s+of|days\s+of\s+(?:violence|fighting|clashes)|overall|altogether|in\s+all|all\s+told|cumulative|"
    r"from\s+(?:\d+\s+)?\w+\s+\d*\s*(?:to|until|through)|between\s+\d+\s+(?:\w+\s+)?and\s+\d+|monthly|weekly|daily\s+(?:toll|report)|quarter|half-year|"
    r"during\s+(?:january|february|march|april|may|june|july|august|september|october|november|december|the\s+(?:month|year|week|period))|"
    r"brings?\s+(?:the|to)|bringing\s+(?:the|to)|brought\s+(?:the|to)|incidents|attacks\s+(?:have|in)|massacres|airstrikes\s+(?:have|across)|"
    r"across\s+(?:the\s+)?(?:country|province|region|state|syria|iraq|gaza|ukraine|sudan)|documented\s+(?:\d|the\s+(?:deaths|killing))|recorded\s+\d)\b",
    re.I,
)
RISEN = re.compile(r"\b(?:deaths?|toll|dead|killed|casualties|number|total|tally)\b[^.;]{0,60}\b(?:reach(?:ed|es)?|ris(?:en|es)|rose|climb\w*|now\s+stands?|stands?\s+at)\b", re.I)
SUPERLATIVE = re.compile(r"\b(?:deadliest|worst|bloodiest|largest|biggest|first|heaviest|highest)\b", re.I)
PERIODIC = re.compile(
    r"\b(?:(?:monthly|annual|quarterly|weekly|daily)\s+(?:report|update|figures|toll|casualty|bulletin|situation)|situation\s+report|sitrep|flash\s+update|"
    r"reporting\s+period|protection\s+of\s+civilians|human\s+rights\s+(?:report|violations)|casualty\s+(?:report|figures)|civilian\s+casualties\s+(?:in|for|from)|"
    r"in\s+(?:the\s+month\s+of\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:\s+20\d\d)?[^.]{0,60}\b(?:civilians?|people|deaths|casualties)|"
    r"since\s+(?:the\s+)?(?:start|beginning|outbreak|war|\w+\s+\d)|so\s+far\s+this\s+year|during\s+the\s+(?:month|year|first\s+half)|the\s+past\s+24\s+hours|"
    r"ministry\s+of\s+health\s+in\s+gaza|overall\s+toll|death\s+toll\s+(?:in|from|since)\s+the\s+war)\b",
    re.I,
)
ONE_EVENT = re.compile(
    r"\b(?:(?:the|an?|this|that|\w+day's|\w+day’s|twin|car|suicide)\s+(?:\w+\s+){0,2}(?:attack|bombing|blast|explosion|strike|airstrike|ambush|raid|shooting|assault|massacre|incident|"
    r"bomb|bomber|mine|landmine|missile|rocket|drone|riot|crash|collision|siege|clash))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Genre:
    """Whether a report as a whole tells running or periodic counts, and the words that say so."""

    periodic: bool
    words: str


def genre(text: str) -> Genre:
    """The genre of a report: two or more signs of a periodic or running count in its first 1,500 characters."""
    signs = {match.group().lower() for match in PERIODIC.finditer(text[:1500])}
    events = {match.group().lower() for match in ONE_EVENT.finditer(text[:1500])}
    return Genre(len(signs) >= 2 or (len(signs) == 1 and not events), ", ".join(sorted(signs))[:80])


def decide(
    sentence: str, days: Interval | None, own: list[When], report: Genre, today: date | None, before: Scope | None, *, recent: bool
) -> tuple[Scope, str]:
    """The scope of a claim and the words that decided. `before` is the scope of the number told just before it, if any;
    `recent` whether the report tells anything of its own days: a report about an old event alone is not background."""
    if recent and today and days and days.end and days.end < today - OLD:
        return Scope.BACKGROUND, f"it ended on {days.end}, long before the report"
    running = next((when for when in own if when.running), None)
    if running and not SUPERLATIVE.search(sentence[: running.start][-40:]):
        return Scope.CUMULATIVE, f"a running count: {sentence[running.start : running.end]!r}"
    old = BACKGROUND.search(sentence)
    if old and not (days and days.end and today and days.end >= today - timedelta(days=7) and own):
        return Scope.BACKGROUND, f"told as context: {old.group()!r}"
    word = CUMULATIVE.search(sentence)
    if word:
        return Scope.CUMULATIVE, f"several events: {word.group()!r}"
    if days and days.days and days.days > 4 and not (own and any(when.form in ("year", "last year") for when in own)):
        return Scope.CUMULATIVE, f"over {days.days} days"
    risen = RISEN.search(sentence)
    if risen and not ONE_EVENT.search(sentence):
        return Scope.CUMULATIVE, f"a toll that moves: {risen.group()!r}"
    if not own and before in (Scope.CUMULATIVE, Scope.BACKGROUND) and not ONE_EVENT.search(sentence):
        return before, "goes on with the count before it"
    if report.periodic and not ONE_EVENT.search(sentence):
        return Scope.CUMULATIVE, f"the report tells running counts ({report.words})"
    return Scope.INCIDENT, "no word speaks of several events"
