"""Areas from GeoJSON: countries, provinces, districts and named regions, whatever the makers call their properties."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from marsad.errors import InputError
from marsad.geocode.cities import usable
from marsad.geocode.layouts import Source
from marsad.geocode.levels import Level
from marsad.geocode.polygons import Area
from marsad.geocode.tables import countries

# Property names of the makers of boundaries that are in use (Who's On First, geoBoundaries, GADM, OCHA, Natural Earth).
_NAME = ("name", "NAME", "shapeName", "ADM2_EN", "ADM1_EN", "NAME_2", "NAME_1", "adm2_name", "adm1_name", "ADM0_EN")
_OTHER = (
    "name_ar",
    "name_en",
    "NAME_EN",
    "NAME_AR",
    "ADM2_AR",
    "ADM1_AR",
    "VARNAME_2",
    "VARNAME_1",
    "names",
    "aliases",
)
_COUNTRY = ("country", "iso", "ISO_A2", "iso_a2", "shapeGroup", "GID_0", "ADM0_PCODE", "adm0_a3", "wof:country")
_LEVEL = ("level", "pt", "shapeType", "admin_level", "wof:placetype", "ENGTYPE_2", "ENGTYPE_1", "type")
_CODE1 = ("reg", "ADM1_PCODE", "GID_1", "admin1")
_LEVELS = {
    "country": Level.COUNTRY, "adm0": Level.COUNTRY, "2": Level.COUNTRY,
    "region": Level.PROVINCE, "province": Level.PROVINCE, "governorate": Level.PROVINCE, "state": Level.PROVINCE,
    "adm1": Level.PROVINCE, "admin1": Level.PROVINCE, "4": Level.PROVINCE, "oblast": Level.PROVINCE,
    "county": Level.DISTRICT, "district": Level.DISTRICT, "adm2": Level.DISTRICT, "admin2": Level.DISTRICT,
    "6": Level.DISTRICT, "raion": Level.DISTRICT,
    "land": Level.REGION, "area": Level.REGION,
}  # fmt: skip
_FILE_COUNTRY = re.compile(r"^([A-Z]{2})(?:[_.\-]|$)")


@dataclass(frozen=True, slots=True)
class Outline:
    """One area with its names. `code1` is the code of the province it lies in, as the file gives it."""

    id: str
    name: str
    names: tuple[str, ...]
    country: str
    level: Level
    code1: str
    area: Area


def outlines(source: Source, country: str | None) -> Iterator[Outline]:
    """The areas of a GeoJSON file. What has no name, level or polygon is counted with the first reason.

    The country is the feature's own, else the one given, else the one that the file's name begins with ("SY_admin").
    Raises InputError where none of them tells.
    """
    named = _FILE_COUNTRY.match(source.name)
    given = _country(country) or (_country(named[1]) if named else None)
    for n, feature in enumerate(source.features(), 1):
        properties = feature.get("properties") or {}
        code = _country(_first(properties, _COUNTRY)) or given
        if code is None:
            raise InputError(f"{source.path}: no country in feature {n}: add --country, such as --country SY")
        try:
            yield _outline(properties, feature.get("geometry") or {}, code, f"{source.name.partition('.')[0]}.{n}")
        except (ValueError, TypeError, IndexError) as error:
            source.reject(f"feature {n}: {error}")


def _outline(properties: dict[str, Any], geometry: dict[str, Any], country: str, fallback: str) -> Outline:
    name = _first(properties, _NAME)
    if not name:
        raise ValueError(f"no name in any of {', '.join(_NAME[:4])} …")
    level = next((_LEVELS[v] for key in _LEVEL if (v := str(properties.get(key, "")).lower()) in _LEVELS), None)
    if level is None:
        raise ValueError(f"{name}: no level (a property level: country, province, district or land)")
    own = properties.get("id") or properties.get("shapeID") or fallback
    return Outline(
        id=f"area:{own}",
        name=name,
        names=tuple(dict.fromkeys([name, *_names(properties)])),
        country=country,
        level=level,
        code1=_first(properties, _CODE1) or "",
        area=Area.of(geometry),
    )


def _names(properties: dict[str, Any]) -> Iterator[str]:
    for key in _OTHER:
        value = properties.get(key)
        for name in value if isinstance(value, list) else str(value or "").split("|"):
            if isinstance(name, str) and usable(name):
                yield name


def _first(properties: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((str(properties[key]).strip() for key in keys if properties.get(key)), None)


def _country(code: str | None) -> str | None:
    """The two-letter code for a code of two or three letters; None where it is none."""
    if code is None:
        return None
    known = countries()
    wanted = code.upper()
    return wanted if wanted in known else next((c.code for c in known.values() if c.iso3 == wanted), None)
