"""Which province and district each imported place lies in, by one spelling.

Files name provinces by codes of their own and spell them their own way, and leave some out. So a code's name is found
in this order: a name of the tables (data/admin1.yaml), the province in which most of its places lie that the embedded
gazetteer knows too, the name in the file. Places without a code take what the polygons say. Done anew for a country
after each file, so that the order in which files are imported makes no difference.
"""

import json
import sqlite3
import zlib
from collections import Counter, defaultdict

from marsad.geocode.keys import exact_key, loose_key
from marsad.geocode.levels import Level
from marsad.geocode.points import Point, circle
from marsad.geocode.polygons import Area
from marsad.geocode.tables import unit_name, units

SHARE = 0.6  # of the known places of a code that must lie in one province for the code to mean it


def settle(connection: sqlite3.Connection, country: str, *, afresh: bool = False) -> None:
    """Give every place and area of the country the names of its province and district.

    `afresh`: forget those it has; needed only where a file was taken out. Rows that are right are not written.
    """
    if afresh:
        connection.execute("UPDATE places SET admin2 = NULL WHERE country = ?", (country,))
        connection.execute("UPDATE places SET admin1 = NULL WHERE country = ? AND known1 IS NULL", (country,))
    first, second = _first_level(connection, country), _second_level(connection, country)
    connection.executemany(
        "UPDATE places SET admin1 = ?1 WHERE country = ?2 AND code1 = ?3 AND known1 IS NULL AND admin1 IS NOT ?1",
        [(name, country, code) for code, name in first.items()],
    )
    connection.executemany(
        "UPDATE places SET admin2 = ?1 WHERE country = ?2 AND code1 = ?3 AND code2 = ?4 AND admin2 IS NOT ?1",
        [(name, country, *code.split(".", 1)) for code, name in second.items()],
    )
    _by_polygon(connection, country)
    _middles(connection, country)


def _names(connection: sqlite3.Connection, country: str) -> dict[str, list[str]]:
    """The names of each code, those of files imported first before those of later ones."""
    names: dict[str, list[str]] = defaultdict(list)
    sql = "SELECT code, names FROM units WHERE country = ? ORDER BY file"
    for code, packed in connection.execute(sql, (country,)):
        names[code] += json.loads(packed)
    return names


def _first_level(connection: sqlite3.Connection, country: str) -> dict[str, str]:
    written = {code: names for code, names in _names(connection, country).items() if "." not in code}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    sql = "SELECT code1, known1 FROM places WHERE country = ? AND known1 IS NOT NULL AND code1 <> ''"
    for code, known in connection.execute(sql, (country,)):
        votes[code][known] += 1
    found = {}
    for code in {*written, *votes}:
        name = _canonical(country, written.get(code, [])) or _voted(country, votes[code])
        if name or code in written:
            found[code] = name or written[code][0]
    return found


def _canonical(country: str, names: list[str]) -> str | None:
    """The table's name for a province that bears one of the names."""
    tabled = {exact_key(n): u.name for u in units().values() if u.country == country for n in (u.name, *u.aliases)}
    sounds = {loose_key(name): unit for name, unit in tabled.items()}
    exact = next((tabled[key] for name in names if (key := exact_key(name)) in tabled), None)
    return exact or next((sounds[key] for name in names if (key := loose_key(name)) and key in sounds), None)


def _voted(country: str, votes: Counter[str]) -> str | None:
    if not votes:
        return None
    best, number = votes.most_common(1)[0]
    return unit_name(country, best) if number >= 2 and number >= SHARE * votes.total() else None


def _second_level(connection: sqlite3.Connection, country: str) -> dict[str, str]:
    """District names by "code1.code2". A name with a Latin letter is preferred: dumps hold odd first ones."""
    named = {code: names for code, names in _names(connection, country).items() if code.count(".") == 1}
    return {code: next((n for n in names if n[:1].isascii()), names[0]) for code, names in named.items()}


def _by_polygon(connection: sqlite3.Connection, country: str) -> None:
    """What the polygons say: of provinces first, then of districts; each is named by the places in it."""
    for level, column in ((Level.PROVINCE, "admin1"), (Level.DISTRICT, "admin2")):
        sql = "SELECT area, name, names, polygons FROM areas WHERE country = ? AND level = ?"
        areas = connection.execute(sql, (country, int(level))).fetchall()
        if not areas:
            continue
        rows = connection.execute(
            f"SELECT place, latitude, longitude, admin1, {column} FROM places "  # noqa: S608 - one of two names
            "WHERE country = ? AND level >= 5",
            (country,),
        ).fetchall()
        for number, name, names, packed in areas:
            _one_polygon(connection, country, column, (number, name, json.loads(names)), rows, packed)


def _one_polygon(
    connection: sqlite3.Connection,
    country: str,
    column: str,
    named: tuple[int, str, list[str]],
    rows: list[tuple[int, float, float, str | None, str | None]],
    packed: bytes,
) -> None:
    area = Area.of(json.loads(zlib.decompress(packed)))
    inside = [row for row in rows if area.holds(row[1], row[2])]
    name = _majority([row[4] for row in inside])
    if name is None:
        name = (_canonical(country, named[2]) if column == "admin1" else None) or named[1]
    admin1 = _majority([row[3] for row in inside])
    connection.execute(
        "UPDATE areas SET name = ?, admin1 = ? WHERE area = ?",
        (name, name if column == "admin1" else admin1, named[0]),
    )
    missing = [(name, row[0]) for row in inside if row[4] is None]
    connection.executemany(f"UPDATE places SET {column} = ? WHERE place = ?", missing)  # noqa: S608 - as above


def _middles(connection: sqlite3.Connection, country: str) -> None:
    """Put each district's point where its settlements are, not in the middle of its desert; its radius holds them."""
    points: dict[tuple[str, str], list[Point]] = defaultdict(list)
    sql = (
        "SELECT admin1, admin2, latitude, longitude FROM places "
        "WHERE country = ? AND level = 5 AND admin1 IS NOT NULL AND admin2 IS NOT NULL"
    )
    for admin1, admin2, latitude, longitude in connection.execute(sql, (country,)):
        points[admin1, admin2].append((latitude, longitude))
    sql = "SELECT place, admin1, admin2 FROM places WHERE country = ? AND level = 4"
    districts = connection.execute(sql, (country,)).fetchall()
    circles = {unit: circle(there) for unit, there in points.items()}
    connection.executemany(
        "UPDATE places SET latitude = ?, longitude = ?, radius = ? WHERE place = ?",
        [(*circles[one[1:]], one[0]) for one in districts if one[1:] in circles],
    )


def _majority(values: list[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else None
