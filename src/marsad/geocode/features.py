"""Which features of a GeoNames dump are places here, and how far each reaches. See data/features.yaml."""

from dataclasses import dataclass
from functools import cache

from marsad.geocode.levels import Level
from marsad.geocode.tables import table


@dataclass(frozen=True, slots=True)
class Feature:
    """A kind of place: its level, and the radius in km within which it lies around its point."""

    level: Level
    radius: float


@cache
def features() -> dict[str, Feature]:
    """The features by GeoNames code, or by class where the class stands for its codes."""
    return {code: Feature(Level[row["level"].upper()], float(row["radius"])) for code, row in table("features").items()}
