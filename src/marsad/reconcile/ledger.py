"""The ledger: one line a claim considered, with what it did to the figure and the sentence that says why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from marsad.model import Category, Claim, Effect, LedgerLine, Relation
from marsad.reconcile.bounds_of_root import Role, RootView
from marsad.reconcile.breakdown import Breakdown
from marsad.reconcile.cells import Cell
from marsad.reconcile.entries import within
from marsad.reconcile.evidence import Evidence
from marsad.reconcile.fits import Fit
from marsad.reconcile.rules import State, estimates
from marsad.reconcile.screen import Note
from marsad.reconcile.series import Notes, Standing
from marsad.reconcile.wording import figure, people

# Effects of claims that are taken as told, whatever they did to the figure.
ACCEPTED = (Effect.COUNTED, Effect.SUPERSEDED, Effect.CONTAINED, Effect.REPEATS)

Breakdowns = Mapping[str, Sequence[tuple[tuple[Claim, ...], Breakdown]]]


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided, from which views; and by which cells, where nobody spoke of the whole."""

    views: tuple[RootView, ...]
    state: State
    cells: tuple[Cell, ...] = ()


def standing_notes(evidence: Evidence, decided: Decided) -> Notes:
    """What became of every figure that a root still stands by."""
    notes: Notes = {}
    views = {view.root.key: view for view in decided.views}
    summed = {s.entry.claim.id for cell in decided.cells for v in cell.views for s in v.used}
    for key, voice in evidence.voices.items():
        for standing in voice.standings.values():
            if standing.entry.claim.id in evidence.notes:
                continue
            note = _of_standing(standing, views.get(key), decided, summed)
            notes |= {member.claim.id: _of_member(member.claim, standing, note) for member in standing.members}
    return notes


def _of_standing(standing: Standing, view: RootView | None, decided: Decided, summed: set[str]) -> Note:
    if standing.entry.lies.fit is Fit.WIDER:
        return _wider(standing, view)
    if view is None:
        return Note(Effect.CONTAINED, f"{standing.told}: counts a part and says nothing of how many there are in all.")
    return _in_cells(standing, summed) if decided.cells else _in_view(standing, view, decided)


def _of_member(claim: Claim, standing: Standing, note: Note) -> Note:
    if claim is standing.entry.claim:
        return note
    base = standing.entry.claim
    return Note(note.effect, f"Adds {figure(claim.quantity.bounds)} to {standing.entry.told}. {note.why}", base.id)


def _in_cells(standing: Standing, summed: set[str]) -> Note:
    if standing.entry.claim.id in summed:
        return Note(
            Effect.COUNTED,
            "No source counts the whole; this is part of a sum over places and days that cannot overlap.",
        )
    why = "It may overlap with places or days that are counted already, so it is not added to them."
    return Note(Effect.CONTAINED, why, min(summed, default=None))


def _in_view(standing: Standing, view: RootView, decided: Decided) -> Note:
    if view in decided.state.left_out:
        return _left_out(standing, view, decided.state)
    counting = estimates(decided.state.views)
    if standing not in view.used and standing is not view.head:
        return _inside_own(standing, view)
    if standing not in view.used and view.used and standing.low < (view.low or 0):
        return _outgrown(standing, view)
    if view not in counting and counting:
        return _inside_other(standing, view, counting, decided.state.chosen)
    return Note(Effect.COUNTED, _counted(standing, view, decided.state))


def _outgrown(standing: Standing, view: RootView) -> Note:
    parts = " and ".join(s.told for s in view.used)
    why = f"Outgrown: {parts} share no one and come to {view.low:,}, more than this total of the same source."
    return Note(Effect.SUPERSEDED, why, view.used[0].entry.claim.id)


def _wider(standing: Standing, view: RootView | None) -> Note:
    why = standing.entry.lies.why or "Counts more than is asked for."
    if view is not None and view.upper is standing:
        return Note(Effect.COUNTED, f"{why} A complete count, so it bounds the figure from above by {view.high:,}.")
    if standing.bounds[1] is None:
        return Note(Effect.OUT_OF_SCOPE, f"{why} It is no complete count, so it bounds nothing from above.")
    return Note(Effect.OUT_OF_SCOPE, f"{why} This source has a tighter figure.")


def _left_out(standing: Standing, view: RootView, state: State) -> Note:
    kind = view.root.kind.value.replace("_", " ") if view.root.kind else "unknown"
    why = f"{standing.told}: this policy does not rest on a source of this kind ({kind}) where better ones speak."
    chosen = state.chosen
    if chosen is not None and (_above(standing.low, chosen.high) or _too_low(standing, view, chosen)):
        head = chosen.head.entry.claim.id if chosen.head else None
        return Note(Effect.CONTRADICTS, f"{why} It contradicts {chosen.told}.", head)
    return Note(Effect.AWAITING_REVIEW, why)


def _too_low(standing: Standing, view: RootView, chosen: RootView) -> bool:
    return view.role is Role.TOTAL and standing is view.head and _above(chosen.low, standing.bounds[1])


def _above(low: int | None, high: int | None) -> bool:
    return low is not None and high is not None and low > high


def _inside_own(standing: Standing, view: RootView) -> Note:
    outer = next(
        (s for s in (*view.used, *([view.head] if view.head else [])) if within(standing.entry, s.entry)), None
    )
    if outer is not None:
        return Note(Effect.CONTAINED, f"Part of {outer.told}, the same source.", outer.entry.claim.id)
    other = view.used[0] if view.used else view.head
    if other is None:
        return Note(Effect.COUNTED, f"{standing.told}: says nothing of the whole.")
    why = f"May share people with {other.told}, which says more: not added to it."
    return Note(Effect.CONTAINED, why, other.entry.claim.id)


def _inside_other(standing: Standing, view: RootView, counting: list[RootView], chosen: RootView | None) -> Note:
    heads = [v.head for v in counting if v.head is not None]
    heads.sort(key=lambda h: (chosen is not None and h is chosen.head, h.low, h.entry.order), reverse=True)
    outer = next((h for h in heads if within(standing.entry, h.entry)), heads[0])
    what = "one class" if view.role is Role.HEADLINE else "a part"
    why = (
        f"Counts {what} of what {outer.told} counts: not added to it. "
        f"For this source it is a lower bound: at least {view.low or 0:,}."
    )
    return Note(Effect.CONTAINED, why, outer.entry.claim.id)


def _counted(standing: Standing, view: RootView, state: State) -> str:
    parts = [f"{standing.told}: the figure by which this source stands"]
    if len(view.used) > 1:
        total = sum(s.low for s in view.used)
        near = ", found by an approximate search" if view.approximate else ""
        parts.append(f"one of {len(view.used)} counts that share no one and sum to {total:,}{near}")
    category = standing.entry.claim.victims.category
    if view.role is Role.HEADLINE and category is not Category.ANY:
        parts.append(f"it counts {people(category)} alone, so more may have been harmed")
    parts.extend(state.why.get(view.root.key, ()))
    return "; ".join(parts) + "."


def with_breakdowns(notes: Notes, breakdowns: Breakdowns) -> Notes:
    """The notes, where a contained part is one of a breakdown, with what that breakdown amounts to."""
    told = dict(notes)
    for total, made in breakdowns.items():
        for parts, verdict in made:
            for part in parts:
                note = told.get(part.id)
                if note and note.effect is Effect.CONTAINED and part.relation is Relation.SUBSET:
                    told[part.id] = Note(note.effect, f"{note.why} {verdict.sentence}", note.other or total)
    return told


def lines(evidence: Evidence, notes: Notes) -> tuple[LedgerLine, ...]:
    """The ledger, in the order in which the claims were said."""
    return tuple(_line(claim, evidence, notes[claim.id]) for claim in evidence.claims.values())


def _line(claim: Claim, evidence: Evidence, note: Note) -> LedgerLine:
    again = evidence.resets.get(claim.id)
    return LedgerLine(
        claim=claim.id,
        report=claim.report,
        effect=note.effect,
        why=f"{note.why} {again}" if again else note.why,
        low=claim.quantity.low,
        high=claim.quantity.high,
        root=evidence.roots[claim.id].key,
        source=claim.attribution.source,
        said_on=claim.said_on,
        other=note.other,
    )
