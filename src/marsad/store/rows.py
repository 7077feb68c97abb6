"""Records as rows: canonical JSON one way, the checked record the other way."""

from dataclasses import replace
from typing import TypeVar

import msgspec

from marsad.model import Report
from marsad.model.codec import trusted

Record = TypeVar("Record")


def written(record: object) -> str:
    """The record as canonical JSON: fields and keys in order, so that equal records are equal text."""
    return msgspec.json.encode(record, order="sorted").decode()


def read(kind: type[Record], line: str) -> Record:
    """The record that `written` wrote. Types and vocabularies are checked again."""
    return trusted(kind, line)


def content(report: Report) -> str:
    """What makes a report the same or another one: all of it but when, and in which bytes, we received it."""
    return written(replace(report, recorded_at=None, sha256=None))
