"""Bring files of place names into the index: one transaction a file; an import stopped half-way changes nothing.

The same file again is no work; another file of the same name replaces the first. Places that the embedded gazetteer
knows keep its id, name and province and gain the names of the file: an import only adds.
"""

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from marsad.errors import InputError, WorkspaceError
from marsad.geocode.cities import City, hashed, load, usable
from marsad.geocode.features import Feature, features
from marsad.geocode.index import FORMAT, SCHEMA, signed
from marsad.geocode.keys import consonants_of, exact_key, plain, sound_of
from marsad.geocode.layouts import Kind, Row, Source, codes, opened, rows
from marsad.geocode.outlines import Outline, outlines
from marsad.geocode.settling import settle
from marsad.geocode.tables import unit_name

CHUNK = 20_000  # places that are written at once, their names in order: a B-tree likes order
GEONAMES = 100_000_000  # GeoNames' own ids are below; larger ones are of another list in the same layout
MOST_NAMES = 60  # of one place: a hostile line must not fill the disk

_exact = exact_key.__wrapped__  # without its cache: an import asks for each name once

Told = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did. `state` is new, again (the same file was there) or replaced."""

    name: str
    kind: Kind
    state: str
    countries: tuple[str, ...]
    places: int
    rejected: int
    first_reason: str


def import_file(path: Path, into: Path, *, country: str | None = None, told: Told | None = None) -> Imported:
    """Import one file into the index at `into`, which is made where it is missing.

    `country` is the ISO code for polygons that bear none. `told` hears how many lines were read, now and then. Raises
    InputError where the file is none that is known or holds nothing, WorkspaceError where the index cannot be written.
    """
    source = opened(path)
    try:
        with closing(source.stream), closing(_writable(into)) as connection, connection:
            connection.execute("BEGIN IMMEDIATE")
            return _File(source, connection, country, told or (lambda lines: None)).run()
    except sqlite3.Error as error:
        raise WorkspaceError(f"{into} cannot be written ({error}): check the disk and who else uses it") from error


class _File:
    """One file on its way into the index."""

    def __init__(self, source: Source, connection: sqlite3.Connection, country: str | None, told: Told) -> None:
        self.source, self.connection, self.country, self.told = source, connection, country, told
        self.name = source.name.partition(".")[0]
        self.countries: set[str] = set()
        self.places = 0

    def run(self) -> Imported:
        there = self.connection.execute("SELECT file, sha256 FROM files WHERE name = ?", (self.name,)).fetchone()
        if there and there[1] == self.source.sha256:
            return self._done("again")
        if there:
            _remove(self.connection, there[0])
        self.file = 1 + self.connection.execute("SELECT coalesce(max(file), 0) FROM files").fetchone()[0]
        {Kind.PLACES: self._rows, Kind.CODES: self._codes, Kind.POLYGONS: self._polygons}[self.source.kind]()
        if not self.places:
            reason = self.source.first_reason or "no line of it is a place, unit or area"
            raise InputError(f"{self.source.path}: nothing to import ({reason}); see `marsad gazetteer import --help`")
        self._record()
        for country in sorted(self.countries):
            settle(self.connection, country, afresh=bool(there))
        return self._done("replaced" if there else "new")

    def _done(self, state: str) -> Imported:
        sql = "SELECT countries, places, rejected, first_reason FROM files WHERE name = ?"
        row = self.connection.execute(sql, (self.name,)).fetchone()
        return Imported(self.name, self.source.kind, state, tuple(row[0].split()), *row[1:])

    def _record(self) -> None:
        source = self.source
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self.connection.execute(
            "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (self.file, self.name, source.kind.value, " ".join(sorted(self.countries)), self.places, source.rejected,
             source.first_reason, source.sha256, str(source.path), now),
        )  # fmt: skip

    # Places

    def _rows(self) -> None:
        known, cities, chunk = features(), load(), list[tuple[Row, Feature]]()
        number = self.connection.execute("SELECT coalesce(max(place), 0) FROM places").fetchone()[0]
        for row in rows(self.source):
            feature = known.get(row.code) or known.get(row.kind)
            if feature is None or (row.kind == "A" and row.code not in known):
                continue
            chunk.append((row, feature))
            if len(chunk) >= CHUNK:
                number = self._write(chunk, number, cities.same)
                chunk.clear()
        self._write(chunk, number, cities.same)

    def _write(self, chunk: list[tuple[Row, Feature]], number: int, same: "_Same") -> int:
        places, names, units = [], [], []
        for row, feature in chunk:
            number += 1
            keys = _keys(row)
            embedded = same(keys, row.country, (row.latitude, row.longitude)) if feature.level == 5 else None
            places.append(_place(number, self.file, row, feature, embedded))
            names += [(signed(key), number, main) for key, main in keys.items()]
            if feature.level < 5:
                units.append(_unit(row, feature, self.file))
        self.connection.executemany(
            "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", places
        )
        self.connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", sorted(names))
        self.connection.executemany("INSERT OR REPLACE INTO units VALUES (?, ?, ?, ?, ?)", units)
        self.countries |= {row.country for row, _ in chunk}
        self.places += len(chunk)
        self.told(self.source.lines)
        return number

    # Codes and polygons

    def _codes(self) -> None:
        units = []
        for code, name, ascii_name in codes(self.source):
            country, _, rest = code.partition(".")
            units.append((country, rest, name, json.dumps([name, ascii_name]), self.file))
            self.countries.add(country)
        self.connection.executemany("INSERT OR REPLACE INTO units VALUES (?, ?, ?, ?, ?)", units)
        self.places = len(units)
        there = {row[0] for row in self.connection.execute("SELECT DISTINCT country FROM places")}
        self.countries &= there  # the others are settled when their places come

    def _polygons(self) -> None:
        for outline in outlines(self.source, self.country):
            self.connection.execute(
                "INSERT INTO areas VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, NULL, ?)",
                (self.file, outline.id, outline.name, json.dumps(outline.names, ensure_ascii=False), outline.country,
                 outline.level, outline.code1, _packed(outline)),
            )  # fmt: skip
            self.countries.add(outline.country)
            self.places += 1


_Same = Callable[[Iterable[int], str, tuple[float, float]], City | None]


def _packed(outline: Outline) -> bytes:
    return zlib.compress(json.dumps(outline.area.geojson, separators=(",", ":")).encode())


def _keys(row: Row) -> dict[int, bool]:
    """The hashes of the keys of the place's names, and whether each is of its own name."""
    keys: dict[int, bool] = {}
    seen = set()
    for n, name in enumerate((row.name, *row.names[:MOST_NAMES])):
        if n and not usable(name):
            continue
        exact = _exact(name)
        if exact in seen:
            continue
        seen.add(exact)
        for key in _filed(exact):
            keys.setdefault(hashed(key), n == 0)
    return keys


def _filed(exact: str) -> Iterator[str]:
    """The keys under which a name is filed. Other scripts than the Latin one are spelled one way."""
    yield exact
    if exact.isascii():
        if sound := sound_of(exact):
            yield "~" + sound
        if consonants := consonants_of(exact):
            yield "≈" + consonants


def _place(number: int, file: int, row: Row, feature: Feature, city: City | None) -> tuple[object, ...]:
    if city is None:
        prefix = "geonames" if row.id < GEONAMES else "gazetteer"
        known: tuple[object, ...] = (f"{prefix}:{row.id}", row.name)
        at: tuple[object, ...] = (None, row.latitude, row.longitude)
    else:
        known, at = (f"geonames:{city.geonameid}", city.name), (city.admin1, city.latitude, city.longitude)
    population = max(row.population, city.population if city else 0)
    admin1 = unit_name(city.country, city.admin1) if city else None
    codes_ = (row.country, row.admin1, row.admin2, admin1, None)
    also = "|".join(
        dict.fromkeys(plain(name) for name in row.names[:MOST_NAMES] if name[:1] < "\u0250" and usable(name))
    )
    return (number, file, *known, *codes_, *at, feature.level, feature.radius, population, also)


def _unit(row: Row, feature: Feature, file: int) -> tuple[str, str, str, str, int]:
    code = row.admin1 if feature.level == 3 else f"{row.admin1}.{row.admin2}"
    return (row.country, code, row.name, json.dumps([row.name, *row.names[:MOST_NAMES]], ensure_ascii=False), file)


def _remove(connection: sqlite3.Connection, file: int) -> None:
    connection.execute(
        "DELETE FROM names WHERE place IN (SELECT place FROM places WHERE file = ?)", (file,)
    )  # a scan, once in a while
    for table in ("places", "units", "areas", "files"):
        connection.execute(f"DELETE FROM {table} WHERE file = ?", (file,))  # noqa: S608 - names from this line


def remove(name: str, into: Path) -> bool:
    """Take a file's places out of the index again; False where no file of that name was imported."""
    with closing(_writable(into)) as connection, connection:
        there = connection.execute("SELECT file, countries FROM files WHERE name = ?", (name,)).fetchone()
        if there is None:
            return False
        _remove(connection, there[0])
        for country in there[1].split():
            settle(connection, country, afresh=True)
    return True


def _writable(path: Path) -> sqlite3.Connection:
    """The index, to write; made where it is missing. Raises WorkspaceError."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=30, isolation_level=None)
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA synchronous = NORMAL")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if not version and not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            connection.executescript(f"BEGIN IMMEDIATE; {SCHEMA} PRAGMA user_version = {FORMAT}; COMMIT;")
            path.chmod(0o600)
        elif version != FORMAT:
            raise WorkspaceError(f"{path} was made by another version of Marsad: delete it and import again")
    except (sqlite3.Error, OSError) as error:
        raise WorkspaceError(
            f"{path} cannot be written ({error}): check the folder, or name another workspace"
        ) from error
    return connection
