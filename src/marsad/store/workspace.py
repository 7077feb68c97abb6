"""A workspace: a folder with `marsad.toml`, a database and the evidence. Private to its owner."""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sqlalchemy import make_url

from marsad.errors import WorkspaceError
from marsad.model import BadRecord, from_json
from marsad.store.engine import BUSY_SECONDS, understood
from marsad.store.evidence import Evidence
from marsad.store.store import Store

FILE = "marsad.toml"
#: The version of the folder's lay-out, not of the database's schema.
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What `marsad.toml` says.

    `database` is a URL; an SQLite path in it is relative to the folder. `policy` is the counting policy where none is
    asked for. `language` is the language of reports that state none; null leaves it unknown. `busy_seconds` is how long
    a locked database is waited for.
    """

    version: int = VERSION
    database: str = "sqlite:///marsad.sqlite"
    policy: str = "range"
    language: str | None = None
    busy_seconds: float = BUSY_SECONDS


class Workspace:
    """An open workspace: its folder, settings, store and evidence."""

    def __init__(self, folder: Path, settings: Settings, store: Store) -> None:
        self.folder = folder
        self.settings = settings
        self.store = store
        self.evidence = Evidence(folder / "evidence")

    @classmethod
    def create(cls, folder: Path, *, database_url: str | None = None) -> Self:
        """Make a workspace in a folder, which is made where it is missing. Raises WorkspaceError where one is there."""
        folder = folder.expanduser().resolve()
        if (folder / FILE).exists():
            raise WorkspaceError(f"{folder} is a workspace already: open it, or name another folder")
        settings = Settings(database=database_url or Settings().database)
        understood(settings.database)
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            (folder / "evidence").mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise WorkspaceError(
                f"cannot make a workspace in {folder} ({error.strerror}): name another folder"
            ) from error
        store = Store.create(_absolute(settings.database, folder))
        # Written last: a folder whose making was interrupted is not a workspace yet, and can be made again.
        _write_private(folder / FILE, _toml(settings))
        return cls(folder, settings, store)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the workspace in this folder. Raises WorkspaceError."""
        folder = folder.expanduser().resolve()
        settings = read_settings(folder)
        store = Store.open(_absolute(settings.database, folder), busy_seconds=settings.busy_seconds)
        return cls(folder, settings, store)

    @classmethod
    def find(cls, start: Path | None = None) -> Self:
        """Open the workspace that a folder, by default the present one, lies in. Raises WorkspaceError."""
        folder = _folder_above(start)
        if folder is not None:
            return cls.open(folder)
        here = (start or Path.cwd()).expanduser().resolve()
        raise WorkspaceError(f"no workspace in {here} or above it: make one with `marsad init`, or name its folder")

    def close(self) -> None:
        """Close the store."""
        self.store.close()


def find_folder(named: Path | None = None) -> Path | None:
    """The folder of the named workspace, or of the one that the present folder lies in; None where it lies in none.

    For what needs no database. Raises WorkspaceError where the named folder is no workspace.
    """
    if named is None:
        return _folder_above(None)
    folder = named.expanduser().resolve()
    read_settings(folder)
    return folder


def _folder_above(start: Path | None) -> Path | None:
    here = (start or Path.cwd()).expanduser().resolve()
    return next((folder for folder in (here, *here.parents) if (folder / FILE).is_file()), None)


def read_settings(folder: Path) -> Settings:
    """The settings of the workspace in a folder. Raises WorkspaceError that names the file and the line or key."""
    path = folder / FILE
    try:
        plain = tomllib.loads(path.read_text(encoding="utf8"))
    except FileNotFoundError as error:
        raise WorkspaceError(f"{folder} is not a workspace (no {FILE}): make one with `marsad init`") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WorkspaceError(f"{path} cannot be read: {error}; correct that line") from error
    except OSError as error:
        raise WorkspaceError(f"{path} cannot be read ({error.strerror}): check its permissions") from error
    return _settings(path, plain)


def _settings(path: Path, plain: dict[str, object]) -> Settings:
    version = plain.get("version")
    if isinstance(version, int) and version > VERSION:
        raise WorkspaceError(f"{path} was made by a newer version of Marsad (version {version}): upgrade Marsad")
    try:
        return from_json(Settings, plain)
    except BadRecord as error:
        known = ", ".join(Settings.__dataclass_fields__)
        raise WorkspaceError(f"{path}: {error}; correct it (known settings: {known})") from error


def _absolute(url: str, folder: Path) -> str:
    """The URL with an SQLite path made absolute."""
    parsed = understood(url)
    if make_url(url).get_backend_name() == "sqlite":
        parsed = parsed.set(database=str(folder / str(parsed.database)))
    return parsed.render_as_string(hide_password=False)


def _toml(settings: Settings) -> str:
    database = settings.database.replace("\\", "\\\\").replace('"', '\\"')
    return (
        "# A Marsad workspace: this file, the database, and evidence/ with every report as it was received.\n"
        f"version = {settings.version}\n\n"
        "# An SQLite file (relative to this folder), or postgresql://user@host/name\n"
        f'database = "{database}"\n\n'
        "# How claims are counted where no policy is asked for.\n"
        f'policy = "{settings.policy}"\n\n'
        "# The language of reports that state none; without this line it stays unknown.\n"
        '# language = "en"\n\n'
        "# How many seconds a locked database is waited for.\n"
        f"busy_seconds = {settings.busy_seconds}\n"
    )


def _write_private(path: Path, content: str) -> None:
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
