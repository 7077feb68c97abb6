"""What a described place must lie in: country, province, district, as far as they are told and known."""

from dataclasses import dataclass

from marsad.errors import QueryError
from marsad.geocode.gazetteer import Candidate, Gazetteer
from marsad.geocode.levels import Level
from marsad.geocode.points import kilometres
from marsad.geocode.wording import wording
from marsad.model import Place

IN_DISTRICT, AT_DISTRICT, NEAR_DISTRICT, IN_PROVINCE = 0.5, 0.35, 0.2, 0.25
BORDER_KM = 12.0  # how far outside a polygon a place may lie that others count in: borders differ between maps
NEAR_KM = 30.0  # how far outside a district a place may lie that bears the very name: units have been redrawn
SEAT_KM = 25.0  # how far from the seat of a district without a polygon a place of it is taken to lie

# What a candidate's place in the frame is worth, in words too.
Worth = tuple[float, str]


@dataclass(frozen=True, slots=True)
class Frame:
    """The units that are told. `seat` is the town that a district is called after, where the district is in no list."""

    country: str | None = None
    province: Candidate | None = None
    district: Candidate | None = None
    seat: Candidate | None = None

    @staticmethod
    def of(gazetteer: Gazetteer, country: str | None, admin1: str | None, admin2: str | None) -> "Frame":
        """The frame of an ISO code and the names of a province and a district. Raises QueryError for no country."""
        code = _code(gazetteer, country)
        province = next((p for name in _names(admin1) for p in gazetteer.provinces(name, code)), None)
        if province is not None and province.level is Level.COUNTRY:
            return Frame(province.country)
        code = code or (province.country if province else None)
        unit, names = province.place.admin1 if province else None, _names(admin2)
        inside = [d for name in names for d in gazetteer.districts(name, code, unit)]
        if inside or province is None:
            return Frame(code, province, inside[0] if inside else None)
        towns = [c for name in names for c in [*gazetteer.called(name, code), *gazetteer.sounding(name, code)]]
        seats = [c for c in towns if c.level is Level.SETTLEMENT and province.place.contains(c.place)]
        return Frame(code, province, None, max(seats, key=lambda c: c.population) if seats else None)

    @property
    def smallest(self) -> Candidate | None:
        """The narrowest unit that is known."""
        return self.district or self.province

    @property
    def told(self) -> bool:
        """Whether a district is told and known."""
        return self.district is not None or self.seat is not None

    def worth(self, place: Place, gazetteer: Gazetteer, *, exact: bool) -> Worth | None:
        """What the place's lying where it does is worth; None where outside. `exact`: it bears the very name."""
        if self.country is not None and place.country not in (self.country, None):
            return None
        if self.told:
            return self._by_district(place, gazetteer, exact)
        if self.province is None:
            return 0.0, f", in {place.admin1 or place.country or 'several countries'}"
        if _outside(place, self.province.place, gazetteer) > BORDER_KM:
            return None
        return IN_PROVINCE, f", in {self.province.place.name}"

    def _by_district(self, place: Place, gazetteer: Gazetteer, exact: bool) -> Worth | None:
        """Inside the district, at its border, or not far off; the last only for a name that is the very one."""
        if self.district is not None:
            name, far = self.district.place.name, _outside(place, self.district.place, gazetteer)
        else:
            assert self.seat is not None
            name, far = self.seat.place.name, max(0.0, apart_km(place, self.seat.place) - SEAT_KM)
        if far <= 0:
            return IN_DISTRICT, f", in {name} district"
        if far <= BORDER_KM:
            return AT_DISTRICT, f", at the border of {name} district"
        return (NEAR_DISTRICT, f", {far:.0f} km from {name} district") if far <= NEAR_KM and exact else None


def apart_km(a: Place, b: Place) -> float:
    """The distance of two places; endless where one has no point."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return float("inf")
    return kilometres((a.latitude, a.longitude), (b.latitude, b.longitude))


def _code(gazetteer: Gazetteer, country: str | None) -> str | None:
    if country is None:
        return None
    found = gazetteer.country(country)
    if found is None:
        raise QueryError(f"no country {country!r} is known: give its ISO code, such as SY")
    return found.country


def _names(words: str | None) -> tuple[str, ...]:
    return wording(words).names if words else ()


def _outside(place: Place, unit: Place, gazetteer: Gazetteer) -> float:
    """How far outside the province or district the place lies, in km."""
    if unit.contains(place):
        return 0.0
    area = gazetteer.area(unit)
    if area is None or place.latitude is None or place.longitude is None:
        return float("inf")
    return area.kilometres_to(place.latitude, place.longitude)
