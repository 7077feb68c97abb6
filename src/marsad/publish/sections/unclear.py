"""What is unclear: contradictions, single sources, numbers without a named source, vague words, denials."""

from marsad.model import Certainty, Claim, Effect, Modality, Toll
from marsad.publish import words
from marsad.publish.evidence import Case, Evidence, distinct, in_order, roots, unique
from marsad.publish.phrases import day, joined, speaker, told, victims, where
from marsad.publish.sitrep import Finding, Section, Sentence, Words, paragraph, say


def unclear(evidence: Evidence) -> Section:
    """Each doubt as one sentence; of each case what contradicts comes first."""
    found: list[Sentence] = []
    for case in evidence.cases:
        found += [*_contradictions(case), *_single(case), *_unattributed(case, evidence)]
        found += [*_vague(case, evidence), *_denied(case, evidence)]
    found += [say("{note}", note=note) for note in evidence.notes]
    lines = list(dict.fromkeys(found))
    if not lines:
        lines = [say("No contradiction, single source, unattributed or vague number was found. Errors may remain.")]
    return Section(id="unclear", title="What is unclear", blocks=(paragraph(*lines, items=len(lines) > 1),))


def _contradictions(case: Case) -> list[Sentence]:
    return [
        say("{found}", found=Finding(text=disagreement.sentence, claims=disagreement.claims))
        for toll in case.tolls.values()
        for disagreement in toll.contradictions
    ]


def _single(case: Case) -> list[Sentence]:
    alone = [words.MEASURES[toll.scope.measure] for toll in distinct(case.tolls).values() if _alone(toll)]
    if not alone:
        return []
    name = Words(text=case.incident.name)
    return [say("One source alone for the {harm}: {name}.", harm=words.listed(alone), name=name)]


def _alone(toll: Toll) -> bool:
    return len(roots(toll)) == 1


def _unattributed(case: Case, evidence: Evidence) -> list[Sentence]:
    lines = [line for toll in case.tolls.values() for line in toll.ledger]
    counted = {line.claim for line in lines if line.effect is Effect.COUNTED}
    own = [c for c in case.harm() if c.id in counted and not (c.attribution.source or c.attribution.text)]
    return [
        say(
            "{outlet} names no source for {found}.",
            outlet=Words(text=outlet),
            found=_several([claim for claim in own if evidence.outlet(claim) == outlet]),
        )
        for outlet in unique(evidence.outlet(claim) for claim in own)
    ]


def _several(claims: list[Claim]) -> Sentence:
    return joined([say("{n} {harm}", n=told(c), harm=words.MEASURES[c.measure]) for c in in_order(claims)], ", ")


def _vague(case: Case, evidence: Evidence) -> list[Sentence]:
    vague = [claim for claim in case.harm() if claim.quantity.modality is Modality.VAGUE]
    return [_one("No exact number", claim, case, evidence) for claim in vague]


def _denied(case: Case, evidence: Evidence) -> list[Sentence]:
    denied = [claim for claim in in_order(case.claims) if claim.certainty is Certainty.DENIED and claim.conflict]
    return [_one("Denied", claim, case, evidence) for claim in denied]


def _one(title: str, claim: Claim, case: Case, evidence: Evidence) -> Sentence:
    return say(
        "{title}: {n} {whom} {harm}{where} ({who}, {day}).",
        title=title, n=told(claim), whom=victims(claim), harm=words.MEASURES[claim.measure],
        where=where(claim, case), who=speaker(claim, evidence), day=day(claim),
    )  # fmt: skip
