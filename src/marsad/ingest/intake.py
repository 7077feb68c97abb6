"""The verb `ingest`: a file or folder to reports, one by one, and what was refused with its reason."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from marsad.ingest.issue import Issue, Refused
from marsad.ingest.jsonl import Json, JsonLines
from marsad.ingest.piece import Piece, Reader
from marsad.ingest.plain import PlainText
from marsad.ingest.walk import files, shown
from marsad.model import Quarantined, Report, bytes_id, content_id

#: The formats that are read, in the order in which they are told.
READERS: tuple[type[Reader], ...] = (PlainText, JsonLines, Json)

_BY_SUFFIX: dict[str, type[Reader]] = {suffix: reader for reader in READERS for suffix in reader.SUFFIXES}

_log = logging.getLogger("marsad.ingest")


def _now() -> datetime:
    return datetime.now(UTC)


def _told(issue: Issue) -> None:
    _log.warning("%s", issue)


def ingest(
    source: Path,
    *,
    keep: Callable[[bytes], str] = bytes_id,
    language: str | None = None,
    on_issue: Callable[[Issue], None] = _told,
    clock: Callable[[], datetime] = _now,
) -> Iterator[Report | Quarantined]:
    """The reports of a file or folder, in order, each read only when it is asked for.

    `keep` is handed the bytes of each piece as received and gives their SHA-256; the default keeps nothing.
    `language` is that of reports that state none. `on_issue` is told, before its report is given, what was left out or
    replaced in it; the default logs it. `clock` gives `recorded_at`. Input that cannot be read is given as a
    `Quarantined` record. Raises nothing for bad input; an error of `keep` (a full disk) is raised.
    """
    for found in files(source):
        if isinstance(found, Refused):
            yield _quarantined(found, shown(source), None, clock())
        else:
            yield from _file(found, keep, language, on_issue, clock)


def expected(source: Path) -> int:
    """About how many reports and refusals a source will give: files, and lines of JSON Lines. For progress bars."""
    return sum(1 if isinstance(found, Refused) else _expected(found) for found in files(source))


def _expected(path: Path) -> int:
    if not issubclass(_BY_SUFFIX.get(path.suffix.lower(), PlainText), JsonLines):
        return 1
    try:
        with path.open("rb") as file:
            return max(1, sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")))
    except OSError:  # told when it is read
        return 1


def _file(
    path: Path,
    keep: Callable[[bytes], str],
    language: str | None,
    on_issue: Callable[[Issue], None],
    clock: Callable[[], datetime],
) -> Iterator[Report | Quarantined]:
    try:
        reader = _reader(path)
        for piece in _pieces(reader, path):
            if isinstance(piece, Refused):
                yield _quarantined(piece, shown(path), None, clock())
            else:
                yield _read(reader, piece, keep(piece.content), language, on_issue, clock())
    except Refused as refused:
        yield _quarantined(refused, shown(path), None, clock())


def _reader(path: Path) -> Reader:
    if shown(path) != str(path):
        raise Refused("has a name that is not UTF-8", "rename it")
    reader = _BY_SUFFIX.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(suffix for suffix in _BY_SUFFIX if suffix)
        raise Refused(f"has no reader ({path.suffix})", f"save it as one of {known}, then ingest that")
    return reader()


def _pieces(reader: Reader, path: Path) -> Iterator[Piece | Refused]:
    try:
        yield from reader.pieces(path)
    except OSError as error:
        raise Refused(f"cannot be read ({error.strerror})", "check its permissions and the disk") from error


def _read(
    reader: Reader,
    piece: Piece,
    sha256: str,
    language: str | None,
    on_issue: Callable[[Issue], None],
    now: datetime,
) -> Report | Quarantined:
    try:
        draft = reader.draft(piece)
    except Refused as refused:
        return _quarantined(refused, piece.origin, sha256, now)
    for sentence in draft.issues:
        on_issue(Issue(report=draft.report.id, origin=piece.origin, sentence=sentence))
    return replace(draft.report, language=draft.report.language or language, recorded_at=now, sha256=sha256)


def _quarantined(refused: Refused, where: str, sha256: str | None, now: datetime) -> Quarantined:
    origin = refused.origin or where
    return Quarantined(
        id=content_id("qua", [origin, refused.reason, sha256]),
        origin=origin,
        reason=refused.reason,
        next_step=refused.next_step,
        when=now,
        sha256=sha256,
    )
