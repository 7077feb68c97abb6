"""Gathers from a monitor what a situation report is written from, and has it written.

The monitor is known here by what it can be asked (`Monitoring`), not by its class: this stage knows none after it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol

from marsad.assess import Point, context, roles, trend, unclear
from marsad.model import Claim, Effect, Episode, Incident, Judgement, Measure, Quarantined, Report, Toll, TollScope
from marsad.publish.compose import publish
from marsad.publish.evidence import basis, unique
from marsad.publish.sitrep import Finding, Passage, SituationReport
from marsad.reconcile import history

# A brief tells of so many cases at most; the overview and the exports hold them all.
MOST_CASES = 8
# The other points are told by the section itself, with the place, the source and the day of each figure.
_TOLD_HERE = (Point.UNKNOWN_PLACE, Point.UNKNOWN_TIME)


class Stored(Protocol):
    """What is asked of the store behind a monitor."""

    def report(self, id_: str) -> Report | None:
        """One report, or None."""
        ...

    def reports(self, *, as_of: date | None = None) -> Iterator[Report]:
        """The reports published by the end of a day."""
        ...

    def quarantined(self) -> Iterator[Quarantined]:
        """The inputs that could not be read."""
        ...

    def judgements(self) -> Iterator[Judgement]:
        """What people decided."""
        ...


class Monitoring(Protocol):
    """What is asked of a monitor: claims, incidents and tolls as known at the end of a day."""

    @property
    def store(self) -> Stored:
        """Where reports are kept."""
        ...

    def claims(self, *, as_of: date | None = None, report: str | None = None) -> Iterable[Claim]:
        """The claims, after people's judgements."""
        ...

    def incidents(self, as_of: date | None = None) -> Sequence[Incident | Episode]:
        """The incidents and episodes that these claims make."""
        ...

    def toll(self, scope: TollScope, policy: str | None = None, as_of: date | None = None) -> Toll:
        """The toll of a scope."""
        ...


def situation_report(
    monitor: Monitoring,
    *,
    policy: str,
    as_of: date | None = None,
    incidents: Sequence[Incident | Episode] | None = None,
) -> SituationReport:
    """The situation report of these incidents, or of the leading ones (`leading`) where none are named."""
    chosen = list(incidents) if incidents is not None else leading(monitor.incidents(as_of))[:MOST_CASES]
    named = {claim for incident in chosen for claim in incident.claims}
    claims = [claim for claim in monitor.claims(as_of=as_of) if claim.id in named]
    texts = _reports(monitor.store, [*(claim.report for claim in claims), *_told_in(chosen)])
    tolls = [
        monitor.toll(TollScope(measure=measure, incident=incident.id), policy, as_of)
        for incident in chosen
        for measure in measures(incident, claims)
    ]
    own = {incident.id: [claim for claim in claims if claim.id in set(incident.claims)] for incident in chosen}
    return publish(
        claims,
        texts,
        chosen,
        tolls,
        policy=policy,
        as_of=as_of,
        notes=doubts(own, texts, tolls),
        past=_past(texts),
        trends=_trends(own, tolls, policy),
    )


def doubts(own: Mapping[str, Sequence[Claim]], texts: Sequence[Report], tolls: Sequence[Toll]) -> list[Finding]:
    """What assessment finds unclear in the figures counted and in the texts; `own` holds claims by incident id."""
    found = [
        Finding(text=concern.sentence, claims=concern.claims)
        for toll in tolls
        for concern in unclear(own.get(toll.scope.incident or "", ()), toll)
        if concern.point in _TOLD_HERE
    ]
    for report in texts:
        for conflict in roles(report):
            passages = tuple(Passage(report=report.id, span=mention.span) for mention in conflict.mentions)
            found.append(Finding(text=conflict.sentence, passages=passages))
    return list(dict.fromkeys(found))


def _past(texts: Sequence[Report]) -> list[Finding]:
    """What the reports tell of the years before, sentence by sentence."""
    return [
        Finding(text=told.sentence, passages=(Passage(report=told.report, span=told.span),))
        for report in texts
        for told in context(report)
    ]


def _trends(own: Mapping[str, Sequence[Claim]], tolls: Sequence[Toll], policy: str) -> dict[str, Finding]:
    """How the toll of the dead of each incident moved, where it has figures on more than one day."""
    found = {}
    for toll in tolls:
        if toll.scope.measure is Measure.KILLED and toll.scope.incident:
            rejected = {line.claim for line in toll.ledger if line.effect is Effect.REJECTED}
            claims = [claim for claim in own[toll.scope.incident] if claim.id not in rejected]
            past = history(claims, toll.scope, policy)
            moved = trend(past)
            if moved.since_start and moved.since_start.before is not None:
                told = unique((*basis(past[0][1]), *moved.since_start.moved))
                found[toll.scope.incident] = Finding(text=moved.sentence, claims=told)
    return found


def leading(incidents: Iterable[Incident | Episode]) -> list[Incident | Episode]:
    """Those that belong to no other, the most widely reported first; of equals, the latest, then by id."""
    made = list(incidents)
    known = {incident.id for incident in made}
    top = [incident for incident in made if incident.parent not in known]
    return sorted(top, key=lambda one: (-len(one.reports), -_last(one).toordinal(), one.id))


def measures(incident: Incident | Episode, claims: Iterable[Claim]) -> list[Measure]:
    """The measures that an incident's claims speak of; the dead come first and are always among them."""
    own = set(incident.claims)
    told = {claim.measure for claim in claims if claim.id in own}
    return [measure for measure in Measure if measure is Measure.KILLED or measure in told]


def _last(incident: Incident | Episode) -> date:
    time = incident.time
    return (time.end or time.start or date.min) if time else date.min


def _told_in(incidents: Iterable[Incident | Episode]) -> list[str]:
    return [report for incident in incidents for report in incident.reports]


def _reports(store: Stored, ids: Iterable[str]) -> list[Report]:
    found = (store.report(id_) for id_ in dict.fromkeys(ids))
    return [report for report in found if report is not None]
