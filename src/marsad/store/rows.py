"""Records as rows: canonical JSON one way, the checked record the other way; and rows as a stream."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Row, Select

from marsad.model import Report
from marsad.model.codec import trusted

Record = TypeVar("Record")


# Rows fetched at once: enough to hide the way to a server, small in memory.
_AT_ONCE = 500


def streamed(connection: Connection, query: Select[Any]) -> Iterator[Row[Any]]:
    """The rows of a query, fetched as they are used. A stream that is left half-way gives back what it holds."""
    with connection.execute(query, execution_options={"yield_per": _AT_ONCE}) as result:
        yield from result


def written(record: object) -> str:
    """The record as canonical JSON: fields and keys in order, so that equal records are equal text."""
    return msgspec.json.encode(record, order="sorted").decode()


def read(kind: type[Record], line: str) -> Record:
    """The record that `written` wrote. Types and vocabularies are checked again."""
    return trusted(kind, line)


def content(report: Report) -> str:
    """What makes a report the same or another one: all of it but when, and in which bytes, we received it."""
    return written(replace(report, recorded_at=None, sha256=None))
