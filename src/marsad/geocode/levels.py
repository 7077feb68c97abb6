"""How large a place is, and the claim's word for it."""

from enum import IntEnum

from marsad.model import PlacePrecision


class Level(IntEnum):
    """How large a place is, from wide to narrow. A narrower one may lie in a wider one, never the other way."""

    LAND = 0  # several countries
    COUNTRY = 1
    REGION = 2  # a land of several first-level units
    PROVINCE = 3
    DISTRICT = 4
    SETTLEMENT = 5
    SITE = 6


PRECISION = {
    Level.LAND: PlacePrecision.REGION,
    Level.COUNTRY: PlacePrecision.COUNTRY,
    Level.REGION: PlacePrecision.REGION,
    Level.PROVINCE: PlacePrecision.PROVINCE,
    Level.DISTRICT: PlacePrecision.DISTRICT,
    Level.SETTLEMENT: PlacePrecision.SETTLEMENT,
    Level.SITE: PlacePrecision.SITE,
}
