"""Puts the sections together and numbers the sentences that they cite."""

from collections.abc import Sequence
from datetime import date

from marsad.model import Claim, Episode, Incident, Report, Span, Toll
from marsad.publish.evidence import Evidence, evidence, unique
from marsad.publish.sections import SECTIONS
from marsad.publish.sitrep import Citation, Finding, Listed, Section, SituationReport, citation, cited, sentences


def publish(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    incidents: Sequence[Incident | Episode],
    tolls: Sequence[Toll],
    *,
    policy: str,
    as_of: date | None = None,
    notes: Sequence[Finding] = (),
) -> SituationReport:
    """The situation report of these incidents, told in the order given.

    `tolls` holds the toll of each incident and measure (`scope.incident` names it), counted under `policy` as known at
    the end of `as_of`; `claims` and `reports` hold all that they name. `notes` are doubts
    that other stages found. Raises QueryError where a report is missing.
    """
    told = evidence(claims, reports, incidents, tolls, policy=policy, as_of=as_of, notes=notes)
    sections = tuple(section(told) for section in SECTIONS)
    marks = _marks(sections)
    return SituationReport(
        title=_title(told),
        policy=policy,
        as_of=as_of,
        sections=sections,
        citations=tuple(_citation(n, claim, told) for claim, n in marks.items()),
        reports=tuple(_listed(report, marks, told) for report in _used(told)),
        marks=marks,
    )


def _title(told: Evidence) -> str:
    names = [case.incident.name for case in told.cases]
    return f"Situation report: {names[0]}" if len(names) == 1 else "Situation report"


def _marks(sections: Sequence[Section]) -> dict[str, int]:
    """Claims numbered in the order in which the text first cites them."""
    parts = (part for section in sections for sentence in sentences(section) for part in sentence.parts)
    return {claim: n for n, claim in enumerate(unique(claim for part in parts for claim in cited(part)), 1)}


def _citation(n: int, claim_id: str, told: Evidence) -> Citation:
    claim = told.claims[claim_id]
    number = claim.quantity
    figure = None
    if number.start is not None and number.end is not None:
        figure = Span(start=number.start, end=number.end)
    return citation(n, claim_id, claim.sentence, figure, told.reports[claim.report])


def _used(told: Evidence) -> list[Report]:
    named = unique(report for case in told.cases for report in case.incident.reports)
    used = unique((*named, *(claim.report for case in told.cases for claim in case.claims)))
    found = [told.reports[report] for report in used if report in told.reports]
    return sorted(found, key=lambda report: (report.published_at or "", report.id))


def _listed(report: Report, marks: dict[str, int], told: Evidence) -> Listed:
    return Listed(
        id=report.id,
        title=report.title,
        outlet=report.outlet,
        published=report.published_at,
        url=report.url,
        restates=report.restates,
        language=report.language,
        citations=tuple(n for claim, n in marks.items() if told.claims[claim].report == report.id),
    )
