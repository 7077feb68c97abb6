"""What one root asserts about the number asked for: its lower bound, its own figure, and what bounds it from above.

Scopes that cannot overlap add up. So the lower bound is the root's own total or the largest sum over parts of which no
two can share a person, whichever is larger.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from marsad.model import Certainty, Effect, Modality, Relation
from marsad.reconcile.fits import Fit
from marsad.reconcile.packing import largest_sum
from marsad.reconcile.roots import Root
from marsad.reconcile.screen import Note
from marsad.reconcile.series import Notes, Standing
from marsad.reconcile.wording import day, figure


class Role(StrEnum):
    """What a standing figure is to the number asked for.

    A `total` counts all that is asked for; a `headline` one class of it, over the whole place and all days ("43
    civilians were killed"); a `part` some of it; a `wider` count bounds it from above alone.
    """

    TOTAL = "total"
    HEADLINE = "headline"
    PART = "part"
    WIDER = "wider"


@dataclass(frozen=True, slots=True)
class RootView:
    """One root's word on the number. `point` is its figure where it speaks of the whole; `head` is the claim of that.

    `used` are the standing figures that `low` and `point` rest on.
    """

    root: Root
    role: Role
    low: int | None
    high: int | None
    point: int | None
    head: Standing | None
    used: tuple[Standing, ...]
    upper: Standing | None = None
    approximate: bool = False

    @property
    def said_on(self) -> date | None:
        """The day on which the newest of what it rests on was said."""
        days = [s.said_on for s in self.used if s.said_on]
        return max(days) if days else None

    @property
    def firm(self) -> int | None:
        """What of its lower bound was stated flatly; None where nothing was."""
        flat = [s for s in self.used if s.entry.claim.certainty is not Certainty.REPORTED]
        return sum(s.low for s in flat) if flat else None

    @property
    def hedged(self) -> bool:
        """Whether some of its figure was told with a hedge."""
        return any(s.entry.claim.certainty is Certainty.REPORTED for s in self.used)

    @property
    def estimates(self) -> bool:
        """Whether it speaks of the whole, so that its figure is an estimate and not a lower bound alone."""
        return self.role in (Role.TOTAL, Role.HEADLINE)

    @property
    def told(self) -> str:
        """Its word in a few words."""
        return f"{figure((self.low, self.high))} ({self.root.name}, {day(self.said_on)})"


RoleOf = Callable[[Standing], Role]


def role_of(standing: Standing) -> Role:
    """The role of a figure for the whole that is asked for."""
    lie = standing.entry.lies
    if lie.fit is Fit.WIDER:
        return Role.WIDER
    if lie.fit is Fit.COVERS and not _bare_increment(standing):
        return Role.TOTAL
    return Role.HEADLINE if lie.everywhere and _speaks_for_all(standing) else Role.PART


def role_in_cell(standing: Standing) -> Role:
    """The role of a figure for its own place and days."""
    lie = standing.entry.lies
    if lie.fit is Fit.WIDER:
        return Role.WIDER
    if lie.who is Fit.COVERS and not lie.some_of and not _bare_increment(standing):
        return Role.TOTAL
    return Role.HEADLINE if _speaks_for_all(standing) else Role.PART


def _speaks_for_all(standing: Standing) -> bool:
    subset = standing.entry.claim.relation is Relation.SUBSET
    return not standing.entry.lies.some_of and not subset and not _bare_increment(standing)


def _bare_increment(standing: Standing) -> bool:
    """Whether it is "another 24" of a count that nobody gave."""
    return standing.entry.claim.relation is Relation.ADDITION


def view(root: Root, standings: Sequence[Standing], role: RoleOf = role_of) -> tuple[RootView | None, Notes]:
    """What the root asserts, and what became of figures that its own later ones outgrew or revised."""
    ordered = sorted(standings, key=lambda s: s.entry.order)
    kept, notes = _settle(ordered, role)
    total = next((s for s in reversed(kept) if role(s) is Role.TOTAL), None)
    parts = [s for s in kept if role(s) is not Role.WIDER and s.low > 0]
    summed, approximate = largest_sum(parts) if root.named else (_largest(parts), False)
    chosen = _own_or_sum(total, summed)
    headline = max((s for s in kept if role(s) is Role.HEADLINE), key=lambda s: s.low, default=None)
    if not chosen and total is None and headline is None:
        return _only_wider(root, kept, role), notes
    low = _low(total or headline, chosen)
    upper = _upper(total, [s for s in kept if role(s) is Role.WIDER], low)
    head = total or headline
    made = RootView(
        root=root,
        role=Role.TOTAL if total else Role.HEADLINE if headline else Role.PART,
        low=low,
        high=upper.bounds[1] if upper else None,
        point=low if head and not _vague(head) else None,
        head=head,
        used=chosen or (() if head is None else (head,)),
        upper=upper if upper is not total else None,
        approximate=approximate and chosen != (total,),
    )
    return made, notes


def _vague(standing: Standing) -> bool:
    """Whether words bound the figure and none names it: "dozens" is 24 to 99 and no number between them."""
    return standing.entry.claim.quantity.modality is Modality.VAGUE


def _only_wider(root: Root, kept: list[Standing], role: RoleOf) -> RootView | None:
    upper = _upper(None, [s for s in kept if role(s) is Role.WIDER], None)
    if upper is None:
        return None
    return RootView(root, Role.WIDER, None, upper.bounds[1], None, None, (), upper)


def _low(head: Standing | None, chosen: tuple[Standing, ...]) -> int | None:
    if chosen:
        return sum(s.low for s in chosen)
    return None if head is None else head.bounds[0]


def _own_or_sum(total: Standing | None, summed: tuple[Standing, ...]) -> tuple[Standing, ...]:
    """The total or the sum of parts, whichever says more. Parts never beat a complete total said after them."""
    size = sum(s.low for s in summed)
    if total is None:
        return summed
    if size <= total.low:
        return (total,) if total.low or total.bounds == (0, 0) else ()
    most = total.bounds[1]
    if most is not None and size > most and not any(_later(s, total) for s in summed):
        return (total,)
    return summed


def _upper(total: Standing | None, wider: list[Standing], low: int | None) -> Standing | None:
    """The figure that bounds the number from above most tightly, of those that the lower bound does not belie."""
    complete = [s for s in (*([total] if total else []), *wider) if s.bounds[1] is not None]
    fitting = [s for s in complete if low is None or (s.bounds[1] or 0) >= low]
    return min(fitting, key=lambda s: s.bounds[1] or 0, default=None)


def _later(a: Standing, b: Standing) -> bool:
    return a.said_on is not None and b.said_on is not None and a.said_on > b.said_on


def _settle(ordered: list[Standing], role: RoleOf) -> tuple[list[Standing], Notes]:
    """The figures that stand together: a later part may outgrow an earlier total, a later total revise a part."""
    notes = Notes()
    totals = [s for s in ordered if role(s) is Role.TOTAL]
    newest = totals[-1] if totals else None
    for other in ordered:
        if newest is None or other is newest or role(other) is Role.WIDER:
            continue
        most = newest.bounds[1]
        if most is None or other.low <= most:
            continue
        if _later(newest, other):
            why = f"The later {newest.told} counts more people and is still lower: a revision by the source."
            notes.update({m.claim.id: Note(Effect.SUPERSEDED, why, newest.entry.claim.id) for m in other.members})
        elif _later(other, newest):
            why = f"Outgrown by {other.told}, a later figure of the same source for a part of it."
            notes.update({m.claim.id: Note(Effect.SUPERSEDED, why, other.entry.claim.id) for m in newest.members})
    return [s for s in ordered if s.entry.claim.id not in notes], notes


def _largest(parts: list[Standing]) -> tuple[Standing, ...]:
    """The largest figure alone: "local sources" here and "sources" there are not one voice whose figures add up."""
    return tuple(sorted(parts, key=lambda s: (-s.low, s.entry.order))[:1])
