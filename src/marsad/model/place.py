"""A place: the words that named it, what they were resolved to, and how exactly."""

from dataclasses import dataclass

from marsad.model.vocabulary import PlacePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where harm was done. `id` is null where the words name no known place; what else is given is known all the same.

    `country` is ISO 3166-1 alpha-2; `latitude` and `longitude` are WGS84 degrees; `radius_km` is how far from them the
    harm may lie. `admin1` and `admin2` are names. `parts` lists the admin1 names that a region is made of ("the Syrian
    coast" is Latakia and Tartus), for containment; it is empty for anything that is not such a region.
    """

    text: str | None = None
    id: str | None = None
    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: PlacePrecision | None = None
    radius_km: float | None = None
    parts: tuple[str, ...] = ()

    def contains(self, other: "Place") -> bool | None:
        """Whether `other` lies within: True or False where it is certain, None where the names do not tell."""
        if self.id is not None and self.id == other.id:
            return True
        if self.precision is None or other.precision is None or other.country is None:
            return None
        if self.country is None:
            return None
        if self.country != other.country:
            return False
        return self._contains_in_country(other)

    def _contains_in_country(self, other: "Place") -> bool | None:
        if self.precision is PlacePrecision.COUNTRY:
            return True
        if other.precision is PlacePrecision.COUNTRY:
            return False
        if self.parts:
            inner = set(other.parts) or ({other.admin1} if other.admin1 else set())
            return inner <= set(self.parts) if inner else None
        if self.precision is PlacePrecision.REGION or other.precision is PlacePrecision.REGION:
            return self._contains_region(other) if other.parts else None
        if self.admin1 and other.admin1 and self.admin1 != other.admin1:
            return False
        if self.precision is PlacePrecision.PROVINCE:
            return None if self.admin1 is None or other.admin1 is None else True
        if self.precision is PlacePrecision.DISTRICT:
            return None if self.admin2 is None or other.admin2 is None else other.admin2 == self.admin2
        if other.precision is PlacePrecision.SITE:
            return None
        unnamed = other.precision is self.precision and (self.id is None or other.id is None)
        return None if unnamed else False

    def _contains_region(self, other: "Place") -> bool | None:
        if self.precision is PlacePrecision.REGION:
            return None
        if self.precision is PlacePrecision.PROVINCE:
            return None if self.admin1 is None else set(other.parts) <= {self.admin1}
        return False

    def excludes(self, other: "Place") -> bool:
        """Whether it is certain that nothing lies in both."""
        return self.contains(other) is False and other.contains(self) is False and not self._shares_parts(other)

    def _shares_parts(self, other: "Place") -> bool:
        return bool(set(self.parts) & set(other.parts))
