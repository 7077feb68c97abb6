"""Puts the sections together and numbers the sentences that they cite."""

from collections.abc import Mapping, Sequence
from datetime import date

from marsad.model import Claim, Episode, Incident, Report, Span, Toll
from marsad.publish.evidence import Evidence, evidence, unique
from marsad.publish.sections import SECTIONS
from marsad.publish.sitrep import Citation, Finding, Listed, Passage, SituationReport, citation, cited, sentences


def publish(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    incidents: Sequence[Incident | Episode],
    tolls: Sequence[Toll],
    *,
    policy: str,
    as_of: date | None = None,
    notes: Sequence[Finding] = (),
    past: Sequence[Finding] = (),
    trends: Mapping[str, Finding] | None = None,
) -> SituationReport:
    """The situation report of these incidents, told in the order given.

    `tolls` holds the toll of each incident and measure (`scope.incident` names it), counted under `policy` as known at
    the end of `as_of`; `claims` and `reports` hold all that they name. `notes` are doubts
    that other stages found, `trends` how the toll of an incident (by id) moved.
    Raises QueryError where a report is missing.
    """
    told = evidence(
        claims, reports, incidents, tolls, policy=policy, as_of=as_of, notes=notes, past=past, trends=trends
    )
    sections = tuple(section(told) for section in SECTIONS)
    parts = [part for section in sections for sentence in sentences(section) for part in sentence.parts]
    marks = {key: n for n, key in enumerate(unique(key for part in parts for key in cited(part)), 1)}
    passages = {p.key: p for part in parts if isinstance(part, Finding) for p in part.passages}
    citations = tuple(_citation(n, key, passages, told) for key, n in marks.items())
    return SituationReport(
        title=_title(told),
        policy=policy,
        as_of=as_of,
        sections=sections,
        citations=citations,
        reports=tuple(_listed(report, citations) for report in _used(told)),
        marks=marks,
    )


def _title(told: Evidence) -> str:
    names = [case.incident.name for case in told.cases]
    return f"Situation report: {names[0]}" if len(names) == 1 else "Situation report"


def _citation(n: int, key: str, passages: dict[str, Passage], told: Evidence) -> Citation:
    """The citation of a claim's sentence or of a passage. Marks count in the order in which the text first cites."""
    if key in passages:
        passage = passages[key]
        return citation(n, None, passage.span, None, told.reports[passage.report])
    claim = told.claims[key]
    number = claim.quantity
    figure = None
    if number.start is not None and number.end is not None:
        figure = Span(start=number.start, end=number.end)
    return citation(n, key, claim.sentence, figure, told.reports[claim.report])


def _used(told: Evidence) -> list[Report]:
    named = unique(report for case in told.cases for report in case.incident.reports)
    used = unique((*named, *(claim.report for case in told.cases for claim in case.claims)))
    found = [told.reports[report] for report in used if report in told.reports]
    return sorted(found, key=lambda report: (report.published_at or "", report.id))


def _listed(report: Report, citations: Sequence[Citation]) -> Listed:
    return Listed(
        id=report.id,
        title=report.title,
        outlet=report.outlet,
        published=report.published_at,
        url=report.url,
        restates=report.restates,
        language=report.language,
        citations=tuple(cited.n for cited in citations if cited.report == report.id),
    )
