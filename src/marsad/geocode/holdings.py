"""What the imported files hold, as candidates: provinces, districts, sites, lands, and the outlines of all of them."""

from collections.abc import Iterator
from functools import cached_property

from marsad.geocode.candidates import Candidate, imported_candidate
from marsad.geocode.index import Found, Index
from marsad.geocode.keys import exact_key, loose_key
from marsad.geocode.levels import PRECISION, Level
from marsad.geocode.polygons import Area, together
from marsad.geocode.spelling import apart
from marsad.geocode.tables import units
from marsad.model import Place, PlacePrecision

_LEVELS = {
    PlacePrecision.COUNTRY: Level.COUNTRY,
    PlacePrecision.PROVINCE: Level.PROVINCE,
    PlacePrecision.DISTRICT: Level.DISTRICT,
    PlacePrecision.REGION: Level.REGION,
}


class Holdings:
    """An index, asked for candidates."""

    def __init__(self, index: Index) -> None:
        self.index = index

    def of_level(self, name: str, level: Level) -> list[Candidate]:
        """The places of that name and level."""
        return [imported_candidate(one) for one in self.index.named(name) if one.level == level]

    def resembling(self, name: str, country: str | None) -> list[Found]:
        """Settlements and sites whose names have the same consonants: many, so ask where one knows where."""
        found = self.index.resembling(name)
        return [one for one in found if one.level >= Level.SETTLEMENT and country in (None, one.country)]

    def within(self, province: Place, district: Place | None = None) -> tuple[Found, ...]:
        """Every settlement and site of a province, or of a district of it."""
        if province.country is None or province.admin1 is None:
            return ()
        return self.index.within(province.country, province.admin1, district.admin2 if district else None)

    def districts(self, name: str, country: str | None = None, admin1: str | None = None) -> list[Candidate]:
        """Second-level units of that name, sound, consonants or nearly; the first way that finds any.

        A district that is called as its province is found by the province's other names too.
        """
        for way in (self.index.named, self.index.sounding, self.index.resembling, self._nearly):
            for called in (name, *_other_names(name, country)):
                found = [imported_candidate(one) for one in way(called) if one.level == Level.DISTRICT]
                found = [c for c in found if country in (None, c.country) and admin1 in (None, c.place.admin1)]
                if found:
                    return found
        return []

    def lands(self) -> Iterator[tuple[Candidate, tuple[str, ...]]]:
        """The areas that are no unit, with their names."""
        for one in self.index.polygons:
            if one.level == Level.REGION:
                at = one.area.centre
                place = Place(
                    text=one.name,
                    id=one.id,
                    name=one.name,
                    country=one.country,
                    admin1=one.admin1,
                    latitude=at[0],
                    longitude=at[1],
                    precision=PRECISION[Level.REGION],
                    radius_km=one.area.radius_km,
                )
                yield Candidate(place, Level.REGION), one.names

    def area(self, place: Place) -> Area | None:
        """The polygon of a country, province, district or region; of a region of parts, that of its parts together."""
        if place.country is None or place.precision not in _LEVELS:
            return None
        own = self._areas.get((place.country, _LEVELS[place.precision], _key(place)))
        if own is not None or not place.parts:
            return own
        parts = [self._areas.get((place.country, Level.PROVINCE, part)) for part in place.parts]
        known = [part for part in parts if part is not None]
        return together(known) if len(known) == len(parts) else None

    @cached_property
    def _areas(self) -> dict[tuple[str, Level, str | None], Area]:
        found: dict[tuple[str, Level, str | None], Area] = {}
        for one in self.index.polygons:
            level = Level(one.level)
            for name in {one.name} if level is not Level.REGION else {one.name, *one.names}:
                found.setdefault((one.country, level, None if level is Level.COUNTRY else name), one.area)
        return found

    def _nearly(self, name: str) -> tuple[Found, ...]:
        """Districts a letter or two off."""
        sound = loose_key(name)
        near = (one for one in self.index.districts if len(sound) > 5 and apart(sound, loose_key(one.name), 2) < 3)
        return tuple(near)


def _key(place: Place) -> str | None:
    """The name under which the outline of a place is kept."""
    if place.precision is PlacePrecision.COUNTRY:
        return None
    if place.precision is PlacePrecision.PROVINCE:
        return place.admin1
    return place.admin2 if place.precision is PlacePrecision.DISTRICT else place.name


def _other_names(name: str, country: str | None) -> tuple[str, ...]:
    key = exact_key(name)
    called = ((u.name, *u.aliases) for u in units().values() if u.country == country)
    return next((names for names in called if key in map(exact_key, names)), ())
