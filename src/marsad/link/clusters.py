"""Mentions -> clusters, by their scores: the two clusters that most belong together are merged first, while any do.

The score between clusters is the sum of the scores of the pairs across them that were compared, less the threshold for
each; what cannot be linked is never brought together, not even through a third. Ties are broken by the mentions' keys,
so the order in which mentions come in changes nothing.
"""

import heapq
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

Pair = tuple[int, int]


@dataclass(slots=True)
class _Cluster:
    members: list[int]
    links: dict[int, float] = field(default_factory=dict)
    joins: list[Pair] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Joined:
    """One cluster: its members in order, and for each join the pair of mentions that spoke for it most."""

    members: tuple[int, ...]
    joins: tuple[Pair, ...]


def agglomerate(
    count: int, scores: Mapping[Pair, float], cannot: Callable[[Sequence[int], Sequence[int]], bool]
) -> list[Joined]:
    """The clusters of `count` items. `scores` are above 0 where a pair is to be linked, the smaller item first.

    Items are taken to be numbered in the order that breaks ties.
    """
    clusters = {n: _Cluster([n]) for n in range(count)}
    for (one, two), score in scores.items():
        clusters[one].links[two] = clusters[two].links[one] = score
    heap = [(-score, one, two) for (one, two), score in scores.items() if score > 0]
    heapq.heapify(heap)
    while heap:
        score, one, two = heapq.heappop(heap)
        if one not in clusters or clusters[one].links.get(two) != -score or two not in clusters:
            continue
        if cannot(clusters[one].members, clusters[two].members):
            clusters[one].links.pop(two)
            clusters[two].links.pop(one)
            continue
        for link in _merge(clusters, one, two, scores):
            heapq.heappush(heap, link)
    return [Joined(tuple(sorted(cluster.members)), tuple(cluster.joins)) for _, cluster in sorted(clusters.items())]


def _merge(
    clusters: dict[int, _Cluster], one: int, two: int, scores: Mapping[Pair, float]
) -> list[tuple[float, int, int]]:
    """Merge `two` into `one`, the smaller; the links of the merged cluster that speak for further merges."""
    kept, gone = clusters[one], clusters.pop(two)
    kept.joins += [*gone.joins, _strongest(kept.members, gone.members, scores)]
    kept.members += gone.members
    kept.links.pop(two, None)
    gone.links.pop(one, None)
    pushed = []
    for other, score in gone.links.items():
        total = kept.links.get(other, 0.0) + score
        kept.links[other] = clusters[other].links[one] = total
        clusters[other].links.pop(two, None)
        if total > 0:
            pushed.append((-total, min(one, other), max(one, other)))
    return pushed


def _strongest(a: Sequence[int], b: Sequence[int], scores: Mapping[Pair, float]) -> Pair:
    """The pair across two clusters with the highest score, the smallest of equals."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    across = ((min(x, y), max(x, y)) for x in small for y in large)
    return min((pair for pair in across if pair in scores), key=lambda pair: (-scores[pair], pair))
