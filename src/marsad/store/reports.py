"""Rows of reports: written once, found by id or by the bytes they came in, read as a stream."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects import postgresql, sqlite

from marsad.model import Report
from marsad.store import rows, search
from marsad.store.tables import issues, reports


def known_on(report: Report) -> date | None:
    """The day by whose end the report was known: published; where that is unknown, recorded here at the latest."""
    if report.published_on is not None:
        return report.published_on
    return None if report.recorded_at is None else report.recorded_at.date()


def insert(connection: Connection, report: Report) -> bool:
    """Write the report and its words; False, and nothing written, where its id is already there."""
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    row = {
        "id": report.id,
        "sha256": report.sha256,
        "published_on": report.published_on,
        "known_on": known_on(report),
        "record": rows.written(report),
    }
    statement = make(reports).values(row).on_conflict_do_nothing(index_elements=["id"]).returning(reports.c.seq)
    seq = connection.execute(statement).scalar()
    if seq is None:
        return False
    search.index(connection, seq, f"{report.title or ''}\n{report.text}")
    return True


def insert_issues(connection: Connection, report: str, sentences: tuple[str, ...]) -> None:
    """Write what was set aside or replaced when the report was received."""
    if sentences:
        connection.execute(issues.insert(), [{"report": report, "sentence": sentence} for sentence in sentences])


def one(connection: Connection, id_: str) -> Report | None:
    """The report of this id, or None."""
    line = connection.execute(select(reports.c.record).where(reports.c.id == id_)).scalar()
    return None if line is None else rows.read(Report, line)


def with_bytes(connection: Connection, sha256: str) -> list[str]:
    """The ids of the reports that came in these bytes."""
    return list(
        connection.execute(select(reports.c.id).where(reports.c.sha256 == sha256).order_by(reports.c.id)).scalars()
    )


def stream(connection: Connection, as_of: date | None) -> Iterator[Report]:
    """Reports in the order of their ids; with `as_of`, those known by the end of that day."""
    query = select(reports.c.record).order_by(reports.c.id)
    if as_of is not None:
        query = query.where(reports.c.known_on <= as_of)
    for row in rows.streamed(connection, query):
        yield rows.read(Report, row.record)


def issue_lines(connection: Connection, report: str | None) -> Iterator[tuple[str, str]]:
    """(report id, sentence) of every issue, or of one report's."""
    query = select(issues.c.report, issues.c.sentence).order_by(issues.c.seq)
    if report is not None:
        query = query.where(issues.c.report == report)
    for row in rows.streamed(connection, query):
        yield (row.report, row.sentence)


def count(connection: Connection) -> int:
    """How many reports there are."""
    return connection.execute(select(func.count()).select_from(reports)).scalar_one()
