"""Which claims take no part in the arithmetic, and why. Each rule is a function: an effect and a sentence, or nothing.

The rules are tried in the order of `RULES`; the first that speaks decides. A reviewer's word comes before all others: a
rejected claim is out, and an accepted one is no longer held back for review.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from marsad.model import Category, Certainty, Claim, Effect, Judgement, Scope, SourceKind, TollScope, Verdict
from marsad.reconcile.roots import Root
from marsad.reconcile.wording import day, harm, number, people


@dataclass(frozen=True, slots=True)
class Note:
    """What a claim did to the figure, why, and which other claim was part of the reason."""

    effect: Effect
    why: str
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule looks at: the claim, its root, what is counted, and what a reviewer said about the claim."""

    claim: Claim
    root: Root
    scope: TollScope
    judgement: Judgement | None


Rule = Callable[[Case], Note | None]

_ARMED = (SourceKind.ARMED_GROUP, SourceKind.ARMED_FORCES)
_ENEMIES = {
    SourceKind.ARMED_GROUP: (Category.STATE_FORCES, Category.COMBATANT),
    SourceKind.ARMED_FORCES: (Category.NONSTATE_FIGHTERS,),
}


def rejected(case: Case) -> Note | None:
    """A reviewer rejected it."""
    judged = case.judgement
    if judged is None or judged.verdict is not Verdict.REJECT:
        return None
    return Note(Effect.REJECTED, f"Rejected by {judged.who} on {day(judged.when.date())}: {judged.why}")


def not_conflict(case: Case) -> Note | None:
    """Accidents, disasters and disease are read and set aside."""
    if case.claim.conflict:
        return None
    return Note(Effect.NOT_CONFLICT, "The harm was not done by conflict, so it is read and set aside.")


def not_asserted(case: Case) -> Note | None:
    """Threats, projections and denials state no harm."""
    if case.claim.certainty is Certainty.HYPOTHETICAL:
        return Note(Effect.NOT_ASSERTED, "The text tells of a threat, plan or projection, not of harm that was done.")
    if case.claim.certainty is Certainty.DENIED:
        return Note(Effect.NOT_ASSERTED, f"The text denies the figure of {number(case.claim.quantity)}.")
    return None


def background(case: Case) -> Note | None:
    """Earlier events told as context count only where the days asked for include them, and no incident is asked for."""
    claim, days = case.claim, case.scope.days
    if claim.scope is not Scope.BACKGROUND:
        return None
    if case.scope.incident is None and claim.time is not None and days.contains(claim.time):
        return None
    return Note(Effect.BACKGROUND, "Told as background: an earlier event or a longer war, never news of this one.")


def vague(case: Case) -> Note | None:
    """Words that bound the number on neither side wait for a reader."""
    if not case.claim.quantity.vague or _accepted(case):
        return None
    words = f"“{case.claim.quantity.text}” gives" if case.claim.quantity.text else "The words give"
    return Note(Effect.AWAITING_REVIEW, f"{words} no number in either direction: a person has to judge it.")


def boast(case: Case) -> Note | None:
    """A fighting party's own figure for harm to its enemy, or one it gives that nobody could check, is not a fact."""
    claim, kind = case.claim, case.root.kind
    if kind not in _ARMED or _accepted(case):
        return None
    if claim.victims.category in _ENEMIES[kind] or claim.certainty is Certainty.REPORTED or _by_itself(claim):
        return Note(
            Effect.AWAITING_REVIEW,
            f"{number(claim.quantity)} {people(claim.victims.category)} {harm(claim.measure)} is the word of "
            f"{case.root.name}, a party to the fighting: not counted until a person has judged it.",
        )
    return None


RULES: tuple[Rule, ...] = (rejected, not_conflict, not_asserted, background, vague, boast)


def screen(claim: Claim, root: Root, scope: TollScope, judgements: Mapping[str, Judgement]) -> Note | None:
    """Why the claim takes no part in the arithmetic, or None where it does."""
    case = Case(claim, root, scope, judgements.get(claim.id))
    return next((note for rule in RULES if (note := rule(case))), None)


def _accepted(case: Case) -> bool:
    return case.judgement is not None and case.judgement.verdict is Verdict.ACCEPT


def _by_itself(claim: Claim) -> bool:
    """Whether the speaker says that it did the harm itself."""
    did, said = claim.perpetrator.text, claim.attribution.source
    return bool(did and said and did.casefold() == said.casefold())
