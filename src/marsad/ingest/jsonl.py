"""JSON Lines: one report a line, files of any size. Each line's bytes are its report's evidence.

A `.json` file may also be one object or one array of objects, up to the size of one report.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, ClassVar

import msgspec

from marsad.ingest.dateline import dateline
from marsad.ingest.decoding import storable
from marsad.ingest.issue import MOST_BYTES, Refused
from marsad.ingest.piece import Draft, Piece
from marsad.ingest.stamps import stamp
from marsad.model import Report

#: Fields of text that may be absent or null.
OPTIONAL = ("title", "url", "outlet", "language", "restates", "revises")
#: Names of the publication date; the first that is given counts.
DATES = ("published_at", "published", "date")
FIELDS = ("id", "text", *DATES, *OPTIONAL)

_FIX = "correct the line, then ingest the file again: lines that are stored already are skipped"


class JsonLines:
    """Files with one JSON object a line. Blank lines are not input."""

    NAME: ClassVar[str] = "JSON Lines"
    SUFFIXES: ClassVar[tuple[str, ...]] = (".jsonl", ".ndjson")

    def pieces(self, path: Path) -> Iterator[Piece | Refused]:
        """One piece a line; a line that is too long is refused without being held in memory."""
        with path.open("rb") as file:
            for number, line in enumerate(_lines(file), start=1):
                origin = f"{path}:{number}"
                if line is None:
                    yield Refused(
                        f"the line has more than {MOST_BYTES} bytes", "split it, one report a line", origin=origin
                    )
                elif content := line.strip(b" \t\r\n").removeprefix(b"\xef\xbb\xbf" if number == 1 else b""):
                    yield Piece(origin=origin, content=content, name=path.stem)

    def draft(self, piece: Piece) -> Draft:
        """The report in a line. Raises Refused for broken JSON, no text, or a value of the wrong kind."""
        fields, issues = _object(piece.content)
        text = _string(fields, "text", issues)
        if text is None or not text.strip():
            raise Refused("has no text", "give the report's words in the field `text`")
        rest = {name: _string(fields, name, issues) for name in OPTIONAL}
        published = _published(fields, text, issues)
        id_ = _id(fields) or Report.id_of(text, rest["title"], rest["url"], rest["outlet"], published)
        report = Report(
            id=id_,
            text=text,
            title=rest["title"],
            url=rest["url"],
            outlet=rest["outlet"],
            published_at=published,
            language=rest["language"],
            restates=rest["restates"],
            revises=rest["revises"],
        )
        return Draft(report, tuple(issues))


class Json(JsonLines):
    """`.json`: one object, one array of objects, or JSON Lines by another name."""

    NAME: ClassVar[str] = "JSON"
    SUFFIXES: ClassVar[tuple[str, ...]] = (".json",)

    def pieces(self, path: Path) -> Iterator[Piece | Refused]:
        """The array's objects, the object, or the lines."""
        content = path.read_bytes() if path.stat().st_size <= MOST_BYTES else b""
        content = content.removeprefix(b"\xef\xbb\xbf")
        try:
            whole = msgspec.json.decode(content, type=list[msgspec.Raw] | dict[str, msgspec.Raw])
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):  # not one document: each line is told about
            yield from super().pieces(path)
            return
        if isinstance(whole, dict):
            yield Piece(origin=str(path), content=content, name=path.stem)
            return
        for number, item in enumerate(whole, start=1):
            yield Piece(origin=f"{path}[{number}]", content=bytes(item), name=path.stem)


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """Lines with their ends; None for one that is too long, whose rest is read and dropped piece by piece."""
    while line := file.readline(MOST_BYTES + 2):
        if len(line.rstrip(b"\r\n")) <= MOST_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(MOST_BYTES)
        yield None


def _object(content: bytes) -> tuple[dict[str, Any], list[str]]:
    issues: list[str] = []

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        twice = {name for n, (name, _) in enumerate(found) if name in {earlier for earlier, _ in found[:n]}}
        issues.extend(f"field {name!r} is given twice: the last one counts" for name in sorted(twice))
        return dict(found)

    try:
        plain = json.loads(content.decode("utf-8"), object_pairs_hook=pairs)
    except UnicodeDecodeError as error:
        raise Refused(f"is not UTF-8 (byte {error.start})", "save the file as UTF-8, then ingest it again") from error
    except RecursionError as error:
        raise Refused("is nested too deeply", _FIX) from error
    except ValueError as error:
        raise Refused(f"is not JSON: {error}", _FIX) from error
    if not isinstance(plain, dict):
        raise Refused(f"is {_kind(plain)}, not an object", 'write {"id": ..., "text": ...}, one a line')
    unknown = sorted(set(plain) - set(FIELDS))
    issues += [f"field {name!r} is not one that Marsad reads: kept in the evidence alone" for name in unknown]
    return plain, issues


def _string(fields: dict[str, Any], name: str, issues: list[str]) -> str | None:
    value = fields.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise Refused(f"{name} is {_kind(value)}, not text", _FIX)
    kept, replaced = storable(value)
    issues += [f"{name}: {sentence}" for sentence in replaced]
    return kept


def _id(fields: dict[str, Any]) -> str | None:
    """The id a line brings. A number is taken as it is written; null is none."""
    value = fields.get("id")
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str) or not value.strip():
        raise Refused(f"id is {_kind(value)}, not a name", "give each report an id of its own, or none")
    if storable(value)[1]:
        raise Refused(f"id {value!r} has characters that cannot be stored", "give the report another id")
    return value


def _published(fields: dict[str, Any], text: str, issues: list[str]) -> str | None:
    given = [(name, fields[name]) for name in DATES if fields.get(name) not in (None, "")]
    if not given:
        found = dateline(text)
        if found.stamp is None:
            issues.append("no publication date: none is given, and " + found.reason)
        return found.stamp
    name, value = given[0]
    for other, another in given[1:]:
        if another != value:
            issues.append(f"{other} is {another!r} but {name} is {value!r}: {name} counts")
    if not isinstance(value, str):
        raise Refused(f"{name} is {_kind(value)}, not a date", "write it as 2025-03-08")
    try:
        return stamp(value)
    except ValueError as error:
        raise Refused(f"{name}: {error}", "write it as 2025-03-08, or leave it out where it is not known") from error


def _kind(value: object) -> str:
    """What a JSON value is, with the value where it is short."""
    shown = json.dumps(value)
    kinds = ((bool, "a truth value"), (int, "the number"), (float, "the number"), (str, "the text"))
    name = next((name for kind, name in kinds if isinstance(value, kind)), None)
    if name is None:
        return "null" if value is None else "a list" if isinstance(value, list) else "an object"
    return f"{name} {shown if len(shown) <= 40 else shown[:40] + '…'}"
