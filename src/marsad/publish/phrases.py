"""Phrases over one claim: who says it, how many, of whom, where, when. Each is made of the record's own words."""

from marsad.model import Claim, Place, Toll
from marsad.publish import words
from marsad.publish.evidence import Case, Evidence, basis
from marsad.publish.sitrep import Days, Figure, Part, Sentence, Words, say

NOTHING = Sentence(())


def speaker(claim: Claim, evidence: Evidence) -> Sentence:
    """Who says the number: the source that the text names, or the outlet in its own voice."""
    name = claim.attribution.source or claim.attribution.text
    if name is None:
        return say("{outlet} in its own voice", outlet=Words(text=evidence.outlet(claim)))
    return say("{name}", name=Words(text=words.the(name)))


def named(claim: Claim, evidence: Evidence) -> Sentence:
    """Who says the number, as a cell of a table: the bare name."""
    name = claim.attribution.source or claim.attribution.text
    return say("{name}", name=Words(text=name)) if name else speaker(claim, evidence)


def through(claim: Claim, evidence: Evidence) -> Sentence:
    """The outlets through which it reached us, the nearest last."""
    outlets = [via for via in dict.fromkeys((claim.attribution.via, evidence.outlet(claim))) if via]
    return say("{outlets}", outlets=Words(text=", ".join(outlets)))


def citing(claim: Claim, evidence: Evidence) -> Sentence:
    """The text that speaks, and whom it cites: "Xinhua, citing the Defense Ministry"."""
    outlet = Words(text=evidence.outlet(claim))
    name = claim.attribution.source or claim.attribution.text
    if name is None or name == outlet.text:
        return say("{outlet}", outlet=outlet)
    return say("{outlet}, citing {name},", outlet=outlet, name=Words(text=words.the(name)))


def told(claim: Claim) -> Figure:
    """The number as it was told, resting on its own sentence."""
    low, high = claim.quantity.bounds
    return Figure(text=words.quantity(claim.quantity), claims=(claim.id,), low=low, high=high)


def victims(claim: Claim) -> Sentence:
    """Of whom: "people", "civilians (Alawite)"."""
    noun = words.people(claim.victims.category, *claim.quantity.bounds)
    if claim.victims.group:
        return say("{noun} ({group})", noun=noun, group=Words(text=claim.victims.group))
    return say("{noun}", noun=noun)


def place(claim: Claim) -> str | None:
    """The place's name, or the words that named it; None where the text does not say."""
    return (claim.place.name or claim.place.text) if claim.place else None


def same_place(claim: Claim, own: Place | None) -> bool:
    """Whether a claim's place is this one, by id or by name. An unknown place is taken for the case's own."""
    there = claim.place
    if there is None or own is None or (there.name is None and there.text is None):
        return True
    if there.id and own.id:
        return there.id == own.id
    return bool({there.name, there.text} & {own.name, own.text} - {None})


def where(claim: Claim, beside: Case | None = None) -> Sentence:
    """The words " in Banyas", or nothing where the place is unknown or the case's own."""
    name = place(claim)
    if name is None or (beside and same_place(claim, beside.incident.place)):
        return NOTHING
    return say(" in {place}", place=Words(text=name))


def day(claim: Claim) -> Part:
    """The day on which it was said."""
    return Days.on(claim.said_on) if claim.said_on else "day not known"


def figure(toll: Toll, low: int | None, high: int | None, text: str | None = None) -> Figure | None:
    """A number of a toll with the claims that carry it, or None where nothing was counted."""
    claims = basis(toll, low, high)
    if not claims:
        return None
    text = text or words.bounds(low, high)
    return Figure(text=text, claims=claims, low=low, high=high, basis="toll", ledger=toll.scope.incident)


def scene(case: Case) -> Sentence:
    """Where and when a case was, in brackets: " (Baniyas, 6-12 March 2025)"."""
    at, time = case.incident.place, case.incident.time
    name = (at.name or at.text) if at else None
    known = [Words(text=name)] if name else []
    when = [Days(interval=time)] if time and not time.unknown else []
    if not known and not when:
        return NOTHING
    return Sentence((" (", *known, *([", "] if known and when else []), *when, ")"))


def heading(case: Case, evidence: Evidence) -> Sentence | None:
    """The case's name, where the report tells of more than one."""
    return say("{name}", name=Words(text=case.incident.name)) if len(evidence.cases) > 1 else None


def joined(items: list[Sentence], between: str = "; ") -> Sentence:
    """Phrases one after another."""
    parts: list[Part] = []
    for item in items:
        parts += [between, *item.parts] if parts else item.parts
    return Sentence(tuple(parts))
