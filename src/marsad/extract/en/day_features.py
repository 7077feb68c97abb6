"""What the choice of a claim's days looks at: named features of an option, as in `mention_features`.

An option has the features of all its supports, and those of the days themselves: how long, how long ago, and whether
the report names them first or most. Words of the sentence, its tense and its cues were tried and won nothing.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from spacy.tokens import Token

from marsad.extract.en.day_options import RULE, Calendar, Option, Support
from marsad.extract.en.draft import Draft
from marsad.extract.en.speech import SAYING
from marsad.extract.en.timeline import Dated

_BREAK = re.compile(r"[,;:–—]| and | but | while | when ")


class Day:
    """A claim whose days are to be chosen, in its report."""

    def __init__(self, calendar: Calendar, draft: Draft) -> None:
        self.calendar, self.draft = calendar, draft
        self.mention = draft.told.mention
        self.at = self.mention.start - self.mention.sentence.start
        self.scope, self.relation = draft.told.scope.value, draft.told.relation.value
        self.own = [dated for dated in calendar.by_sentence.get(self.mention.sentence.index, []) if not dated.speech]

    @cached_property
    def nearest(self) -> Dated | None:
        """The nearest phrase of its own sentence that does not date the saying."""
        return min(self.own, key=lambda dated: abs(dated.when.start - self.at), default=None)

    @cached_property
    def told(self) -> Dated | None:
        """The day told from another of the text that hangs on the word for the harm: "had killed 20 A DAY EARLIER"."""
        return next(
            (dated for dated in self.own if dated.when.shift is not None and dated.one_day and self._dates_harm(dated)),
            None,
        )

    def _dates_harm(self, dated: Dated) -> bool:
        head = _governor(self, dated)
        return head is not None and head.i == self.draft.harm.trigger.i


def features(day: Day, option: Option) -> list[str]:
    """The features of an option, sorted."""
    found = set(_days(day, option)) | set(_report(day, option))
    for support in option.supports:
        if support.where != RULE:  # what the rules chose of the same phrases is no evidence of its own
            found.update(_support(day, support))
    return sorted(found)


def _support(day: Day, support: Support) -> Iterator[str]:
    base = f"{support.where}:{support.how}"
    yield base
    yield f"{base}:{day.scope}"
    if support.dated is None:
        yield f"{base}:periodic={day.calendar.page.news.genre.periodic}"
        return
    yield from _phrase(day, support.dated, base)
    if support.where == "own":
        yield from _own(day, support.dated, f"own:{support.how}")


def _phrase(day: Day, dated: Dated, base: str) -> Iterator[str]:
    when = dated.when
    yield f"{base}:form={when.form}"
    yield f"{base}:speech={dated.speech}:night={dated.night}"
    yield f"{base}:speech={dated.speech}:{day.scope}"
    yield f"{base}:running={when.running}:{day.scope}"
    yield f"{base}:closes={dated.closes}:{day.scope}"
    yield f"{base}:harm={dated.harm}:speech={dated.speech}"
    yield f"form={when.form}:{dated.before}"


def _own(day: Day, dated: Dated, base: str) -> Iterator[str]:
    """Where the phrase stands to the number, and the verb it hangs on."""
    gap = dated.when.start - day.at
    side = "left" if gap < 0 else "right"
    yield f"{base}:{side}:{min(5, abs(gap) // 25)}"
    yield f"{base}:nearest={dated is day.nearest}:{side}"
    text = day.mention.sentence.text
    low, high = sorted((dated.when.start, day.at))
    yield f"{base}:{side}:breaks={min(3, len(_BREAK.findall(text[low:high])))}"
    head = _governor(day, dated)
    if head is not None:
        kind = _kind(day, head)
        yield f"{base}:head={kind}"
        yield f"{base}:head={kind}:{side}:{day.scope}"
        governed = head.is_ancestor(day.mention.number) or head.i == day.mention.number.i
        yield f"{base}:governs={governed}:{kind}"


FINDING = frozenset(
    "find discover recover retrieve unearth exhume bury identify bring arrive hand rise reach climb succumb visit "
    "condemn meet mourn".split()
)
"""Verbs of what comes after the harm: bodies found, tolls that rise, mourning."""


def _kind(day: Day, head: Token) -> str:
    """What the verb above a time phrase tells: the harm, what came after it, the saying, or something else."""
    if head.i == day.draft.harm.trigger.i:
        return "trigger"
    lemma = head.lemma_.lower()
    return "finding" if lemma in FINDING else "saying" if lemma in SAYING else "other"


def _governor(day: Day, dated: Dated) -> Token | None:
    """The verb, or the noun of an event, that a time phrase hangs on."""
    span = day.mention.doc.char_span(dated.when.start, dated.when.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    token = span.root
    for _ in range(5):
        if token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
            break
        token = token.head
    return token


def _days(day: Day, option: Option) -> Iterator[str]:
    """How long the days are, and how long before the report."""
    long = (option.end - option.start).days + 1
    length = next((str(limit) for limit in (1, 2, 4, 8, 16, 32, 100, 370) if long <= limit), "years")
    yield f"length={length}:{day.scope}"
    yield f"length={length}:{day.scope}:{day.relation}"
    if day.calendar.today is None:
        return
    ago = (day.calendar.today - option.end).days
    shown = str(ago) if -1 <= ago <= 7 else next((str(n) for n in (14, 31, 62, 365) if 0 < ago <= n), "long")
    yield f"ago={shown}:{day.scope}"
    yield f"ago={shown}:{day.scope}:length={length}"


def _report(day: Day, option: Option) -> Iterator[str]:
    """How the report as a whole speaks of these days."""
    calendar = day.calendar
    yield f"most named={calendar.most_named == (option.start, option.end)}:{day.scope}"
    first = calendar.first_told
    if first and first.days:
        yield f"first told={(first.days.start, first.days.end) == (option.start, option.end)}:{day.scope}"
    wheres = {support.where for support in option.supports} - {RULE}
    yield f"supports={min(4, sum(support.where != RULE for support in option.supports))}"
    yield "wheres=" + "+".join(sorted(wheres))
