"""Which of the time phrases around a number dates its harm: its own sentence's, one carried on, or the report's."""

from typing import Protocol

from spacy.tokens import Token

from marsad.extract.en import when as times
from marsad.extract.en.cues import cue
from marsad.extract.en.draft import Memory
from marsad.extract.en.mentions import Mention
from marsad.extract.en.when import When
from marsad.model import Interval, Scope


class Dated(Protocol):
    """The days of a report's main event and of its running count."""

    @property
    def days(self) -> Interval | None:
        """Of the main event."""
        ...

    @property
    def running(self) -> Interval | None:
        """Of the running count."""
        ...


def _ends_in_saying(before: str) -> bool:
    return any(match.end() >= len(before.rstrip()) for match in cue("said_when").finditer(before))


def of_speech(text: str, when: When) -> bool:
    """Whether a time is that of the speaking, not of the harm: "said on Saturday"."""
    if when.running or when.form not in ("weekday", "yesterday", "today", "full date", "day and month"):
        return False
    before, after = text[max(0, when.start - 60) : when.start], text[when.end : when.end + 24]
    return bool(
        _ends_in_saying(before) or cue("speech_noun").match(after.removeprefix("'s").removeprefix("’s").lstrip())
    )


def of_harm(text: str, when: When) -> bool:
    """Whether a time can be that of the harm: it is resolved, and neither a dateline's nor that of speaking."""
    return when.interval is not None and not of_speech(text, when) and not times.of_dateline(text, when)


def unresolved(text: str, own: list[When]) -> str | None:
    """Why a sentence's own words of time give no days, where they are of the harm and none of them does."""
    if any(of_harm(text, when) for when in own):
        return None
    unknown = (when for when in own if when.interval is None and when.shift is None and not of_speech(text, when))
    return next((when.why for when in unknown), None)


def _under(trigger: Token, when: When) -> bool:
    """Whether a time hangs on the word for the harm: "opened a memorial on Saturday to 67 people KILLED in 2013"."""
    span = trigger.doc.char_span(when.start, when.end, alignment_mode="expand")
    return span is not None and len(span) > 0 and trigger.is_ancestor(span.root)


def days_of(
    mention: Mention, trigger: Token, own: list[When], memory: Memory, news: Dated
) -> tuple[Interval | None, str]:
    """The days of the harm of a mention, and the words that decided or the reason for null."""
    text, at = mention.sentence.text, mention.start - mention.sentence.start
    usable = [when for when in own if of_harm(text, when)]
    usable = [when for when in usable if trigger.doc is mention.doc and _under(trigger, when)] or usable
    if usable:
        nearest = min(usable, key=lambda when: (abs(when.start - at) > 120, not when.running, abs(when.start - at)))
        return nearest.interval, f"{nearest.form}: {text[nearest.start : nearest.end]!r}"
    why = unresolved(text, own)
    if why:
        return None, why
    if memory.scope is Scope.CUMULATIVE and (memory.running or news.running):
        running = memory.running or news.running
        assert running is not None
        return running, f"the running count before it: {running.text!r}"
    if memory.days is not None and memory.days_paragraph >= mention.sentence.paragraph - 1:
        return memory.days, f"carried on from {memory.days.text!r}"
    if news.days is not None:
        return news.days, f"the report's main event: {news.days.text!r}"
    if news.running is not None:
        return news.running, f"the report's running count: {news.running.text!r}"
    return None, "no word says when"


def span_of(scope: Scope, days: Interval | None, why: str, own: list[When], news: Dated) -> tuple[Interval | None, str]:
    """The days of a running count: never one day carried over from elsewhere, which would be a day's count."""
    if scope is not Scope.CUMULATIVE or days is None or days.days != 1 or any(when.interval for when in own):
        return days, why
    if news.running is not None:
        return news.running, f"the report's running count: {news.running.text!r}"
    return None, "a running count, and no word says from when to when"
