"""Names of incidents and episodes, made of what they contain: kind of event, place, days. Never invented."""

from collections import Counter

from marsad.link import kinds, times
from marsad.link.groups import Group
from marsad.link.places import label, words
from marsad.link.words import fold
from marsad.model import IncidentKind, Measure, Place

_BY_MEASURE = {
    Measure.KILLED: "Violence",
    Measure.INJURED: "Violence",
    Measure.KILLED_OR_INJURED: "Violence",
    Measure.MISSING: "Disappearance",
    Measure.DETAINED: "Arrests",
    Measure.ABDUCTED: "Abduction",
    Measure.DISPLACED: "Displacement",
}

_LINES = ("coast", "border", "frontier")
_AREAS = ("strip", "bank", "region", "marsh", "mountains", "islands")


def name(group: Group) -> str:
    """The name: "Attack in Jableh, Latakia, 8 March 2025". What is not known is left out.

    An episode is named by the harm it counts, since its reports show many kinds of event.
    """
    what = _harm(group) if group.kind is IncidentKind.EPISODE else kinds.leading(group.shown) or _harm(group)
    days = times.written(group.days)
    if group.place is not None:
        where = _where(group.place)
        what += _joint(where) + where
    return f"{what}, {days}" if days else what


def _harm(group: Group) -> str:
    told = Counter(claim.measure for mention in group.mentions for claim in mention.claims)
    return _BY_MEASURE[min(told, key=lambda measure: (-told[measure], list(Measure).index(measure)))]


def _joint(where: str) -> str:
    """What stands between the event and its place: "in Homs", "near Homs", "on the Syrian coast", or a comma."""
    first, last = where.split()[0].casefold(), where.split()[-1].casefold()
    if first in ("near", "outside", "around", "between"):
        return " "
    if first == "the" or (words(where).beside and last not in _LINES):
        return ", "
    return " on the " if last in _LINES else " in the " if last in _AREAS else " in "


def _where(place: Place) -> str:
    here = label(place)
    admin = place.admin1
    return f"{here}, {admin}" if admin and fold(admin) not in fold(here) and not place.parts else here
