"""The lattice of classes as a truth table."""

from itertools import product

import pytest

from marsad.model import Category, Measure
from marsad.reconcile.classes import class_within, classes_disjoint, measure_within, measures_disjoint

C = Category

WITHIN = {
    (C.JOURNALIST, C.CIVILIAN),  # Additional Protocol I, article 79
    (C.STATE_FORCES, C.COMBATANT),
    (C.NONSTATE_FIGHTERS, C.COMBATANT),
}
DISJOINT = {
    frozenset(pair)
    for pair in [
        (C.CIVILIAN, C.STATE_FORCES),
        (C.CIVILIAN, C.NONSTATE_FIGHTERS),
        (C.CIVILIAN, C.COMBATANT),
        (C.CIVILIAN, C.PERPETRATOR),
        (C.JOURNALIST, C.STATE_FORCES),
        (C.JOURNALIST, C.NONSTATE_FIGHTERS),
        (C.JOURNALIST, C.COMBATANT),
        (C.JOURNALIST, C.PERPETRATOR),
        (C.JOURNALIST, C.AID_OR_MEDICAL),
        (C.AID_OR_MEDICAL, C.NONSTATE_FIGHTERS),
        (C.AID_OR_MEDICAL, C.PERPETRATOR),
        (C.STATE_FORCES, C.NONSTATE_FIGHTERS),
        (C.WOMEN, C.CHILDREN),
    ]
}


@pytest.mark.parametrize(("a", "b"), list(product(Category, Category)))
def test_classes(a: Category, b: Category) -> None:
    assert class_within(a, b) == (a is b or b is C.ANY or (a, b) in WITHIN)
    assert classes_disjoint(a, b) == (frozenset((a, b)) in DISJOINT)
    assert not (class_within(a, b) and classes_disjoint(a, b))


@pytest.mark.parametrize(("a", "b"), list(product(Measure, Measure)))
def test_measures(a: Measure, b: Measure) -> None:
    casualties = (Measure.KILLED, Measure.INJURED)
    assert measure_within(a, b) == (a is b or (b is Measure.KILLED_OR_INJURED and a in casualties))
    assert measures_disjoint(a, b) == (a is not b and a in casualties and b in casualties)
