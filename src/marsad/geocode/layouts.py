"""Files of place names as they come: GeoNames dumps, GeoNames code files and GeoJSON; plain, gzipped or zipped.

What a file is, is told by what it holds, not by its name. A line that cannot be read is given back with its reason and
the rest goes on; a file that is none of these is refused in one line.
"""

import gzip
import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import IO, Any, cast

from marsad.errors import InputError

COLUMNS = 19  # of a GeoNames dump: https://download.geonames.org/export/dump/readme.txt
CODE_COLUMNS = 4  # of admin1CodesASCII.txt and admin2Codes.txt
BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile)  # what a file that breaks off, or is no archive, raises
LOCKED = (NotImplementedError, RuntimeError)  # zipfile's, for a compression it does not know and for a password
_COUNTRY = re.compile(r"[A-Z]{2}")
_CODE = re.compile(r"[A-Z]{2}\.[^.\t]+(\.[^.\t]+)?")
_LINK = "one file a country is at download.geonames.org/export/dump (see `marsad gazetteer add --help`)"
_LARGEST = 4_000_000_000  # bytes of one file, unpacked: the dump of all countries has 1.7 billion


class Kind(StrEnum):
    """What a file holds."""

    PLACES = "places"
    CODES = "codes"
    POLYGONS = "polygons"


@dataclass(frozen=True, slots=True)
class Row:
    """One place of a dump, as written there."""

    id: int
    name: str
    names: tuple[str, ...]
    latitude: float
    longitude: float
    kind: str
    code: str
    country: str
    admin1: str
    admin2: str
    population: int


@dataclass
class Source:
    """An opened file: what it holds, its lines, and what of them could not be read."""

    path: Path
    name: str
    kind: Kind
    stream: IO[bytes]
    sha256: str
    rejected: int = 0
    first_reason: str = ""
    lines: int = field(default=0)

    def reject(self, reason: str) -> None:
        """Set a line or feature aside."""
        self.rejected += 1
        self.first_reason = self.first_reason or reason

    def text(self) -> Iterator[str]:
        """The lines. Raises InputError where the file breaks off."""
        try:
            for line in self.stream:
                self.lines += 1
                yield line.decode("utf8", "replace").rstrip("\r\n")
        except BROKEN as error:
            raise InputError(f"{self.path}: broken after line {self.lines} ({error}): fetch it again") from error

    def features(self) -> list[dict[str, Any]]:
        """The features of a GeoJSON file. Raises InputError where it is none."""
        try:
            read = json.loads(b"".join(self.stream))
        except (*BROKEN, ValueError, RecursionError) as error:  # the last for JSON nested without end
            raise InputError(f"{self.path}: not readable as GeoJSON ({error}): fetch it again") from error
        features = read.get("features") if isinstance(read, dict) else None
        if not isinstance(features, list):
            raise InputError(f"{self.path}: JSON, but no GeoJSON FeatureCollection: export it as one")
        return [feature for feature in features if isinstance(feature, dict)]


def opened(path: Path) -> Source:
    """The file, opened and recognised. Raises InputError that names the file, what is wrong and the next step."""
    if path.is_dir():
        raise InputError(f"{path} is a folder: name the files in it, such as {path / '*.txt'}")
    try:
        sha256 = _hash(path)
        name, head, stream = _beginning(*_unpacked(path))
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file; check the name") from error
    except (*BROKEN, *LOCKED) as error:
        raise InputError(f"{path} cannot be opened ({error}): fetch it again, or unpack it yourself") from error
    try:
        return Source(path, name, _kind(path, head), stream, sha256)
    except InputError:
        stream.close()
        raise


def rows(source: Source) -> Iterator[Row]:
    """The places of a dump; bad lines are counted in the source with the first reason."""
    for line in source.text():
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        try:
            yield _row(cells)
        except ValueError as error:
            source.reject(f"line {source.lines}: {error}")


def codes(source: Source) -> Iterator[tuple[str, str, str]]:
    """(code, name, plain name) of each unit of an admin code file: ("SY.02", "Latakia", "Latakia")."""
    for line in source.text():
        cells = line.split("\t")
        if len(cells) != CODE_COLUMNS or not _CODE.fullmatch(cells[0]):
            if line:
                source.reject(f"line {source.lines}: {len(cells)} columns, or no code such as SY.02")
        elif cells[1]:
            yield cells[0], cells[1], cells[2]


def _row(cells: list[str]) -> Row:
    if len(cells) != COLUMNS:
        raise ValueError(f"{len(cells)} columns, not {COLUMNS}")
    latitude, longitude = float(cells[4]), float(cells[5])
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise ValueError(f"coordinates {cells[4]}, {cells[5]} are on no globe")
    if not _COUNTRY.fullmatch(cells[8]):
        raise ValueError(f"country {cells[8]!r} is no ISO code")
    if not cells[1] or "\0" in cells[1]:
        raise ValueError("no name")
    names = tuple(name for name in (cells[2], *cells[3].split(",")) if name and name != cells[1])
    population = int(cells[14]) if cells[14] else 0
    identity = int(cells[0])
    if not 0 < identity < 2**62 or not 0 <= population < 2**40:
        raise ValueError(f"id {cells[0]} or population {cells[14]} is out of range")
    place = (identity, cells[1], names, latitude, longitude, cells[6], cells[7], cells[8], cells[10], cells[11])
    return Row(*place, population)


def _kind(path: Path, head: bytes) -> Kind:
    """What the first lines are. Raises InputError."""
    if not head.strip():
        raise InputError(f"{path} is empty: {_LINK}")
    text = head.decode("utf8", "replace").lstrip("\ufeff")
    if text.lstrip()[:1] == "{":
        return Kind.POLYGONS
    # A last line that is cut off by the size of the head is left out.
    lines = [line for line in text.split("\n")[: -1 if len(head) == 65536 else None] if line.strip()][:50]
    widths = [len(line.split("\t")) for line in lines]
    if widths.count(COLUMNS) * 2 > len(widths):
        return Kind.PLACES
    if widths.count(CODE_COLUMNS) * 2 > len(widths) and any(_CODE.match(line) for line in lines):
        return Kind.CODES
    raise InputError(
        f"{path}: {max(set(widths), key=widths.count)} columns a line, where a GeoNames dump has {COLUMNS} and a code "
        f"file {CODE_COLUMNS}: {_LINK}"
    )


def _beginning(name: str, stream: IO[bytes]) -> tuple[str, bytes, IO[bytes]]:
    with ExitStack() as opened_for_nothing:
        opened_for_nothing.callback(stream.close)
        head = stream.read(65536)
        stream.seek(0)
        opened_for_nothing.pop_all()  # it can be read: it stays open
    return name, head, stream


def _unpacked(path: Path) -> tuple[str, IO[bytes]]:
    """The name inside and the unpacked bytes. In a zip the one table or GeoJSON file counts, not a readme."""
    with path.open("rb") as file:
        magic = file.read(4)
    if magic[:2] == b"\x1f\x8b":
        return path.name.removesuffix(".gz"), cast(IO[bytes], gzip.open(path))
    if magic == b"PK\x03\x04" or path.suffix == ".zip":
        return _member(path)
    return path.name, path.open("rb")


def _member(path: Path) -> tuple[str, IO[bytes]]:
    archive = zipfile.ZipFile(path)
    found = [m for m in archive.infolist() if m.filename.lower().endswith((".txt", ".geojson", ".json", ".tsv"))]
    found = [m for m in found if "readme" not in m.filename.lower()]
    if len(found) != 1:
        raise InputError(
            f"{path}: {len(found) or 'no'} tables (.txt or .geojson) in it, not one: unpack it and name the file"
        )
    if found[0].file_size > _LARGEST:
        raise InputError(f"{path}: {found[0].file_size:,} bytes unpacked; the largest dump has 1.7 billion")
    return Path(found[0].filename).name, archive.open(found[0])


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
