"""The toll over time, and each root's own figures over time, as they were said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from marsad.model import Category, Claim, Effect, Judgement, Relation, Toll, TollScope
from marsad.reconcile.bounds_of_root import Role, role_of
from marsad.reconcile.evidence import Voice, weigh
from marsad.reconcile.policy import Policy, load_policy
from marsad.reconcile.reckoning import reconcile
from marsad.reconcile.series import Standing

# Claims with these effects say nothing about the number asked for, on any day.
_IRRELEVANT = (Effect.OUT_OF_SCOPE, Effect.NOT_CONFLICT, Effect.NOT_ASSERTED, Effect.BACKGROUND, Effect.REJECTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RootFigure:
    """One figure of one root for the whole that is asked for, as it was said on one day.

    `category` is the class that it counts, which may be narrower than what is asked for. `current` tells that the root
    still stands by it; `revision` that it is lower than the root's figure before it.
    """

    root: str
    name: str
    said_on: date | None
    low: int | None
    high: int | None
    category: Category
    claim: str
    report: str
    current: bool
    revision: bool


def history(
    claims: Iterable[Claim],
    scope: TollScope,
    policy: Policy | str = "range",
    rejected: Mapping[str, Judgement] | None = None,
) -> list[tuple[date, Toll]]:
    """The toll at the end of each day on which a claim was said that bears on it, oldest first."""
    listed, loaded = list(claims), load_policy(policy)
    today = reconcile(listed, scope, loaded, None, rejected)
    days = {line.said_on for line in today.ledger if line.said_on and line.effect not in _IRRELEVANT}
    return [(day, reconcile(listed, scope, loaded, day, rejected)) for day in sorted(days)]


def by_root(
    claims: Iterable[Claim],
    scope: TollScope,
    as_of: date | None = None,
    rejected: Mapping[str, Judgement] | None = None,
) -> dict[str, list[RootFigure]]:
    """Root's key -> the figures it gave for the whole, oldest first. Relays, parts and increments are left out.

    Empty where the claims are about events apart from each other, so that nobody speaks of the whole.
    """
    evidence = weigh(claims, scope, rejected or {}, as_of)
    if not evidence.frame.whole:
        return {}
    found = {key: _figures(voice) for key, voice in evidence.voices.items()}
    return {key: figures for key, figures in found.items() if figures}


def _figures(voice: Voice) -> list[RootFigure]:
    made: list[RootFigure] = []
    for key, standing in voice.standings.items():
        chain = [*voice.past[key], standing]
        said = [s for s in chain if _speaks(s)]
        made.extend(_figure(voice, s, chain, s is standing) for s in said)
    # A class that never came near what the root counted in all by then is a part, not another figure for the whole.
    parts = {kind for kind in {f.category for f in made} if _stays_below(kind, made)}
    whole = [f for f in made if f.category not in parts]
    return sorted(whole, key=lambda f: (f.said_on or date.min, f.low or 0, f.report, f.claim))


def _stays_below(kind: Category, figures: list[RootFigure]) -> bool:
    if kind is Category.ANY:
        return False
    top = max((f for f in figures if f.category is kind), key=lambda f: f.low or 0)
    day = top.said_on or date.min
    totals = [f.low or 0 for f in figures if f.category is Category.ANY and (f.said_on or date.min) <= day]
    return max(totals, default=0) > (top.low or 0)


def _speaks(standing: Standing) -> bool:
    """Whether it is a figure for the whole, told for its own sake and not as a part of another."""
    return role_of(standing) in (Role.TOTAL, Role.HEADLINE) and standing.entry.claim.relation is not Relation.SUBSET


def _figure(voice: Voice, standing: Standing, chain: list[Standing], current: bool) -> RootFigure:
    n = chain.index(standing)
    claim = standing.entry.claim
    return RootFigure(
        root=voice.root.key,
        name=voice.root.name,
        said_on=standing.said_on,
        low=standing.bounds[0],
        high=standing.bounds[1],
        category=claim.victims.category,
        claim=claim.id,
        report=claim.report,
        current=current,
        revision=n > 0 and standing.low < chain[n - 1].low,
    )
