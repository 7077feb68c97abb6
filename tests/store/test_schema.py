"""Migrations: from nothing, from an older schema, and what a newer or foreign database is told."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from marsad.errors import WorkspaceError
from marsad.store import Store, version
from marsad.store.engine import Database, make_file
from marsad.store.tables import metadata
from tests.store.records import claim, report


def test_the_migrations_build_the_schema_that_the_tables_declare(store: Store) -> None:
    ours = {*metadata.tables}

    def named(name: str | None, kind: str, parents: object) -> bool:
        return kind != "table" or name in ours  # not the word index, which is made per database

    with store.database.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": named, "version_table": version.VERSION_TABLE}
        )
        assert compare_metadata(context, metadata) == []


def test_the_known_revisions_are_those_shipped() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(version.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    shipped = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(shipped)) == version.REVISIONS


def _at(url: str, revision: str) -> None:
    """A database as an older Marsad left it."""
    database = Database(url)
    if database.file is not None:
        make_file(database.file)
    with database.writing() as connection:
        version.migrate(connection, revision)
    database.engine.dispose()


def test_an_older_schema_is_brought_up_to_date(store_url: str) -> None:
    _at(store_url, "0001")
    with Store.open(store_url) as store:
        assert store.replace_views([], store.basis()) == 0  # tables of 0002
        with store.database.reading() as connection:
            assert version.revision(connection) == version.REVISIONS[-1]


def test_create_keeps_what_is_there(store_url: str) -> None:
    one = report()
    with Store.create(store_url) as store:
        store.add(one, [claim(one)])
    with Store.create(store_url) as store:
        assert list(store.reports()) == [one]


def test_a_newer_schema_is_refused(store_url: str) -> None:
    with Store.create(store_url) as store, store.database.writing() as connection:
        connection.execute(text("UPDATE marsad_version SET version_num = '9999'"))
    with pytest.raises(WorkspaceError, match=r"newer version of Marsad \(schema 9999.*upgrade Marsad"):
        Store.open(store_url)


def test_an_empty_database_holds_no_store(postgres_url: str, tmp_path: Path) -> None:
    file = tmp_path / "empty.sqlite"
    make_file(file)
    for url in (postgres_url, f"sqlite:///{file}"):
        with pytest.raises(WorkspaceError, match="holds no Marsad store"):
            Store.open(url)


def test_a_missing_file_is_not_made_by_opening_it(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="no database at"):
        Store.open(f"sqlite:///{tmp_path}/none.sqlite")
    assert not (tmp_path / "none.sqlite").exists()


def test_a_failed_migration_leaves_nothing(store_url: str) -> None:
    database = Database(store_url)
    if database.file is not None:
        make_file(database.file)
    with pytest.raises(KeyboardInterrupt), database.writing() as connection:
        version.migrate(connection)
        raise KeyboardInterrupt
    with database.reading() as connection:
        assert version.revision(connection) is None
    database.engine.dispose()
    with Store.create(store_url) as store:
        assert list(store.reports()) == []
