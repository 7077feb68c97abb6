"""What a situation report is written from: cases (an incident or episode with its claims and tolls) and reports."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from marsad.errors import QueryError
from marsad.model import Category, Claim, Effect, Episode, Incident, LedgerLine, Measure, Report, Scope, Toll
from marsad.publish.sitrep import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One incident or episode, the claims that it is made of, and its tolls of all victims, one a measure."""

    incident: Incident | Episode
    claims: tuple[Claim, ...]
    tolls: dict[Measure, Toll] = field(default_factory=dict, hash=False)
    trend: Finding | None = None

    @property
    def toll(self) -> Toll | None:
        """The toll of the dead, or None."""
        return self.tolls.get(Measure.KILLED)

    def harm(self, measure: Measure | None = None) -> list[Claim]:
        """Its claims of harm done, outside background, oldest first."""
        found = [claim for claim in self.claims if claim.harm and claim.scope is not Scope.BACKGROUND]
        return in_order(claim for claim in found if measure in (None, claim.measure))


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Cases in the order in which they are told, every report and claim that they name, and how they were counted.

    `notes` are doubts that other stages found, each with the claims it speaks of; `past` what reports tell of the
    years before.
    """

    cases: tuple[Case, ...]
    reports: dict[str, Report] = field(hash=False)
    claims: dict[str, Claim] = field(hash=False)
    policy: str
    as_of: date | None
    notes: tuple[Finding, ...] = ()
    past: tuple[Finding, ...] = ()
    names: dict[str, str] = field(default_factory=dict, hash=False)

    def outlet(self, claim: Claim) -> str:
        """The outlet of a claim's report, or "an unnamed outlet"."""
        return self.reports[claim.report].outlet or "an unnamed outlet"

    def root_name(self, claim: Claim) -> str:
        """The first source of a claim's number by name: the fullest-used name of its root, or the outlet itself."""
        return self.names.get(root_of(claim, self.reports), self.outlet(claim))


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Oldest first; within one day by report and place in the text. Undated claims come first."""
    return sorted(claims, key=lambda claim: (claim.said_at or "", claim.report, claim.quantity.start or 0, claim.id))


def root_of(claim: Claim, reports: dict[str, Report]) -> str:
    """The id of the first source of the number; where none was found, its name as the text has it, or the outlet's."""
    told = claim.attribution
    return told.root or told.source or told.text or reports[claim.report].outlet or claim.report


def root_names(claims: Iterable[Claim], reports: dict[str, Report]) -> dict[str, str]:
    """The name most used for each root among these claims."""
    seen: dict[str, Counter[str]] = {}
    for claim in claims:
        told = claim.attribution
        name = told.source or told.text or reports[claim.report].outlet
        if name:
            seen.setdefault(root_of(claim, reports), Counter())[name] += 1
    return {root: min(names, key=lambda name: (-names[name], name)) for root, names in seen.items()}


def basis(toll: Toll, *bounds: int | None) -> tuple[str, ...]:
    """The claims that a toll's bounds rest on: counted lines that say one of them, or all counted lines for a sum."""
    counted = [line for line in toll.ledger if line.effect is Effect.COUNTED]
    wanted = [bound for bound in bounds if bound is not None]
    exact = [line for line in counted if any(bound in (line.low, line.high) for bound in wanted)]
    told = {bound for line in exact for bound in (line.low, line.high)}
    lines = exact if wanted and all(bound in told for bound in wanted) else counted
    return unique(line.claim for line in lines)


def roots(toll: Toll) -> dict[str, tuple[LedgerLine, ...]]:
    """The counted lines of a toll by the root that said them."""
    found: dict[str, list[LedgerLine]] = {}
    for line in toll.ledger:
        if line.effect is Effect.COUNTED:
            found.setdefault(line.root or line.source or line.report, []).append(line)
    return {root: tuple(lines) for root, lines in found.items()}


def distinct(tolls: Mapping[Measure, Toll]) -> dict[Measure, Toll]:
    """The tolls without that of "killed or injured" where it counts no claim but those of the dead or the injured."""
    parts = {line for one in (Measure.KILLED, Measure.INJURED) if one in tolls for line in basis(tolls[one])}
    both = tolls.get(Measure.KILLED_OR_INJURED)
    again = both is not None and set(basis(both)) <= parts
    return {measure: toll for measure, toll in tolls.items() if not (again and toll is both)}


def unique(ids: Iterable[str]) -> tuple[str, ...]:
    """The ids without repeats, in order."""
    return tuple(dict.fromkeys(ids))


def evidence(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    incidents: Sequence[Incident | Episode],
    tolls: Sequence[Toll],
    *,
    policy: str,
    as_of: date | None,
    notes: Sequence[Finding] = (),
    past: Sequence[Finding] = (),
    trends: Mapping[str, Finding] | None = None,
) -> Evidence:
    """The cases of these incidents. Raises QueryError where one names a claim or a report that is not given."""
    by_id = {claim.id: claim for claim in claims}
    texts = {report.id: report for report in reports}
    missing = [claim.id for claim in claims if claim.report not in texts]
    if missing:
        raise QueryError(f"claim {missing[0]} names a report that is not in the workspace; import it again")
    cases = tuple(
        Case(
            incident=incident,
            claims=tuple(by_id[claim] for claim in incident.claims if claim in by_id),
            tolls={
                toll.scope.measure: toll
                for toll in tolls
                if toll.scope.incident == incident.id and toll.scope.category is Category.ANY
            },
            trend=(trends or {}).get(incident.id),
        )
        for incident in incidents
    )
    return Evidence(
        cases=cases,
        reports=texts,
        claims=by_id,
        policy=policy,
        as_of=as_of,
        notes=tuple(notes),
        past=tuple(past),
        names=root_names(claims, texts),
    )
