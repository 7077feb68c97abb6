"""The stage's verb: give each claim of a report the place of its harm."""

from dataclasses import replace

from marsad.geocode.choose import Choice, choose
from marsad.geocode.gazetteer import Gazetteer
from marsad.geocode.places import place_of
from marsad.geocode.reading import Reading
from marsad.model import Claim, Place, Report


def geocode(claims: list[Claim], report: Report) -> list[Claim]:
    """The claims, in order, with `place` set to the place of the harm, or None, and `reasons["place"]` saying why.

    A place that a claim brings with words alone is a hint: it is kept where the gazetteer resolves it within the
    country that the report is about.
    """
    if not claims:
        return []
    gazetteer = Gazetteer.embedded()
    reading = Reading.of(claims, report, gazetteer)
    by_id = {claim.id: claim for claim in claims}
    chosen: dict[str, Choice] = {}
    return [_placed(claim, _choice(claim, by_id, chosen, reading, frozenset()), reading) for claim in claims]


def _choice(
    claim: Claim, by_id: dict[str, Claim], chosen: dict[str, Choice], reading: Reading, above: frozenset[str]
) -> Choice:
    """The claim's choice; its parent's is made first. A circle of parents is cut where it closes."""
    if claim.id not in chosen:
        parent = by_id.get(claim.parent or "")
        of_parent = None
        if parent is not None and parent.id not in above | {claim.id}:
            of_parent = _choice(parent, by_id, chosen, reading, above | {claim.id})
        chosen[claim.id] = choose(claim, reading, of_parent)
    return chosen[claim.id]


def _placed(claim: Claim, choice: Choice, reading: Reading) -> Claim:
    place = place_of(choice.spots, claim.scope) if choice.spots else _country(choice, reading)
    hint = _hinted(claim.place, reading) if claim.place is not None and not choice.exact else None
    if hint is not None:
        return replace(
            claim, place=hint, reasons={**claim.reasons, "place": f"“{hint.text}”, as the extractor found it"}
        )
    return replace(claim, place=place, reasons={**claim.reasons, "place": choice.why})


def _country(choice: Choice, reading: Reading) -> Place | None:
    """The focus country, where the choice says so; None where it says that nothing is known."""
    if not choice.country:
        return None
    found = reading.gazetteer.country(choice.country)
    return None if found is None else replace(found.place, text=found.place.name)


def _hinted(hint: Place, reading: Reading) -> Place | None:
    """The hint's words as a place, if they name one known place of the report's country."""
    if not hint.text:
        return None
    spot = next((s for s in reading.spots if hint.text in (s.mention.text, s.place.text) and s.place.id), None)
    if spot is not None:
        return spot.place
    found = reading.gazetteer.lookup(hint.text, reading.focus.country)
    return replace(found[0].place, text=hint.text) if found else None
