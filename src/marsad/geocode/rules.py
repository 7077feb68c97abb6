"""What the hand rules say of a claim's place: named rules, tried in order; the first that answers gives its sentence.

Their answers are signs for the learned choice (`choose.py`), not the choice.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from marsad.geocode.gazetteer import Level
from marsad.geocode.reading import Reading, may_contain
from marsad.geocode.spot import Spot
from marsad.model import Claim, Relation, Scope

# Between a number and the place it is for: "658 civilian dead for Latakia", "23 killed in Homs", "72 in Tartus".
_DIRECTLY = re.compile(
    r"(?:[ ,]+(?!and\b|but\b|while\b)[\w'’\-]+){0,7},? ?\(?(?:in|at|for|from|near|around|outside|across|"
    r"inside|on|over)(?: (?:the|both|[a-z\-]+ern|north|south|east|west|central|city|town|village|villages|"
    r"towns|"
    r"district|districts|province|provinces|region|area|areas|camp|state|of|nearby|neighbou?ring|capital|"
    r"Somali|coastal)){0,4} $"
)
_IN_PARENTHESES = re.compile(r"[ ,]*\((?:in |near |at )?")
# What may stand between the start of a clause and the place that opens it.
_OPENING = re.compile(
    r"(?:^|[;:,)–—•] ?|\band |\bwhile |\bbut )\W*(?:[A-Z]?[a-z]+ ){0,1}(?:(?:[Ii]n|[Ff]or|[Aa]t|[Nn]ear|"
    r"[Oo]utside|[Aa]round|come|[Tt]he|of|village|villages|town|towns|city|district|province|state|then|"
    r"neighbou?ring|nearby|eastern|western|northern|southern) ){0,4}$"
)
_NEW_CLAUSE = re.compile(r"[:–—] |, (?:and|but|while|with|in|at) (?=[A-Z])|\bwhile\b")
CERTAIN = 0.6  # the share of evidence for its country from which even background is taken to lie there
NEAR = 70  # characters between a place that opens a clause and its number
_BREAK = re.compile(r"[;]| [–—] |: ")


@dataclass(frozen=True, slots=True)
class Choice:
    """A spot, or several of a list, or none; with the sentence that says which rule chose and why."""

    spots: tuple[Spot, ...]
    why: str
    exact: bool = False  # the claim's own words put it there
    country: str | None = None  # ISO code, where only the country is known


Rule = Callable[[Claim, Reading], Choice | None]


def own_words(claim: Claim, reading: Reading) -> Choice | None:
    """The place that directly follows the number, with no other number between."""
    end = claim.quantity.end
    if end is None:
        return None
    for spot in reading.possible(reading.sentence_of(claim)):
        if spot.mention.start < end:
            continue
        gap = reading.passage.text[end : spot.mention.start]
        if "," in gap and _number_follows(reading, spot) and _place_first(claim, reading):
            return None  # "In Derna ten died and eight were hurt, in Ajdabiya three": the comma starts the next item
        if reading.numbers_between(end, spot.mention.start) or not (
            _DIRECTLY.fullmatch(gap) or _IN_PARENTHESES.fullmatch(gap)
        ):
            return None
        return Choice(reading.listed_with(spot), f"“{spot.mention.text}” follows the number", exact=True)
    return None


def own_sentence(claim: Claim, reading: Reading) -> Choice | None:
    """The best place word of the claim's own sentence: put there by a preposition, narrow, near, in the same clause."""
    found = reading.possible(reading.sentence_of(claim))
    if not found or claim.quantity.start is None:
        return None
    best = max(found, key=lambda spot: _nearness(spot, claim, reading))
    return Choice(reading.listed_with(best), f"“{best.mention.text}” is named in the same sentence")


def earlier_in_paragraph(claim: Claim, reading: Reading) -> Choice | None:
    """A place of the sentences before it in its paragraph, the nearest sentence first."""
    sentence = reading.sentence_of(claim)
    paragraph = reading.passage.sentences[sentence].paragraph
    for n in range(sentence - 1, -1, -1):
        if reading.passage.sentences[n].paragraph != paragraph:
            return None
        found = [spot for spot in reading.possible(n) if spot.level >= Level.REGION]
        if found:
            best = max(found, key=lambda spot: (spot.mention.locative, spot.level, spot.mention.start))
            return Choice(reading.listed_with(best), f"“{best.mention.text}” is named before it in its paragraph")
    return None


def main_event(claim: Claim, reading: Reading) -> Choice | None:
    """The place of the event that the report tells of."""
    spot = reading.event if claim.scope is Scope.INCIDENT else reading.count
    return (
        None
        if spot is None
        else Choice(reading.listed_with(spot), f"“{spot.mention.text}” is where the report puts its event")
    )


def country_of_focus(claim: Claim, reading: Reading) -> Choice | None:
    """The country that the report is about, where no narrower place is named."""
    found = reading.gazetteer.country(reading.focus.country) if reading.focus.country else None
    unsure = claim.scope is Scope.BACKGROUND and reading.focus.share(reading.focus.country) < CERTAIN
    if found is None or unsure:
        return None
    return Choice(
        (),
        f"the report speaks of {found.place.name} and names no narrower place of harm",
        country=reading.focus.country,
    )


def leads_clause(claim: Claim, reading: Reading) -> Choice | None:
    """The place that opens the clause with the number: "In Derna ten died", "Nineveh: 72", "The town of X lost 3"."""
    start = claim.quantity.start
    if start is None:
        return None
    before = [spot for spot in reading.possible(reading.sentence_of(claim)) if spot.mention.end <= start]
    if not before or not _opens(before[-1], reading):
        return None
    spot = before[-1]
    gap = re.sub(r"^ ?[:–—(\-] ?", "", reading.passage.text[spot.mention.end : start])
    if len(gap) > NEAR or ";" in gap or _NEW_CLAUSE.search(gap):
        return None
    return Choice(reading.listed_with(spot), f"“{spot.mention.text}” opens the clause with the number", exact=True)


def _opens(spot: Spot, reading: Reading) -> bool:
    sentence = reading.passage.sentences[reading.passage.index_at(spot.mention.start)]
    before = reading.passage.text[sentence.start : spot.mention.start]
    after = reading.passage.text[spot.mention.end : spot.mention.end + 2]
    return bool(_OPENING.search(before)) and (
        spot.mention.locative or after[:1] in (":", "(") or after == " (" or before.strip() == ""
    )


RULES: dict[Scope, tuple[Rule, ...]] = {
    Scope.INCIDENT: (own_words, leads_clause, own_sentence, earlier_in_paragraph, main_event, country_of_focus),
    Scope.CUMULATIVE: (own_words, leads_clause, own_sentence, main_event, country_of_focus),
    Scope.BACKGROUND: (own_words, leads_clause, own_sentence, earlier_in_paragraph, country_of_focus),
}


def answers(claim: Claim, reading: Reading) -> dict[str, Choice]:
    """What each rule for the claim's scope says, by its name, in the order of the rules."""
    said = ((rule.__name__, rule(claim, reading)) for rule in RULES[claim.scope])
    return {name: choice for name, choice in said if choice is not None}


def ruled(claim: Claim, reading: Reading, said: dict[str, Choice], parent: Choice | None) -> Choice:
    """What the rules say in all, given what each says and what they said of the parent."""
    if parent is not None and claim.relation is not Relation.TOTAL:
        return _of_part(claim, reading, said, parent)
    for choice in said.values():
        return _narrowed(choice, claim, reading)
    return Choice((), _nothing(claim))


def _of_part(claim: Claim, reading: Reading, said: dict[str, Choice], parent: Choice) -> Choice:
    """A part of another claim lies where that lies, unless its own words name a place."""
    own = said.get("own_words") or said.get("leads_clause")
    if own is None and claim.relation is Relation.SUBSET and _listed_places(claim, reading):
        own = said.get("own_sentence")
    if own is not None and not _wider(own, parent):
        return own
    return replace(parent, why=f"as the claim it belongs to: {parent.why}", exact=False)


def _listed_places(claim: Claim, reading: Reading) -> bool:
    """Whether the sentence gives several numbers to several places."""
    sentence = reading.sentence_of(claim)
    here = [number for number in reading.numbers if reading.passage.index_at(number[0]) == sentence]
    return len(here) > 1 and len({spot.key for spot in reading.possible(sentence)}) > 1


def _wider(own: Choice, parent: Choice) -> bool:
    return bool(own.spots and parent.spots) and own.spots[0].level < parent.spots[0].level


def _narrowed(choice: Choice, claim: Claim, reading: Reading) -> Choice:
    """Where the sentence names only the country or province of the report's event, the event's own place is meant."""
    event = reading.event
    if claim.scope is not Scope.INCIDENT or event is None or len(choice.spots) != 1:
        return choice
    around = choice.spots[0]
    if event.key == around.key:
        return choice
    if event.inside is not None and event.inside.key == around.key:
        return Choice(
            (event,), f"“{event.mention.text}”, where the report puts its event, lies in “{around.mention.text}”"
        )
    if around.level >= Level.DISTRICT or event.level <= around.level or not may_contain(around.place, event.place):
        return choice
    return Choice(
        reading.listed_with(event),
        f"“{event.mention.text}”, where the report puts its event, lies in “{around.mention.text}”",
    )


def _nearness(spot: Spot, claim: Claim, reading: Reading) -> float:
    """How likely the place word goes with the number. Weights: tried on the read articles, in steps of a half."""
    start, end = claim.quantity.start or 0, claim.quantity.end or 0
    left, right = (spot.mention.end, start) if spot.mention.end <= start else (end, spot.mention.start)
    score = 3.0 if spot.mention.locative else 0.0
    score += (
        0.8 * (spot.level - Level.COUNTRY)
        if claim.scope is not Scope.CUMULATIVE
        else 0.3 * (spot.level - Level.COUNTRY)
    )
    score -= 2.0 * reading.numbers_between(left, right)
    score -= 2.0 * len(_BREAK.findall(reading.passage.text, max(0, left), max(0, right)))
    return score - abs(right - left) / 100


def _place_first(claim: Claim, reading: Reading) -> bool:
    start = claim.quantity.start or 0
    return any(spot.mention.end <= start for spot in reading.possible(reading.sentence_of(claim)))


def _number_follows(reading: Reading, spot: Spot) -> bool:
    sentence = reading.passage.sentences[reading.passage.index_at(spot.mention.start)]
    return any(spot.mention.end <= number[0] < sentence.end for number in reading.numbers)


def _nothing(claim: Claim) -> str:
    if claim.scope is Scope.BACKGROUND:
        return "background, and its paragraph names no place: the report's own place is not borrowed"
    return "the report names no place of harm and no country"
