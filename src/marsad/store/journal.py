"""What people decided and what the machine did: judgements, runs and quarantined input. All of it is appended."""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.dialects import postgresql, sqlite

from marsad.model import Judgement, Quarantined, Run
from marsad.store import rows
from marsad.store.tables import judgements, quarantine, run_events


def _insert_once(connection: Connection, table: Table, row: Mapping[str, object], key: list[str]) -> bool:
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    statement = make(table).values(row).on_conflict_do_nothing(index_elements=key).returning(table.c.seq)
    return connection.execute(statement).scalar() is not None


def insert_judgement(connection: Connection, judgement: Judgement) -> bool:
    """Append a judgement; False where it is already there (lines shared by a colleague may come twice)."""
    row = {"id": judgement.id, "verdict": judgement.verdict.value, "record": rows.written(judgement)}
    return _insert_once(connection, judgements, row, ["id"])


def stream_judgements(connection: Connection) -> Iterator[Judgement]:
    """Every judgement, in the order in which they were added."""
    for row in rows.streamed(connection, select(judgements.c.record).order_by(judgements.c.seq)):
        yield rows.read(Judgement, row.record)


def insert_quarantined(connection: Connection, entry: Quarantined) -> bool:
    """Append rejected input; False where the same input was rejected before for the same reason."""
    return _insert_once(connection, quarantine, {"id": entry.id, "record": rows.written(entry)}, ["id"])


def stream_quarantine(connection: Connection) -> Iterator[Quarantined]:
    """All rejected input, in the order in which it came."""
    for row in rows.streamed(connection, select(quarantine.c.record).order_by(quarantine.c.seq)):
        yield rows.read(Quarantined, row.record)


def insert_run(connection: Connection, run: Run, event: str) -> None:
    """Append that a run `started`, `stopped` before its end, or `finished`. Raises where that was said before."""
    connection.execute(run_events.insert(), {"run": run.id, "event": event, "record": rows.written(run)})


def stream_runs(connection: Connection) -> Iterator[Run]:
    """Every run as it was last told, in the order in which they started. One without an end was killed or stopped."""
    last = select(func.max(run_events.c.seq)).group_by(run_events.c.run)
    first = select(run_events.c.run, func.min(run_events.c.seq).label("began")).group_by(run_events.c.run).subquery()
    query = (
        select(run_events.c.record)
        .join(first, first.c.run == run_events.c.run)
        .where(run_events.c.seq.in_(last))
        .order_by(first.c.began)
    )
    for row in rows.streamed(connection, query):
        yield rows.read(Run, row.record)
