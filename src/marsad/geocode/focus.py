"""The country a report is about, from all its place words together."""

from collections import defaultdict
from dataclasses import dataclass, field

from marsad.geocode.gazetteer import Level
from marsad.geocode.keys import exact_key
from marsad.geocode.mention import Mention
from marsad.geocode.passage import Passage
from marsad.geocode.patterns import Role

# What a word of each kind says for its country. Roles weaken it: a speaker's or a backer's country is rarely the place.
WEIGHTS = {Level.COUNTRY: 3.0, Level.REGION: 3.0, Level.PROVINCE: 3.0, Level.DISTRICT: 3.0, Level.SETTLEMENT: 1.5}
PEOPLE = 1.2
IN_LEAD = 2.0
ROLE_FACTOR = {
    Role.ACTOR: 0.25,
    Role.SPEAKER: 0.2,
    Role.DATELINE: 0.15,
    Role.CREDIT: 0.1,
    Role.DESTINATION: 0.3,
    Role.HOSPITAL: 0.6,
    Role.RESIDENTS: 0.8,
    Role.ORIGIN: 0.3,
    Role.REFERENCE: 0.5,
    Role.BACKGROUND: 0.4,
    Role.ORGANISATION: 0.7,
}
LARGE = 100_000  # people: a settlement that speaks for its country when nothing else does
LITTLE = 1.0  # evidence below which settlements are asked
AHEAD = 1.15  # times the evidence of the next country that the focus must have
DOMINANT = 5  # times as many people as the next of the name


@dataclass(frozen=True, slots=True)
class Focus:
    """How much the report speaks for each country and for each first-level unit ("CC.name")."""

    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    units: dict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    put: set[str] = field(default_factory=set)  # keys of names that a preposition puts somewhere at least once

    @property
    def country(self) -> str | None:
        """The country the report is about: clearly ahead of the next, else None."""
        ranked = sorted(self.countries, key=lambda code: -self.countries[code])
        if not ranked or (len(ranked) > 1 and self.countries[ranked[0]] < AHEAD * self.countries[ranked[1]]):
            return None
        return ranked[0]

    @property
    def total(self) -> float:
        """All evidence together."""
        return sum(self.countries.values())

    def share(self, country: str | None) -> float:
        """The part of all evidence that speaks for the country, 0 to 1."""
        return self.countries.get(country, 0.0) / self.total if country is not None and self.countries else 0.0


def focus(found: list[Mention], passage: Passage) -> Focus:
    """The focus of a report with these place words.

    Settlements speak only where countries, units and peoples say next to nothing: a town's name is found in many
    countries.
    """
    result = Focus()
    lead = passage.lead
    weighed = [
        (m, (IN_LEAD if passage.index_at(m.start) in lead else 1.0) * (ROLE_FACTOR[m.role] if m.role else 1.0))
        for m in found
    ]
    for mention, factor in weighed:
        _count(result, mention, factor)
        if mention.locative:
            result.put.add(exact_key(mention.name))
    if result.total < LITTLE:
        for mention, factor in weighed:
            _count_settlement(result, mention, factor)
    return result


def _count(result: Focus, mention: Mention, factor: float) -> None:
    if mention.people:
        result.countries[mention.people] += PEOPLE * factor
        return
    wide = [c for c in mention.means if c.level < Level.SETTLEMENT and c.country]
    countries = {c.country for c in wide}  # a name of several countries speaks little for each
    for candidate in wide:
        weight = WEIGHTS.get(candidate.level, 1.0) * factor / len(countries) ** 2
        if candidate.country:
            result.countries[candidate.country] += weight
            if candidate.place.admin1:
                result.units[candidate.country, candidate.place.admin1] += weight


def _count_settlement(result: Focus, mention: Mention, factor: float) -> None:
    if not mention.means or mention.sounded or mention.means[0].level < Level.SETTLEMENT:
        return
    first = mention.means[0]
    others = [c.population for c in mention.means[1:] if c.country != first.country]
    if first.country and first.population >= LARGE and first.population >= DOMINANT * max(others, default=0):
        result.countries[first.country] += WEIGHTS[Level.SETTLEMENT] * factor
        if first.place.admin1:
            result.units[first.country, first.place.admin1] += WEIGHTS[Level.SETTLEMENT] * factor
