"""Background and outlook: what is told as context, and what sources expect. Neither is ever added to a toll."""

from marsad.model import Certainty, Claim, Effect, Scope
from marsad.publish import words
from marsad.publish.evidence import Evidence, in_order, unique
from marsad.publish.phrases import NOTHING, day, speaker, told, victims, where
from marsad.publish.sitrep import Days, Figure, Section, Sentence, paragraph, say


def background(evidence: Evidence) -> Section:
    """Figures of earlier events and of longer spans that the reports tell as context."""
    figures = [_past(claim, evidence) for claim in _all(evidence) if claim.scope is Scope.BACKGROUND and claim.harm]
    told_of = [say("{past}", past=finding) for finding in evidence.past]
    lead = paragraph(
        say("The reports tell these figures as context. None of them is part of a toll above.")
        if figures
        else say("No report tells a figure of earlier events.")
    )
    blocks = [lead] + ([paragraph(*figures, *told_of, items=True)] if figures or told_of else [])
    return Section(id="background", title="Background", blocks=tuple(blocks))


def outlook(evidence: Evidence) -> Section:
    """What sources said they expect or fear, and what is awaited. Not a forecast."""
    ahead = [claim for claim in _all(evidence) if claim.certainty is Certainty.HYPOTHETICAL and claim.conflict]
    expected = [_expected(claim, evidence) for claim in ahead]
    nothing = [say("No report gives a number that a source expects or warns of.")]
    told_here = paragraph(say("This is not a forecast."), *(expected or nothing), *_waiting(evidence))
    return Section(id="outlook", title="Outlook", blocks=(told_here,))


def _all(evidence: Evidence) -> list[Claim]:
    return in_order({claim.id: claim for case in evidence.cases for claim in case.claims}.values())


def _past(claim: Claim, evidence: Evidence) -> Sentence:
    time = claim.time
    when = say(", {days}", days=Days(interval=time)) if time and not time.unknown else NOTHING
    return say(
        "{n} {whom} {harm}{where}{when} ({who}).",
        n=told(claim), whom=victims(claim), harm=words.MEASURES[claim.measure], where=where(claim), when=when,
        who=speaker(claim, evidence),
    )  # fmt: skip


def _expected(claim: Claim, evidence: Evidence) -> Sentence:
    return say(
        "Told as possible, and not counted: {n} {whom} {harm}{where} ({who}, {day}).",
        n=told(claim), whom=victims(claim), harm=words.MEASURES[claim.measure], where=where(claim),
        who=speaker(claim, evidence), day=day(claim),
    )  # fmt: skip


def _waiting(evidence: Evidence) -> list[Sentence]:
    lines = [line for case in evidence.cases for toll in case.tolls.values() for line in toll.ledger]
    held = unique(line.claim for line in lines if line.effect is Effect.AWAITING_REVIEW)
    if not held:
        return []
    n = Figure(text=words.count(len(held)), claims=held, low=len(held), high=len(held), basis="count")
    noun = "claim waits" if len(held) == 1 else "claims wait"
    return [say("Awaited: {n} {noun} for a reviewer.", n=n, noun=noun)]
