"""Points told from another place: "20 km east of Baidoa"."""

import re
from dataclasses import replace
from math import cos, radians, sin

from marsad.model import Place, PlacePrecision

KM_A_DEGREE = 111.2  # of latitude
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


def moved(place: Place, text: str, start: int) -> Place | None:
    """The place at a distance and direction from the one that is named at `start`, or None where none is told.

    The radius is half the distance: journalists round, and roads are not straight.
    """
    found = _DISTANCE.search(text, max(0, start - 90), start)
    if not found or place.latitude is None or place.longitude is None:
        return None
    km = float(found["number"].replace(",", ".")) * _KM[found["unit"][0].lower()]
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
