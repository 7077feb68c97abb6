"""A cluster of mentions seen as one thing: is it an incident or an episode, where, when, and since which mention?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from marsad.link import places, times
from marsad.link.grouping import PAST_EVENT_DAYS, Telling
from marsad.link.mentions import Mention
from marsad.model import IncidentKind, Interval, Place, PlacePrecision, Why, content_id

_SIZE = {precision: n for n, precision in enumerate(PlacePrecision)}


@dataclass(frozen=True, eq=False)
class Group:
    """Mentions that were linked, in order of their keys, with the reasons of each join."""

    mentions: tuple[Mention, ...]
    why: tuple[Why, ...] = ()

    @cached_property
    def id(self) -> str:
        """From the earliest mention, so that later reports change nothing."""
        said, claim = self.mentions[0].key
        return content_id("evt", [None if said == date.max else said.isoformat(), claim])

    @cached_property
    def kind(self) -> IncidentKind:
        """An episode where at least half of what is not the past is told as a count."""
        news = [mention for mention in self.mentions if mention.telling is not Telling.PAST]
        if not news:
            return IncidentKind.EPISODE if _long_past(self.mentions[0]) else IncidentKind.INCIDENT
        counts = sum(1 for mention in news if mention.telling is Telling.COUNT)
        return IncidentKind.EPISODE if counts * 2 >= len(news) else IncidentKind.INCIDENT

    @cached_property
    def place(self) -> Place | None:
        """Incident: the most exact place. Episode: the place told most often. The earliest told of equals."""
        told = [mention.place for mention in self._leading() if mention.place]
        if not told:
            return None
        often = Counter(told)
        if self.kind is IncidentKind.EPISODE:
            return min(often, key=lambda place: (-often[place], told.index(place)))
        return min(often, key=lambda place: (_exactness(place), -often[place], told.index(place)))

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """Incident: the days told most often, the shortest of equals. Episode: from the first day to the last."""
        told = [mention.days for mention in self._leading() if mention.days]
        if not told:
            return None
        if self.kind is IncidentKind.INCIDENT:
            often = Counter(told)
            return min(often, key=lambda days: (-often[days], times.length(days), days))
        exact = [days for days in told if not times.whole_months(days)] or told
        return min(days[0] for days in exact), max(days[1] for days in exact)

    @property
    def time(self) -> Interval | None:
        """The days as an interval."""
        return None if self.days is None else Interval.of(*self.days)

    @cached_property
    def mains(self) -> tuple[str, ...]:
        """The reports whose main mention is here."""
        return tuple(sorted({mention.report.id for mention in self.mentions if mention.main}))

    @cached_property
    def shown(self) -> Counter[str]:
        """How often each kind of event is told in the main mentions, else in all."""
        found: Counter[str] = Counter()
        for mention in [mention for mention in self.mentions if mention.main] or self.mentions:
            found.update(mention.shown)
        return found

    def _leading(self) -> Sequence[Mention]:
        """The mentions that set place and days: in an episode the counts, in an incident the rest, else all."""
        wanted = Telling.COUNT if self.kind is IncidentKind.EPISODE else Telling.EVENT
        return [mention for mention in self.mentions if mention.telling is wanted] or self.mentions


def _long_past(mention: Mention) -> bool:
    return mention.days is None or times.length(mention.days) > PAST_EVENT_DAYS


def _exactness(place: Place) -> int:
    if place.precision is None:
        return len(_SIZE) if places.is_country(place) else _SIZE[PlacePrecision.SETTLEMENT]
    return _SIZE[place.precision]
