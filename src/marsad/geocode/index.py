"""Imported places, in one SQLite file that any number of processes read at once.

Names are filed under 64-bit hashes of their three keys (keys.py), so that a look-up is one search in a B-tree and needs
no memory but the pages it touches. Units (provinces, districts) and polygons are few and read when they are first
asked for. Writing is in imports.py; a reader never writes, and never sees half an import.
"""

import json
import sqlite3
import zlib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from marsad.errors import WorkspaceError
from marsad.geocode.cities import hashed
from marsad.geocode.keys import consonant_key, exact_key, loose_key
from marsad.geocode.polygons import Area

FILE = "gazetteer.sqlite"
FORMAT = 1  # raise it when the tables or the keys change: an older file is then refused, with the command that helps
MAPPED = 1 << 28  # bytes of the file that are mapped: shared by all processes, and no memory of any one's own

SCHEMA = """
CREATE TABLE files (
  file INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, countries TEXT NOT NULL,
  places INTEGER NOT NULL, rejected INTEGER NOT NULL, first_reason TEXT NOT NULL,
  sha256 TEXT NOT NULL, origin TEXT NOT NULL, imported TEXT NOT NULL);
CREATE TABLE places (
  place INTEGER PRIMARY KEY, file INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, country TEXT NOT NULL,
  code1 TEXT NOT NULL, code2 TEXT NOT NULL, admin1 TEXT, admin2 TEXT, known1 TEXT,
  latitude REAL NOT NULL, longitude REAL NOT NULL, level INTEGER NOT NULL, radius REAL NOT NULL,
  population INTEGER NOT NULL, also TEXT NOT NULL);
CREATE INDEX places_by_unit ON places (country, code1, code2);
CREATE INDEX places_by_file ON places (file);
CREATE TABLE names (
  key INTEGER NOT NULL, place INTEGER NOT NULL, main INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE units (
  country TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, names TEXT NOT NULL, file INTEGER NOT NULL,
  PRIMARY KEY (country, code, file));
CREATE TABLE areas (
  area INTEGER PRIMARY KEY, file INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, names TEXT NOT NULL,
  country TEXT NOT NULL, level INTEGER NOT NULL, code1 TEXT NOT NULL, admin1 TEXT, polygons BLOB NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Found:
    """One imported place. `level` is the number of a Level, `radius` in km.

    `main` tells that it was found by its own name, not by one of its other names.
    """

    id: str
    name: str
    country: str
    admin1: str | None
    admin2: str | None
    latitude: float
    longitude: float
    level: int
    radius: float
    population: int
    also: str
    main: bool

    @property
    def names(self) -> list[str]:
        """Its name and its other names in Latin letters."""
        return [self.name, *filter(None, self.also.split("|"))]


@dataclass(frozen=True)
class Polygon:
    """One imported area: a country, province, district or region."""

    id: str
    name: str
    names: tuple[str, ...]
    country: str
    level: int
    admin1: str | None
    packed: bytes

    @cached_property
    def area(self) -> Area:
        """Its outline."""
        return Area.of(json.loads(zlib.decompress(self.packed)))


@dataclass(frozen=True, slots=True)
class File:
    """One imported file."""

    name: str
    kind: str
    countries: tuple[str, ...]
    places: int
    rejected: int
    first_reason: str
    sha256: str
    origin: str
    imported: str


class Index:
    """The imported places, for reading. Made by `opened()`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.find = lru_cache(maxsize=32768)(self._find)
        self.inside = lru_cache(maxsize=8)(self._within)

    def named(self, name: str) -> tuple[Found, ...]:
        """The places of that name, spelled so up to signs and case; largest first."""
        return self.find(exact_key(name))

    def sounding(self, name: str) -> tuple[Found, ...]:
        """The places whose name may be another spelling of it; largest first."""
        key = loose_key(name)
        return self.find("~" + key) if key else ()

    def resembling(self, name: str) -> tuple[Found, ...]:
        """The places whose name has the same consonants; to be asked only where a province or district is known."""
        key = consonant_key(name)
        return self.find("≈" + key) if key else ()

    def within(self, country: str, admin1: str, admin2: str | None = None) -> tuple[Found, ...]:
        """Every settlement and site of a province or district, by the names that `admin1` and `admin2` bear."""
        return self.inside(country, admin1, admin2)

    def _within(self, country: str, admin1: str, admin2: str | None) -> tuple[Found, ...]:
        narrow = "" if admin2 is None else " AND admin2 = ?"
        sql = f"{_SELECT} 1 FROM places p WHERE p.country = ? AND p.admin1 = ? AND p.level >= 5{narrow}"
        return tuple(_found(row) for row in self._rows(sql, (country, admin1, *([admin2] if admin2 else []))))

    @cached_property
    def polygons(self) -> tuple[Polygon, ...]:
        """Every imported area, widest level first."""
        sql = "SELECT id, name, names, country, level, admin1, polygons FROM areas ORDER BY level, area"
        return tuple(Polygon(r[0], r[1], tuple(json.loads(r[2])), *r[3:]) for r in self._rows(sql))

    @cached_property
    def districts(self) -> tuple[Found, ...]:
        """Every second-level unit."""
        return tuple(_found(row) for row in self._rows(f"{_SELECT} 1 FROM places p WHERE p.level = 4"))

    @cached_property
    def units(self) -> dict[str, str]:
        """Names of first-level units by "CC.code", as the imported files give them."""
        rows = self._rows("SELECT country, code, name FROM units WHERE code NOT LIKE '%.%' ORDER BY file")
        return {f"{country}.{code}": name for country, code, name in rows}

    def files(self) -> list[File]:
        """What was imported, oldest first."""
        sql = (
            "SELECT name, kind, countries, places, rejected, first_reason, sha256, origin, imported FROM files "
            "ORDER BY file"
        )
        return [File(r[0], r[1], tuple(r[2].split()), *r[3:]) for r in self._rows(sql)]

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _find(self, key: str) -> tuple[Found, ...]:
        sql = (
            f"{_SELECT} n.main FROM names n JOIN places p ON p.place = n.place WHERE n.key = ? "
            "ORDER BY p.population DESC, p.id"
        )
        return tuple(_found(row) for row in self._connection.execute(sql, (signed(hashed(key)),)))

    def _rows(self, sql: str, values: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, values).fetchall()


def signed(number: int) -> int:
    """The 64 bits as SQLite keeps them."""
    return number - (1 << 64) if number >> 63 else number


_SELECT = (
    "SELECT p.id, p.name, p.country, p.admin1, p.admin2, p.latitude, p.longitude, p.level, p.radius, p.population, "
    "p.also,"
)


def _found(row: tuple[Any, ...]) -> Found:
    return Found(*(*row[:-1], bool(row[-1])))


def opened(path: Path) -> Index:
    """The index in a file, read-only. Raises WorkspaceError where it is none, or of another version."""
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=30, check_same_thread=False
        )
        connection.execute(f"PRAGMA mmap_size = {MAPPED}")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as error:
        raise WorkspaceError(
            f"{path} cannot be read ({error}): delete it and run `marsad gazetteer import` again"
        ) from error
    if version != FORMAT:
        connection.close()
        raise WorkspaceError(
            f"{path} was made by another version of Marsad ({version}, not {FORMAT}): delete it and run "
            "`marsad gazetteer import` again"
        )
    return Index(connection)
