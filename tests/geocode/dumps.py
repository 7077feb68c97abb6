"""Small files of places in the layouts that are imported, made for the tests: no line of them is anyone's data."""

import gzip
import json
import zipfile
from pathlib import Path
from typing import Any


def row(
    identity: int,
    name: str,
    other: str = "",
    at: tuple[float, float] = (35.36, 35.93),
    kind: str = "P.PPL",
    country: str = "SY",
    units: tuple[str, str] = ("L1", "J1"),
    people: int = 0,
) -> str:
    """One line of a GeoNames dump."""
    feature, code = kind.split(".")
    cells = [
        identity,
        name,
        name,
        other,
        *at,
        feature,
        code,
        country,
        "",
        *units,
        "",
        "",
        people,
        "",
        "",
        "",
        "2024-01-01",
    ]
    return "\t".join(map(str, cells))


DUMP = [
    row(11, "Al Ladhiqiyah", "Latakia,Lattakia", (35.5, 36.0), "A.ADM1", units=("L1", "")),
    row(12, "Halab", "Aleppo,حلب", (36.2, 37.6), "A.ADM1", units=("H1", "")),
    row(13, "Manatiqat Jablah", "Jableh district,Jablah", (35.3, 36.1), "A.ADM2"),
    row(14, "Al Haffah", "Haffa", (35.6, 36.1), "A.ADM2", units=("L1", "F1")),
    row(15, "Azaz", "A‘zāz", (36.55, 37.05), "A.ADM2", units=("H1", "A1")),
    row(101, "Ayn al Qit", "عين القط,Aïn el Qott", (35.30, 36.02)),
    row(102, "Dayr Nimr", "دير نمر,Deïr Nemer", (35.62, 36.12), units=("L1", "F1")),
    row(103, "Kafr Nimr", "", (35.31, 36.05)),
    row(104, "Kafr Nimr", "", (35.65, 36.15), units=("L1", "F1")),
    row(105, "Kafr Nimr", "", (36.56, 37.01), units=("H1", "A1")),
    row(106, "Sahl Warda", "", (35.63, 36.11), units=("", "")),
    row(107, "Matar Manqash", "", (36.58, 37.02), "S.AIRB", units=("H1", "A1")),
    row(108, "Wadi Sayl", "", (35.6, 36.1), "H.STM"),
    row(109, "Jablah", "جبلة,Jableh,Jebleh", (35.3618, 35.9278), people=10),
]  # fmt: skip


def dump(path: Path, lines: list[str] = DUMP) -> Path:
    """A dump, plain, gzipped or zipped by the suffix of its name."""
    text = "\n".join(lines) + "\n"
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode()))
    elif path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(path.stem + ".txt", text)
            archive.writestr("readme.txt", "about this dump")
    else:
        path.write_text(text, encoding="utf8")
    return path


def square(name: str, level: str, south: float, west: float, size: float, **more: Any) -> dict[str, Any]:
    """A GeoJSON feature: a square."""
    north, east = south + size, west + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    properties = {"name": name, "level": level, "country": "SY", **more}
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}


OUTLINES = [
    square("Lattakia", "province", 35.2, 35.8, 0.6),
    square("Haffa", "district", 35.55, 36.0, 0.25),
    square("Sea of Reeds", "land", 35.2, 35.8, 0.1, names=["Reed Land", "أرض القصب"]),
]


def geojson(path: Path, features: list[dict[str, Any]] = OUTLINES) -> Path:
    """A GeoJSON file."""
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf8")
    return path
