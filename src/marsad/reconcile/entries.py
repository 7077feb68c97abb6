"""A claim that takes part in the arithmetic, with its root and with what it speaks of.

Claims of one root with one key speak of the same thing, and so make a series.
"""

from dataclasses import dataclass, replace
from datetime import date

from marsad.model import Category, Claim, Place, Relation, Scope
from marsad.model.bounds import Bounds
from marsad.reconcile.classes import class_within, classes_disjoint, measure_within, measures_disjoint
from marsad.reconcile.fits import Fit, Lies, lies
from marsad.reconcile.frame import Frame, place_key
from marsad.reconcile.roots import Root
from marsad.reconcile.wording import told

Key = tuple[str, str, str, str, str]

FEW = 4
"""Below so many, the same number on two days is chance: two attacks that kill two each are common."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim, its root, how it lies to what is counted, and the key of what it speaks of.

    `above` are the claims that its text makes it a part of, directly or through others, and those that they relay.
    """

    claim: Claim
    root: Root
    lies: Lies
    key: Key
    said: date | None
    above: frozenset[str] = frozenset()

    @property
    def told(self) -> str:
        """The claim in a few words, for a sentence."""
        return told(self.claim, self.root.name)

    @property
    def bounds(self) -> Bounds:
        """The bounds that the claim gives."""
        return self.claim.quantity.bounds

    @property
    def order(self) -> tuple[date, int, bool, str, int, str]:
        """The order of saying. Undated claims come first, since nothing shows that they are later than another.

        Of one day, the smaller figure is taken as the earlier one: the dead are found, not lost.
        """
        claim = self.claim
        low, high = self.bounds
        size = low if low is not None else high or 0
        return (self.said or date.min, size, high is not None, claim.report, claim.quantity.start or 0, claim.id)


def entry_of(claim: Claim, root: Root, frame: Frame, parent: Claim | None) -> Entry:
    """The entry of a claim in a frame."""
    claim = _of_class(claim, parent)
    lie = lies(claim, frame, parent)
    key = (
        claim.measure.value,
        claim.victims.category.value,
        _place_key(claim.place, lie),
        _days_key(claim, lie),
        _narrower_key(claim, lie),
    )
    return Entry(claim, root, lie, key, claim.said_on)


def _of_class(claim: Claim, parent: Claim | None) -> Claim:
    """A part told without a class is of its whole's class: "340 civilians, of them 31 people in one village"."""
    if claim.relation is not Relation.SUBSET or parent is None or claim.victims.category is not Category.ANY:
        return claim
    return replace(claim, victims=replace(claim.victims, category=parent.victims.category))


def _place_key(place: Place | None, lie: Lies) -> str:
    return "" if place is None or lie.place is Fit.COVERS else place_key(place)


def _days_key(claim: Claim, lie: Lies) -> str:
    time = claim.time
    if time is None or lie.days is Fit.COVERS:
        return ""
    said = claim.said_on
    running = claim.scope is not Scope.INCIDENT and time.days != 1
    if running and (said is None or time.end is None or (said - time.end).days <= 1):
        return f"since {time.start}"
    return f"{time.start} to {time.end}"


def _narrower_key(claim: Claim, lie: Lies) -> str:
    """Subsets that only their words set apart are never one series: "two of them", "three of them"."""
    if claim.relation is not Relation.SUBSET or not lie.some_of:
        return ""
    return f"{claim.report}:{claim.quantity.start}:{claim.id}"


def disjoint(a: Entry, b: Entry) -> bool:
    """Whether it is certain that no person is counted by both claims."""
    one, two = a.claim, b.claim
    if measures_disjoint(one.measure, two.measure) or classes_disjoint(one.victims.category, two.victims.category):
        return True
    return elsewhere(a, b)


def elsewhere(a: Entry, b: Entry) -> bool:
    """Whether it is certain that the two claims count at places, or on days, that do not overlap."""
    one, two = a.claim, b.claim
    if one.time is not None and two.time is not None and not one.time.may_overlap(two.time):
        return not _one_event_misdated(one, two)
    return one.place is not None and two.place is not None and one.place.excludes(two.place)


def _one_event_misdated(one: Claim, two: Claim) -> bool:
    """Whether two claims look like one toll told on two days: the same number, at one place, within a week.

    "One of the wounded died on Wednesday, and the toll went up to 101" dates the 101 on Wednesday, though the bomb was
    on Monday. To add the two would count a hundred people twice.
    """
    if one.quantity.bounds != two.quantity.bounds or (one.quantity.low or 0) < FEW:
        return False
    if one.place is not None and two.place is not None and one.place.excludes(two.place):
        return False
    return one.time is not None and two.time is not None and one.time.widened(7).may_overlap(two.time)


def within(inner: Entry, outer: Entry) -> bool:
    """Whether all that `inner` counts is counted by `outer`, as far as their keys tell."""
    one, two = inner.claim, outer.claim
    if not class_within(one.victims.category, two.victims.category) or not measure_within(one.measure, two.measure):
        return False
    if outer.lies.fit is Fit.WIDER or inner.lies.fit is Fit.WIDER:
        return False
    return _same_or_whole(inner.key[2], outer.key[2]) and _same_or_whole(inner.key[3], outer.key[3])


def _same_or_whole(inner: str, outer: str) -> bool:
    return outer in ("", inner)
