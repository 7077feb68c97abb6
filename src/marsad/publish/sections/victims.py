"""Who and where: classes of victims, places, and who is said to have done it: only as stated, and by whom."""

from collections.abc import Callable, Iterable

from marsad.model import Category, Claim, Measure
from marsad.publish import words
from marsad.publish.evidence import Case, Evidence, in_order, root_of
from marsad.publish.phrases import citing, day, heading, joined, named, place, same_place, speaker, told, victims, where
from marsad.publish.sections.escalation import level
from marsad.publish.sitrep import Block, Paragraph, Section, Sentence, Table, Words, paragraph, say

# How many places a table names; the rest stand on the incident's own page.
MOST_PLACES = 12


def who_and_where(evidence: Evidence) -> Section:
    """For each case the latest figure of each source for each class and place, then who is said to be behind it."""
    blocks: list[Block] = []
    for case in evidence.cases:
        blocks.append(_classes(case, evidence))
        blocks.extend(_places(case, evidence))
        blocks.append(_perpetrators(case, evidence))
    if not blocks:
        blocks.append(paragraph(say("Nothing is reported.")))
    return Section(id="who-and-where", title="Who and where", blocks=tuple(blocks))


def latest(claims: Iterable[Claim], key: Callable[[Claim], object]) -> list[Claim]:
    """The claim said last for each key; of one day, the largest."""
    found: dict[object, Claim] = {}
    for claim in in_order(claims):
        old = found.get(key(claim))
        if old is None or _rank(claim) >= _rank(old):
            found[key(claim)] = claim
    return list(found.values())


def _rank(claim: Claim) -> tuple[str, int]:
    size = level(claim)
    return (str(claim.said_on or ""), -1 if size is None else size)


def figures(title: str, claims: Iterable[Claim], case: Case | None, evidence: Evidence) -> Sentence:
    """One line: "Children: 9 in Al-Tuwaimah (source, day); 5 in Banyas (source, day)."."""
    found = [
        say(
            "{n}{where} ({who}, {day})",
            n=told(claim), where=where(claim, case), who=speaker(claim, evidence), day=day(claim),
        )
        for claim in claims
    ]  # fmt: skip
    return say("{title}: {found}.", title=title, found=joined(found))


def _classes(case: Case, evidence: Evidence) -> Paragraph:
    lines = []
    dead = case.harm(Measure.KILLED)
    for category in Category:
        own = [claim for claim in dead if claim.victims.category is category and category is not Category.ANY]
        kept = latest(own, lambda claim: root_of(claim, evidence.reports))
        kept.sort(key=_rank, reverse=True)
        if kept:
            lines.append(figures(words.people(category), kept, case, evidence))
    if not lines:
        none = say("No report says which class the dead belonged to.")
        return paragraph(none, heading=heading(case, evidence))
    return paragraph(*lines, heading=heading(case, evidence), items=True)


def _places(case: Case, evidence: Evidence) -> list[Table]:
    own = case.incident.place
    named = [claim for claim in case.harm(Measure.KILLED) if place(claim) and not same_place(claim, own)]
    kept = latest(named, lambda claim: (place(claim), root_of(claim, evidence.reports)))
    kept.sort(key=lambda claim: _rank(claim)[1], reverse=True)
    if not kept:
        return []
    what = "The largest figures by place" if len(kept) > MOST_PLACES else "Figures by place"
    caption = say(f"{what}, the latest of each source. Places may lie within each other; they are not added up")
    rows = tuple(_row(claim, evidence) for claim in kept[:MOST_PLACES])
    return [Table(caption=caption, columns=("Place", "Killed", "Of whom", "Source", "Said on"), rows=rows)]


def _row(claim: Claim, evidence: Evidence) -> tuple[Sentence, ...]:
    name = Sentence((Words(text=place(claim) or ""),))
    return (name, Sentence((told(claim),)), victims(claim), named(claim, evidence), Sentence((day(claim),)))


def _perpetrators(case: Case, evidence: Evidence) -> Paragraph:
    named = [claim for claim in case.harm() if claim.perpetrator.text]
    kept = latest(named, lambda claim: (claim.perpetrator.text, claim.measure, root_of(claim, evidence.reports)))
    found = [_blamed(claim, evidence) for claim in in_order(kept)]
    if not found:
        return paragraph(say("No report that gives a figure says who did it."))
    return paragraph(*found, say("These are the words of the reports named, not findings."))


def _blamed(claim: Claim, evidence: Evidence) -> Sentence:
    return say(
        "{text} names “{by}” for {n} {whom} {harm}{where}.",
        text=citing(claim, evidence), by=Words(text=claim.perpetrator.text or ""), n=told(claim),
        whom=victims(claim), harm=words.MEASURES[claim.measure], where=where(claim),
    )  # fmt: skip
