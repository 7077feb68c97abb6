"""Nothing recorded can be changed or deleted: not by Marsad, which has no method for it, nor by another program."""

import inspect

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from marsad.model import Quarantined, Run, Verdict
from marsad.store import Store
from marsad.store.tables import APPEND_ONLY
from tests.store.records import NOON, claim, judgement, report


@pytest.fixture
def full(store: Store) -> Store:
    """A store with a row in every table that is append-only."""
    one = report()
    store.add(one, [claim(one)], issues=["an issue"])
    store.judge(judgement(Verdict.ACCEPT, claim(one).id))
    store.record_run(Run(id="run_1", command="ingest", version="0", started_at=NOON), "started")
    store.quarantine(Quarantined(id="qua_1", origin="a", reason="is empty", next_step="-", when=NOON))
    return store


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("act", ["UPDATE {} SET seq = seq + 1", "DELETE FROM {}"])
def test_the_database_refuses_to_change_a_row(full: Store, table: str, act: str) -> None:
    with pytest.raises(DBAPIError, match=f"{table} is append-only"), full.database.writing() as connection:
        connection.execute(text(act.format(table)))
    with full.database.reading() as connection:
        assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 1


def test_sqlite_does_not_replace_a_row(full: Store) -> None:
    if not full.database.sqlite:
        pytest.skip("INSERT OR REPLACE is SQLite's")
    statement = "INSERT OR REPLACE INTO reports (seq, id, record) VALUES (1, 'r1', '{}')"
    with pytest.raises(DBAPIError, match="append-only"), full.database.writing() as connection:
        connection.execute(text(statement))


def test_postgresql_does_not_truncate(full: Store) -> None:
    if full.database.sqlite:
        pytest.skip("TRUNCATE is PostgreSQL's")
    with pytest.raises(DBAPIError, match="append-only"), full.database.writing() as connection:
        connection.execute(text("TRUNCATE claims"))


def test_there_is_no_method_that_changes_or_deletes() -> None:
    names = {name for name, _ in inspect.getmembers(Store, inspect.isfunction)}
    assert not {name for name in names if any(word in name for word in ("update", "delete", "remove", "edit"))}
