"""`marsad incidents`: incidents and episodes with their tolls."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from marsad.cli.options import AsOfOption, Format, FormatOption, PolicyOption, WorkspaceOption, day
from marsad.cli.output import bounds, show
from marsad.model import Episode, Incident, IncidentKind, Measure, TollScope, to_json

COLUMNS = [
    ("id", "id"), ("kind", "kind"), ("what", "name"), ("days", "days"), ("killed", "killed"), ("reports", "n_reports"),
    ("of", "parent"),
]  # fmt: skip


def incidents(
    workspace: WorkspaceOption = None,
    as_of: AsOfOption = None,
    policy: PolicyOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List incidents (one event at one place and time) and episodes (a chain of them counted as a whole).

    `marsad incidents --as-of 2025-03-12 --policy best`
    """
    from marsad.monitor import Monitor

    until = day(as_of, "--as-of")
    with Monitor.open(workspace) as monitor:
        found = rows(monitor, until, policy)
        show(map(_told, found) if form is Format.TABLE else found, COLUMNS, form)


def rows(monitor: Any, until: date | None, policy: str | None) -> Iterator[dict[str, Any]]:
    """One row a view, as `--format jsonl` prints it: the record, its kind, its toll for each measure it speaks of."""
    from marsad.publish.gather import measures

    views = monitor.incidents(until)
    claims = {claim.id: claim for claim in monitor.claims(as_of=until)}
    for view in views:
        told = measures(view, [claims[id_] for id_ in view.claims if id_ in claims])
        tolls = {measure: monitor.toll(TollScope(measure=measure, incident=view.id), policy, until) for measure in told}
        yield _row(view, tolls)


def _row(view: Incident | Episode, tolls: dict[Measure, Any]) -> dict[str, Any]:
    return {
        **to_json(view),
        "kind": (IncidentKind.EPISODE if isinstance(view, Episode) else IncidentKind.INCIDENT).value,
        "toll": {m.value: {"low": t.low, "best": t.best, "high": t.high} for m, t in tolls.items()},
    }


def _told(row: dict[str, Any]) -> dict[str, Any]:
    """The row with what only people read."""
    time, killed = row["time"], row["toll"].get(Measure.KILLED.value)
    return {
        **row,
        "days": f"{time['start'] or '?'}..{time['end'] or '?'}" if time else None,
        "killed": bounds(killed["low"], killed["high"]) if killed else None,
        "n_reports": len(row["reports"]),
    }
