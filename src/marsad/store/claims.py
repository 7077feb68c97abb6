"""Rows of claims. Each reading of a report appends a generation; the newest generation is the current one."""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, func, select

from marsad.model import Claim, Report
from marsad.store import rows
from marsad.store.reports import known_on
from marsad.store.tables import claims, readings


def insert(connection: Connection, report: Report, made: Sequence[Claim]) -> int:
    """Append a reading of the report with its claims; gives the generation. Raises ValueError for a stray claim."""
    for claim in made:
        _check(claim, report)
    generation = _generation(connection, report.id) + 1
    connection.execute(
        readings.insert(),
        {"report": report.id, "generation": generation, "extractor": _extractor(made), "claims": len(made)},
    )
    if made:
        connection.execute(claims.insert(), [_row(claim, report, generation, n) for n, claim in enumerate(made)])
    return generation


def _check(claim: Claim, report: Report) -> None:
    """A claim that cannot be followed to its sentence in its report is not kept."""
    if claim.report != report.id:
        raise ValueError(f"claim {claim.id} is of report {claim.report!r}, not of {report.id!r}")
    ends = (claim.sentence.end, claim.quantity.end or 0)
    if max(ends) > len(report.text):
        raise ValueError(
            f"claim {claim.id} ends at {max(ends)}, beyond the {len(report.text)} characters of {report.id}"
        )
    quantity = claim.quantity
    words = report.text[quantity.start : quantity.end] if quantity.start is not None else quantity.text
    if quantity.text != words:
        raise ValueError(f"claim {claim.id} quotes {quantity.text!r} where report {report.id} says {words!r}")


def _generation(connection: Connection, report: str) -> int:
    newest = select(func.max(readings.c.generation)).where(readings.c.report == report)
    return connection.execute(newest).scalar() or 0


def _extractor(made: Sequence[Claim]) -> str | None:
    """Which reader made the claims; None where there are none to tell."""
    return "+".join(sorted({claim.extractor for claim in made})) or None


def _row(claim: Claim, report: Report, generation: int, nth: int) -> dict[str, object]:
    return {
        "id": claim.id,
        "report": report.id,
        "generation": generation,
        "nth": nth,
        "known_on": known_on(report),
        "measure": claim.measure.value,
        "country": claim.place.country if claim.place else None,
        "conflict": claim.conflict,
        "record": rows.written(claim),
    }


def _current() -> ColumnElement[bool]:
    newest = select(func.max(readings.c.generation)).where(readings.c.report == claims.c.report).scalar_subquery()
    return claims.c.generation == newest


def stream(connection: Connection, report: str | None, as_of: date | None) -> Iterator[Claim]:
    """Current claims, report by report in the order of their ids, then in the order in which they were made.

    With `as_of`, those known by the end of that day: a claim of a report without a date counts from the day on which
    the report was recorded.
    """
    query = select(claims.c.record).where(_current()).order_by(claims.c.report, claims.c.nth)
    if report is not None:
        query = query.where(claims.c.report == report)
    if as_of is not None:
        query = query.where(claims.c.known_on <= as_of)
    for row in rows.streamed(connection, query):
        yield rows.read(Claim, row.record)


def some(connection: Connection, ids: Sequence[str], as_of: date | None) -> Iterator[Claim]:
    """Current claims of these ids, in no order; ids that are not there (or not yet, by `as_of`) are left out."""
    for start in range(0, len(ids), _BATCH):
        query = select(claims.c.record).where(_current(), claims.c.id.in_(ids[start : start + _BATCH]))
        if as_of is not None:
            query = query.where(claims.c.known_on <= as_of)
        for row in rows.streamed(connection, query):
            yield rows.read(Claim, row.record)


# Far below the number of parameters that either database takes in one statement.
_BATCH = 500


def generation(connection: Connection, report: str, nth: int) -> list[Claim]:
    """The claims of one generation of a report, 1 being the first."""
    query = select(claims.c.record).where(claims.c.report == report, claims.c.generation == nth)
    return [rows.read(Claim, line) for line in connection.execute(query.order_by(claims.c.nth)).scalars()]


def generations(connection: Connection, report: str) -> list[tuple[int, str | None]]:
    """(generation, extractor) of every reading of a report, the oldest first."""
    query = select(readings.c.generation, readings.c.extractor).where(readings.c.report == report)
    return [(row.generation, row.extractor) for row in connection.execute(query.order_by(readings.c.generation))]


def count(connection: Connection) -> int:
    """How many current claims there are."""
    return connection.execute(select(func.count()).select_from(claims).where(_current())).scalar_one()
