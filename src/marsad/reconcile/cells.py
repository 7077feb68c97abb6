"""A number that no source counts as a whole: the sum over places and days that cannot overlap.

Claims are put together by place and days; each such cell is decided by the policy as a toll of its own; then the cells
of which no two can overlap, with the largest sum, are added. It is a lower bound: what lies between is unknown.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace

from marsad.model.bounds import known
from marsad.reconcile.bounds_of_root import Role, RootView, role_in_cell, view
from marsad.reconcile.entries import elsewhere
from marsad.reconcile.evidence import Voice
from marsad.reconcile.packing import largest_sum
from marsad.reconcile.policy import Policy
from marsad.reconcile.rules import State
from marsad.reconcile.series import Standing


@dataclass(frozen=True, slots=True)
class Cell:
    """One place and time: what the policy decides for it."""

    key: tuple[str, str]
    anchor: Standing
    views: tuple[RootView, ...]
    state: State

    @property
    def low(self) -> int | None:
        """What is decided as its low; for parts alone, the largest of them."""
        if self.state.low is not None:
            return self.state.low
        return max(known(*(v.low for v in self.views)), default=None)

    @property
    def best(self) -> int | None:
        """What is decided as its best, or its low where nobody speaks of the whole cell."""
        return self.low if self.state.best is None else self.state.best


def cells_of(voices: Iterable[Voice], policy: Policy, settled: Container[str]) -> tuple[list[Cell], bool]:
    """The cells that are added, and whether their choice is approximate. Claims that are settled take no part."""
    groups: dict[tuple[str, str], dict[str, list[Standing]]] = {}
    roots = {}
    for voice in voices:
        roots[voice.root.key] = voice.root
        for key, standing in voice.standings.items():
            if role_in_cell(standing) is not Role.WIDER and standing.entry.claim.id not in settled:
                groups.setdefault((key[2], key[3]), {}).setdefault(voice.root.key, []).append(standing)
    cells = []
    for cell_key, by_root in sorted(groups.items()):
        views = [view(roots[root], standings, role_in_cell)[0] for root, standings in sorted(by_root.items())]
        cell = _cell(cell_key, [v for v in views if v is not None], policy)
        if cell is not None:
            cells.append(cell)
    by_anchor = {cell.anchor.entry.claim.id: cell for cell in cells}
    weighed = [replace(cell.anchor, bounds=(cell.best, None)) for cell in cells]
    chosen, approximate = largest_sum(weighed, elsewhere)
    return [by_anchor[standing.entry.claim.id] for standing in chosen], approximate


def _cell(key: tuple[str, str], views: list[RootView], policy: Policy) -> Cell | None:
    used = [standing for v in views for standing in v.used]
    if not used:
        return None
    anchor = max(used, key=lambda s: (s.low, s.entry.order))
    return Cell(key, anchor, tuple(views), policy.decide(views))
