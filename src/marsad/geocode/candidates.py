"""What a name may mean: one place, its level, its people."""

from dataclasses import dataclass
from functools import cache

from marsad.geocode.cities import SAME_KM, TRANSLITERATED
from marsad.geocode.index import Found
from marsad.geocode.keys import exact_key, plain
from marsad.geocode.levels import PRECISION, Level
from marsad.geocode.points import kilometres
from marsad.geocode.tables import units
from marsad.model import Place


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean. `main` tells that it is the place's own name and spelling."""

    place: Place
    level: Level
    population: int = 0
    main: bool = True

    @property
    def country(self) -> str | None:
        """ISO code, or None for a land of several countries."""
        return self.place.country


@cache
def shown(name: str, country: str) -> str:
    """A settlement's name as English reports write it: its unit's where both have one, no romanisation's signs.

    >>> shown("Ţarţūs", "SY"), shown("Bāniyās", "SY"), shown("Córdoba", "CO")
    ('Tartus', 'Baniyas', 'Córdoba')
    """
    key = exact_key(name)
    unit = _names_of_units(country).get(key)
    if unit:
        return unit
    return plain(name) if country in TRANSLITERATED else name


@cache
def _names_of_units(country: str) -> dict[str, str]:
    """The name of a country's unit by the key of each of its names; of two with one key, the first."""
    named = (
        (exact_key(name), u.name) for u in units().values() if u.country == country for name in (u.name, *u.aliases)
    )
    return dict(reversed(list(named)))


def imported_candidate(found: Found) -> Candidate:
    """An imported place as a candidate."""
    level = Level(found.level)
    place = Place(
        id=found.id,
        name=shown(found.name, found.country) if level is Level.SETTLEMENT else plain(found.name),
        country=found.country,
        admin1=found.admin1,
        admin2=found.admin2,
        latitude=round(found.latitude, 5),
        longitude=round(found.longitude, 5),
        precision=PRECISION[level],
        radius_km=found.radius if level is not Level.SETTLEMENT else None,
    )
    return Candidate(place, level, found.population, found.main)


def once(found: list[Candidate]) -> list[Candidate]:
    """The candidates without those that are another entry for one before them: one level and country, 5 km apart."""
    kept: list[Candidate] = []
    for one in found:
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    return kept


def _same(one: Candidate, other: Candidate) -> bool:
    a, b = one.place, other.place
    if one.level is not other.level or a.country != b.country or a.latitude is None or b.latitude is None:
        return False
    assert a.longitude is not None and b.longitude is not None
    return kilometres((a.latitude, a.longitude), (b.latitude, b.longitude)) <= SAME_KM
