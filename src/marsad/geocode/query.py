"""A place that a user asks for: `--place Syria`, `--place "Tripoli, LB"`."""

from dataclasses import replace

from marsad.errors import QueryError
from marsad.geocode.gazetteer import Candidate, Gazetteer, Level
from marsad.model import Place

# A place this many times larger than its namesakes abroad is the one that is meant.
DOMINANT = 10
# A first-level unit counts as a settlement of this size when it is weighed against settlements.
UNIT_WEIGHT = 1_000_000
SHOWN = 6


def find(query: str, gazetteer: Gazetteer | None = None) -> Place:
    """The place of that name: an ISO code, a country, a unit or region, or a settlement; the widest of one country.

    A country or unit may follow after a comma: "Tripoli, LB", "Salqin, Idlib", "Latakia city". Raises QueryError
    with the
    candidates where the name is unknown or means places of several countries.
    """
    gazetteer = gazetteer or Gazetteer.embedded()
    name, _, around = (part.strip() for part in query.partition(","))
    name, only_city = (name[:-5].strip(), True) if name.lower().endswith(" city") and len(name) > 5 else (name, False)
    found = _candidates(name, around, gazetteer, query)
    if only_city:
        found = [c for c in found if c.level is Level.SETTLEMENT] or found
    if not found:
        raise QueryError(
            f"no place named {query!r} is known (try another spelling, or a country's ISO code such as SY)"
        )
    return replace(_the_one(found, query).place, text=query.strip())


def _candidates(name: str, around: str, gazetteer: Gazetteer, query: str) -> list[Candidate]:
    code = gazetteer.country(name) if len(name) in (2, 3) and name.isupper() else None
    if code is not None and not around:
        return [code]
    found = gazetteer.lookup(name)
    if not around:
        return found
    outer = gazetteer.country(around) or next(iter(gazetteer.wide(around)), None)
    if outer is None:
        raise QueryError(
            f"no country or province named {around!r} is known, in {query!r} (write it as in 'Tripoli, Lebanon')"
        )
    inside = [c for c in found if c.place.id != outer.place.id and outer.place.contains(c.place)]
    return inside or [c for c in gazetteer.sounding(name) if outer.place.contains(c.place)]


def _the_one(found: list[Candidate], query: str) -> Candidate:
    """The widest candidate, if all others of weight are of its country."""
    first = max(found, key=lambda c: (c.level is Level.COUNTRY, _weight(c), -c.level))
    rivals = [c for c in found if c.country != first.country and _weight(c) * DOMINANT > _weight(first)]
    if first.level > Level.COUNTRY and rivals:
        names = "; ".join(_line(c) for c in [first, *rivals][:SHOWN])
        raise QueryError(f"{query!r} may be {names} (add the country: '{query}, {rivals[0].country}')")
    return first


def _weight(candidate: Candidate) -> int:
    """People, as far as known; a tenth of them where the name is but another one of the place."""
    if candidate.level < Level.SETTLEMENT:
        return UNIT_WEIGHT
    return candidate.population if candidate.main else candidate.population // DOMINANT


def _line(candidate: Candidate) -> str:
    place = candidate.place
    where = ", ".join(part for part in (place.admin1 if place.admin1 != place.name else None, place.country) if part)
    return f"{place.name} ({where})"
