"""What a claim is measured against: the place and the days that the toll is about.

Where they are asked for, they are taken as they are. Where only an incident is named, or nothing, they are read from
the claims: the place and first day that most totals state. Running counts decide where there are at least as
many of them as of single events; a bomb's toll is not stretched by one remark about the year.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from marsad.model import Claim, Interval, Place, Relation, Scope, TollScope
from marsad.reconcile.classes import measure_within
from marsad.reconcile.roots import Root

# Words such as "since Thursday" and "in two days" resolve to days that differ by one or two for one and the same count.
SLACK_DAYS = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """The place and days of the toll. `asked_*`: the user gave them; `running`: it is about running counts.

    `whole` is false where the claims speak of events apart from each other, so that none of them counts the whole.
    """

    scope: TollScope
    place: Place | None
    days: Interval
    running: bool
    whole: bool = True

    @property
    def asked_place(self) -> bool:
        """Whether the place was asked for."""
        return self.scope.place is not None

    @property
    def asked_days(self) -> bool:
        """Whether the days were asked for."""
        return not self.scope.days.unknown

    @property
    def linked(self) -> bool:
        """Whether the claims were linked to an incident: what they leave unsaid is then the incident's."""
        return self.scope.incident is not None


def frame_of(claims: Iterable[Claim], scope: TollScope, roots: Mapping[str, Root]) -> Frame:
    """The frame of a toll, from the claims that take part in it. A figure that many relay has one say."""
    totals = [c for c in claims if c.relation is Relation.TOTAL and measure_within(c.measure, scope.measure)]
    totals = list({said_by(c, roots[c.id]): c for c in reversed(totals)}.values())
    running = [c for c in totals if c.scope is not Scope.INCIDENT]
    single = [c for c in totals if c.scope is Scope.INCIDENT]
    is_running = bool(running) and len(running) >= len(single)
    anchors = running if is_running else single
    place = scope.place or _commonest_place(anchors)
    days = scope.days if not scope.days.unknown else _commonest_days(anchors)
    whole = not (_scattered(running, scope.place, place) if is_running else _apart(single, place, days))
    return Frame(scope=scope, place=place, days=days, running=is_running, whole=whole)


def same_place(a: Place, b: Place) -> bool:
    """Whether the two are one place: the same id, or, where neither was resolved, the same words."""
    if a.id is not None or b.id is not None:
        return a.id == b.id
    return place_key(a) == place_key(b)


def place_key(place: Place) -> str:
    """What names a place: its id, or its words where it was not resolved."""
    return place.id or " ".join((place.text or place.name or place.country or "").casefold().split())


def said_by(claim: Claim, root: Root) -> Hashable:
    """What makes two claims the same words of one root, whoever relays them and when."""
    place = None if claim.place is None else place_key(claim.place)
    time = None if claim.time is None else (claim.time.start, claim.time.end)
    return (root.key, claim.measure, claim.victims.category, claim.scope, claim.quantity.bounds, place, time)


def _commonest_place(anchors: list[Claim]) -> Place | None:
    """The place that most totals name; of equals, the one that contains the others, then the first by its key."""
    places = {place_key(c.place): c.place for c in anchors if c.place is not None}
    counted = Counter(place_key(c.place) for c in anchors if c.place is not None)
    if not counted:
        return None
    most = max(counted.values())
    best = sorted(key for key, times in counted.items() if times == most)
    widest = max(best, key=lambda key: (sum(bool(places[key].contains(places[k])) for k in best), -best.index(key)))
    return places[widest]


def _commonest_days(anchors: list[Claim]) -> Interval:
    """From the first day that most totals state, of equals the earliest, to the last day that these state."""
    known = [c.time for c in anchors if c.time is not None and c.time.start is not None]
    if not known:
        return Interval()
    counted = Counter(t.start for t in known if t.start is not None)
    start = min(counted, key=lambda first: (-counted[first], first))
    ends = [t.end for t in known if t.start == start]
    last: date | None = None if None in ends else max(end for end in ends if end is not None)
    return Interval.of(start, last)


def _scattered(running: list[Claim], asked: Place | None, place: Place | None) -> bool:
    """Whether more running counts lie certainly elsewhere than in the place read from them: a breakdown alone."""
    if asked is not None or place is None:
        return False
    known = [c.place for c in running if c.place is not None]
    elsewhere = sum(place.excludes(other) for other in known)
    return elsewhere > len(known) - elsewhere


def _apart(single: list[Claim], place: Place | None, days: Interval) -> bool:
    """Whether some event is certainly not where, or when, most of the others are."""
    wide = days.widened(1)
    return any(
        (place is not None and c.place is not None and place.excludes(c.place))
        or (c.time is not None and not wide.may_overlap(c.time))
        for c in single
    )
