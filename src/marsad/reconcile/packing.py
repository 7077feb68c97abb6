"""Scopes that cannot overlap add up: the largest sum over parts of which no two can share a person.

The search is exact up to `EXACT_UP_TO` parts. Beyond, it takes the largest first and says that it is approximate: the
sum is then never too high, and perhaps too low.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from marsad.model import Place
from marsad.reconcile.entries import Entry, disjoint
from marsad.reconcile.series import Standing

# 2**14 subsets at worst: 20 ms.
EXACT_UP_TO = 14

Apart = Callable[[Entry, Entry], bool]


def largest_sum(parts: Sequence[Standing], apart: Apart = disjoint) -> tuple[tuple[Standing, ...], bool]:
    """The parts, no two of which can share a person, with the largest sum; and whether the search was approximate."""
    ordered = sorted(parts, key=lambda s: (-s.low, s.entry.order))
    if len(ordered) > EXACT_UP_TO:
        return _greedy(ordered, apart), True
    return _exact(ordered, apart), False


def _greedy(ordered: Iterable[Standing], apart: Apart) -> tuple[Standing, ...]:
    """Largest first. Places are compared once a pair of places, not of claims: thousands of claims stay fast."""
    spots: dict[Place | None, int] = {}
    far: dict[int, set[int]] = {}
    chosen: dict[int, list[Standing]] = {}
    for part in ordered:
        place = part.entry.claim.place
        spot = spots.setdefault(place, len(spots))
        if spot not in far:
            far[spot] = {n for other, n in spots.items() if place and other and _exclude(place, other)}
            for n in far[spot]:
                far[n].add(spot)
        if all(apart(part.entry, o.entry) for at, others in chosen.items() if at not in far[spot] for o in others):
            chosen.setdefault(spot, []).append(part)
    return tuple(sorted((s for found in chosen.values() for s in found), key=lambda s: (-s.low, s.entry.order)))


@lru_cache(maxsize=100_000)
def _exclude(a: Place, b: Place) -> bool:
    return a.excludes(b)


def _exact(ordered: list[Standing], disjoint_pair: Apart) -> tuple[Standing, ...]:
    """Branch and bound over the parts, largest first. Of equal sums, the one of fewer parts wins."""
    apart = [[disjoint_pair(a.entry, b.entry) for b in ordered] for a in ordered]
    rest = [sum(s.low for s in ordered[n:]) for n in range(len(ordered) + 1)]
    best: tuple[int, tuple[int, ...]] = (0, ())

    def grow(n: int, size: int, chosen: tuple[int, ...]) -> None:
        nonlocal best
        if size > best[0] or (size == best[0] and size and len(chosen) < len(best[1])):
            best = (size, chosen)
        if n == len(ordered) or size + rest[n] < best[0]:
            return
        if all(apart[n][other] for other in chosen):
            grow(n + 1, size + ordered[n].low, (*chosen, n))
        grow(n + 1, size, chosen)

    grow(0, 0, ())
    return tuple(ordered[n] for n in best[1])
