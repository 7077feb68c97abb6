"""View tables: incidents and episodes, dropped and rebuilt from claims in one transaction."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, func, select

from marsad.model import Episode, Incident, IncidentKind
from marsad.store import rows
from marsad.store.tables import incident_claims, incidents, judgements, readings, view_basis

View = Incident | Episode

_KINDS: dict[str, type[View]] = {IncidentKind.INCIDENT.value: Incident, IncidentKind.EPISODE.value: Episode}


def basis(connection: Connection) -> str:
    """What the views must be built from to be current: changes with every reading and every judgement.

    Counts and last numbers both: on PostgreSQL a lower number may become visible after a higher one.
    """
    parts = []
    for table in (readings, judgements):
        row = connection.execute(select(func.count(), func.max(table.c.seq)).select_from(table)).one()
        parts += [row[0], row[1] or 0]
    return ".".join(str(part) for part in parts)


def built_from(connection: Connection) -> str | None:
    """The basis that the views were built from; None before the first rebuild."""
    return connection.execute(select(view_basis.c.basis)).scalar()


def replace(connection: Connection, views: Iterable[View], built_from: str) -> int:
    """Drop all views and write these; gives how many. The caller's transaction makes it all or nothing."""
    for table in (incident_claims, incidents, view_basis):
        connection.execute(table.delete())
    number = 0
    for view in views:
        connection.execute(incidents.insert(), _row(view))
        if view.claims:
            pairs = [{"incident": view.id, "claim": claim} for claim in dict.fromkeys(view.claims)]
            connection.execute(incident_claims.insert(), pairs)
        number += 1
    connection.execute(view_basis.insert(), {"id": 1, "basis": built_from})
    return number


def _row(view: View) -> dict[str, object]:
    kind = IncidentKind.EPISODE if isinstance(view, Episode) else IncidentKind.INCIDENT
    return {
        "id": view.id,
        "kind": kind.value,
        "country": view.place.country if view.place else None,
        "first_day": view.time.start if view.time else None,
        "last_day": view.time.end if view.time else None,
        "record": rows.written(view),
    }


def stream(connection: Connection) -> Iterator[View]:
    """All incidents and episodes, in the order of their ids."""
    for row in rows.streamed(connection, select(incidents.c.kind, incidents.c.record).order_by(incidents.c.id)):
        yield rows.read(_KINDS[row.kind], row.record)


def one(connection: Connection, id_: str) -> View | None:
    """The incident or episode of this id, or None."""
    query = select(incidents.c.kind, incidents.c.record).where(incidents.c.id == id_)
    row = connection.execute(query).one_or_none()
    return None if row is None else rows.read(_KINDS[row.kind], row.record)


def of_claim(connection: Connection, claim: str) -> list[str]:
    """The ids of the incidents and episodes that hold a claim."""
    query = select(incident_claims.c.incident).where(incident_claims.c.claim == claim)
    return list(connection.execute(query.order_by(incident_claims.c.incident)).scalars())
