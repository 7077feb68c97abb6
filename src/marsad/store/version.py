"""The version of a database's schema: read, compared with this program's, and brought up to it.

Reading it needs no Alembic, which takes a while to import and is needed only where something must change.
"""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from marsad.errors import WorkspaceError

VERSION_TABLE = "marsad_version"

#: Every schema this program knows, oldest first; the last is the one it works with.
REVISIONS = ("0001", "0002")

# Any fixed number: it keeps two programs from migrating one PostgreSQL database at the same time.
_LOCK = 0x6D617273


def revision(connection: Connection) -> str | None:
    """The revision of the database, or None where it holds no Marsad store."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()  # noqa: S608 (a constant)
    return None if found is None else str(found)


def check(connection: Connection, name: str) -> bool:
    """Whether the schema is this program's; False where it is an older one.

    Raises WorkspaceError where there is no store, or one made by a newer version of Marsad.
    """
    found = revision(connection)
    if found is None:
        raise WorkspaceError(f"{name} holds no Marsad store: name the right database, or make a new workspace")
    if found not in REVISIONS:
        raise WorkspaceError(
            f"{name} was made by a newer version of Marsad (schema {found}, known up to {REVISIONS[-1]}): "
            "upgrade Marsad, then run this again"
        )
    return found == REVISIONS[-1]


def migrate(connection: Connection, target: str = "head") -> None:
    """Bring the schema to `target` inside the caller's transaction: either all of it happens or nothing."""
    from alembic import command
    from alembic.config import Config

    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, target)
