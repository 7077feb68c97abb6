"""The places that a claim of a report may mean: each place with all its mentions, lists of places, and the country."""

from collections import defaultdict
from dataclasses import dataclass

from marsad.geocode.gazetteer import Candidate, Level
from marsad.geocode.keys import exact_key
from marsad.geocode.reading import Reading
from marsad.geocode.spot import Spot
from marsad.model import Claim

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention of an option: its spot, and the number of the sentence that holds it."""

    spot: Spot
    sentence: int


@dataclass(frozen=True, slots=True)
class Option:
    """A place that a claim may mean, with its mentions in order.

    `rows` holds for a list of places ("Bokkos and Barkin Ladi") the spots of each mention, in the order of `seen`;
    `country` is set for the report's country where no word names it.
    """

    key: Key
    seen: tuple[Seen, ...]
    rows: tuple[tuple[Spot, ...], ...] = ()
    country: Candidate | None = None

    @property
    def level(self) -> Level:
        """How large the place is."""
        return self.seen[0].spot.level if self.seen else Level.COUNTRY

    def spots_at(self, n: int) -> tuple[Spot, ...]:
        """What mention n names: one spot, or those of a list."""
        return self.rows[n] if self.rows else (self.seen[n].spot,)


def key_of(spot: Spot) -> Key:
    """Two spots of one key are one place in this report: they bear one name in one country."""
    return (
        spot.place.country or "",
        exact_key((spot.place.text or spot.mention.text).removesuffix(spot.mention.called)),
    )


def options(reading: Reading) -> list[Option]:
    """Every place that a claim of the report may mean, in the order of their first mentions."""
    single: dict[Key, list[Seen]] = defaultdict(list)
    lists: dict[Key, list[tuple[Seen, tuple[Spot, ...]]]] = defaultdict(list)
    for sentence, spots in sorted(reading.by_sentence.items()):
        for spot in spots:
            single[key_of(spot)].append(Seen(spot, sentence))
        for row in reading.rows(sentence):
            key = tuple(part for spot in row for part in key_of(spot))
            lists[key].append((Seen(row[0], sentence), row))
    found = [Option(key, tuple(seen)) for key, seen in single.items()]
    found += [Option(key, tuple(s for s, _ in pairs), tuple(row for _, row in pairs)) for key, pairs in lists.items()]
    country = _unnamed_country(reading, found)
    return [*found, country] if country else found


def _unnamed_country(reading: Reading, found: list[Option]) -> Option | None:
    """The country that the report is about, where no word names it (only its peoples, offices or units)."""
    code = reading.focus.country
    country = reading.gazetteer.country(code) if code else None
    if country is None or any(s.spot.place.id == country.place.id for option in found for s in option.seen):
        return None
    return Option(country_key(country), (), (), country)


def country_key(country: Candidate) -> Key:
    """The key of a country, named or not."""
    return (country.country or "", exact_key(country.place.name or ""))


def kind_of(claim: Claim, option: Option) -> str:
    """What weighs the signs: the claim's scope, and whether the place is a list, narrow, a unit or a land."""
    size = (
        "list"
        if option.rows
        else "narrow"
        if option.level >= Level.DISTRICT
        else "unit"
        if option.level is Level.PROVINCE
        else "land"
    )
    return f"{claim.scope.value} {size}"
