"""Records as JSON, both ways, and the JSON Schema of each.

msgspec does the work: it knows the standard library's dataclasses, checks types and vocabularies, and is fast. What it
does not do is refuse a field that a record does not have, so that is checked here: an unknown field is an error.
"""

from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

Record = TypeVar("Record")


class BadRecord(ValueError):
    """JSON that is not the record it should be. The message names the record, the field and the value."""


def to_json(record: object) -> dict[str, Any]:
    """The record as plain JSON types: dates as ISO text, vocabularies as their values, tuples as lists."""
    # By way of the text: msgspec.to_builtins leaves tuples as they are, which is no JSON to those who check it.
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record))
    return plain


def to_line(record: object) -> str:
    """The record as one line of JSON, without a line end."""
    return msgspec.json.encode(record).decode()


def from_json(kind: type[Record], plain: Any) -> Record:
    """The record that `plain` describes. Raises BadRecord for a missing, unknown or ill-typed field."""
    unknown = _unknown(kind, plain, "")
    if unknown:
        raise BadRecord(f"{kind.__name__} has no field {unknown!r}")
    try:
        return msgspec.convert(plain, type=kind)
    except (msgspec.ValidationError, ValueError) as error:
        raise BadRecord(f"not a {kind.__name__}: {error}") from error


def from_line(kind: type[Record], line: str | bytes) -> Record:
    """The record that one line of JSON describes. Raises BadRecord."""
    try:
        plain = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadRecord(f"not JSON: {error}") from error
    except RecursionError as error:
        raise BadRecord("not JSON that can be read: it is nested too deeply") from error
    return from_json(kind, plain)


def trusted(kind: type[Record], line: str | bytes) -> Record:
    """The record in a line that this program wrote: types are checked, unknown fields are not looked for."""
    return msgspec.json.decode(line, type=kind)


def schema(kind: type) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(kind)}


@cache
def _nested(kind: type) -> dict[str, type | None]:
    hints = get_type_hints(kind)
    return {f.name: _record_type(hints[f.name]) for f in fields(kind)}


def _record_type(hint: Any) -> type | None:
    if isinstance(hint, type) and is_dataclass(hint):
        return hint
    if get_origin(hint) in (Union, UnionType, tuple):
        for argument in get_args(hint):
            found = _record_type(argument)
            if found:
                return found
    return None


def _unknown(kind: type, plain: Any, path: str) -> str | None:
    if isinstance(plain, list):
        return next((found for item in plain if (found := _unknown(kind, item, path))), None)
    if not isinstance(plain, dict):
        return None
    known = _nested(kind)
    for name, value in plain.items():
        if name not in known:
            return f"{path}{name}"
        inner = known[name]
        found = _unknown(inner, value, f"{path}{name}.") if inner else None
        if found:
            return found
    return None
