"""The units that follow a name: "Jableh, Latakia, SY"."""

from marsad.errors import QueryError
from marsad.geocode.gazetteer import Gazetteer
from marsad.geocode.levels import Level
from marsad.geocode.wording import wording


def units(parts: list[str], gazetteer: Gazetteer) -> tuple[str | None, str | None, str | None]:
    """Country, province and district among the parts, in whatever order. Raises QueryError for a part that is none."""
    country: str | None = None
    rest = []
    for part in filter(None, parts):
        code = _country(part, gazetteer)
        if code is not None and country is None:
            country = code
        else:
            rest.append(part)
    admin1: str | None = None
    admin2: str | None = None
    for part in rest:
        names = wording(part).names or (part,)
        province = any(p.level is Level.PROVINCE for name in names for p in gazetteer.provinces(name, country))
        if province and admin1 is None and wording(part).level is not Level.DISTRICT:
            admin1 = part
        elif admin2 is None and any(gazetteer.districts(name, country) for name in names):
            admin2 = part
        else:
            raise QueryError(f"no country, province or district named {part!r} is known: try another spelling")
    return country, admin1 or _province_of(admin2, country, gazetteer), admin2


def _country(part: str, gazetteer: Gazetteer) -> str | None:
    """The code of a country by its code or name; a province of the name comes first ("Niger" is both: say "NE")."""
    found = gazetteer.country(part) if len(part) in (2, 3) else None
    if found is not None:
        return found.country
    return next((c.country for c in gazetteer.wide(part) if c.level is Level.COUNTRY), None)


def _province_of(district: str | None, country: str | None, gazetteer: Gazetteer) -> str | None:
    """The province of a district of which there is only one."""
    names = wording(district).names if district else ()
    found = {d.place.admin1 for name in names for d in gazetteer.districts(name, country)}
    return found.pop() if len(found) == 1 else None
