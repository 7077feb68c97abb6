"""The algebra of numbers known only by their bounds. None is "not bounded on this side", never 0."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.model import Modality, Quantity, bounds
from marsad.model.bounds import Bounds
from tests.model.records import bounds_pairs

laws = settings(max_examples=200, deadline=None)
PAIRS = bounds_pairs(most=12)  # few numbers, so that equal, touching and separate bounds all come up
NUMBERS = range(26)


def allows(pair: Bounds, number: int) -> bool:
    """What bounds mean, one number at a time: all else here is checked against this."""
    low, high = pair
    return (low is None or low <= number) and (high is None or number <= high)


def allowed(pair: Bounds) -> set[int]:
    return {number for number in NUMBERS if allows(pair, number)}


@laws
@given(PAIRS, PAIRS)
def test_a_sum_holds_every_sum(a: Bounds, b: Bounds) -> None:
    for one, two in product(allowed(a), allowed(b)):
        assert allows(bounds.add(a, b), one + two)


@laws
@given(PAIRS, PAIRS, PAIRS)
def test_sums_in_any_order(a: Bounds, b: Bounds, c: Bounds) -> None:
    assert bounds.add(a, b) == bounds.add(b, a)
    assert bounds.add(bounds.add(a, b), c) == bounds.add(a, bounds.add(b, c))


@laws
@given(PAIRS)
def test_no_more_than_nobody_is_the_identity_of_sums(a: Bounds) -> None:
    assert bounds.add(a, (None, 0)) == a


# "At least 5 and at least 3" is at least 8; "5 and some more" is at least 5, and its high is not known.
@pytest.mark.parametrize(
    ("a", "b", "total"),
    [
        ((5, None), (3, None), (8, None)),
        ((5, 5), (None, None), (5, None)),
        ((None, 4), (None, 3), (None, 7)),  # nothing was asserted: the low is not 0
        ((None, None), (None, None), (None, None)),
        ((0, 0), (3, 4), (3, 4)),
        ((9, 9), (2, 2), (11, 11)),
    ],
)
def test_sums(a: Bounds, b: Bounds, total: Bounds) -> None:
    assert bounds.add(a, b) == total


@laws
@given(PAIRS, PAIRS)
def test_a_meet_allows_what_both_allow(a: Bounds, b: Bounds) -> None:
    met = bounds.meet(a, b)
    both = allowed(a) & allowed(b)
    assert (met is None) == (not both)
    assert met is None or allowed(met) == both


@laws
@given(PAIRS, PAIRS, PAIRS)
def test_a_meet_is_the_greatest_lower_bound(a: Bounds, b: Bounds, c: Bounds) -> None:
    met = bounds.meet(a, b)
    assert met == bounds.meet(b, a)
    assert bounds.meet(a, a) == a
    if met is not None:
        assert bounds.contains(a, met)
        assert bounds.contains(b, met)
    if bounds.contains(a, c) and bounds.contains(b, c):
        assert met is not None
        assert bounds.contains(met, c)


@laws
@given(PAIRS, PAIRS, PAIRS)
def test_meets_in_any_order(a: Bounds, b: Bounds, c: Bounds) -> None:
    left, right = bounds.meet(a, b), bounds.meet(b, c)
    assert (left and bounds.meet(left, c)) == (right and bounds.meet(a, right))


@laws
@given(PAIRS, PAIRS, PAIRS)
def test_a_hull_is_the_least_upper_bound(a: Bounds, b: Bounds, c: Bounds) -> None:
    hull = bounds.hull(a, b)
    assert hull == bounds.hull(b, a)
    assert bounds.hull(hull, c) == bounds.hull(a, bounds.hull(b, c))
    assert bounds.contains(hull, a)
    assert bounds.contains(hull, b)
    if bounds.contains(c, a) and bounds.contains(c, b):
        assert bounds.contains(c, hull)
    assert bounds.hull(a, a) == a


@laws
@given(PAIRS, PAIRS, PAIRS)
def test_containment_is_an_order(a: Bounds, b: Bounds, c: Bounds) -> None:
    assert bounds.contains(a, a)
    assert bounds.contains((None, None), a)
    if bounds.contains(a, b):
        assert allowed(b) <= allowed(a)
        assert a == b or not bounds.contains(b, a)
        if bounds.contains(b, c):
            assert bounds.contains(a, c)


@laws
@given(PAIRS, PAIRS)
def test_only_a_low_of_0_is_told_from_an_unbounded_one(a: Bounds, b: Bounds) -> None:
    # As sets of numbers the two are the same, but "nobody or more" was said and silence was not.
    if allowed(b) <= allowed(a) and not bounds.contains(a, b):
        assert (a[0], b[0]) == (0, None) or (a[1] is not None and b[1] is None and a[1] >= max(NUMBERS))


def test_what_bounds_can_be() -> None:
    assert bounds.ordered(None, None)
    assert bounds.ordered(0, 0)
    assert bounds.ordered(3, None)
    assert not bounds.ordered(4, 3)
    assert not bounds.ordered(-1, None)
    assert not bounds.ordered(None, -1)


# Quantities: the same algebra, with the modality that follows from computed bounds.


def quantity(pair: Bounds, text: str | None = None) -> Quantity:
    return Quantity(low=pair[0], high=pair[1], text=text)


@laws
@given(PAIRS, PAIRS)
def test_quantities_compute_as_their_bounds(a: Bounds, b: Bounds) -> None:
    one, two = quantity(a, text="the words"), quantity(b)
    assert (one + two).bounds == bounds.add(a, b)
    assert one + two == two + one
    assert one.contains(two) == bounds.contains(a, b)
    met = one.meet(two)
    assert (met and met.bounds) == bounds.meet(a, b)
    assert one.overlaps(two) == two.overlaps(one) == (met is not None)


@laws
@given(PAIRS, PAIRS)
def test_what_is_computed_has_no_words(a: Bounds, b: Bounds) -> None:
    total = quantity(a, text="five") + quantity(b, text="two")
    assert (total.text, total.start, total.end) == (None, None, None)


@laws
@given(PAIRS)
def test_a_modality_follows_from_bounds(pair: Bounds) -> None:
    made = Quantity.of(pair)
    low, high = pair
    assert made.bounds == pair
    assert made.vague == (made.modality is Modality.VAGUE) == (low is None and high is None)
    assert (made.modality is Modality.AT_LEAST) == (low is not None and high is None)
    assert (made.modality is Modality.AT_MOST) == (low is None and high is not None)
    assert (made.modality is Modality.NONE) == (pair == (0, 0))
    assert (made.modality is Modality.EXACT) == (low is not None and low == high != 0)
    assert (made.modality is Modality.RANGE) == (low is not None and high is not None and low != high)


@given(st.integers(-9, 20), st.integers(-9, 20))
def test_impossible_quantities_are_refused(low: int, high: int) -> None:
    if 0 <= low <= high:
        assert Quantity(low=low, high=high).bounds == (low, high)
    else:
        with pytest.raises(ValueError, match=rf"0 <= low <= high, not low={low} high={high}"):
            Quantity(low=low, high=high)
