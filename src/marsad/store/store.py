"""The store: one database of reports, claims, judgements and runs, and of the views made from them.

Each method is one transaction. Streams read as they go: they hold a connection until they are used up or dropped.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from marsad.errors import QueryError, WorkspaceError
from marsad.model import Claim, Judgement, Quarantined, Report, Run
from marsad.store import claims, engine, journal, reports, rows, search, version, views
from marsad.store.search import Hit
from marsad.store.views import View


class Presence(StrEnum):
    """How a report stands to what is stored under its id."""

    ABSENT = "absent"
    SAME = "same"
    CHANGED = "changed"


class Store:
    """One open database. Made by `create` or `open`; may be used from several threads."""

    def __init__(self, database: engine.Database) -> None:
        self.database = database

    @classmethod
    def create(cls, url: str, *, busy_seconds: float = engine.BUSY_SECONDS) -> Self:
        """Make the schema where it is not there yet, then open it. A store that is there is kept as it is."""
        database = engine.Database(url, busy_seconds)
        if database.file is not None:
            engine.make_file(database.file)
        with database.writing() as connection:
            if version.revision(connection) is None:
                version.migrate(connection)
        return cls._checked(database)

    @classmethod
    def open(cls, url: str, *, busy_seconds: float = engine.BUSY_SECONDS) -> Self:
        """Open a store. An older schema is brought up to date first, in one transaction.

        Raises WorkspaceError where there is no store, or one that a newer version of Marsad made.
        """
        database = engine.Database(url, busy_seconds)
        if database.file is not None and not database.file.exists():
            raise WorkspaceError(f"no database at {database.file}: restore it, or make a new workspace")
        return cls._checked(database)

    @classmethod
    def _checked(cls, database: engine.Database) -> Self:
        try:
            with database.reading() as connection:
                current = version.check(connection, database.name)
            if not current:
                with database.writing() as connection:
                    version.migrate(connection)
        except BaseException:
            database.engine.dispose()
            raise
        return cls(database)

    def close(self) -> None:
        """Close every connection."""
        self.database.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # Reports and their claims

    def add(self, report: Report, made: Sequence[Claim], *, issues: Iterable[str] = ()) -> bool:
        """Keep a report, its claims and its issue lines: all of it or nothing. False where its id is already there.

        Raises ValueError for a claim that is not of this report or does not point into its text.
        """
        with self.database.writing() as connection:
            if not reports.insert(connection, report):
                return False
            reports.insert_issues(connection, report.id, tuple(issues))
            claims.insert(connection, report, made)
        return True

    def add_reading(self, report: str, made: Sequence[Claim]) -> int:
        """Append a new reading of a stored report, which becomes the current one; gives its generation."""
        with self.database.writing() as connection:
            return claims.insert(connection, self._known(connection, report), made)

    def _known(self, connection: Connection, report: str) -> Report:
        found = reports.one(connection, report)
        if found is None:
            raise QueryError(f"no report {report!r} in {self.database.name}")
        return found

    def presence(self, report: Report) -> Presence:
        """Whether the report is not there, is there as it is, or whether its id is taken by another one."""
        with self.database.reading() as connection:
            found = reports.one(connection, report.id)
        if found is None:
            return Presence.ABSENT
        same_bytes = report.sha256 is not None and report.sha256 == found.sha256
        return Presence.SAME if same_bytes or rows.content(report) == rows.content(found) else Presence.CHANGED

    def has(self, report: str) -> bool:
        """Whether a report of this id is stored."""
        return self.report(report) is not None

    def with_bytes(self, sha256: str) -> list[str]:
        """The ids of the reports that came in the bytes of this SHA-256."""
        with self.database.reading() as connection:
            return reports.with_bytes(connection, sha256)

    def report(self, id_: str) -> Report | None:
        """The report of this id, or None."""
        with self.database.reading() as connection:
            return reports.one(connection, id_)

    def reports(self, *, as_of: date | None = None) -> Iterator[Report]:
        """Reports in the order of their ids; with `as_of`, those known by the end of that day."""
        with self.database.reading() as connection:
            yield from reports.stream(connection, as_of)

    def claims(self, *, report: str | None = None, as_of: date | None = None) -> Iterator[Claim]:
        """Claims of the newest reading of each report, as the machine made them: judgements are not applied."""
        with self.database.reading() as connection:
            yield from claims.stream(connection, report, as_of)

    def some_claims(self, ids: Sequence[str], *, as_of: date | None = None) -> Iterator[Claim]:
        """The current claims of these ids, in no order; ids that are not there (or not yet) are left out."""
        with self.database.reading() as connection:
            yield from claims.some(connection, ids, as_of)

    def generations(self, report: str) -> list[tuple[int, str | None]]:
        """(generation, extractor) of every reading of a report, the oldest first."""
        with self.database.reading() as connection:
            return claims.generations(connection, report)

    def generation(self, report: str, number: int) -> list[Claim]:
        """The claims of one reading of a report, 1 being the first."""
        with self.database.reading() as connection:
            return claims.generation(connection, report, number)

    def issues(self, *, report: str | None = None) -> Iterator[tuple[str, str]]:
        """(report id, sentence) for everything that was set aside or replaced when reports were received."""
        with self.database.reading() as connection:
            yield from reports.issue_lines(connection, report)

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """The reports that hold all words of the query, the most relevant first; see `store/search.py`."""
        with self.database.reading() as connection:
            return search.search(connection, query, limit)

    def counts(self) -> dict[str, int]:
        """How many reports and current claims there are."""
        with self.database.reading() as connection:
            return {"reports": reports.count(connection), "claims": claims.count(connection)}

    # Judgements, runs, quarantine

    def judge(self, judgement: Judgement) -> bool:
        """Append a judgement; False where it is already there."""
        with self.database.writing() as connection:
            return journal.insert_judgement(connection, judgement)

    def judgements(self) -> Iterator[Judgement]:
        """Every judgement, in the order in which they were added."""
        with self.database.reading() as connection:
            yield from journal.stream_judgements(connection)

    def quarantine(self, entry: Quarantined) -> bool:
        """Append rejected input; False where the same input was rejected before for the same reason."""
        with self.database.writing() as connection:
            return journal.insert_quarantined(connection, entry)

    def quarantined(self) -> Iterator[Quarantined]:
        """All rejected input, in the order in which it came."""
        with self.database.reading() as connection:
            yield from journal.stream_quarantine(connection)

    def record_run(self, run: Run, event: str) -> None:
        """Append that a run `started`, `stopped` before its end, or `finished`."""
        with self.database.writing() as connection:
            journal.insert_run(connection, run, event)

    def runs(self) -> Iterator[Run]:
        """Every run as it was last told. One without `finished_at` was killed, was stopped, or is still going."""
        with self.database.reading() as connection:
            yield from journal.stream_runs(connection)

    # Views

    def basis(self) -> str:
        """What the views must be built from to be current: take it before reading the claims to build them from."""
        with self.database.reading() as connection:
            return views.basis(connection)

    def views_current(self) -> bool:
        """Whether the stored views were built from all claims and judgements that are there now."""
        with self.database.reading() as connection:
            return views.built_from(connection) == views.basis(connection)

    def replace_views(self, made: Iterable[View], built_from: str) -> int:
        """Drop all views and write these, in one transaction; gives how many."""
        with self.database.writing() as connection:
            return views.replace(connection, made, built_from)

    def incidents(self) -> Iterator[View]:
        """The stored incidents and episodes, in the order of their ids."""
        with self.database.reading() as connection:
            yield from views.stream(connection)

    def incident(self, id_: str) -> View | None:
        """The stored incident or episode of this id, or None."""
        with self.database.reading() as connection:
            return views.one(connection, id_)

    def incidents_of(self, claim: str) -> list[str]:
        """The ids of the stored incidents and episodes that hold a claim."""
        with self.database.reading() as connection:
            return views.of_claim(connection, claim)
