"""A report laid out for the choice of places: its options, and what the hand rules say of each claim."""

from collections import Counter, defaultdict
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from math import log10

from marsad.geocode.gazetteer import Level
from marsad.geocode.options import Key, Option, country_key, key_of, options
from marsad.geocode.places import place_of
from marsad.geocode.reading import Reading, may_contain
from marsad.geocode.rules import Choice, answers, ruled
from marsad.geocode.spot import Spot
from marsad.model import Claim, Place, Relation, Scope

DIRECT = ("own_words", "leads_clause")
FEW = 8  # places of an equal figure that are looked at
REACH = 6  # sentences before a claim from which every place is a choice


def _kind(option: Option) -> str:
    """Places of one kind are rivals: narrow ones, units, lands."""
    return "list" if option.rows else "narrow" if option.level >= Level.DISTRICT else option.level.name


class Scene:
    """One report with its claims and the places that they may mean. Everything is worked out once, when asked."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.options: list[Option] = options(reading)
        self.claims = {claim.id: claim for claim in reading.claims}
        self.sentence = {claim.id: reading.sentence_of(claim) for claim in reading.claims}
        self.by_rules: dict[str, dict[Key, dict[str, float]]] = {}  # of claim and place: see `signs`
        self._said: dict[str, dict[str, Choice]] = {}
        self._keys: dict[str, dict[str, Key]] = {}
        self._ruled_keys: dict[str, Key | None] = {}
        self._ruled: dict[str, Choice] = {}
        self._direct: dict[str, Key | None] = {}
        self._claim_signs: dict[str, dict[str, float]] = {}
        self._weights: dict[Key, float] = {}
        self._ranks: dict[Key, tuple[int, int, float, float]] = {}

    @cached_property
    def told(self) -> Counter[int]:
        """How many claims each sentence holds."""
        return Counter(self.sentence.values())

    @cached_property
    def shares(self) -> dict[Scope, float]:
        """The part of the report's claims that is of each scope."""
        found = Counter(claim.scope for claim in self.claims.values())
        return {scope: found[scope] / max(1, len(self.claims)) for scope in Scope}

    @cached_property
    def event(self) -> Key | None:
        """The option where the rules put the report's event."""
        return key_of(self.reading.event) if self.reading.event else None

    @cached_property
    def count(self) -> Key | None:
        """The option that the rules take for the area of the report's count."""
        return key_of(self.reading.count) if self.reading.count else None

    @cached_property
    def holds(self) -> Counter[Key]:
        """How many other options are said to lie in each option."""
        pairs = {(option.key, key_of(seen.spot.inside)) for option in self.options for seen in option.seen
                 if seen.spot.inside is not None}  # fmt: skip
        return Counter(outer for _, outer in pairs)

    @cached_property
    def _by_sentence(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for n, option in enumerate(self.options):
            for seen in option.seen:
                found[seen.sentence].append(n)
        return found

    def place(self, option: Option, n: int, scope: Scope) -> Place:
        """The place of the option as mention n names it, for a claim of that scope."""
        if option.country is not None:
            return replace(option.country.place, text=option.country.place.name)
        return place_of(option.spots_at(n), scope)

    def inner(self, option: Option) -> int:
        """How many narrower options may lie in the option, as far as countries and units tell."""
        if not option.seen:
            return 0
        place, level = option.seen[0].spot.place, option.level
        if place.country is None or level >= Level.SETTLEMENT:
            return 0
        return sum(n for (country, unit, other), n in self._narrow.items()
                   if other > level and country == place.country
                   and (level <= Level.REGION or unit in (None, place.admin1)))  # fmt: skip

    def foremost_inner(self, option: Option) -> float:
        """The part of the weight of its kind that the foremost narrower place has that may lie in the option."""
        if not option.seen and option.country is None:
            return 0.0
        if option.level >= Level.DISTRICT or option.rows:
            return 0.0
        place = option.country.place if option.country else option.seen[0].spot.place
        best = next((o for o in self._kinds.get("narrow", ()) if may_contain(place, o.seen[0].spot.place)), None)
        return self.rank(best)[3] if best else 0.0

    def claim_signs(self, claim: Claim) -> dict[str, float]:
        """What the claim and its report are like, whatever the place: weighed for each kind of place."""
        if claim.id not in self._claim_signs:
            value = claim.quantity.low if claim.quantity.low is not None else claim.quantity.high
            self._claim_signs[claim.id] = {
                "a report of counts": self.shares[Scope.CUMULATIVE],
                "a report of events": self.shares[Scope.INCIDENT],
                "many narrow places": min(5, len(self._kinds.get("narrow", ()))) / 5,
                "large number": min(6.0, log10(max(1, value or 1))) / 6,
                f"of {claim.measure.value}": 1.0,
                "in the headline or lead itself": float(self.sentence[claim.id] in self.reading.passage.lead),
            }
        return self._claim_signs[claim.id]

    @cached_property
    def _narrow(self) -> Counter[tuple[str | None, str | None, Level]]:
        """How many options there are of each country, unit and level below the country's."""
        return Counter(
            (o.seen[0].spot.place.country, o.seen[0].spot.place.admin1, o.level)
            for o in self.options if o.seen and not o.rows and o.level > Level.COUNTRY and self.weight(o)
        )  # fmt: skip

    def weight(self, option: Option) -> float:
        """How much the report speaks of the place: its mentions, those of the headline and the lead counted more."""
        if option.key not in self._weights:
            self._weights[option.key] = self._weight(option)
        return self._weights[option.key]

    def _weight(self, option: Option) -> float:
        passage = self.reading.passage
        return sum(
            (2.0 if seen.spot.mention.locative else 1.0)
            * (3.0 if seen.sentence == passage.headline else 2.0 if seen.sentence in passage.lead else 1.0)
            for seen in option.seen if seen.spot.mention.role is None and not self.reading.is_past(seen.sentence)
        )  # fmt: skip

    def rank(self, option: Option) -> tuple[int, int, float, float]:
        """Its rank by weight among options of its kind, how many there are, by how much it leads, and its part."""
        if option.key not in self._ranks:
            row = self._kinds[_kind(option)]
            weights = [self.weight(o) for o in row]
            total = sum(weights) or 1.0
            for n, one in enumerate(row):
                other = max((w for m, w in enumerate(weights[:2]) if m != n), default=0.0)
                ahead = max(0.0, weights[n] - other) / (weights[n] or 1.0)
                self._ranks[one.key] = (n, len(row), ahead, weights[n] / total)
        return self._ranks[option.key]

    @cached_property
    def _kinds(self) -> dict[str, list[Option]]:
        """The options of each kind, the most spoken of first."""
        found: dict[str, list[Option]] = defaultdict(list)
        for option in self.options:
            found[_kind(option)].append(option)
        return {kind: sorted(row, key=lambda o: -self.weight(o)) for kind, row in found.items()}

    def first_of_kind(self, option: Option) -> bool:
        """Whether no place of its kind is named before it."""
        return option.key == self._firsts[_kind(option)]

    @cached_property
    def _firsts(self) -> dict[str, Key]:
        return {
            kind: min(row, key=lambda o: o.seen[0].spot.mention.start if o.seen else 0).key
            for kind, row in self._kinds.items()
        }

    @staticmethod
    def may_hold(spot: Spot, option: Option) -> bool:
        """Whether the option may lie in the spot, as far as countries, units and the text tell."""
        if not option.seen or spot.level >= option.level or spot.level >= Level.SETTLEMENT:
            return False
        inner = option.seen[0].spot
        return (inner.inside is not None and inner.inside.key == spot.key) or may_contain(spot.place, inner.place)

    def possible(self, option: Option, claim: Claim) -> bool:
        """Background lies in a narrow place only if its own paragraph names it: the event's town is not borrowed."""
        if claim.scope is not Scope.BACKGROUND:
            return True
        sentences, own = self.reading.passage.sentences, self.sentence[claim.id]
        here = (sentences[seen.sentence].paragraph == sentences[own].paragraph for seen in option.seen)
        return option.level <= Level.COUNTRY or any(here)

    def around(self, claim: Claim) -> list[int]:
        """The options of the claim's own sentence, the one after, and those before it up to REACH sentences away."""
        own = self.sentence[claim.id]
        return sorted({n for sentence in range(own - REACH, own + 2) for n in self._by_sentence.get(sentence, ())})

    def said(self, claim: Claim) -> dict[str, Key]:
        """The option that each rule names for a claim, by the rule's name."""
        if claim.id not in self._keys:
            said = self._answers(claim).items()
            self._keys[claim.id] = {name: key for name, choice in said if (key := self.key(choice))}
        return self._keys[claim.id]

    def direct(self, claim: Claim) -> Key | None:
        """Where the words next to the number put it, or the number before it, if no place stands between the two."""
        if claim.id not in self._direct:
            said = self.said(claim)
            own = next((said[name] for name in DIRECT if name in said), None)
            before = self._before.get(claim.id) if own is None else None
            self._direct[claim.id] = self.direct(before) if before else own
        return self._direct[claim.id]

    @cached_property
    def _before(self) -> dict[str, Claim]:
        """For each claim the one whose number stands before its own in its sentence, with no place between."""
        found: dict[str, Claim] = {}
        row = sorted(self.claims.values(), key=lambda claim: claim.quantity.start or 0)
        for before, claim in pairwise(row):
            first, last = before.quantity.end or 0, claim.quantity.start or 0
            here = self.sentence[claim.id]
            if self.sentence[before.id] == here and first <= last:
                spots = self.reading.possible(here)
                if not any(first <= spot.mention.start < last for spot in spots):
                    found[claim.id] = before
        return found

    def ruled(self, claim: Claim) -> Key | None:
        """The option that the rules choose in all."""
        if claim.id not in self._ruled_keys:
            self._ruled_keys[claim.id] = self.key(self._choice(claim, frozenset()))
        return self._ruled_keys[claim.id]

    def parent(self, claim: Claim) -> Claim | None:
        """The claim that this one is a part of, an addition to or a repeat of."""
        return None if claim.relation is Relation.TOTAL else self.claims.get(claim.parent or "")

    @cached_property
    def equals(self) -> dict[str, set[Key]]:
        """For each claim, where equal figures of the report are put by the words next to them."""
        of_figure: dict[tuple[object, ...], dict[str, set[Key]]] = defaultdict(dict)
        for claim in self.claims.values():
            said = self.said(claim)
            here = {said[name] for name in ("own_words", "leads_clause") if name in said}
            of_figure[claim.measure, claim.quantity.low, claim.quantity.high][claim.id] = here
        found: dict[str, set[Key]] = {}
        for group in of_figure.values():
            counts = Counter(key for keys in group.values() for key in keys)
            for one, keys in group.items():
                found[one] = {key for key, number in counts.most_common(FEW) if number > (key in keys)}
        return found

    def key(self, choice: Choice) -> Key | None:
        """The option that a rule's answer means."""
        if choice.spots:
            return tuple(part for spot in choice.spots for part in key_of(spot))
        country = self.reading.gazetteer.country(choice.country) if choice.country else None
        return country_key(country) if country else None

    def _answers(self, claim: Claim) -> dict[str, Choice]:
        if claim.id not in self._said:
            self._said[claim.id] = answers(claim, self.reading)
        return self._said[claim.id]

    def _choice(self, claim: Claim, above: frozenset[str]) -> Choice:
        """The rules' choice; the parent's is made first. A circle of parents is cut where it closes."""
        if claim.id not in self._ruled:
            parent, of_parent = self.claims.get(claim.parent or ""), None
            if parent is not None and parent.id not in above | {claim.id}:
                of_parent = self._choice(parent, above | {claim.id})
            self._ruled[claim.id] = ruled(claim, self.reading, self._answers(claim), of_parent)
        return self._ruled[claim.id]
