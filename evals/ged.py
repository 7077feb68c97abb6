"""Score places against UCDP GED's coordinates in Syria, with the Syria dump and polygons imported.

    python -m evals.ged              figures for the half that was tuned on and the half that was not
    python -m evals.ged --errors 30  the first misses of the half that was tuned on; the other is never printed

GED (Sundberg and Melander 2013) gives for each event a name, a province, a district and a point; those with where_prec
1 and 2 are points of the named place. 1,914 distinct descriptions, split by their hash. `found` means that the place
itself is answered; where it is not, the smallest area that is certain is, at its point, and counts for the distances
but is not `wrong`: wrong is an answer for the place itself that is more than 50 km off. Points of areas are no pins:
their radius is given with them.
"""

import argparse
import gzip
import hashlib
import json
import tempfile
import time
from functools import cache
from pathlib import Path

from evals.gold import GOLD
from marsad.geocode import Gazetteer
from marsad.geocode.imports import import_file
from marsad.geocode.locate import Located, locate
from marsad.geocode.points import kilometres
from marsad.model import Place

SHARED = GOLD.parent.parent
GED = SHARED / "data" / "ucdp_ged_syria_2016_2019.jsonl.gz"
FILES = [SHARED / "data" / "gazetteer" / name for name in ("SY.txt.gz", "SY_admin.geojson.gz", "admin1CodesASCII.txt")]
EXACT = (1, 2)
NEAR_KM, FAR_KM = 10.0, 50.0

# Name, province, district; the point.
Target = tuple[tuple[str, str, str], tuple[float, float]]


@cache
def targets() -> tuple[tuple[Target, ...], tuple[Target, ...]]:
    """The descriptions with their points: those tuned on, and those held out."""
    found: dict[tuple[str, str, str], tuple[float, float]] = {}
    with gzip.open(GED, "rt", encoding="utf8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["where_prec"] in EXACT:
                found.setdefault((row["where"], row["adm1"], row["adm2"]), (row["lat"], row["lon"]))
    halves: tuple[list[Target], list[Target]] = ([], [])
    for target in found.items():
        halves[_half(target[0])].append(target)
    return tuple(halves[0]), tuple(halves[1])


def _half(described: tuple[str, str, str]) -> int:
    return hashlib.sha256("|".join(described).encode()).digest()[0] % 2


def answers(some: tuple[Target, ...], gazetteer: Gazetteer) -> list[tuple[Target, Located, float]]:
    """Each description with the answer and how far off it is, in km."""
    result = []
    for target in some:
        (name, admin1, admin2), point = target
        found = locate(name, gazetteer, country="SY", admin1=admin1 or None, admin2=admin2 or None)
        result.append((target, found, _off(found.place, point)))
    return result


def _off(place: Place | None, point: tuple[float, float]) -> float:
    if place is None or place.latitude is None or place.longitude is None:
        return float("inf")
    return kilometres(point, (place.latitude, place.longitude))


def figures(scored: list[tuple[Target, Located, float]]) -> dict[str, float]:
    """Shares of all descriptions; `wrong` is confidently wrong."""
    of = len(scored)
    counts = {
        "within_10_km": sum(off <= NEAR_KM for _, _, off in scored),
        "within_50_km": sum(off <= FAR_KM for _, _, off in scored),
        "wrong": sum(found.certain and off > FAR_KM for _, found, off in scored),
        "found": sum(found.certain for _, found, _ in scored),
        "found_within_10_km": sum(found.certain and off <= NEAR_KM for _, found, off in scored),
    }
    return {name: round(count / of, 4) for name, count in counts.items()}


def gazetteer(folder: Path) -> Gazetteer:
    """The embedded gazetteer with Syria's dump and polygons imported into the folder."""
    for path in FILES:
        import_file(path, folder / "gazetteer.sqlite")
    return Gazetteer.of(folder / "gazetteer.sqlite")


def scores() -> dict[str, float]:
    """The figures that have floors, of the half that was not tuned on; more is better."""
    with tempfile.TemporaryDirectory() as folder:
        held = figures(answers(targets()[1], gazetteer(Path(folder))))
    return {
        "places, GED held out: within 10 km": held["within_10_km"],
        "places, GED held out: within 50 km": held["within_50_km"],
        "places, GED held out: share not confidently wrong": round(1 - held["wrong"], 4),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    if not GED.exists():
        print(f"skipped: {GED} is not here")
        return
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        made = gazetteer(Path(folder))
        print(f"imported in {time.perf_counter() - start:.1f} s")
        tuned, held = (answers(half, made) for half in targets())
        print("tuned on", len(tuned), figures(tuned))
        print("held out", len(held), figures(held))
        print("all     ", len(tuned) + len(held), figures([*tuned, *held]))
    for target, found, off in [row for row in tuned if row[2] > NEAR_KM][: args.errors]:
        print(f"\n{target[0]}  {off:.0f} km  {'' if found.certain else 'abstained: '}{found.reason}")
        for one in found.candidates[:3]:
            print("   ", one.score, one.candidate.place.name, one.candidate.place.admin2, one.why)


if __name__ == "__main__":
    main()
