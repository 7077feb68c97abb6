"""One report as the choice of places sees it: its passage, its spots by sentence, and where its events happened."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from marsad.geocode.focus import Focus, focus
from marsad.geocode.gazetteer import Gazetteer, Level
from marsad.geocode.mentions import mentions
from marsad.geocode.passage import Passage
from marsad.geocode.patterns import Role
from marsad.geocode.resolve import spots
from marsad.geocode.roles import with_roles
from marsad.geocode.spot import Spot
from marsad.model import Claim, Place, Relation, Report, Scope

# A sentence that tells of another time: "in 2019", "last year", "four years ago", "in October last year".
_ANOTHER_TIME = re.compile(
    r"\b(?:in|since|of|early|late|mid)-? ?(?:January |February |March |April |May |June |July |August |"
    r"September |October |November |December )?(?:19\d\d|20\d\d)\b|\blast year\b|\byears? (?:ago|earlier|"
    r"before)\b|"
    r"\banniversary\b|\bprevious (?:attack|bombing|massacre)",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"(?:,? and |, (?:and )?| & |/|,? as well as )(?:(?:in|the|villages|village|of|nearby|neighbouring|around) ){0,3}"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

# How much a level says about where one event was, and where a count over several was: tried on the read articles.
FOR_EVENT = {
    Level.SITE: 0.5,
    Level.SETTLEMENT: 1.0,
    Level.DISTRICT: 0.95,
    Level.PROVINCE: 0.6,
    Level.REGION: 0.5,
    Level.COUNTRY: 0.2,
    Level.LAND: 0.1,
}
FOR_COUNT = {
    Level.SITE: 0.5,
    Level.SETTLEMENT: 0.6,
    Level.DISTRICT: 0.7,
    Level.PROVINCE: 0.9,
    Level.REGION: 1.2,
    Level.COUNTRY: 0.8,
    Level.LAND: 0.2,
}
# Roles that leave a place in play where nothing better is named.
FALLBACK = {Role.HOSPITAL: 0.15, Role.ORGANISATION: 0.3, Role.REFERENCE: 0.3, Role.RESIDENTS: 0.6}
IN_HEADLINE, IN_LEAD, WITH_NUMBER = 2.5, 2.0, 1.5
OFTEN = 0.3  # the share of evidence from which a second country is no side remark


@dataclass(frozen=True)
class Reading:
    """A report with its claims and place words. All offsets are into the report's text."""

    report: Report
    claims: tuple[Claim, ...]
    passage: Passage
    focus: Focus
    spots: tuple[Spot, ...]
    gazetteer: Gazetteer

    @staticmethod
    def of(claims: Iterable[Claim], report: Report, gazetteer: Gazetteer) -> "Reading":
        """Read the report."""
        passage = Passage(report.text)
        found = with_roles(mentions(report.text, gazetteer), passage)
        about = focus(found, passage)
        return Reading(report, tuple(claims), passage, about, tuple(spots(found, about, passage, gazetteer)), gazetteer)

    @cached_property
    def by_sentence(self) -> dict[int, list[Spot]]:
        """The spots of each sentence, in order."""
        found: dict[int, list[Spot]] = defaultdict(list)
        for spot in self.spots:
            found[self.passage.index_at(spot.mention.start)].append(spot)
        return found

    @cached_property
    def numbers(self) -> list[tuple[int, int]]:
        """The spans of the claims' number phrases, in order."""
        return sorted(
            (c.quantity.start, c.quantity.end)
            for c in self.claims
            if c.quantity.start is not None and c.quantity.end is not None
        )

    def sentence_of(self, claim: Claim) -> int:
        """The number of the sentence that holds the claim's number."""
        return self.passage.index_at(claim.sentence.start if claim.quantity.start is None else claim.quantity.start)

    def possible(self, sentence: int) -> list[Spot]:
        """The spots of a sentence that may be a place of harm."""
        return self._possible.get(sentence, [])

    @cached_property
    def _possible(self) -> dict[int, list[Spot]]:
        return {
            sentence: [spot for spot in spots if spot.mention.role is None and not self._by_the_way(spot)]
            for sentence, spots in self.by_sentence.items()
        }

    @cached_property
    def _up_to(self) -> list[int]:
        """How many spots that may be a place of harm stand before each sentence."""
        return [0, *accumulate(len(self.possible(n)) for n in range(len(self.passage.sentences)))]

    def possible_between(self, first: int, last: int) -> int:
        """How many spots may be a place of harm in the sentences from `first` up to but not with `last`."""
        return self._up_to[last] - self._up_to[first]

    def is_past(self, sentence: int) -> bool:
        """Whether the sentence tells only of another time."""
        return sentence in self._past

    @cached_property
    def _home(self) -> str | None:
        return self.focus.country

    def _by_the_way(self, spot: Spot) -> bool:
        """Another country or its town, named with nothing that puts the harm there ("Israel, widely blamed")."""
        foreign = spot.place.country != self._home and self.focus.share(spot.place.country) < OFTEN
        return foreign and not spot.mention.locative and spot.level is not Level.LAND

    @cached_property
    def _news(self) -> set[int]:
        """Sentences with a claim that is not background."""
        return {self.sentence_of(claim) for claim in self.claims if claim.scope is not Scope.BACKGROUND}

    @cached_property
    def _past(self) -> set[int]:
        """Sentences that tell only of another time, or whose claims are all background."""
        background = {self.sentence_of(claim) for claim in self.claims if claim.scope is Scope.BACKGROUND}
        other = {
            n for n, s in enumerate(self.passage.sentences) if self._another_time(self.passage.text[s.start : s.end])
        }
        return (background | other) - self._news

    def _another_time(self, sentence: str) -> bool:
        published = (self.report.published_at or "")[:4]
        found = _ANOTHER_TIME.search(sentence)
        return bool(found) and not (
            published and all(year == published for year in _YEAR.findall(sentence)) and _YEAR.search(sentence)
        )

    @cached_property
    def event(self) -> Spot | None:
        """Where the report's one event happened, as far as its place words tell."""
        return self._main(FOR_EVENT, Scope.INCIDENT)

    @cached_property
    def count(self) -> Spot | None:
        """The area that the report's count covers."""
        return self._main(FOR_COUNT, Scope.CUMULATIVE) or self._main(FOR_COUNT, Scope.BACKGROUND) or self.event

    def _main(self, by_level: dict[Level, float], scope: Scope) -> Spot | None:
        scores: dict[tuple[str, str], float] = defaultdict(float)
        first: dict[tuple[str, str], Spot] = {}
        told = {self.sentence_of(c) for c in self.claims if c.scope is scope and c.relation is not Relation.SUBSET}
        for spot in self.spots:
            weight = self._weight(spot, told, scope)
            if weight:
                scores[spot.key] += weight * by_level[spot.level]
                first.setdefault(spot.key, spot)
        if not scores:
            return None
        return first[max(scores, key=lambda key: (scores[key], -first[key].mention.start))]

    def _weight(self, spot: Spot, told: set[int], scope: Scope) -> float:
        """How much one mention says for its place. Zero where it cannot be the place of what the report tells."""
        sentence = self.passage.index_at(spot.mention.start)
        role = spot.mention.role
        if sentence in self._past or self._by_the_way(spot) or not self._counts(spot, sentence, told, scope):
            return 0.0
        weight = 2.0 if spot.mention.locative else 1.0
        weight *= 1.0 if role is None else FALLBACK.get(role, 0.0)
        weight *= (
            IN_HEADLINE if sentence == self.passage.headline else IN_LEAD if sentence in self.passage.lead else 1.0
        )
        weight *= WITH_NUMBER if sentence in told else 1.0
        return weight * (1.0 if spot.place.country in (None, self.focus.country) else 0.5)

    def _counts(self, spot: Spot, sentence: int, told: set[int], scope: Scope) -> bool:
        """Whether the spot may be what a claim of the scope is about, by its level and where it stands."""
        if scope is Scope.INCIDENT or sentence in told or sentence == self.passage.headline:
            return True
        if spot.level > Level.PROVINCE:
            return False  # a count is not of a village from another sentence
        return scope is Scope.BACKGROUND or sentence in self.passage.lead  # background stands for the whole text here

    def numbers_between(self, start: int, end: int) -> int:
        """How many claims' numbers stand between two offsets."""
        return sum(start <= number[0] and number[1] <= end for number in self.numbers)

    def listed_with(self, spot: Spot) -> tuple[Spot, ...]:
        """The spot with those that it is listed with: "Bokkos and Barkin Ladi"."""
        sentence = self.passage.index_at(spot.mention.start)
        return next((row for row in self.rows(sentence) if any(one is spot for one in row)), (spot,))

    def rows(self, sentence: int) -> list[tuple[Spot, ...]]:
        """The lists of places of a sentence: two or more that stand together."""
        if sentence not in self._rows:
            self._rows[sentence] = self._lists(
                [s for s in self.by_sentence.get(sentence, ()) if s.mention.role is None]
            )
        return self._rows[sentence]

    @cached_property
    def _rows(self) -> dict[int, list[tuple[Spot, ...]]]:
        return {}

    def _lists(self, row: list[Spot]) -> list[tuple[Spot, ...]]:
        found: list[list[Spot]] = []
        for n, spot in enumerate(row):
            if n and self._together(row[n - 1], spot):
                found[-1].append(spot)
            else:
                found.append([spot])
        return [tuple(spots) for spots in found if len(spots) > 1]

    def _together(self, left: Spot, right: Spot) -> bool:
        if left.level is not right.level and min(left.level, right.level) < Level.DISTRICT:
            return False
        if left.inside is right or right.inside is left:
            return False
        gap = self.passage.text[left.mention.end : right.mention.start]
        return bool(_LIST.fullmatch(gap)) and not self.numbers_between(left.mention.end, right.mention.start)


def may_contain(outer: Place, inner: Place) -> bool:
    """Whether the inner place may lie in the outer one, as far as countries and first-level units tell."""
    if outer.country != inner.country:
        return False
    if outer.parts:
        return inner.admin1 is None or inner.admin1 in outer.parts
    return outer.admin1 is None or inner.admin1 in (None, outer.admin1)
