"""How exactly a place is known: as ACLED and UCDP code it, and as a shape on a map that is never smaller than that.

ACLED's geo_precision: 1 a named town, or a neighbourhood of one · 2 a small part of a region, or near a town · 3 a
larger region. A country alone is not coded. UCDP's where_prec: 1 exact · 2 within about 25 km of a known place · 3
second-level unit · 4 first-level unit · 5 a larger or fuzzy area, a line, between two places · 6 country only · 7 over
water. Derived from the place when asked, never stored: one truth, and no code that contradicts it.
"""

from functools import cache
from typing import Any

from marsad.geocode.gazetteer import Gazetteer
from marsad.geocode.tables import regions
from marsad.model import Place, PlacePrecision

EXACT_KM = 5.0  # a place known to less than this is at its point
AROUND_KM = 25.0  # UCDP's "limited area around a place"
REACH_KM = {
    PlacePrecision.SITE: 2.0,
    PlacePrecision.SETTLEMENT: 5.0,
    PlacePrecision.DISTRICT: 30.0,
    PlacePrecision.PROVINCE: 100.0,
    PlacePrecision.REGION: 150.0,
    PlacePrecision.COUNTRY: 400.0,
}
"""Where a place brings no radius: about the median of units of that kind."""

_POINTS = (PlacePrecision.SITE, PlacePrecision.SETTLEMENT)
_UCDP_AREAS = {
    PlacePrecision.DISTRICT: 3,
    PlacePrecision.PROVINCE: 4,
    PlacePrecision.REGION: 5,
    PlacePrecision.COUNTRY: 6,
}


def acled_precision(place: Place) -> int | None:
    """ACLED's geo_precision, 1 to 3; None where ACLED would not code the event: a country, or nothing known.

    >>> acled_precision(Place(name="Jablah", precision=PlacePrecision.SETTLEMENT))
    1
    """
    if place.precision is None or place.precision is PlacePrecision.COUNTRY:
        return None
    if place.precision in _POINTS:
        return 1 if _reach(place) <= EXACT_KM else 2 if _reach(place) <= AROUND_KM else 3
    return 2 if place.precision is PlacePrecision.DISTRICT else 3


def ucdp_precision(place: Place) -> int | None:
    """UCDP's where_prec, 1 to 7; None where nothing is known.

    >>> ucdp_precision(Place(name="20 km east of Baidoa", precision=PlacePrecision.SETTLEMENT, radius_km=10.0))
    2
    """
    if place.precision is None:
        return None
    if place.id in _waters():
        return 7
    if place.precision in _POINTS:
        return 1 if _reach(place) <= EXACT_KM else 2 if _reach(place) <= AROUND_KM else 5
    return _UCDP_AREAS[place.precision]


def reach_km(place: Place) -> float | None:
    """How far from its point the harm may lie, in km; None where the place has no point."""
    if place.latitude is None or place.longitude is None or place.precision is None:
        return None
    return _reach(place)


def geometry(place: Place, gazetteer: Gazetteer) -> dict[str, Any] | None:
    """The place as a GeoJSON feature: the imported polygon of its unit, else its point with `radius_km`.

    None where the place has no point: nothing is drawn rather than something false.
    """
    if place.precision is None:
        return None
    area = gazetteer.area(place) if place.id is not None and place.precision not in _POINTS else None
    reach = reach_km(place)
    if area is None and reach is None:
        return None
    point = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    return {
        "type": "Feature",
        "geometry": area.geojson if area else point,
        "properties": {
            "name": place.name,
            "id": place.id,
            "precision": place.precision.value,
            "radius_km": None if area else reach,
        },
    }


def _reach(place: Place) -> float:
    if place.radius_km is not None:
        return place.radius_km
    assert place.precision is not None
    return REACH_KM[place.precision]


@cache
def _waters() -> frozenset[str]:
    return frozenset(region.id for region in regions() if region.water)
