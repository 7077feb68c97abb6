"""Which accepted claims cannot all hold, and by how many people they disagree.

Two roots contradict each other where, on the day one of them gave a complete count, the other had already asserted
more. A higher figure that came later does not contradict, since the dead are found over days; nor does one of unknown
day. One root contradicts itself where the parts it gives exceed the total that it gives in the same report.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from marsad.model import Claim, Contradiction, Relation
from marsad.reconcile.bounds_of_root import Role, RootView
from marsad.reconcile.breakdown import Breakdown, Kind, check_breakdown
from marsad.reconcile.classes import classes_disjoint
from marsad.reconcile.evidence import Evidence, Voice
from marsad.reconcile.fits import Fit
from marsad.reconcile.frame import place_key
from marsad.reconcile.roots import Root
from marsad.reconcile.series import Standing
from marsad.reconcile.wording import told


def between(views: Iterable[RootView], evidence: Evidence, cell: tuple[str, str] | None = None) -> list[Contradiction]:
    """Pairs of roots of which one asserts more than the other's complete count, given no earlier, allows.

    `cell` restricts them to the claims about one place and time, by their key.
    """
    found = []
    for view in views:
        on = view.head.said_on if view.head else None
        if view.head is None or view.head.bounds[1] is None or view.role is not Role.TOTAL or on is None:
            continue
        for key, voice in evidence.voices.items():
            other = None if key == view.root.key else _asserted(voice, on, cell)
            if other is not None and other.low > view.head.bounds[1]:
                found.append(_pair(view.head, other))
    return sorted(found, key=lambda c: (-c.gap, c.claims))


def _asserted(voice: Voice, on: date, cell: tuple[str, str] | None) -> Standing | None:
    """The largest lower bound by which a voice stood on a day."""
    keys = [key for key in voice.standings if cell in (None, key[2:4])]
    standing = [s for key in keys if (s := _then([*voice.past[key], voice.standings[key]], on))]
    inside = [s for s in standing if s.entry.lies.fit in (Fit.COVERS, Fit.PART)]
    return max(inside, key=lambda s: (s.low, s.entry.order), default=None)


def _then(chain: list[Standing], on: date) -> Standing | None:
    said = [s for s in chain if s.said_on and s.said_on <= on]
    return said[-1] if said else None


def _pair(head: Standing, other: Standing) -> Contradiction:
    gap = other.low - (head.bounds[1] or 0)
    return Contradiction(
        claims=(head.entry.claim.id, other.entry.claim.id),
        gap=gap,
        sentence=f"{head.told} and {other.told} cannot both hold: they disagree by at least {gap:,}.",
    )


def breakdowns(claims: Iterable[Claim]) -> dict[str, list[tuple[tuple[Claim, ...], Breakdown]]]:
    """Total's claim id -> the breakdowns that its report gives of it: by place, by class, and how each adds up."""
    listed = list(claims)
    by_id = {claim.id: claim for claim in listed}
    children: dict[str, list[Claim]] = {}
    for claim in listed:
        if claim.relation is Relation.SUBSET and claim.parent in by_id and claim.harm:
            children.setdefault(claim.parent, []).append(claim)
    return {parent: found for parent, parts in children.items() if (found := _breakdowns(by_id[parent], parts))}


def _breakdowns(total: Claim, parts: list[Claim]) -> list[tuple[tuple[Claim, ...], Breakdown]]:
    stated = total.quantity.high
    if stated is None:
        return []
    alike = [p for p in parts if p.measure is total.measure and p.quantity.low is not None]
    groups = [_by_place(total, alike), _by_class(total, alike)]
    return [
        (group, check_breakdown(stated, [p.quantity.low or 0 for p in group])) for group in groups if len(group) > 1
    ]


def _by_place(total: Claim, parts: list[Claim]) -> tuple[Claim, ...]:
    placed = [p for p in parts if p.place and p.victims.category is total.victims.category and not p.victims.group]
    keys = [place_key(p.place) for p in placed if p.place]
    own = place_key(total.place) if total.place else None
    return tuple(placed) if len(set(keys)) == len(keys) and own not in keys else ()


def _by_class(total: Claim, parts: list[Claim]) -> tuple[Claim, ...]:
    here = [p for p in parts if p.victims.category is not total.victims.category and _same_place(p, total)]
    apart = all(classes_disjoint(a.victims.category, b.victims.category) for a in here for b in here if a is not b)
    return tuple(here) if apart else ()


def _same_place(a: Claim, b: Claim) -> bool:
    return a.place is None or b.place is None or place_key(a.place) == place_key(b.place)


def within_reports(accepted: Iterable[Claim], roots: Mapping[str, Root]) -> list[Contradiction]:
    """Totals whose own parts exceed them, in one report, among claims that were accepted."""
    by_id = {claim.id: claim for claim in accepted}
    found = []
    for total, made in breakdowns(by_id.values()).items():
        for parts, verdict in made:
            if verdict.kind in (Kind.EXCESS, Kind.NESTED):
                ids = (total, *(p.id for p in parts))
                sentence = f"{told(by_id[total], roots[total].name)}: {verdict.sentence}"
                found.append(Contradiction(claims=ids, gap=-verdict.gap, sentence=sentence))
    return found
