"""What can never be one event or count, whatever else speaks for it: a declared list of contradictions.

Only what is certain is here. Unknown places and days contradict nothing, and exact days may miss each other by
`times.SLACK_DAYS`.
"""

from collections.abc import Callable

from marsad.link import places, times
from marsad.link.grouping import Telling
from marsad.link.mentions import Mention
from marsad.link.places import Relation, label
from marsad.link.separation import alike, describes

Forbid = Callable[[Mention, Mention], str | None]

EPISODE_DAYS = 14
"""A count over more days than this cannot be one event."""


def both_counts(a: Mention, b: Mention) -> bool:
    """Whether both count, so that their periods are what matters."""
    return is_count(a) and is_count(b)


def days_of(mention: Mention) -> str:
    """The days of a mention in words."""
    return times.written(mention.days) or "days unknown"


def is_count(mention: Mention) -> bool:
    """A count over several events, or the past told over more than a few days."""
    if mention.telling is Telling.PAST:
        return mention.days is not None and times.length(mention.days) > times.EVENT_DAYS
    return mention.telling is Telling.COUNT


def places_exclude(a: Mention, b: Mention) -> str | None:
    """Places of which it is certain that nothing lies in both.

    Where one report names the place of the other in the same country, either may have been given the wrong one: then
    the evidence decides.
    """
    if places.relation(a.place, b.place) is not Relation.EXCLUDED:
        return None
    assert a.place and b.place
    if a.place.country == b.place.country and (a.names_place_of(b) or b.names_place_of(a)):
        return None
    return f"{label(a.place)} and {label(b.place)} exclude each other"


def days_contradict(a: Mention, b: Mention) -> str | None:
    """Exact days that lie apart, or periods that do not meet."""
    one, two = a.days, b.days
    if one is None or two is None:
        return None
    exact = times.length(one) <= times.EVENT_DAYS and times.length(two) <= times.EVENT_DAYS
    slack = times.SLACK_DAYS if exact else 1 if min(times.length(one), times.length(two)) <= times.EVENT_DAYS else 0
    return f"{days_of(a)} and {days_of(b)} contradict each other" if times.gap(one, two) > slack else None


def not_yet(a: Mention, b: Mention) -> str | None:
    """A report published before the days of an event does not tell of it."""
    for early, late in ((a, b), (b, a)):
        published, days = early.said, late.days
        if published and days and early.days is None and (days[0] - published).days > times.SLACK_DAYS:
            return f"{early.report.id} was published before {days_of(late)}"
    return None


def event_and_long_count(a: Mention, b: Mention) -> str | None:
    """A count over weeks is not one of the events that it counts; at most it contains them."""
    for one, two in ((a, b), (b, a)):
        if one.telling is not Telling.COUNT or two.telling is not Telling.EVENT or not one.days or not two.days:
            continue
        if times.length(two.days) <= times.EVENT_DAYS and times.length(one.days) > EPISODE_DAYS:
            return f"{one.report.id} counts over {days_of(one)}, {two.report.id} tells of one event"
    return None


def told_apart_by_one(a: Mention, b: Mention) -> str | None:
    """One report tells of both, and not merely because it leaves out where or when the one was."""
    if a.report.id != b.report.id:
        return None
    said = f"{a.report.id} tells them apart"
    if a.sealed or b.sealed or Telling.PAST in (a.telling, b.telling) or a.telling is b.telling is Telling.COUNT:
        return said
    if places.relation(a.place, b.place) not in (Relation.SAME, Relation.WITHIN, Relation.UNKNOWN):
        return said
    return said if a.days and b.days and times.gap(a.days, b.days) else None


def set_apart(a: Mention, b: Mention) -> str | None:
    """The one report says "a separate car bombing at the market", and that is what the claims of the other tell of."""
    for one, two in ((a, b), (b, a)):
        for said in one.others:
            if describes(said, two.told) and not any(alike(said, other) for other in two.others):
                return f"{one.report.id} sets “{' '.join(word.text for word in said)}” apart from its own event"
    return None


CANNOT: tuple[tuple[str, Forbid], ...] = (
    ("places exclude each other", places_exclude),
    ("days contradict", days_contradict),
    ("published before", not_yet),
    ("event and count", event_and_long_count),
    ("one report", told_apart_by_one),
    ("set apart", set_apart),
)


def forbidden(a: Mention, b: Mention) -> str | None:
    """Why the two can never be one, or None."""
    return next((said for _, forbid in CANNOT if (said := forbid(a, b))), None)
