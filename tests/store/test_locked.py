"""A database that cannot be used now gives one line that names it and the next step; nothing is lost."""

import sqlite3
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from marsad.errors import WorkspaceError
from marsad.store import Store
from tests.store.records import claim, report


def test_a_locked_sqlite_file(tmp_path: Path) -> None:
    file = tmp_path / "marsad.sqlite"
    one = report()
    with Store.create(f"sqlite:///{file}", busy_seconds=0.2) as store:
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        with pytest.raises(WorkspaceError) as raised:
            store.add(one, [claim(one)])
        assert 0.15 < time.monotonic() - began < 5
        assert str(raised.value) == (
            f"{file} is locked by another program (waited 0.2 s): let that one finish, then run this again"
        )
        assert list(store.reports()) == []  # readers are not held up
        other.execute("ROLLBACK")
        other.close()
        assert store.add(one, [claim(one)])


def test_a_lock_that_is_released_in_time_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "marsad.sqlite"
    with Store.create(f"sqlite:///{file}", busy_seconds=10) as store:
        other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        timer = threading.Timer(0.3, lambda: other.execute("ROLLBACK"))
        timer.start()
        assert store.add(report(), [])
        timer.join()
        other.close()


def test_a_locked_postgresql_table(postgres_url: str) -> None:
    with Store.create(postgres_url, busy_seconds=0.2) as store, store.database.engine.connect() as other:
        other.execute(text("LOCK TABLE reports IN ACCESS EXCLUSIVE MODE"))
        with pytest.raises(WorkspaceError, match="is locked by another program"):
            store.add(report(), [])
        other.rollback()
        assert store.add(report(), [])


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match=r"cannot be used now \(.*start the server") as raised:
        Store.open(f"postgresql://marsad:secret@/x?host={tmp_path}")
    assert "secret" not in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("content", "told"), [(b"This is a letter, not a database." * 100, "is not an SQLite database"), (b"", "holds no")]
)
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes, told: str) -> None:
    file = tmp_path / "marsad.sqlite"
    file.write_bytes(content)
    with pytest.raises(WorkspaceError, match=told):
        Store.open(f"sqlite:///{file}")


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("mysql://root:secret@localhost/x", "neither an SQLite file nor PostgreSQL"),
        ("marsad.sqlite", "is not a URL"),
        ("sqlite://", "neither"),  # a database in memory would lose what it is told
        ("sqlite:///:memory:", "neither"),
    ],
)
def test_databases_that_are_not_understood(url: str, told: str) -> None:
    with pytest.raises(WorkspaceError, match=told) as raised:
        Store.create(url)
    assert "secret" not in str(raised.value)


def test_several_threads_write(store: Store) -> None:
    def write(first: int) -> None:
        for number in range(first, first + 10):
            one = report(f"r{number}")
            store.add(one, [claim(one)])

    threads = [threading.Thread(target=write, args=(first,)) for first in (0, 5, 10, 15)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.counts() == {"reports": 25, "claims": 25}
