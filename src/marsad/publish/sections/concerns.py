"""Humanitarian concerns: every other harm, and the people whom the law protects by name. Silence is called silence."""

from marsad.model import Category, Claim, Measure
from marsad.publish import words
from marsad.publish.evidence import Evidence, in_order, root_of
from marsad.publish.phrases import place
from marsad.publish.sections.victims import figures, latest
from marsad.publish.sitrep import Block, Section, Sentence, paragraph, say

MEASURES = {
    Measure.DISPLACED: "displaced",
    Measure.INJURED: "injured",
    Measure.KILLED_OR_INJURED: "killed or injured, not told apart",
    Measure.MISSING: "missing",
    Measure.DETAINED: "detained",
    Measure.ABDUCTED: "abducted",
}
PROTECTED = (Category.CHILDREN, Category.WOMEN, Category.AID_OR_MEDICAL, Category.JOURNALIST)
# How many figures one line gives; the rest stand on the pages of the incidents.
MOST = 5


def concerns(evidence: Evidence) -> Section:
    """One line a measure, then one a protected class. "Not reported" is neither zero nor a finding."""
    harm = in_order({c.id: c for case in evidence.cases for c in case.harm()}.values())
    groups = [(title, [c for c in harm if c.measure is measure]) for measure, title in MEASURES.items()]
    for category in PROTECTED:
        dead = [c for c in harm if c.victims.category is category and c.measure is Measure.KILLED]
        groups.append((f"{words.people(category)} killed", dead))
    lines = [_line(title, claims, evidence) for title, claims in groups if claims]
    blocks: list[Block] = [paragraph(*lines, items=True)] if lines else []
    silent = [title for title, claims in groups if not claims and title != MEASURES[Measure.KILLED_OR_INJURED]]
    if silent:
        blocks.append(paragraph(say(f"Not reported, which is not the same as none: {words.listed(silent)}.")))
    return Section(id="concerns", title="Humanitarian concerns", blocks=tuple(blocks))


def _line(title: str, claims: list[Claim], evidence: Evidence) -> Sentence:
    kept = latest(claims, lambda c: (c.victims.category, place(c), root_of(c, evidence.reports)))
    kept = sorted(kept, key=lambda c: c.said_at or "", reverse=True)[:MOST]
    return figures(title, kept, None, evidence)
