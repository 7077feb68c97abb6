"""Which episode an incident is part of. The same kind of declared evidence as between mentions, over whole clusters.

A war of years over a whole country is not made the parent of all that happens in it: a reader who asks for an episode
means a chain of events that was counted as one. Only a report that says so itself ("four of the seven died in Makera")
can put an incident under such a count.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from marsad.link import places, times
from marsad.link.grouping import Telling
from marsad.link.groups import Group
from marsad.link.mentions import Mention
from marsad.link.places import Relation, label
from marsad.link.words import cosine, fold, heaviest_shared
from marsad.model import IncidentKind, Why

THRESHOLD = 3.0
"""Log-odds from which an incident is put under an episode."""

WAR_DAYS = 92
"""A count over a country for longer than a quarter of a year is a war, not an episode that has parts."""


@dataclass(frozen=True, slots=True)
class Parent:
    """The episode that a group is part of, and why."""

    group: Group
    why: tuple[Why, ...]

    @property
    def score(self) -> float:
        """The sum of the weights."""
        return sum(why.weight for why in self.why)


Weigh = Callable[[Group, Group], tuple[float, str] | None]


def a_part_of_it(part: Group, whole: Group) -> tuple[float, str] | None:
    """A report gives the number of the one as a part of the number of the other."""
    counted = {claim.id for mention in whole.mentions for claim in mention.claims}
    for mention in part.mentions:
        if mention.parents & counted:
            return 4.0, f"{mention.report.id} counts its victims among those of {_name(whole)}"
    return None


def told_together(part: Group, whole: Group) -> tuple[float, str] | None:
    """A report tells of both."""
    shared = sorted({m.report.id for m in part.mentions} & {m.report.id for m in whole.mentions})
    return (1.5, f"{shared[0]} tells of both") if shared else None


def days_inside(part: Group, whole: Group) -> tuple[float, str] | None:
    """The days of the one lie in those of the other."""
    if part.days is None or whole.days is None:
        return None
    days = times.written(part.days)
    if times.inside(part.days, whole.days):
        return 1.5, f"{days} lies in {times.written(whole.days)}"
    return -10.0, f"{days} does not lie in {times.written(whole.days)}"


def place_inside(part: Group, whole: Group) -> tuple[float, str] | None:
    """The place of the one is that of the other or lies in it."""
    if part.place is None or whole.place is None:
        return None
    one, two = label(part.place), label(whole.place)
    inside = places.lies_in(part.place, whole.place)
    if inside is None:
        known = part.place.admin1 or ", ".join(part.place.parts)
        outside = bool(whole.place.parts and known) and whole.place.contains(part.place) is False
        outside = outside and a_part_of_it(part, whole) is None  # a count may say itself that it reaches further
        return (-3.0, f"“{one}” is in {known}, which is no part of “{two}”") if outside else None
    if inside:
        same = places.relation(part.place, whole.place) is Relation.SAME
        weight = 2.0 if same else 0.5 if places.is_country(whole.place) else 1.5
        return weight, f"both are in {one}" if same else f"“{one}” lies in “{two}”"
    if places.relation(part.place, whole.place) is Relation.EXCLUDED:
        return -10.0, f"“{one}” does not lie in “{two}”"
    return _names_place(part, whole) or (-2.5, f"“{one}” does not lie in “{two}”")


def _names_place(part: Group, whole: Group) -> tuple[float, str] | None:
    """A report that tells of both names the place of the whole as it tells the part: "a camp outside Tripoli"."""
    assert whole.place is not None
    if places.is_country(whole.place) or told_together(part, whole) is None:
        return None
    wanted = {fold(word) for word in (whole.place.text or whole.place.name or "").split()}
    mention = next((m for m in part.mentions if m.main and wanted <= m.words), None)
    return (0.7, f"{mention.report.id} names {label(whole.place)}") if mention else None


def shared_words(part: Group, whole: Group) -> tuple[float, str] | None:
    """The rare words that their main mentions share, at best."""
    best = max(((cosine(a.vector, b.vector), a, b) for a, b in _mains(part, whole)), key=lambda x: x[0], default=None)
    if best is None or best[0] <= 0:
        return None
    shared = ", ".join(f"“{word}”" for word in heaviest_shared(best[1].vector, best[2].vector))
    return min(3.0, 8 * best[0] - 0.7), f"they share the words {shared}"


def a_war(part: Group, whole: Group) -> tuple[float, str] | None:
    """The whole is a country over a long time."""
    wide = whole.place is None or places.is_wide(whole.place)
    if wide and (whole.days is None or times.length(whole.days) > WAR_DAYS):
        return -4.0, f"{_name(whole)} is a war rather than an episode"
    return None


def same_counter(part: Group, whole: Group) -> tuple[float, str] | None:
    """Counts: the one who counted the whole counted the part, of the same kind of victims."""
    if part.kind is not IncidentKind.EPISODE:
        return None
    for a in part.mentions:
        for b in whole.mentions:
            if a.telling is b.telling is Telling.COUNT and a.sources & b.sources and a.victims & b.victims:
                return 2.0, f"both counts are by {min(a.sources & b.sources)}"
    return None


RULES: tuple[tuple[str, Weigh], ...] = (
    ("part of the count", a_part_of_it),
    ("told together", told_together),
    ("days inside", days_inside),
    ("place inside", place_inside),
    ("words", shared_words),
    ("a war", a_war),
    ("source of the count", same_counter),
)


def _mains(a: Group, b: Group, most: int = 12) -> Iterator[tuple[Mention, Mention]]:
    one = [mention for mention in a.mentions if mention.main][:most]
    two = [mention for mention in b.mentions if mention.main][:most]
    return ((x, y) for x in one for y in two if x.report.id != y.report.id)


def _name(group: Group) -> str:
    place = label(group.place) if group.place else "an unknown place"
    return f"the count for {place}, {times.written(group.days) or 'days unknown'}"


def parents(groups: list[Group]) -> dict[str, Parent]:
    """The episode of each group that has one, by the group's id."""
    wholes = [group for group in groups if group.kind is IncidentKind.EPISODE]
    near = _Index(wholes)
    found = {}
    for group in groups:
        options = [Parent(whole, _weigh(group, whole)) for whole in near.about(group) if _may_hold(whole, group)]
        best = max(options, key=lambda parent: (parent.score, parent.group.id), default=None)
        if best is not None and best.score >= THRESHOLD:
            found[group.id] = best
    return found


def _may_hold(whole: Group, part: Group) -> bool:
    """Whether the one is larger than the other, so that no two can hold each other."""
    if whole is part or not any(mention.telling is Telling.COUNT for mention in whole.mentions):
        return False
    if part.kind is IncidentKind.INCIDENT:
        return True
    if part.days is None or whole.days is None:
        return False
    return times.length(whole.days) > times.length(part.days)


def _weigh(part: Group, whole: Group) -> tuple[Why, ...]:
    found = ((name, rule(part, whole)) for name, rule in RULES)
    return tuple(Why(feature=name, weight=round(x[0], 2), sentence=x[1]) for name, x in found if x)


class _Index:
    """Finds the episodes that a group might be part of: told in the same report, or of the same country and months."""

    def __init__(self, wholes: list[Group]) -> None:
        self._by: dict[tuple[str, str], list[Group]] = {}
        for whole in wholes:
            for key in _keys(whole):
                self._by.setdefault(key, []).append(whole)

    def about(self, group: Group) -> list[Group]:
        """The episodes that share a key with the group, each once, in order of id."""
        found = {whole.id: whole for key in _keys(group) for whole in self._by.get(key, ())}
        return [found[name] for name in sorted(found)]


def _keys(group: Group) -> Iterator[tuple[str, str]]:
    for mention in group.mentions:
        yield "report", mention.report.id
    country = group.place.country if group.place else None
    if country is None or group.days is None:
        return
    start, end = group.days
    if group.kind is IncidentKind.EPISODE and times.length(group.days) > 5 * 366:
        return
    month = start.replace(day=1)
    while month <= end:
        yield country, f"{month:%Y-%m}"
        month = (month + timedelta(days=31)).replace(day=1)
