"""Points told from another place: "20 km east of Baidoa"."""

import re
from dataclasses import replace
from math import cos, hypot, radians, sin

from marsad.model import Place, PlacePrecision

KM_A_DEGREE = 111.2  # of latitude
LEAST_KM = 10.0  # the least radius of a unit: its settlements may be few

# Latitude and longitude in degrees.
Point = tuple[float, float]
_KM = {"k": 1.0, "m": 1.609}  # kilometres, miles
_BEARING = {
    "north": 0,
    "northeast": 45,
    "east": 90,
    "southeast": 135,
    "south": 180,
    "southwest": 225,
    "west": 270,
    "northwest": 315,
}
_DISTANCE = re.compile(
    r"\b(?P<number>\d{1,4}(?:[.,]\d)?) ?-?(?P<unit>k(?:m|ilomet(?:er|re)s?)|mi(?:les?)?)"
    r"(?: \([^)]{1,20}\))?(?: to)?(?: the)? "
    r"(?P<where>(?:north|south)-?(?:east|west)?|east|west)(?:ern)?(?:wards?)? (?:of|from) (?:the )?"
    r"(?:(?:city|town|village|capital|regional|provincial)(?: of)? ?){0,3}$",
    re.IGNORECASE,
)

# "about 10 kilometres from Baidoa", "8 miles outside Kabul": around it, in whatever direction.
_AROUND = re.compile(
    r"\b(?P<number>\d{1,3}(?:[.,]\d)?) ?-?(?P<unit>k(?:m|ilomet(?:er|re)s?)|mi(?:les?)?)"
    r"(?: \([^)]{1,20}\))?(?: away)? (?:from|outside(?: of)?) (?:the )?"
    r"(?:(?:city|town|village|capital|regional|provincial)(?: of)? ?){0,3}$",
    re.IGNORECASE,
)
FARTHEST_KM = 60.0  # without a direction


def kilometres(a: Point, b: Point) -> float:
    """The distance of two points (latitude, longitude), on a plane: right to a hundredth within a country.

    >>> round(kilometres((33.5, 36.3), (36.2, 37.16)))
    310
    """
    across = (a[1] - b[1] + 180.0) % 360.0 - 180.0
    return KM_A_DEGREE * hypot(a[0] - b[0], across * cos(radians((a[0] + b[0]) / 2)))


def circle(points: list[Point]) -> tuple[float, float, float]:
    """The median of the points, and the radius in km that holds 98 of 100 of them."""
    middle = (_median([p[0] for p in points]), _median([p[1] for p in points]))
    far = sorted(kilometres(middle, point) for point in points)
    return (*middle, round(max(far[int(0.98 * (len(far) - 1))], LEAST_KM), 1))


def _median(values: list[float]) -> float:
    return round(sorted(values)[len(values) // 2], 3)


def moved(place: Place, text: str, start: int) -> Place | None:
    """The place at a distance, with or without a direction, from the one named at `start`; None where none is told.

    With a direction the radius is half the distance: journalists round, and roads are not straight. Without one it is
    the distance: the harm lies anywhere around ("10 km from Baidoa").
    """
    if place.latitude is None or place.longitude is None:
        return None
    found = _DISTANCE.search(text, max(0, start - 90), start)
    if found is None:
        around = _AROUND.search(text, max(0, start - 60), start)
        return None if around is None else _near(place, around)
    km = _km(found)
    bearing = radians(_BEARING[found["where"].lower().replace("-", "")])
    north, east = km * cos(bearing), km * sin(bearing)
    return replace(
        place,
        text=f"{found.group().strip()} {place.text}",
        id=None,
        name=f"{found.group().strip()} {place.name}",
        admin2=None,
        latitude=round(place.latitude + north / KM_A_DEGREE, 4),
        longitude=round(place.longitude + east / (KM_A_DEGREE * cos(radians(place.latitude))), 4),
        precision=PlacePrecision.SETTLEMENT,
        radius_km=round(max(km / 2, 5.0), 1),
    )


def _near(place: Place, found: re.Match[str]) -> Place | None:
    km = _km(found)
    if km > FARTHEST_KM or place.precision is not PlacePrecision.SETTLEMENT:
        return None  # "820 km from Tehran" tells where a town is, not where the harm was
    told = found.group().strip()
    radius = round(max(km, 5.0), 1)
    return replace(
        place, text=f"{told} {place.text}", id=None, name=f"{told} {place.name}", admin2=None, radius_km=radius
    )


def _km(found: re.Match[str]) -> float:
    return float(found["number"].replace(",", ".")) * _KM[found["unit"][0].lower()]
