"""What the texts themselves say of their figures: told again, or replaced.

A figure that a text calls replaced is withdrawn. So is the very same figure under another name in an earlier report,
where it is large enough not to be the same by chance: "the 103 given at first counted some twice" speaks of all who
gave 103.
"""

from collections.abc import Iterable, Mapping, Sequence

from marsad.model import Claim, Effect, Relation
from marsad.reconcile.entries import Entry
from marsad.reconcile.fits import Fit
from marsad.reconcile.roots import Root
from marsad.reconcile.screen import Note
from marsad.reconcile.wording import day, number, told

# Below this, two sources often give the same number by chance, or because both are right.
TELLING_NUMBER = 20


def repeats(claims: Iterable[Claim], by_id: Mapping[str, Claim], roots: Mapping[str, Root]) -> dict[str, Note]:
    """Claims that tell another one of the same report again."""
    found: dict[str, Note] = {}
    for claim in claims:
        first = by_id.get(claim.parent or "")
        if claim.relation is not Relation.REPEAT or first is None:
            continue
        why = f"Tells {told(first, roots[first.id].name)} again in the same report."
        found[claim.id] = Note(Effect.REPEATS, why, first.id)
    return found


def replaced(claims: Sequence[Claim], roots: Mapping[str, Root]) -> dict[str, Note]:
    """Claims that their own text presents as replaced, with the figure that replaces them where the report gives one.

    The only base that a report gives for an increment ("another 24, on top of 1,383") still stands.
    """
    by_report: dict[str, list[Claim]] = {}
    for claim in claims:
        by_report.setdefault(claim.report, []).append(claim)
    found: dict[str, Note] = {}
    for claim in claims:
        if claim.superseded and not _only_base(claim, by_report[claim.report]):
            found[claim.id] = _note(claim, by_report[claim.report], roots)
    return found


def of_replaced(claims: Iterable[Claim], gone: Mapping[str, Note]) -> dict[str, Note]:
    """Increments of figures that their own text presents as replaced."""
    found: dict[str, Note] = {}
    for claim in claims:
        above = gone.get(claim.parent or "")
        if claim.id in gone or above is None:
            continue
        if claim.relation is Relation.ADDITION and above.other is not None:
            why = f"An increment of a replaced figure. {above.why}"
            found[claim.id] = Note(Effect.SUPERSEDED, why, claim.parent)
    return found


def _only_base(claim: Claim, beside: list[Claim]) -> bool:
    carries = any(c.relation is Relation.ADDITION and c.parent == claim.id for c in beside)
    return carries and not any(_replaces(c, claim) for c in beside)


def _replaces(new: Claim, old: Claim) -> bool:
    alike = new.measure is old.measure and new.victims.category is old.victims.category
    return alike and not new.superseded and new.relation is Relation.TOTAL


def _note(claim: Claim, beside: list[Claim], roots: Mapping[str, Root]) -> Note:
    new = next((c for c in sorted(beside, key=lambda c: c.quantity.start or 0) if _replaces(c, claim)), None)
    by = f" by {told(new, roots[new.id].name)}" if new else ""
    return Note(
        Effect.SUPERSEDED,
        f"The text itself presents {number(claim.quantity)} as replaced{by}.",
        new.id if new else None,
    )


def withdrawn(entries: Iterable[Entry], claims: Iterable[Claim]) -> dict[str, Note]:
    """Exact figures of earlier reports that a later text, whoever it names, presents as replaced."""
    told_replaced = [c for c in claims if c.superseded and _exact(c)]
    found: dict[str, Note] = {}
    for entry in entries:
        claim = entry.claim
        if entry.lies.fit is not Fit.COVERS or claim.relation is not Relation.TOTAL or not _exact(claim):
            continue
        by = next((old for old in told_replaced if _withdraws(old, claim)), None)
        if by is not None:
            why = f"A text of {day(by.said_on)} presents the figure of {number(claim.quantity)} as replaced."
            found[claim.id] = Note(Effect.SUPERSEDED, why, by.id)
    return found


def _exact(claim: Claim) -> bool:
    low, high = claim.quantity.bounds
    return low is not None and low == high and low >= TELLING_NUMBER


def _withdraws(old: Claim, claim: Claim) -> bool:
    if old.report == claim.report or old.said_on is None or claim.said_on is None or old.said_on < claim.said_on:
        return False
    alike = old.measure is claim.measure and old.victims.category is claim.victims.category
    return alike and old.quantity.bounds == claim.quantity.bounds
