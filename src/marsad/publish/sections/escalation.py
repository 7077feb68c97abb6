"""Escalation: how the figure of each source moved, dated by when it was said. Sources are never mixed in one series."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from marsad.model import Category, Claim, Measure, Relation
from marsad.publish import words
from marsad.publish.evidence import Case, Evidence, root_of
from marsad.publish.phrases import (
    NOTHING,
    day,
    heading,
    joined,
    named,
    place,
    same_place,
    through,
    told,
    victims,
    where,
)
from marsad.publish.sitrep import Block, Section, Sentence, Table, Words, paragraph, say

_WHOLE = (Category.ANY, Category.CIVILIAN)
Series = list[Claim]


def escalation(evidence: Evidence) -> Section:
    """For each case: a sentence a source that spoke on two days, and the table of what was said when."""
    blocks: list[Block] = []
    for case in evidence.cases:
        claims = moving(case)
        if not claims:
            continue
        series = series_of(case, claims, evidence)
        found = [sentence for one in series if (sentence := _moved(case, one, evidence))]
        if case.trend:
            moved = replace(case.trend, text=case.trend.text[:1].lower() + case.trend.text[1:])
            found.append(say("Under the policy “{policy}”: {moved}", policy=Words(text=evidence.policy), moved=moved))
        blocks.append(paragraph(*(found or [_still(claims)]), heading=heading(case, evidence)))
        blocks.append(_table(case, claims, evidence))
    if not blocks:
        blocks.append(paragraph(say("No source has given a total, so no movement can be told.")))
    return Section(id="escalation", title="Escalation", blocks=tuple(blocks))


def moving(case: Case) -> list[Claim]:
    """The totals of the dead that were said about a case, and additions to them; oldest first, repeats left out.

    The civilians within a total of the same place are a total of their own class: they are followed too.
    """
    by_id = {claim.id: claim for claim in case.claims}
    own = [claim for claim in case.harm(Measure.KILLED) if _total(claim, by_id) and not claim.superseded]
    whole = [claim for claim in own if claim.victims.category in _WHOLE and not claim.quantity.vague]
    return whole or own


def _total(claim: Claim, by_id: dict[str, Claim]) -> bool:
    if claim.relation in (Relation.TOTAL, Relation.ADDITION):
        return True
    parent = by_id.get(claim.parent or "")
    civilians = claim.victims.category is Category.CIVILIAN and claim.victims.group is None
    return claim.relation is Relation.SUBSET and civilians and parent is not None and place(parent) == place(claim)


def series_of(case: Case, claims: Sequence[Claim], evidence: Evidence) -> list[Series]:
    """These claims, additions left out, by root, class of victims and place: other figures are not one series."""
    found: dict[tuple[str, Category, str | None], Series] = {}
    for claim in claims:
        if claim.relation is not Relation.ADDITION:
            at = None if same_place(claim, case.incident.place) else place(claim)
            found.setdefault((root_of(claim, evidence.reports), claim.victims.category, at), []).append(claim)
    return list(found.values())


def level(claim: Claim) -> int | None:
    """The one number by which a claim is compared with an earlier one: its low, or its high where it has no low."""
    low, high = claim.quantity.bounds
    return high if low is None else low


def _moved(case: Case, series: Series, evidence: Evidence) -> Sentence | None:
    days = [claim.said_on for claim in series]
    steps = [claim for n, claim in enumerate(series) if n == 0 or level(claim) != level(series[n - 1])]
    if None in days or len(set(days)) < 2 or any(level(claim) is None for claim in series):
        return None
    who = Words(text=words.the(evidence.root_name(series[0])))
    whom, at = _class(series[0]), where(series[0], case)
    if len(steps) == 1:
        again = say("{n} on {first} and again on {last}", n=told(series[0]), first=day(series[0]), last=day(series[-1]))
        return say("{who} gave the same figure for {whom}{at}: {again}.", who=who, whom=whom, at=at, again=again)
    template = "The figure of {who} for {whom}{at} {verb}: {steps}."
    falls = any((level(b) or 0) < (level(a) or 0) for a, b in pairwise(steps))
    if falls:
        template += " The fall is kept as a revision."
    return say(template, who=who, whom=whom, at=at, verb="moved" if falls else "rose", steps=_steps(steps))


def _steps(steps: Series) -> Sentence:
    told_steps = []
    for _, same in groupby(steps, lambda claim: claim.said_on):
        said = list(same)
        figures = joined([say("{n}{group}", n=told(c), group=_group(c)) for c in said], " and ")
        told_steps.append(say("{figures} on {day}", figures=figures, day=day(said[-1])))
    return joined(told_steps, ", then ")


def _group(claim: Claim) -> Sentence:
    return say(" ({group})", group=Words(text=claim.victims.group)) if claim.victims.group else NOTHING


def _class(claim: Claim) -> str:
    return "all victims" if claim.victims.category is Category.ANY else words.people(claim.victims.category)


def _still(claims: Sequence[Claim]) -> Sentence:
    if len({claim.said_on for claim in claims}) < 2:
        return say("All totals were given on one day, so no movement can be told.")
    return say("No source has given a total on two different days, so no movement can be told.")


def _table(case: Case, claims: Sequence[Claim], evidence: Evidence) -> Table:
    caption = say("What each source said of the dead, in the order in which it was said")
    columns = ("Said on", "Figure", "Of whom", "Source", "Read through")
    return Table(caption=caption, columns=columns, rows=tuple(_row(case, claim, evidence) for claim in claims))


def _row(case: Case, claim: Claim, evidence: Evidence) -> tuple[Sentence, ...]:
    more = "a further {n}" if claim.relation is Relation.ADDITION else "{n}"
    whom = say("{whom}{where}", whom=victims(claim), where=where(claim, case))
    return (Sentence((day(claim),)), say(more, n=told(claim)), whom, named(claim, evidence), through(claim, evidence))
