"""A place word with the place it means here."""

from dataclasses import dataclass, replace

from marsad.geocode.focus import Focus
from marsad.geocode.gazetteer import PRECISION, Candidate, Level
from marsad.geocode.keys import exact_key
from marsad.geocode.mention import Mention
from marsad.geocode.passage import Passage
from marsad.geocode.points import moved
from marsad.model import Place

NEAR_KM = 30.0  # how far a district, or a village "near" a town, may reach
SITE_KM = 5.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place word with the place it means. `twin` is the settlement of the same name, where the name has both.

    `inside` is the spot it is said to lie in. `reason` says how the place was told from others, or why it was not.
    """

    mention: Mention
    place: Place
    level: Level
    reason: str
    twin: Candidate | None = None
    inside: "Spot | None" = None

    @property
    def key(self) -> tuple[str, str]:
        """What makes two mentions one place."""
        return (self.place.country or "", self.place.id or exact_key(self.mention.text))


def named(mention: Mention, best: Candidate, inside: Spot | None, reason: str) -> Spot:
    """The spot for a name that means `best`."""
    place, level, text = best.place, best.level, mention.name
    if mention.part:
        text = mention.text
        place, level = _part(place, text), Level.REGION
    elif place.text is not None:
        text = place.text  # a region or a capital: the words for it vary, its name in the table does not
    elif mention.typed in (Level.DISTRICT, Level.SITE) and level is Level.SETTLEMENT:
        place, level = _around(mention, place), mention.typed
        text = mention.text if level is Level.SITE else text
    place = _with_town(replace(place, text=text), level, inside)
    return Spot(mention, place, level, reason, _twin(mention, best), inside)


def _twin(mention: Mention, best: Candidate) -> Candidate | None:
    if best.level is not Level.PROVINCE or mention.typed is not None:
        return None
    same = (c for c in mention.means if c.level is Level.SETTLEMENT and c.place.admin1 == best.place.admin1)
    return next((c for c in same if c.country == best.country), None)


def _part(whole: Place, text: str) -> Place:
    """A part of a country without exact bounds: its point is the country's."""
    return Place(
        name=text,
        country=whole.country,
        latitude=whole.latitude,
        longitude=whole.longitude,
        precision=PRECISION[Level.REGION],
    )


def _with_town(place: Place, level: Level, inside: Spot | None) -> Place:
    """A site's words with its town's: "Makala prison, Kinshasa"."""
    if level is not Level.SITE or inside is None or inside.level < Level.PROVINCE:
        return place
    return replace(place, text=f"{place.text}, {inside.mention.name}")


def _around(mention: Mention, seat: Place) -> Place:
    """A district or site that bears the name of a settlement: about there, and not that settlement."""
    assert mention.typed is not None
    district = mention.typed is Level.DISTRICT
    return replace(
        seat,
        id=f"adm2:{seat.country}.{exact_key(seat.admin1 or '')}.{exact_key(seat.name or '')}".replace(" ", "-")
        if district
        else None,
        name=mention.text,
        admin2=seat.name if district else seat.admin2,
        precision=PRECISION[mention.typed],
        radius_km=NEAR_KM if district else SITE_KM,
    )


def text_only(mention: Mention, focus: Focus, inside: Spot | None, country: str | None, reason: str) -> Spot:
    """A name that the text calls a place and no list knows: what it is said to lie in tells its country and unit."""
    around = inside.place if inside else None
    level = mention.typed or Level.SETTLEMENT
    near = around if around and around.precision is not None and inside and inside.level >= Level.DISTRICT else None
    place = Place(
        text=mention.name if level < Level.SITE else mention.text,
        name=mention.text,
        country=country or (None if mention.means and reason.startswith("it may be") else focus.country),
        admin1=around.admin1 if around else None,
        admin2=around.admin2 if around else None,
        latitude=near.latitude if near else None,
        longitude=near.longitude if near else None,
        radius_km=NEAR_KM if near else None,
        precision=PRECISION[level],
    )
    return Spot(mention, _with_town(place, level, inside), level, reason, None, inside)


def on_point(spot: Spot, passage: Passage) -> Spot:
    """The spot, moved where the text gives a distance and a direction from it ("20 km east of Baidoa")."""
    place = moved(spot.place, passage.text, spot.mention.start)
    return spot if place is None else replace(spot, place=place, level=Level.SETTLEMENT, twin=None)
