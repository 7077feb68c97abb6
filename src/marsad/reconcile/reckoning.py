"""The public verb of this stage: the claims of an episode -> its toll under a counting policy, with the ledger.

A pure function: the same claims, scope, policy, day and judgements give the same toll, in whatever order they come.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from marsad.model import Claim, Judgement, Toll, TollScope
from marsad.model.bounds import known
from marsad.reconcile import contradictions, ledger
from marsad.reconcile.bounds_of_root import Role, RootView, role_of, view
from marsad.reconcile.cells import Cell, cells_of
from marsad.reconcile.evidence import Evidence, weigh
from marsad.reconcile.fits import Fit
from marsad.reconcile.ledger import Decided
from marsad.reconcile.policy import Policy, load_policy
from marsad.reconcile.rules import State, corroborated
from marsad.reconcile.series import Standing


def reconcile(
    claims: Iterable[Claim],
    scope: TollScope,
    policy: Policy | str = "range",
    as_of: date | None = None,
    rejected: Mapping[str, Judgement] | None = None,
) -> Toll:
    """The toll of `scope` as known at the end of the day `as_of` (None: from all claims), under `policy`.

    `policy` is a shipped name (range, conservative, best, corroborated), the path of a YAML file, or a Policy.
    `rejected` holds a reviewer's judgement by claim id: a REJECT takes a claim out, an ACCEPT counts
    one that would wait for review.
    To count an incident's or episode's whole toll, name it in `scope.incident` and leave place and days open: they are
    then read from the claims. A place or days given restrict the count to what is certain to lie within.
    Raises QueryError for an unknown policy and InputError for a policy file that cannot be read.
    """
    loaded = load_policy(policy)
    evidence = weigh(claims, scope, rejected or {}, as_of)
    decided = _decide(evidence, loaded)
    notes = evidence.notes | ledger.standing_notes(evidence, decided)
    accepted = [c for c in evidence.claims.values() if notes[c.id].effect in ledger.ACCEPTED]
    notes = ledger.with_breakdowns(notes, contradictions.breakdowns(accepted))
    found = [
        *contradictions.between(decided.views, evidence),
        *(pair for cell in decided.cells for pair in contradictions.between(cell.views, evidence, cell.key)),
        *contradictions.within_reports(accepted, evidence.roots),
    ]
    return replace(
        _toll(decided, scope, loaded, as_of),
        ledger=ledger.lines(evidence, notes),
        contradictions=tuple(found),
    )


def _decide(evidence: Evidence, policy: Policy) -> Decided:
    role = role_of if evidence.frame.whole else _as_part
    views: list[RootView] = []
    for voice in evidence.voices.values():
        made, notes = view(voice.root, list(voice.standings.values()), role)
        evidence.notes |= notes
        if made is not None:
            views.append(made)
    state = policy.decide(views)
    if any(v.estimates for v in views) or not any(v.low for v in views):
        return Decided(tuple(views), state)
    cells, approximate = cells_of(evidence.voices.values(), policy, settled=evidence.notes.keys())
    return Decided(tuple(views), _summed(state, cells, approximate=approximate), tuple(cells))


def _as_part(standing: Standing) -> Role:
    """Where events lie apart, no claim speaks of the whole."""
    return Role.WIDER if standing.entry.lies.fit is Fit.WIDER else Role.PART


def _summed(state: State, cells: list[Cell], *, approximate: bool) -> State:
    near = " (the best choice of them was not searched in full)" if approximate else ""
    parts = f"{len(cells)} places or days that cannot overlap are summed{near}"
    gap = f"no source counts the whole: {'it is the figure of one part alone' if len(cells) == 1 else parts}"
    return replace(
        state,
        low=sum(known(*(c.low for c in cells))),
        best=sum(known(*(c.best for c in cells))),
        high=None,
        gaps=(gap,),
    )


def _toll(decided: Decided, scope: TollScope, policy: Policy, as_of: date | None) -> Toll:
    state = decided.state
    asserted = [v for v in decided.views if v.role is not Role.WIDER]
    agreed = corroborated(asserted)
    return Toll(
        scope=scope,
        policy=policy.name,
        as_of=as_of,
        low=state.low,
        best=state.best,
        high=state.high,
        corroborated=agreed,
        pending=_pending(asserted, agreed),
        roots=len(asserted),
        reason=_reason(decided),
    )


def _pending(views: list[RootView], agreed: int | None) -> int | None:
    """How many more than are corroborated some root asserts; None where nobody asserts a number."""
    most = max(known(*(v.low for v in views)), default=None)
    return None if most is None else max(0, most - (agreed or 0))


def _reason(decided: Decided) -> str | None:
    """Why something stays unknown, as one sentence."""
    state = decided.state
    if None not in (state.low, state.best, state.high):
        return None
    if not decided.views:
        return "No claim that counts gives a number for what is asked."
    text = "; ".join(dict.fromkeys(state.gaps))
    return f"{text[:1].upper()}{text[1:]}." if state.gaps else "No rule of the policy sets it."
