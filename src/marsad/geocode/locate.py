"""A described place: every candidate with its score and why, and the one that is certain, or the area that is.

"Menagh military airport", in "Aleppo Governorate", "Azaz district": candidates come from several ways to read the name;
the province and district they must lie in take most away. Where two remain that the words do not tell apart, or none
does, the answer is the smallest area that is certain, with the reason.
"""

from dataclasses import dataclass, replace

from marsad.geocode.frame import Frame, apart_km
from marsad.geocode.gazetteer import Candidate, Gazetteer
from marsad.geocode.levels import PRECISION, Level
from marsad.geocode.points import kilometres
from marsad.geocode.readings import Scored, scored
from marsad.geocode.wording import Wording, wording
from marsad.model import Place

CLEAR = 0.12  # how far ahead the best must be of the next that lies elsewhere
DOMINANT = 10  # or how many times as many people it must have, in no smaller a country's league than LARGE
LARGE = 20_000
NEAR_KM = 15.0  # candidates so near to each other are one area: the answer is that area
SITE_KM = 8.0  # how far from the place whose name it bears a site may lie


@dataclass(frozen=True, slots=True)
class Located:
    """The answer: a place or None, whether it is what was described or only the area it lies in, and the reason.

    `candidates` are all that were weighed, best first.
    """

    place: Place | None
    certain: bool
    candidates: tuple[Scored, ...]
    reason: str


def locate(
    description: str,
    gazetteer: Gazetteer,
    *,
    country: str | None = None,
    admin1: str | None = None,
    admin2: str | None = None,
) -> Located:
    """Where the described place is.

    `country` is an ISO code, `admin1` and `admin2` the names of the province and district it lies in, as far as they
    are told. Raises QueryError for a country that does not exist.
    """
    frame = Frame.of(gazetteer, country, admin1, admin2)
    said = wording(description)
    if said.between:
        return _between(said.between, description, gazetteer, frame)
    unit = _unit(said, gazetteer, frame)
    if unit is not None:
        how = "is only a part of it" if said.beside else "is that unit"
        return Located(unit.place, not said.beside, (Scored(unit, 1.0, "its name"),), f"“{description}” {how}")
    return _decided(said, description, scored(said, gazetteer, frame), frame, gazetteer)


def _unit(said: Wording, gazetteer: Gazetteer, frame: Frame) -> Candidate | None:
    """The province or district, where the words say that it is one."""
    for name in said.names if said.level in (Level.PROVINCE, Level.DISTRICT) else ():
        if said.level is Level.DISTRICT:
            found = gazetteer.districts(name, frame.country, frame.province.place.admin1 if frame.province else None)
        else:
            found = [p for p in gazetteer.provinces(name, frame.country) if p.level is Level.PROVINCE]
        if found:
            return found[0]
    return None


def _decided(said: Wording, description: str, ranked: list[Scored], frame: Frame, gazetteer: Gazetteer) -> Located:
    if not ranked:
        return _abstained(f"no place called “{description}” is known", ranked, frame, gazetteer)
    first = max(ranked, key=lambda s: (s.score >= ranked[0].score - CLEAR and _rules(s, ranked[0]), s.score))
    rivals = [s for s in ranked if s is not first and first.score - s.score < CLEAR and not _rules(first, s)]
    unit = _around_all(first, rivals)
    if unit is not None:
        why = f"{unit.why}; others of the name lie in it"
        return Located(unit.candidate.place, True, tuple(ranked), why)
    far = [s for s in rivals if _km(first, s) > NEAR_KM]
    far.sort(key=lambda s: s.candidate.country == first.candidate.country)  # one abroad tells most
    if far:
        both = f"{_line(first.candidate)} and {_line(far[0].candidate)}"
        answer = _abstained(f"the words do not tell {both} apart", ranked, frame, gazetteer)
        return _narrowed(answer, [first, *rivals])
    return _certain(said, description, first, rivals, tuple(ranked))


def _rules(one: Scored, other: Scored) -> bool:
    """Whether the one is so much larger that a text that meant the other would say so."""
    largest = one.candidate.population
    if Level.COUNTRY in (one.candidate.level, other.candidate.level):
        return one.candidate.level is Level.COUNTRY is not other.candidate.level
    if other.candidate.level < Level.SETTLEMENT:
        return False
    return (
        largest >= LARGE
        and largest >= DOMINANT * other.candidate.population
        and one.candidate.level >= Level.SETTLEMENT
    )


def _around_all(first: Scored, rivals: list[Scored]) -> Scored | None:
    """The unit or land that all others of the name lie in, where there is one: the wider is certain."""
    for one in (first, *rivals):
        others = [s for s in (first, *rivals) if s is not one]
        if others and all(one.candidate.place.contains(s.candidate.place) for s in others):
            return one
    return None


def _certain(
    said: Wording, description: str, first: Scored, rivals: list[Scored], ranked: tuple[Scored, ...]
) -> Located:
    place, why = first.candidate.place, first.why
    if rivals:
        radius = round(max(_km(first, s) for s in rivals) + 3.0, 1)
        place, why = replace(place, radius_km=radius), f"{why}; others of the name lie within {radius} km"
    if (said.level is Level.SITE or said.beside) and first.candidate.level is Level.SETTLEMENT:
        # Something at, in or near the place whose name it bears: not that place itself, and not exactly there.
        radius = max(place.radius_km or 0.0, SITE_KM)
        place = replace(place, id=None, name=description, precision=PRECISION[Level.SITE], radius_km=radius)
        why = f"{why}; named by what it is near"
    return Located(place, True, ranked, why)


def _between(ends: tuple[str, str], description: str, gazetteer: Gazetteer, frame: Frame) -> Located:
    """The middle of two places, with a radius that reaches both."""
    wide = Frame(frame.country, frame.province)
    found = [_decided(Wording((e,)), e, scored(Wording((e,)), gazetteer, wide), wide, gazetteer) for e in ends]
    candidates = [s for end in found for s in end.candidates]
    a, b = (end.place if end.certain else None for end in found)
    far = apart_km(a, b) if a and b else float("inf")
    if a is None or b is None or far == float("inf"):
        return _abstained(f"an end of “{description}” is not certain", candidates, frame, gazetteer)
    assert a.latitude is not None and b.latitude is not None and a.longitude is not None and b.longitude is not None
    place = Place(
        name=description,
        country=a.country,
        admin1=a.admin1 if a.admin1 == b.admin1 else None,
        latitude=round((a.latitude + b.latitude) / 2, 4),
        longitude=round((a.longitude + b.longitude) / 2, 4),
        precision=PRECISION[Level.SITE],
        radius_km=round(far / 2 + 1.0, 1),
    )
    return Located(place, True, tuple(candidates), f"between {a.name} and {b.name}, {far:.0f} km apart")


def _abstained(why: str, ranked: list[Scored], frame: Frame, gazetteer: Gazetteer) -> Located:
    """The smallest area that is certain: what was told, else the country or province that all candidates share."""
    around = frame.smallest
    countries = {s.candidate.country for s in ranked}
    if around is None and len(countries) == 1 and (country := countries.pop()):
        names = {s.candidate.place.admin1 for s in ranked}
        only = names.pop() if len(names) == 1 else None
        around = (gazetteer.unit_named(country, only) if only else None) or gazetteer.country(country)
    around = around or (gazetteer.country(frame.country) if frame.country else None)
    if around is None:
        return Located(None, False, tuple(ranked), why)
    return Located(around.place, False, tuple(ranked), f"{why}: only {around.place.name} is certain")


def _narrowed(answer: Located, tied: list[Scored]) -> Located:
    """The area that was told, no larger than what holds all the places that the words may mean."""
    places = [s.candidate.place for s in tied]
    points = [(p.latitude, p.longitude) for p in places if p.latitude is not None and p.longitude is not None]
    if answer.place is None or len(points) < len(places):
        return answer
    middle = (sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points))
    radius = round(max(kilometres(middle, point) for point in points) + 3.0, 1)
    if answer.place.radius_km is not None and radius >= answer.place.radius_km:
        return answer
    at = (round(middle[0], 4), round(middle[1], 4))
    place = replace(answer.place, id=None, latitude=at[0], longitude=at[1], radius_km=radius)  # not the whole unit
    return replace(answer, place=place, reason=f"{answer.reason}, within {radius} km of where they are")


def _km(one: Scored, other: Scored) -> float:
    return apart_km(one.candidate.place, other.candidate.place)


def _line(candidate: Candidate) -> str:
    place = candidate.place
    return f"{place.name} ({', '.join(filter(None, [place.admin2, place.admin1, place.country]))})"
