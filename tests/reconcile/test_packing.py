"""The largest sum over parts that share no one: exact for few, never too high for many."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.model import Category, Claim, Place
from marsad.reconcile.entries import disjoint
from marsad.reconcile.evidence import weigh
from marsad.reconcile.packing import EXACT_UP_TO, largest_sum
from marsad.reconcile.series import Standing
from tests.reconcile.made import HAMA, HOMS, LATAKIA, TARTUS, WHOLE, claim, days, town

PLACES = [LATAKIA, TARTUS, HAMA, HOMS, town("Jableh", "Latakia"), town("Masyaf", "Hama")]
CLASSES = [Category.ANY, Category.CIVILIAN, Category.STATE_FORCES, Category.WOMEN, Category.CHILDREN]


def part(number: int, low: int, at: Place, day: int, category: Category) -> Claim:
    return claim(low, id=f"c{number:03}", report=f"r{number}", at=at, when=days(str(day)), category=category, on="14")


def standings(claims: list[Claim]) -> list[Standing]:
    return [s for voice in weigh(claims, WHOLE, {}).voices.values() for s in voice.standings.values()]


parts = st.tuples(st.integers(1, 30), st.sampled_from(PLACES), st.integers(6, 9), st.sampled_from(CLASSES))


@settings(max_examples=60, deadline=None)
@given(st.lists(parts, min_size=1, max_size=8))
def test_few_parts_are_searched_in_full(made: list[tuple[int, Place, int, Category]]) -> None:
    found = standings([part(n, *fields) for n, fields in enumerate(made)])
    chosen, approximate = largest_sum(found)
    sums = [
        sum(s.low for s in some)
        for size in range(1, len(found) + 1)
        for some in combinations(found, size)
        if all(disjoint(a.entry, b.entry) for a, b in combinations(some, 2))
    ]
    assert not approximate
    assert sum(s.low for s in chosen) == max(sums)


@settings(max_examples=30, deadline=None)
@given(st.lists(parts, min_size=60, max_size=90))
def test_many_parts_are_said_to_be_approximate_and_never_share_anyone(
    made: list[tuple[int, Place, int, Category]],
) -> None:
    found = standings([part(n, *fields) for n, fields in enumerate(made)])
    chosen, approximate = largest_sum(found)
    assert approximate == (len(found) > EXACT_UP_TO)
    assert all(disjoint(a.entry, b.entry) for a, b in combinations(chosen, 2))
    assert all(a.low >= b.low for a, b in pairwise(chosen))
