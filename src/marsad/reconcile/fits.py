"""How the scope of a claim lies to what is counted: it covers it, is a part of it, is wider, or lies outside.

Every answer carries the sentence that says why, for the ledger.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from marsad.model import Category, Claim, Interval, Place, Relation, Scope
from marsad.reconcile.classes import class_within, classes_disjoint, measure_within
from marsad.reconcile.frame import SLACK_DAYS, Frame, same_place
from marsad.reconcile.wording import day, harm, people


class Fit(IntEnum):
    """How one scope lies to another. Larger is further from being an estimate of it."""

    COVERS = 0
    PART = 1
    WIDER = 2
    OUT = 3


@dataclass(frozen=True, slots=True)
class Lies:
    """How a claim's measure, class, place and days lie to what is counted, together, and the sentence that says why.

    `who` is measure and class together. `some_of` marks a subset that nothing but its words makes smaller than its
    parent ("220 of the injured are in hospital").
    """

    fit: Fit
    place: Fit
    days: Fit
    who: Fit
    some_of: bool
    why: str | None = None

    @property
    def everywhere(self) -> bool:
        """Whether it speaks of the whole place and all days."""
        return self.place is Fit.COVERS and self.days is Fit.COVERS


Answer = tuple[Fit, str | None]


def lies(claim: Claim, frame: Frame, parent: Claim | None) -> Lies:
    """How the claim lies to what is counted."""
    answers = {
        "measure": _measure(claim, frame),
        "class": _victims(claim, frame),
        "place": _place(claim, frame, parent),
        "days": _days(claim, frame),
    }
    who = max(answers["measure"][0], answers["class"][0])
    some_of = claim.relation is Relation.SUBSET and not _narrowed(claim, parent)
    fit, why = _together([*answers.values(), (Fit.PART if some_of else Fit.COVERS, None)])
    return Lies(fit=fit, place=answers["place"][0], days=answers["days"][0], who=who, some_of=some_of, why=why)


def _together(answers: list[Answer]) -> Answer:
    fits = [fit for fit, _ in answers]
    why = next((why for fit, why in answers if fit is max(fits) and why), None)
    if Fit.OUT in fits:
        return Fit.OUT, why
    if Fit.WIDER in fits and Fit.PART in fits:
        return Fit.OUT, f"{why} In another respect it is narrower: it bounds the figure on neither side."
    return max(fits), why


def _measure(claim: Claim, frame: Frame) -> Answer:
    mine, asked = claim.measure, frame.scope.measure
    if mine is asked:
        return Fit.COVERS, None
    if measure_within(mine, asked):
        return Fit.PART, None
    if measure_within(asked, mine):
        if claim.quantity.high == 0:  # "no casualties" says that no one was killed
            return Fit.COVERS, None
        return Fit.WIDER, f"Counts all {harm(mine)}, more than the {harm(asked)} asked for."
    return Fit.OUT, f"Counts people {harm(mine)}, not {harm(asked)}."


def _victims(claim: Claim, frame: Frame) -> Answer:
    mine, asked = claim.victims.category, frame.scope.category
    if mine is asked:
        return Fit.COVERS, None
    if class_within(mine, asked):
        return Fit.PART, None
    if class_within(asked, mine):
        if claim.quantity.high == 0:
            return Fit.COVERS, None
        return Fit.WIDER, f"Counts {people(mine)}, more than the {people(asked)} asked for."
    shared = "no one" if classes_disjoint(mine, asked) else "perhaps no one"
    return Fit.OUT, f"Counts {people(mine)}, {shared} of whom belongs to the {people(asked)} asked for."


def _place(claim: Claim, frame: Frame, parent: Claim | None) -> Answer:
    asked, place = frame.place, claim.place
    if asked is None:
        return Fit.COVERS, None
    if place is None:
        if frame.asked_place and not frame.linked:
            return Fit.OUT, f"The place is not known, so it cannot be said to lie in {_name(asked)}."
        return Fit.COVERS, None
    if same_place(asked, place):
        return Fit.COVERS, None
    inside, around = asked.contains(place), place.contains(asked)
    if inside:
        return (Fit.COVERS, None) if around else (Fit.PART, None)
    if around:
        if frame.asked_place:
            return Fit.WIDER, f"Counts {_name(place)}, more than {_name(asked)}."
        return Fit.COVERS, None  # "in Syria" said of what happened on the Syrian coast
    return _elsewhere(claim, frame, asked, place, parent)


def _elsewhere(claim: Claim, frame: Frame, asked: Place, place: Place, parent: Claim | None) -> Answer:
    if frame.asked_place:
        known = asked.excludes(place)
        why = "lies outside" if known else "is not known to lie in"
        return Fit.OUT, f"{_name(place)} {why} {_name(asked)}."
    if asked.excludes(place):
        return Fit.PART, None
    if claim.relation is Relation.SUBSET:
        alike = parent is not None and parent.place is not None and same_place(parent.place, place)
        return (Fit.COVERS if alike else Fit.PART), None
    # The words do not tell; a single event is not taken for the whole of a running count.
    return (Fit.PART if frame.running and claim.scope is Scope.INCIDENT else Fit.COVERS), None


def _days(claim: Claim, frame: Frame) -> Answer:
    days, time = frame.days, claim.time
    if days.unknown:
        return Fit.COVERS, None
    if time is None or time.unknown:
        if frame.asked_days and not frame.linked:
            return Fit.OUT, f"The days are not known, so they cannot be said to lie in {_span(days)}."
        return Fit.COVERS, None
    return _asked_days(claim, days, time) if frame.asked_days else _read_days(claim, days, time)


def _asked_days(claim: Claim, days: Interval, time: Interval) -> Answer:
    if not days.may_overlap(time):
        return Fit.OUT, f"Counts {_span(time)}, outside {_span(days)}."
    early = _gap(days.start, time.start) > SLACK_DAYS
    late = _gap(time.end, days.end) > SLACK_DAYS
    if early or late:
        begins, ends = _gap(days.start, time.start) >= -SLACK_DAYS, _gap(time.end, days.end) >= -SLACK_DAYS
        if begins and ends:
            return Fit.WIDER, f"Counts {_span(time)}, longer than {_span(days)}."
        return Fit.OUT, f"Counts {_span(time)}, partly outside {_span(days)}."
    return (Fit.COVERS if _runs(claim, days, time) else Fit.PART), None


def _read_days(claim: Claim, days: Interval, time: Interval) -> Answer:
    if not days.widened(1).may_overlap(time):
        return Fit.PART, None
    if _whole_months(time):  # "in March" is said of days in March, not of all of it
        return Fit.COVERS, None
    if claim.scope is not Scope.INCIDENT and _gap(days.start, time.start) > SLACK_DAYS:
        return Fit.WIDER, f"Counts {_span(time)}, longer than {_span(days)}."
    if days.days is not None and days.days <= SLACK_DAYS:
        return Fit.COVERS, None
    return (Fit.COVERS if _runs(claim, days, time) else Fit.PART), None


def _runs(claim: Claim, days: Interval, time: Interval) -> bool:
    """Whether a count begins where `days` begin and runs to their end, or to the day on which it was said."""
    if abs(_gap(time.start, days.start)) > SLACK_DAYS:
        return False
    if time.days == 1 and days.days != 1 and time.start != days.start:
        return False  # one day's count, close to the first day
    last = days.end
    if claim.scope is not Scope.INCIDENT:
        if claim.said_on is None:
            return True  # a running count of unknown day runs to the day on which it was said
        last = claim.said_on if last is None else min(last, claim.said_on)
    return _gap(time.end, last) >= -1 if last is not None else time.end is None


def _gap(later: date | None, earlier: date | None) -> int:
    """Days from `earlier` to `later`; 0 where either is unknown, so that an unknown bound decides nothing."""
    return 0 if later is None or earlier is None else (later - earlier).days


def _whole_months(time: Interval) -> bool:
    if time.start is None or time.end is None:
        return False
    return time.start.day == 1 and time.end.day == monthrange(time.end.year, time.end.month)[1]


def _narrowed(claim: Claim, parent: Claim | None) -> bool:
    """Whether its class, place or days explain why a subset is smaller than its parent; else it is "some of" them."""
    if claim.victims.group or claim.victims.sex or claim.victims.age:
        return False
    if parent is None:
        return claim.victims.category is not Category.ANY
    if parent.victims.category is not claim.victims.category:
        return True
    if parent.place and claim.place and not same_place(parent.place, claim.place):
        return True
    return parent.time is not None and claim.time is not None and _differ(parent.time, claim.time)


def _differ(a: Interval, b: Interval) -> bool:
    return (a.start, a.end) != (b.start, b.end)


def _name(place: Place) -> str:
    return place.name or place.text or place.country or "a place"


def _span(days: Interval) -> str:
    if days.start == days.end:
        return day(days.start)
    return f"{day(days.start)} to {day(days.end)}"
