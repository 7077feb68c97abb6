"""The days a claim may be of: every reading of the time phrases around it, and those that the report itself gives.

An option is an interval with its supports: which phrase says so, where it stands, and how it is read (as it is, run on
to the day of publication, up to a closing day, as a night). Rules propose here; `day_choice` decides.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from marsad.extract.en.candidates import Page
from marsad.extract.en.draft import Draft
from marsad.extract.en.timeline import Dated, timeline
from marsad.model import Scope

NEAREST = 4  # phrases before a claim that may date it
LEADING = 5  # phrases of the report's beginning that may date any claim
MOST = 40  # options of one claim
DAY = timedelta(days=1)
RULE = "rule"


@dataclass(frozen=True, slots=True)
class Support:
    """One reason for an option: where its phrase stands, how it is read, and the phrase, if there is one."""

    where: str
    how: str
    dated: Dated | None = None

    @property
    def words(self) -> str:
        """The reason in words."""
        if self.dated is None:
            return self.where
        return f"{self.phrase!r} ({self.where}, {self.how})"

    @property
    def phrase(self) -> str | None:
        """The words of the text, if it has any."""
        return self.dated.sentence.text[self.dated.when.start : self.dated.when.end].strip() if self.dated else None


@dataclass(slots=True)
class Option:
    """Days that a claim may be of, and what speaks for them."""

    start: date
    end: date
    supports: list[Support] = field(default_factory=list)

    @property
    def _telling(self) -> Support:
        """The support that is shown: a phrase of the text before a day that the report itself gives."""
        return next((support for support in self.supports if support.dated), self.supports[0])

    @property
    def words(self) -> str:
        """What speaks for it, in words."""
        return self._telling.words

    @property
    def phrase(self) -> str | None:
        """The words of the text that it comes from, if any."""
        return self._telling.phrase


class Calendar:
    """The time phrases of a report, and the days that may date any of its claims; made once a report."""

    def __init__(self, page: Page, drafts: list[Draft]) -> None:
        self.page, self.drafts = page, drafts
        self.today, self.by = page.report.published_day, page.report.published_on
        self.dated = timeline(page)
        self.usable = [dated for dated in self.dated if dated.days and not dated.dateline]
        self.by_sentence: dict[int, list[Dated]] = {}
        for dated in self.usable:
            self.by_sentence.setdefault(dated.sentence.index, []).append(dated)

    @cached_property
    def leading(self) -> list[Dated]:
        """The first phrases of the report."""
        return self.usable[:LEADING]

    @cached_property
    def named(self) -> Counter[tuple[date | None, date | None]]:
        """How often the report names days, those of saying left out."""
        return Counter((dated.days.start, dated.days.end) for dated in self.told if dated.days)

    @cached_property
    def told(self) -> list[Dated]:
        """The phrases that do not date a saying."""
        return [dated for dated in self.usable if not dated.speech]

    @cached_property
    def first_told(self) -> Dated | None:
        """The first of them that names one day."""
        return next((dated for dated in self.told if dated.one_day), None)

    @cached_property
    def most_named(self) -> tuple[date | None, date | None] | None:
        """The days named most often."""
        return max(self.named, key=lambda days: self.named[days], default=None)

    @cached_property
    def closings(self) -> list[tuple[date, str]]:
        """The days on which a running count may end: publication, the day before, and those the text says."""
        days: dict[date, str] = {}
        if self.today:
            days = {self.today: "to publication", _moved(self.today, -1): "to the day before"}
        for dated in self.usable[:60]:
            if dated.closes and dated.days and dated.days.end:
                days.setdefault(dated.days.end, "to a closing day")
        for dated in self.leading:
            if dated.days and dated.days.end:
                days.setdefault(dated.days.end, "to the day of saying" if dated.speech else "to a leading day")
        return list(days.items())[:8]

    @cached_property
    def report_days(self) -> list[tuple[date, date, str]]:
        """What the day of publication and the dateline propose."""
        found = [
            (dated.days.start, dated.days.end, "dateline")
            for dated in self.dated[:3]
            if dated.dateline and dated.days and dated.days.start and dated.days.end
        ]
        if self.today and self.today.toordinal() > 800:
            first = self.today.replace(day=1)
            found += [
                (self.today, self.today, "publication"),
                (self.today - DAY, self.today - DAY, "the day before publication"),
                (self.today - DAY, self.today, "publication and the day before"),
                ((first - DAY).replace(day=1), first - DAY, "the month before"),
                (first, self.today, "the month so far"),
                (self.today.replace(month=1, day=1), self.today, "the year so far"),
            ]
        elif self.by and self.by.toordinal() > 800:
            first = self.by.replace(day=1)
            found += [(first, self.by, "the month of publication"),
                      ((first - DAY).replace(day=1), first - DAY, "the month before")]  # fmt: skip
        return found

    def near(self, draft: Draft) -> Iterator[tuple[str, Dated]]:
        """The phrases that may date a claim, each with where it stands."""
        here = draft.told.mention.sentence
        seen: set[int] = set()
        for where, dated in self._placed(draft, here.index, here.paragraph):
            if id(dated) not in seen:
                seen.add(id(dated))
                yield where, dated

    def _placed(self, draft: Draft, index: int, paragraph: int) -> Iterator[tuple[str, Dated]]:
        yield from (("own", dated) for dated in self.by_sentence.get(index, []))
        if draft.told.parent is not None:
            whole = self.drafts[draft.told.parent].told.mention.sentence.index
            yield from (("whole", dated) for dated in self.by_sentence.get(whole, []))
        yield from (("next", dated) for dated in self.by_sentence.get(index + 1, [])[:2])
        before = [dated for dated in self.usable if dated.sentence.index < index][-NEAREST:]
        yield from ((_distance(dated, index, paragraph), dated) for dated in reversed(before))
        yield from (("title" if dated.sentence.index == 0 else "lead", dated) for dated in self.leading)
        yield from (("running", dated) for dated in self.usable[:60] if dated.when.running)


def _distance(dated: Dated, index: int, paragraph: int) -> str:
    if dated.sentence.index == index - 1:
        return "before"
    if dated.sentence.paragraph == paragraph:
        return "paragraph"
    return "above" if dated.sentence.paragraph >= paragraph - 2 else "far"


def options(calendar: Calendar, draft: Draft) -> list[Option]:
    """The days a claim may be of, those most at hand first."""
    found: dict[tuple[date, date], Option] = {}
    begun = _begun(calendar, draft)
    for start, end, support in _proposed(calendar, draft):
        if start <= end and (start, end) not in begun and (len(found) < MOST or (start, end) in found):
            found.setdefault((start, end), Option(start, end)).supports.append(support)
    return list(found.values())


def _begun(calendar: Calendar, draft: Draft) -> set[tuple[date | None, date | None]]:
    """The days on which a running count of the claim's own sentence only begins: "since Thursday" is not Thursday."""
    if draft.told.scope is not Scope.CUMULATIVE or calendar.today is None:
        return set()
    own = calendar.by_sentence.get(draft.told.mention.sentence.index, [])
    running = [dated.days for dated in own if dated.when.running and dated.days]
    return {(days.start, days.end) for days in running if days.end and days.end < calendar.today}


def _proposed(calendar: Calendar, draft: Draft) -> Iterator[tuple[date, date, Support]]:
    for start, end, name in calendar.report_days:
        yield start, end, Support(name, "report")
    if draft.days and draft.days.start and draft.days.end:
        yield draft.days.start, draft.days.end, Support(RULE, RULE)
    for where, dated in calendar.near(draft):
        for start, end, how in _readings(calendar, dated, where, draft.told.mention.sentence.index):
            yield start, end, Support(where, how, dated)


def _readings(calendar: Calendar, dated: Dated, where: str, here: int) -> Iterator[tuple[date, date, str]]:
    days = dated.days
    if days is None or days.start is None:
        return
    if days.end is not None:
        yield days.start, days.end, "as it is"
        if dated.night and days.days == 1:
            yield days.start, _moved(days.end, 1), "and the next day"
            yield _moved(days.start, -1), days.end, "and the day before"
    if dated.when.running or where in ("own", "before", "title", "lead"):
        yield from ((days.start, closing, how) for closing, how in calendar.closings if closing != days.end)
        for other in calendar.by_sentence.get(dated.sentence.index, []):
            if other is not dated and other.days and other.days.end and other.days.end >= days.start:
                yield days.start, other.days.end, f"to {'the day of saying' if other.speech else 'a day'} beside it"
        for other in calendar.by_sentence.get(here, []):
            if other.speech and other.days and other.days.end:
                yield days.start, other.days.end, "to the day of its own saying"


def _moved(day: date, by: int) -> date:
    """So many days on; the ends of the calendar are kept."""
    return date.fromordinal(min(max(day.toordinal() + by, 1), date.max.toordinal()))
