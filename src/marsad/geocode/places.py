"""From chosen spots to the place of a claim: one place, or the smallest area that holds several."""

from dataclasses import replace

from marsad.geocode.gazetteer import PRECISION, Level
from marsad.geocode.spot import Spot
from marsad.model import Place, PlacePrecision, Scope


def place_of(spots: tuple[Spot, ...], scope: Scope) -> Place:
    """The place of a claim of that scope."""
    return _one(spots[0], scope) if len(spots) == 1 else _several(spots)


def _one(spot: Spot, scope: Scope) -> Place:
    """A name that is both a province's and its capital's: one event was in the capital, a count covers the province."""
    if spot.twin is not None and scope is not Scope.CUMULATIVE:
        return replace(spot.twin.place, text=spot.mention.text)
    return spot.place


def _several(spots: tuple[Spot, ...]) -> Place:
    """The smallest area that is certain to hold all the places of a list."""
    text = " and ".join(dict.fromkeys(spot.place.text or spot.mention.text for spot in spots))
    countries = {spot.place.country for spot in spots}
    if len(countries) > 1:
        return Place(text=text, name=text, precision=PlacePrecision.REGION)
    country = countries.pop()
    units = tuple(dict.fromkeys(unit for spot in spots for unit in spot.place.parts or (spot.place.admin1,) if unit))
    known = all(spot.place.admin1 or spot.place.parts for spot in spots)
    latitude, longitude = _middle(spots)
    one_unit = known and len(units) == 1 and all(spot.level >= Level.DISTRICT for spot in spots)
    precision = PRECISION[Level.DISTRICT if one_unit else Level.REGION]
    admin1 = units[0] if one_unit else None
    parts = units if known and not one_unit else ()
    return Place(
        text=text,
        name=text,
        country=country,
        admin1=admin1,
        latitude=latitude,
        longitude=longitude,
        precision=precision,
        parts=parts,
    )


def _middle(spots: tuple[Spot, ...]) -> tuple[float | None, float | None]:
    points = [
        (s.place.latitude, s.place.longitude)
        for s in spots
        if s.place.latitude is not None and s.place.longitude is not None
    ]
    if len(points) < len(spots):
        return (None, None)
    return (round(sum(p[0] for p in points) / len(points), 4), round(sum(p[1] for p in points) / len(points), 4))
