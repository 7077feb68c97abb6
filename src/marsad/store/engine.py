"""Connections: which databases are understood, how SQLite is set up, and what its errors mean to a user."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from marsad.errors import MissingPart, WorkspaceError

#: How long a locked database is waited for, in seconds.
BUSY_SECONDS = 5.0

_WRITES = "marsad_writes"


class Database:
    """One database: `reading()` and `writing()` give connections; errors become one line that says what to do."""

    def __init__(self, url: str, busy_seconds: float = BUSY_SECONDS) -> None:
        self.url = understood(url)
        self.busy_seconds = busy_seconds
        self.engine = _sqlite(self.url, busy_seconds) if self.sqlite else _postgresql(self.url, busy_seconds)

    @property
    def sqlite(self) -> bool:
        """Whether it is SQLite; else it is PostgreSQL."""
        return self.url.get_backend_name() == "sqlite"

    @property
    def file(self) -> Path | None:
        """The file of an SQLite database."""
        return Path(self.url.database or "") if self.sqlite else None

    @property
    def name(self) -> str:
        """The file, or the address without its password: what an error message calls it."""
        return str(self.file) if self.sqlite else self.url.render_as_string(hide_password=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for reading, in one transaction."""
        with self._translated(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all of it is kept, or nothing."""
        with self._translated(), self.engine.connect() as connection:
            connection = connection.execution_options(**{_WRITES: True})
            with connection.begin():
                yield connection

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            sentence = self._sentence(error)
            if sentence is None:
                raise
            raise WorkspaceError(sentence) from error

    def _sentence(self, error: DBAPIError) -> str | None:
        """What went wrong in the user's terms; None for what only a programming error can cause."""
        if isinstance(error.orig, sqlite3.Error):
            told = _SQLITE.get((error.orig.sqlite_errorcode or 0) & 0xFF)
            return told and f"{self.name} {told.format(seconds=self.busy_seconds)}"
        return _postgresql_sentence(self.name, error)


_LOCKED = "is locked by another program (waited {seconds:g} s): let that one finish, then run this again"

# SQLite's primary result codes: https://www.sqlite.org/rescode.html
_SQLITE = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_READONLY: "cannot be written: give yourself write permission on the file and its folder",
    sqlite3.SQLITE_IOERR: "cannot be read or written by this disk: check the disk, then run this again",
    sqlite3.SQLITE_CORRUPT: "is damaged: restore a copy, or make a new workspace and ingest the evidence folder again",
    sqlite3.SQLITE_FULL: "has no room left on its disk: free some space, then run this again",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: check that its folder exists and that you may write there",
    sqlite3.SQLITE_NOTADB: "is not an SQLite database: correct `database` in marsad.toml, or restore a copy",
}


def _postgresql_sentence(name: str, error: DBAPIError) -> str | None:
    state = getattr(error.orig, "sqlstate", None)
    if state == "55P03":
        return f"{name} is locked by another program: let that one finish, then run this again"
    # Class 08, 53, 57 and no state at all: the server cannot be reached, is full, or is going away.
    if error.connection_invalidated or type(error.orig).__name__ == "OperationalError" or str(state)[:2] in _AWAY:
        lines = str(error.orig).strip().splitlines()
        told = lines[0] if lines else "no answer"
        return f"{name} cannot be used now ({told}): start the server, or correct `database` in marsad.toml"
    return None


_AWAY = ("08", "53", "57")


def understood(url: str) -> URL:
    """The URL with the driver that Marsad uses. Raises WorkspaceError for a database it does not know."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise WorkspaceError(
            f"database {url!r} is not a URL: write sqlite:///marsad.sqlite or postgresql://user@host/name"
        ) from error
    backend = parsed.get_backend_name()
    if backend == "sqlite" and parsed.database not in (None, "", ":memory:"):
        return parsed.set(drivername="sqlite+pysqlite")
    if backend in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    shown = parsed.render_as_string(hide_password=True)
    raise WorkspaceError(f"database {shown!r} is neither an SQLite file nor PostgreSQL: use one of these two")


def _sqlite(url: URL, busy_seconds: float) -> Engine:
    engine = create_engine(url, connect_args={"timeout": busy_seconds})

    def prepare(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None  # transactions begin where we say so, below
        # recursive_triggers: without it INSERT OR REPLACE would delete behind the append-only triggers' back.
        for pragma in ("foreign_keys=ON", "recursive_triggers=ON", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")

    def begin(connection: Connection) -> None:
        # A writer takes its lock at once: a transaction that first reads and then writes could not wait for it.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(_WRITES) else "BEGIN")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    return engine


def _postgresql(url: URL, busy_seconds: float) -> Engine:
    if find_spec("psycopg") is None:
        raise MissingPart("PostgreSQL needs the psycopg package: pip install 'marsad[postgresql]'")
    lock = f"-c lock_timeout={int(busy_seconds * 1000)}"
    given = url.query.get("options", "")
    options = f"{given if isinstance(given, str) else ' '.join(given)} {lock}".strip()
    return create_engine(url.update_query_dict({"options": options}), pool_pre_ping=True)


def make_file(path: Path) -> None:
    """Make an empty SQLite file that its owner alone can read, in WAL mode: readers and one writer work side by side.

    SQLite gives its side files (-wal, -shm) the permissions of the file.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise WorkspaceError(f"cannot make {path} ({error.strerror}): name a folder where you may write") from error
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()
