"""The gazetteer: what a name may mean. It knows countries, units, regions and settlements, and no context."""

from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache

from marsad.geocode import cities
from marsad.geocode.cities import TRANSLITERATED, City
from marsad.geocode.keys import exact_key, plain
from marsad.geocode.tables import Country, Region, Unit, countries, regions, unit_name, units
from marsad.model import Place, PlacePrecision


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


@cache
def shown(name: str, country: str) -> str:
    """A settlement's name as English reports write it: its unit's where both have one, no romanisation's signs.

    >>> shown("Ţarţūs", "SY"), shown("Bāniyās", "SY"), shown("Córdoba", "CO")
    ('Tartus', 'Baniyas', 'Córdoba')
    """
    key = exact_key(name)
    for unit in units().values():
        if unit.country == country and key in map(exact_key, (unit.name, *unit.aliases)):
            return unit.name
    return plain(name) if country in TRANSLITERATED else name


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


class Gazetteer:
    """Names and what they may mean. Loaded once a process, by `Gazetteer.embedded()`."""

    def __init__(self) -> None:
        self._cities = cities.load()
        self._centres = self._cities.centres
        self._wide: dict[str, list[Candidate]] = {}
        self._only_in: dict[tuple[str, str], Candidate] = {}
        self.people: dict[str, str] = {}
        for country in countries().values():
            self._add_country(country)
        for unit in units().values():
            self._add(self.unit(unit), unit.name, *unit.aliases)
        for region in regions():
            self._add_region(region)

    @staticmethod
    @cache
    def embedded() -> "Gazetteer":
        """The one that comes with Marsad."""
        return Gazetteer()

    def lookup(self, name: str, country: str | None = None) -> list[Candidate]:
        """What the name may mean, widest first, larger settlements before smaller; only in `country` where given.

        Another spelling is tried only where the name as written is unknown.
        """
        found = [*self._wide.get(exact_key(name), ()), *map(self._settlement, self._cities.named(name))]
        if country is not None:
            found = [candidate for candidate in found if candidate.country == country]
        if not found:
            found = self.sounding(name, country)
        return sorted(found, key=lambda c: (c.level, -c.population))

    def wide(self, name: str) -> list[Candidate]:
        """The countries, units and regions of that name."""
        return self._wide.get(exact_key(name), [])

    def settlements(self, name: str) -> list[Candidate]:
        """The settlements of that name, largest first."""
        return [self._settlement(city) for city in self._cities.named(name)]

    def sounding(self, name: str, country: str | None = None) -> list[Candidate]:
        """Settlements of which the name may be another spelling, largest first."""
        found = (self._settlement(city) for city in self._cities.sounding(name))
        return [candidate for candidate in found if country in (None, candidate.country)]

    def local(self, words: str, country: str) -> Candidate | None:
        """What words such as "the coast" mean in a report about the country."""
        return self._only_in.get((country, exact_key(words)))

    def country(self, code: str) -> Candidate | None:
        """The country of an ISO 3166-1 code of two or three letters."""
        wanted = code.upper()
        row = countries().get(wanted) or next((c for c in countries().values() if c.iso3 == wanted), None)
        return None if row is None else self._country(row)

    def capital(self, code: str) -> Candidate | None:
        """The capital of a country."""
        row = countries()[code]
        found = [c for c in self.settlements(row.capital) if c.country == code]
        return replace(found[0], place=replace(found[0].place, text=found[0].place.name)) if found else None

    def unit(self, unit: Unit) -> Candidate:
        """A first-level unit as a place; its point is the median of its settlements."""
        at = self._centres.get(f"{unit.country}.{unit.code}")
        place = Place(
            id=unit.id,
            name=unit.name,
            country=unit.country,
            admin1=unit.name,
            latitude=at[0] if at else None,
            longitude=at[1] if at else None,
            precision=PlacePrecision.PROVINCE,
        )
        return Candidate(place, Level.PROVINCE)

    def unit_named(self, country: str, name: str) -> Candidate | None:
        """The first-level unit of a country by the name that Place.admin1 uses."""
        found = next((u for u in units().values() if u.country == country and u.name == name), None)
        return None if found is None else self.unit(found)

    def _add(self, candidate: Candidate, *names: str) -> None:
        for key in {exact_key(name) for name in names}:
            self._wide.setdefault(key, []).append(candidate)

    def _add_country(self, country: Country) -> None:
        self._add(self._country(country), country.name, *country.names)
        for word in country.people:
            self.people[exact_key(word)] = country.code

    def _country(self, country: Country) -> Candidate:
        at = country.at or self._capital(country)
        place = Place(
            id=f"geonames:{country.geonameid}",
            name=country.name,
            country=country.code,
            latitude=at[0] if at else None,
            longitude=at[1] if at else None,
            precision=PlacePrecision.COUNTRY,
        )
        return Candidate(place, Level.COUNTRY)

    def _capital(self, country: Country) -> tuple[float, float] | None:
        found = [city for city in self._cities.named(country.capital) if city.country == country.code]
        return (found[0].latitude, found[0].longitude) if found else None

    def _add_region(self, region: Region) -> None:
        candidate = self._region(region)
        self._add(candidate, *region.names)
        for words in region.only_in:
            assert region.country is not None, f"{region.id}: only_in needs a country"
            self._only_in[region.country, exact_key(words)] = candidate

    def _region(self, region: Region) -> Candidate:
        at = region.at or self._middle(region)
        level = Level.LAND if region.country is None else Level.DISTRICT if region.within else Level.REGION
        place = Place(
            text=region.name,
            id=region.id,
            name=region.name,
            country=region.country,
            admin1=region.within,
            admin2=region.name if region.within else None,
            latitude=at[0] if at else None,
            longitude=at[1] if at else None,
            precision=PRECISION[level],
            parts=region.parts,
        )
        return Candidate(place, level)

    def _middle(self, region: Region) -> tuple[float, float] | None:
        names = set(region.parts) | ({region.within} if region.within else set())
        points = [
            self._centres[f"{u.country}.{u.code}"]
            for u in units().values()
            if u.country == region.country and u.name in names and f"{u.country}.{u.code}" in self._centres
        ]
        if not points:
            return None
        return (round(sum(p[0] for p in points) / len(points), 3), round(sum(p[1] for p in points) / len(points), 3))

    @staticmethod
    def _settlement(city: City) -> Candidate:
        place = Place(
            id=f"geonames:{city.geonameid}",
            name=shown(city.name, city.country),
            country=city.country,
            admin1=unit_name(city.country, city.admin1),
            latitude=city.latitude,
            longitude=city.longitude,
            precision=PlacePrecision.SETTLEMENT,
        )
        return Candidate(place, Level.SETTLEMENT, city.population, city.main)
