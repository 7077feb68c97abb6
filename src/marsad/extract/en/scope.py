"""What a number spans: one event, a running or periodic count, or the past told as context.

Three kinds of evidence, in this order: the harm lies far before the report's own news (background); words of the
sentence that open a running count; the genre of the report as a whole (a monthly report, a daily toll), for sentences
that say nothing themselves.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from marsad.extract.en.cues import cue, said
from marsad.extract.en.when import When
from marsad.model import Interval, Scope

OLD = timedelta(days=45)
LONG = timedelta(days=2 * 366)
"""A count over more than two years tells a conflict, not the news: "more than 200 in the last two decades"."""


@dataclass(frozen=True, slots=True)
class Genre:
    """Whether a report as a whole tells running or periodic counts, and the words that say so."""

    periodic: bool
    words: str


def genre(text: str) -> Genre:
    """The genre of a report: two or more signs of a periodic or running count in its first 1,500 characters."""
    signs = {match.group().lower() for match in cue("periodic").finditer(text[:1500])}
    events = {match.group().lower() for match in cue("one_event").finditer(text[:1500])}
    return Genre(len(signs) >= 2 or (len(signs) == 1 and not events), ", ".join(sorted(signs))[:80])


def decide(
    sentence: str,
    days: Interval | None,
    own: list[When],
    report: Genre,
    today: date | None,
    before: Scope | None,
    *,
    recent: bool,
) -> tuple[Scope, str]:
    """The scope of a claim and the words that decided. `before` is the scope of the number told just before it, if any;
    `recent` whether the report tells anything of its own days: a report about an old event alone is not background.
    """
    if recent and today and days and days.end and today - days.end > OLD:
        return Scope.BACKGROUND, f"it ended on {days.end}, long before the report"
    running = next((when for when in own if when.running), None)
    if running and not cue("superlative").search(sentence[: running.start][-40:]):
        return Scope.CUMULATIVE, f"a running count: {sentence[running.start : running.end]!r}"
    if recent and days and days.days and days.days > LONG.days and any(when.interval == days for when in own):
        return Scope.BACKGROUND, f"over {days.days // 365} years, told beside the news"
    old = said("background", sentence)
    if old and not (days and days.end and today and today - days.end <= timedelta(days=7) and own):
        return Scope.BACKGROUND, f"told as context: {old.group()!r}"
    word = said("cumulative", sentence)
    if word:
        return Scope.CUMULATIVE, f"several events: {word.group()!r}"
    if days and days.days and days.days > 4 and not (own and any(when.form in ("year", "last year") for when in own)):
        return Scope.CUMULATIVE, f"over {days.days} days"
    risen = said("toll_moves", sentence)
    if risen and not said("one_event", sentence):
        return Scope.CUMULATIVE, f"a toll that moves: {risen.group()!r}"
    if not own and before in (Scope.CUMULATIVE, Scope.BACKGROUND) and not said("one_event", sentence):
        return before, "goes on with the count before it"
    if report.periodic and not said("one_event", sentence):
        return Scope.CUMULATIVE, f"the report tells running counts ({report.words})"
    return Scope.INCIDENT, "no word speaks of several events"
