"""The gazetteer: what a name may mean. It knows countries, units, regions and settlements, and no context."""

from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from marsad.geocode import cities, index
from marsad.geocode.candidates import Candidate as Candidate
from marsad.geocode.candidates import imported_candidate, once, shown
from marsad.geocode.cities import City
from marsad.geocode.holdings import Holdings
from marsad.geocode.index import Found
from marsad.geocode.keys import exact_key, loose_key
from marsad.geocode.levels import PRECISION as PRECISION
from marsad.geocode.levels import Level as Level
from marsad.geocode.points import kilometres
from marsad.geocode.polygons import Area
from marsad.geocode.tables import Country, Region, Unit, countries, regions, unit_name, units
from marsad.model import Place, PlacePrecision

# Latitude and longitude of its middle, and radius in km.
Circle = tuple[float, float, float]


class Gazetteer:
    """Names and what they may mean. Loaded once a process, by `embedded()`, or `of()` where places were imported."""

    def __init__(self, imported: Holdings | None = None) -> None:
        self._cities = cities.load()
        self.imported = imported
        self._settlements = lru_cache(maxsize=32768)(self._settlements_of)
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
        for candidate, names in imported.lands() if imported else ():
            if not any(c.level is Level.REGION for name in names for c in self.wide(name)):
                self._add(candidate, *names)

    @staticmethod
    @cache
    def embedded() -> "Gazetteer":
        """The one that comes with Marsad."""
        return Gazetteer()

    @staticmethod
    def of(path: Path | None) -> "Gazetteer":
        """The embedded one with the places imported into a file (home.py says which). Raises WorkspaceError."""
        return Gazetteer.embedded() if path is None else _with(path)

    def lookup(self, name: str, country: str | None = None) -> list[Candidate]:
        """What the name may mean, widest first, larger settlements before smaller; only in `country` where given.

        Another spelling is tried only where the name as written is unknown.
        """
        found = [*self._wide.get(exact_key(name), ()), *self._settlements(name)]
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
        return list(self._settlements(name))

    def sounding(self, name: str, country: str | None = None) -> list[Candidate]:
        """Settlements of which the name may be another spelling, largest first."""
        found = self._joined(self._cities.sounding(name), self.imported.index.sounding(name) if self.imported else ())
        return [candidate for candidate in found if country in (None, candidate.country)]

    def _settlements_of(self, name: str) -> tuple[Candidate, ...]:
        return self._joined(self._cities.named(name), self.imported.index.named(name) if self.imported else ())

    def _joined(self, ours: tuple[City, ...], imported: tuple[Found, ...]) -> tuple[Candidate, ...]:
        """The settlements of both, each once: imported ones say more, embedded ones have the people."""
        found = [self._settlement(city) for city in ours]
        theirs = [imported_candidate(one) for one in imported if one.level == Level.SETTLEMENT]
        if not theirs:
            return tuple(found)
        mains = {candidate.place.id for candidate in found if candidate.main}
        joined: dict[str | None, Candidate] = {candidate.place.id: candidate for candidate in found}
        for one in theirs:
            joined[one.place.id] = replace(one, main=one.main or one.place.id in mains)
        return tuple(once(sorted(joined.values(), key=lambda c: (-c.population, not c.main, c.place.id or ""))))

    def called(self, name: str, country: str | None = None) -> list[Candidate]:
        """Everything of that name, sites too, of a country where one is given; units and lands first."""
        found = [*self.wide(name), *self._settlements(name)]
        found += self.imported.of_level(name, Level.SITE) if self.imported else []
        return [candidate for candidate in found if country in (None, candidate.country)]

    def provinces(self, name: str, country: str | None = None) -> list[Candidate]:
        """First-level units of that name or sound, then countries."""
        found = [c for c in self.wide(name) if c.level is Level.PROVINCE]
        found = found or (self.imported.of_level(name, Level.PROVINCE) if self.imported else [])
        found = found or self._sounding_units(name)
        found += [c for c in self.wide(name) if c.level is Level.COUNTRY]
        return [candidate for candidate in found if country in (None, candidate.country)]

    def districts(self, name: str, country: str | None = None, admin1: str | None = None) -> list[Candidate]:
        """Imported second-level units of that name or nearly."""
        return self.imported.districts(name, country, admin1) if self.imported else []

    def _sounding_units(self, name: str) -> list[Candidate]:
        key = loose_key(name)
        return [self.unit(u) for u in units().values() if key and key in map(loose_key, (u.name, *u.aliases))]

    def area(self, place: Place) -> Area | None:
        """The imported polygon of a country, province, district or region, where there is one."""
        return self.imported.area(place) if self.imported else None

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
            radius_km=at[2] if at else None,
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
        at, circle = country.at or self._capital(country), self._centres.get(country.code)
        place = Place(
            id=f"geonames:{country.geonameid}",
            name=country.name,
            country=country.code,
            latitude=at[0] if at else None,
            longitude=at[1] if at else None,
            precision=PlacePrecision.COUNTRY,
            radius_km=round(circle[2] + kilometres(at, circle[:2]), 1) if at and circle else None,
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
        circles = self._circles(region)
        at = region.at or _middle(circles)
        level = Level.LAND if region.country is None else Level.DISTRICT if region.within else Level.REGION
        level = Level.SITE if region.site else level
        place = Place(
            text=region.name,
            id=region.id,
            name=region.name,
            country=region.country,
            admin1=region.within,
            admin2=region.name if region.within and not region.site else None,
            latitude=at[0] if at else None,
            longitude=at[1] if at else None,
            precision=PRECISION[level],
            parts=region.parts,
            radius_km=region.radius or (_around(at, circles) if at and circles else None),
        )
        return Candidate(place, level)

    def _circles(self, region: Region) -> list[Circle]:
        """The circles of the units that a region is made of or lies in."""
        names = set(region.parts) | ({region.within} if region.within else set())
        codes = [f"{u.country}.{u.code}" for u in units().values() if u.country == region.country and u.name in names]
        return [self._centres[code] for code in codes if code in self._centres]

    def _unit_name(self, country: str, code: str) -> str:
        """The table's name of a unit, else that of the imported files, else its code."""
        name = unit_name(country, code)
        if self.imported is None or name != f"{country}.{code}":
            return name
        return self.imported.index.units.get(name, name)

    def _settlement(self, city: City) -> Candidate:
        place = Place(
            id=f"geonames:{city.geonameid}",
            name=shown(city.name, city.country),
            country=city.country,
            admin1=self._unit_name(city.country, city.admin1),
            latitude=city.latitude,
            longitude=city.longitude,
            precision=PlacePrecision.SETTLEMENT,
        )
        return Candidate(place, Level.SETTLEMENT, city.population, city.main)


@cache
def _with(path: Path) -> Gazetteer:
    return Gazetteer(Holdings(index.opened(path)))


def _middle(circles: list[Circle]) -> tuple[float, float] | None:
    if not circles:
        return None
    return (
        round(sum(c[0] for c in circles) / len(circles), 3),
        round(sum(c[1] for c in circles) / len(circles), 3),
    )


def _around(at: tuple[float, float], circles: list[Circle]) -> float:
    """The radius of the circle around a point that holds all the circles."""
    return round(max(kilometres(at, circle[:2]) + circle[2] for circle in circles), 1)
