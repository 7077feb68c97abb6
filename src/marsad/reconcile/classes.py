"""The classes of victims and the measures as a lattice: which lies within which, which cannot share a person.

Only what is certain is said. Each class is a set of cells (status, age and sex): one class lies within another where
its cells do, and two are disjoint where they share none. Decisions, with their reasons:

* `journalist` lies within `civilian`: Additional Protocol I, article 79.
* `aid_or_medical` does not: armies have medics too (and those are counted by some as state forces).
* `women` and `children` lie within `any` alone: there are women soldiers and child soldiers. The two are disjoint, as
  in UN counts (men, women, girls, boys).
* `perpetrator` (attackers who died) shares no one with `civilian`, but may share people with either armed side.
* `other` (men, foreign nationals, former fighters …) lies within `any`; nothing more is known of it.
"""

from itertools import product

from marsad.model import Category, Measure

_STATUSES = {
    Category.CIVILIAN: {"civilian", "journalist", "civilian medic"},
    Category.JOURNALIST: {"journalist"},
    Category.AID_OR_MEDICAL: {"civilian medic", "army medic"},
    Category.STATE_FORCES: {"soldier", "army medic", "attacking soldier"},
    Category.NONSTATE_FIGHTERS: {"fighter", "attacking fighter"},
    Category.COMBATANT: {"soldier", "army medic", "attacking soldier", "fighter", "attacking fighter"},
    Category.PERPETRATOR: {"attacking soldier", "attacking fighter", "lone attacker"},
}
_EVERY_STATUS = set().union(*_STATUSES.values())
_EVERY_AGE = {"woman", "child", "man"}

Cells = frozenset[tuple[str, str]]


def _cells(statuses: set[str], ages: set[str]) -> Cells:
    return frozenset(product(statuses, ages))


_CELLS: dict[Category, Cells] = {
    Category.ANY: _cells(_EVERY_STATUS, _EVERY_AGE),
    Category.WOMEN: _cells(_EVERY_STATUS, {"woman"}),
    Category.CHILDREN: _cells(_EVERY_STATUS, {"child"}),
    **{category: _cells(statuses, _EVERY_AGE) for category, statuses in _STATUSES.items()},
}

_WITHIN = frozenset(
    (inner, outer)
    for inner in Category
    for outer in Category
    if inner is outer
    or outer is Category.ANY
    or (inner in _CELLS and outer in _CELLS and _CELLS[inner] <= _CELLS[outer])
)
_DISJOINT = frozenset((a, b) for a in _CELLS for b in _CELLS if not _CELLS[a] & _CELLS[b])

_CASUALTIES = (Measure.KILLED, Measure.INJURED)


def class_within(inner: Category, outer: Category) -> bool:
    """Whether everyone of `inner` is certainly of `outer`."""
    return (inner, outer) in _WITHIN


def classes_disjoint(a: Category, b: Category) -> bool:
    """Whether it is certain that no one is of both."""
    return (a, b) in _DISJOINT


def measure_within(inner: Measure, outer: Measure) -> bool:
    """Whether all harm of `inner` is harm of `outer`: the killed and the injured are both casualties."""
    return inner is outer or (outer is Measure.KILLED_OR_INJURED and inner in _CASUALTIES)


def measures_disjoint(a: Measure, b: Measure) -> bool:
    """Whether no one is counted in both: of one count, the killed are not among the injured."""
    return a is not b and a in _CASUALTIES and b in _CASUALTIES
