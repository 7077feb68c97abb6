"""What the pages ask of the monitor, and in which order they show it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from starlette.exceptions import HTTPException

from marsad.model import Category, Claim, Episode, Incident, Measure, Report, Toll, TollScope
from marsad.publish.gather import Monitoring
from marsad.reconcile import RootFigure, by_root
from marsad.review import Docket
from marsad.web.query import View, refuse

Entry = TypeVar("Entry")
Event = Incident | Episode


@dataclass(frozen=True, slots=True)
class Desk:
    """A monitor as the pages see it. Every method takes the view: what was known at the end of its day."""

    monitor: Monitoring

    def events(self, view: View) -> list[Event]:
        """All incidents and episodes, the latest first."""
        return sorted(self.monitor.incidents(view.as_of), key=_latest)

    def event(self, id_: str, view: View) -> tuple[Event, list[Event]]:
        """One incident or episode as it stood on the day, and all of them. Raises 404.

        One that is known only since is taken as it stands now; its claims are still those known on the day.
        """
        events = self.events(view)
        now = self.monitor.incidents() if view.as_of else ()
        for one in (*events, *now):
            if one.id == id_:
                return one, events
        raise HTTPException(404, f"no incident {id_!r}; the list is at /incidents")

    def report(self, id_: str) -> Report:
        """One report. Raises 404."""
        found = self.monitor.store.report(id_)
        if found is None:
            raise HTTPException(404, f"no report {id_!r}; the list is at /reports")
        return found

    def reports(self, view: View) -> list[Report]:
        """All reports, the latest first; those without a date come last."""
        listed = self.monitor.store.reports(as_of=view.as_of)
        return sorted(listed, key=lambda report: (-_day(report.published_on), report.id))

    def claims(self, view: View, ids: Iterable[str] | None = None) -> dict[str, Claim]:
        """The claims by id: all, or these."""
        wanted = None if ids is None else set(ids)
        return {
            claim.id: claim for claim in self.monitor.claims(as_of=view.as_of) if wanted is None or claim.id in wanted
        }

    def toll(self, event: Event, view: View, measure: Measure, category: Category, policy: str | None = None) -> Toll:
        """The toll of an incident or episode."""
        scope = TollScope(measure=measure, category=category, incident=event.id)
        return self.monitor.toll(scope, policy or view.policy, view.as_of)

    def figures(
        self, event: Event, claims: Mapping[str, Claim], view: View, measure: Measure, category: Category
    ) -> dict[str, list[RootFigure]]:
        """What each root source said of an incident as a whole, oldest first; `claims` are those of the incident."""
        scope = TollScope(measure=measure, category=category, incident=event.id)
        judged = Docket(self.monitor.store.judgements()).standing
        return by_root(claims.values(), scope, view.as_of, judged)

    def texts(self, ids: Iterable[str]) -> dict[str, Report]:
        """These reports by id."""
        found = (self.monitor.store.report(id_) for id_ in dict.fromkeys(ids))
        return {report.id: report for report in found if report is not None}


def portion(entries: Sequence[Any], after: str | None, limit: int) -> tuple[list[Any], str | None]:
    """The entries that follow the one with the id `after`, and the id to go on from, or None at the end.

    Raises 400 where no entry has that id: a list that has changed is read again from its start, not from a guess.
    """
    first = 0
    if after is not None:
        ids = [entry.id for entry in entries]
        if after not in ids:
            refuse(f"after {after!r} is not in this list; start again without it")
        first = ids.index(after) + 1
    part = list(entries[first : first + limit])
    return part, (part[-1].id if first + limit < len(entries) else None)


def summary(toll: Toll) -> dict[str, Any]:
    """A toll without its ledger."""
    names = ("policy", "as_of", "low", "best", "high", "corroborated", "pending", "roots", "reason", "contradictions")
    return {"measure": toll.scope.measure, "category": toll.scope.category} | {n: getattr(toll, n) for n in names}


def kind(event: Event) -> str:
    """Whether it is an "episode" or an "incident"."""
    return "episode" if isinstance(event, Episode) else "incident"


def entry(event: Event) -> dict[str, Any]:
    """An incident or episode as a line of a list."""
    return {
        "id": event.id,
        "kind": kind(event),
        "name": event.name,
        "place": event.place,
        "time": event.time,
        "event_type": event.event_type,
        "parent": event.parent,
        "reports": len(event.reports),
        "claims": len(event.claims),
    }


def _latest(event: Event) -> tuple[int, str]:
    return (-_day((event.time.end or event.time.start) if event.time else None), event.id)


def _day(day: date | None) -> int:
    return day.toordinal() if day else 0
