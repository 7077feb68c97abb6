"""The stage's verb: give each claim of a report the place of its harm."""

from dataclasses import replace

from marsad.geocode.choose import Chooser, Chosen
from marsad.geocode.gazetteer import Gazetteer
from marsad.geocode.reading import Reading
from marsad.geocode.scene import Scene
from marsad.model import Claim, Place, Report


def geocode(claims: list[Claim], report: Report, gazetteer: Gazetteer | None = None) -> list[Claim]:
    """The claims, in order, with `place` set to the place of the harm, or None, and `reasons["place"]` saying why.

    A place that a claim brings with words alone is a hint: it is kept where the gazetteer resolves it within the
    country that the report is about. The gazetteer is the embedded one, unless one with imported places is given.
    """
    if not claims:
        return []
    reading = Reading.of(claims, report, gazetteer or Gazetteer.embedded())
    chooser = Chooser(Scene(reading))
    return [_placed(claim, chooser.choose(claim), reading) for claim in claims]


def _placed(claim: Claim, choice: Chosen, reading: Reading) -> Claim:
    hint = _hinted(claim.place, reading) if claim.place is not None and not choice.exact else None
    if hint is not None:
        return replace(
            claim, place=hint, reasons={**claim.reasons, "place": f"“{hint.text}”, as the extractor found it"}
        )
    return replace(claim, place=choice.place, reasons={**claim.reasons, "place": choice.why})


def _hinted(hint: Place, reading: Reading) -> Place | None:
    """The hint's words as a place, if they name one known place of the report's country."""
    if not hint.text:
        return None
    spot = next((s for s in reading.spots if hint.text in (s.mention.text, s.place.text) and s.place.id), None)
    if spot is not None:
        return spot.place
    found = reading.gazetteer.lookup(hint.text, reading.focus.country)
    return replace(found[0].place, text=hint.text) if found else None
