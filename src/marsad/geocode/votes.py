"""The signs of the second pass: what the first pass made of all claims of the report together."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

from marsad.geocode.scene import Scene
from marsad.geocode.signs import Signs
from marsad.model import Claim, Scope

Shares = Mapping[str, Mapping[int, float]]
LEAST = 0.01  # probability: what is below is as good as nothing


class Votes:
    """The first pass of one report, added up once."""

    def __init__(self, scene: Scene, first: Shares) -> None:
        self._scene, self._first = scene, first
        self._claims = scene.reading.claims
        self._order = {claim.id: n for n, claim in enumerate(self._claims)}
        self._sums: dict[Scope | None, dict[int, float]] = {scope: {} for scope in (None, *Scope)}
        self._counts: Counter[Scope | None] = Counter()
        for claim in self._claims:
            if claim.scope is not Scope.BACKGROUND:
                self._add(None, claim)
                self._add(claim.scope, claim)

    def _add(self, group: Scope | None, claim: Claim) -> None:
        self._counts[group] += 1
        for n, share in self._first[claim.id].items():
            self._sums[group][n] = self._sums[group].get(n, 0.0) + share

    def signs(self, claim: Claim, options: Iterable[int]) -> dict[int, Signs]:
        """For each option what the first pass made of it: for the claim, its parent, those around it, and all."""
        asked = list(options)
        rows: dict[str, Mapping[int, float]] = {
            "itself": self._first[claim.id],
            "all": self._others(None, claim, asked),
            "its scope": self._others(claim.scope, claim, asked),
        }
        place = self._order[claim.id]
        if place:
            rows["the first claim"] = self._first[self._claims[0].id]
            rows["the claim before"] = self._first[self._claims[place - 1].id]
        parent = self._scene.parent(claim)
        if parent is not None:
            rows["its parent"] = rows[f"its parent, {claim.relation.value}"] = self._first[parent.id]
        best = {name: max(row, key=lambda n: (row[n], -n), default=-1) for name, row in rows.items()}
        return {n: _signs(n, rows, best) for n in asked}

    def _others(self, group: Scope | None, claim: Claim, options: list[int]) -> dict[int, float]:
        """The mean share of each option among the other claims of the group, background left out."""
        counted = claim.scope is not Scope.BACKGROUND
        number = self._counts[group] - counted
        if number < 1:
            return {}
        own = self._first[claim.id] if counted else {}
        total = self._sums[group]
        return {n: max(0.0, total.get(n, 0.0) - own.get(n, 0.0)) / number for n in options}


def _signs(n: int, rows: Mapping[str, Mapping[int, float]], best: Mapping[str, int]) -> Signs:
    found: Signs = {}
    for name, row in rows.items():
        share = row.get(n, 0.0)
        found[name] = log(max(share, LEAST) / LEAST) / log(1 / LEAST)
        found[f"{name}, best"] = float(best[name] == n)
    return found
