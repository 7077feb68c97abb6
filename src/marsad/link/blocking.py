"""Which pairs of mentions are compared at all: those that share a place and a day, a rare name, or a piece of wording.

No step looks at all pairs. A key shared by many mentions is walked in order of day, each mention compared with the
next few, so the work grows with the number of mentions and not with its square.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from marsad.link import places, times
from marsad.link.grouping import Telling
from marsad.link.mentions import Mention
from marsad.link.words import Rarity
from marsad.model import Place

Key = tuple[str, ...]

WINDOW = 30
"""Mentions after it, under one key, that a mention is compared with."""

RARE = 12
"""A name used by at most so many reports is rare enough to be a key."""

RARE_NAMES = 8
"""Names of a mention that become keys, the heaviest first."""

LONG_DAYS = 7
"""An interval longer than this is keyed by the months of its bounds, not by its days."""


def pairs(mentions: list[Mention], rarity: Rarity) -> list[tuple[int, int]]:
    """The pairs to compare, as positions in `mentions`, the smaller first, in order."""
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    for n, mention in enumerate(mentions):
        for name in set(keys(mention, rarity)):
            blocks[name].append(n)
    found: set[tuple[int, int]] = set()
    for key, members in blocks.items():
        if key[-1] == "any" and len(members) > WINDOW:
            continue
        members.sort(key=lambda n: (_day(mentions[n]), mentions[n].key))
        for at, one in enumerate(members):
            found.update((min(one, two), max(one, two)) for two in members[at + 1 : at + 1 + WINDOW])
    return sorted(found)


def _day(mention: Mention) -> date:
    return mention.days[1] if mention.days else mention.said or date.max


def keys(mention: Mention, rarity: Rarity) -> Iterator[Key]:
    """The keys of one mention."""
    marks = list(_place_marks(mention.place))
    for when in _time_marks(mention):
        for mark in marks:
            yield (mark, *when)
    for mark in marks:
        yield (mark, "any")
    yield from _country_days(mention)
    yield from _text_keys(mention, rarity)


def _text_keys(mention: Mention, rarity: Rarity) -> Iterator[Key]:
    names = sorted(mention.vector.items(), key=lambda item: (-item[1], item[0]))
    rare = [name for name, _ in names if rarity.seen[name] <= RARE]
    for name in rare[:RARE_NAMES]:
        yield ("name", name)
    for piece in sorted(mention.sketch)[:4]:
        yield ("wording", str(piece))
    if mention.main and mention.report.restates:
        yield ("address", mention.report.restates)
    if mention.main and mention.report.url:
        yield ("address", mention.report.url)
    if mention.main:
        yield ("report", mention.report.revises or mention.report.id)


def _country_days(mention: Mention) -> Iterator[Key]:
    """Country and exact day, for the mention that names no smaller place."""
    if mention.place and mention.place.country and mention.days and times.length(mention.days) <= times.EVENT_DAYS:
        for n in range(times.length(mention.days) + 1):
            yield ("country", mention.place.country, (mention.days[0] + timedelta(days=n)).isoformat())


def _place_marks(place: Place | None) -> Iterator[str]:
    if place is None:
        return
    named = places.words(place.text or place.name or "")
    for word in sorted(frozenset().union(*named.heads, named.outer)):
        yield f"word:{word}"
    if place.id is not None:
        yield f"id:{place.id}"
    if place.latitude is not None and place.longitude is not None and not places.is_wide(place):
        yield from _cells(place.latitude, place.longitude)
    if place.country and places.is_wide(place):
        yield f"country:{place.country}"


def _cells(latitude: float, longitude: float) -> Iterator[str]:
    """The four cells of a quarter degree that meet near the point: two points 25 km apart share one."""
    for north in (0, 1):
        for east in (0, 1):
            yield f"cell:{int(latitude * 4 + 0.5 * north)}:{int(longitude * 4 + 0.5 * east)}:{north}{east}"


def _time_marks(mention: Mention) -> Iterator[Key]:
    days = mention.days
    if days is None:
        said = mention.said
        if said and mention.telling is not Telling.PAST:
            yield from _weeks(said)
        return
    if times.length(days) <= LONG_DAYS:
        for n in range(times.length(days) + times.SLACK_DAYS):
            yield ("day", (days[0] + timedelta(days=n)).isoformat())
        yield from _weeks(days[1])
        yield ("month", f"{days[0]:%Y-%m}")
        return
    starts = {days[0] - timedelta(days=7), days[0], days[0] + timedelta(days=7)}
    for month in sorted({f"{day:%Y-%m}" for day in starts}):
        yield ("start", month)
    if times.length(days) <= 62:
        for month in sorted({f"{day:%Y-%m}" for day in days}):
            yield ("month", month)


def _weeks(day: date) -> Iterable[Key]:
    return [("week", str((day.toordinal() + step) // 7)) for step in (0, 3)]
