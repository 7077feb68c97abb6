"""Scopes that cannot overlap add up: the largest sum over parts of which no two can share a person.

The search is exact up to `EXACT_UP_TO` parts. Beyond, it takes the largest first and says that it is approximate: the
sum is then never too high, and perhaps too low.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from marsad.model import Place
from marsad.reconcile.entries import Entry, disjoint
from marsad.reconcile.series import Standing

# 2**14 subsets at worst: 20 ms.
EXACT_UP_TO = 14

Apart = Callable[[Entry, Entry], bool]
Ties = Mapping[str, frozenset[str]]
"""For a figure's claim, those of the figures that it is told to be a part of, or that are told to be parts of it."""


def ties(parts: Sequence[Standing]) -> Ties:
    """What texts tie together: "1,225, of them 171 in Hama". Whatever their places and days, they never add up."""
    owner = {entry.claim.id: part.entry.claim.id for part in parts for entry in (part.series or part.members)}
    tied: dict[str, set[str]] = {part.entry.claim.id: set() for part in parts}
    for part in parts:
        mine = part.entry.claim.id
        for entry in part.series or part.members:
            for whole in {owner[claim] for claim in entry.above if claim in owner} - {mine}:
                tied[mine].add(whole)
                tied[whole].add(mine)
    return {claim: frozenset(others) for claim, others in tied.items()}


def largest_sum(parts: Sequence[Standing], apart: Apart = disjoint) -> tuple[tuple[Standing, ...], bool]:
    """The parts, no two of which can share a person, with the largest sum; and whether the search was approximate."""
    ordered = sorted(parts, key=lambda s: (-s.low, s.entry.order))
    tied = ties(parts)
    if len(ordered) > EXACT_UP_TO:
        return _greedy(ordered, apart, tied), True
    return _exact(ordered, apart, tied), False


def _greedy(ordered: Iterable[Standing], apart: Apart, tied: Ties) -> tuple[Standing, ...]:
    """Largest first. Places are compared once a pair of places, not of claims: thousands of claims stay fast."""
    spots: dict[Place | None, int] = {}
    far: dict[int, set[int]] = {}
    chosen: dict[int, list[Standing]] = {}
    taken: set[str] = set()
    for part in ordered:
        if tied[part.entry.claim.id] & taken:
            continue
        place = part.entry.claim.place
        spot = spots.setdefault(place, len(spots))
        if spot not in far:
            far[spot] = {n for other, n in spots.items() if place and other and _exclude(place, other)}
            for n in far[spot]:
                far[n].add(spot)
        if all(apart(part.entry, o.entry) for at, others in chosen.items() if at not in far[spot] for o in others):
            chosen.setdefault(spot, []).append(part)
            taken.add(part.entry.claim.id)
    return tuple(sorted((s for found in chosen.values() for s in found), key=lambda s: (-s.low, s.entry.order)))


@lru_cache(maxsize=100_000)
def _exclude(a: Place, b: Place) -> bool:
    return a.excludes(b)


def _exact(ordered: list[Standing], disjoint_pair: Apart, tied: Ties) -> tuple[Standing, ...]:
    """Branch and bound over the parts, largest first. Of equal sums, the one of fewer parts wins."""
    apart = [
        [disjoint_pair(a.entry, b.entry) and b.entry.claim.id not in tied[a.entry.claim.id] for b in ordered]
        for a in ordered
    ]
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
