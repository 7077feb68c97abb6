"""The choice of a claim's place among all that its report names: learned, over what the hand rules say."""

from dataclasses import dataclass
from functools import cached_property

from marsad.geocode.learned import shares, weights
from marsad.geocode.options import Option, kind_of
from marsad.geocode.scene import Scene
from marsad.geocode.signs import Signs, near, nearest, standing
from marsad.geocode.votes import Votes
from marsad.model import Claim, Place

ALWAYS = 16  # options that every claim may mean, the most prominent; beside those near it
EXACT = frozenset({"own_words", "leads_clause"})


@dataclass(frozen=True, slots=True)
class Chosen:
    """The place of a claim, or None, with the sentence that says why.

    `exact` tells that the words next to the number put it there; `probability` is the model's own, 0 to 1.
    """

    place: Place | None
    why: str
    probability: float = 1.0
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A place that a claim may mean, with the signs for and against. `kind` is what weighs them (`learned.py`)."""

    option: Option
    signs: Signs
    kind: str


class Chooser:
    """The choice for the claims of one report, in two passes: each claim alone, then in view of all the others."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._standing: dict[int, Signs] = {}

    @cached_property
    def cases(self) -> dict[str, dict[int, Case]]:
        """For each claim the places that it may mean, by their number among the options."""
        return {
            claim.id: {n: self._case(claim, n) for n in sorted({*self._prominent, *self.scene.around(claim)})
                       if self.scene.possible(self.scene.options[n], claim)}
            for claim in self.scene.reading.claims
        }  # fmt: skip

    def _case(self, claim: Claim, n: int) -> Case:
        option = self.scene.options[n]
        if n not in self._standing:
            self._standing[n] = standing(self.scene, option)
        return Case(option, self._standing[n] | near(self.scene, option, claim), kind_of(claim, option))

    @cached_property
    def first(self) -> dict[str, dict[int, float]]:
        """The probabilities of the first pass."""
        model = weights().first
        return {
            claim: shares({n: model.score(case.signs, case.kind) for n, case in cases.items()}, model)
            for claim, cases in self.cases.items()
        }

    def choose(self, claim: Claim) -> Chosen:
        """The most probable of the places that the claim may mean, or none where that is more probable."""
        found, model = self.cases[claim.id], weights().second
        if not found:
            return Chosen(None, "the report names no place of harm and no country")
        votes = self.votes(claim)
        scores = {n: model.score(votes[n], case.kind) for n, case in found.items()}
        likely = shares(scores, model)
        best = max(found, key=lambda n: (scores[n], -n))
        case = found[best]
        if model.nowhere > scores[best]:
            return self._none(case, 1.0 - sum(likely.values()))
        return self._chosen(claim, case, likely[best])

    def again(self) -> "Chooser":
        """A chooser of the same places that has chosen nothing: for other weights."""
        other = Chooser(self.scene)
        other.cases = self.cases
        return other

    @cached_property
    def _votes(self) -> Votes:
        return Votes(self.scene, self.first)

    def votes(self, claim: Claim) -> dict[int, Signs]:
        """The signs of the second pass, by option: what the first pass made of it and the others."""
        return self._votes.signs(claim, self.cases[claim.id])

    @cached_property
    def _prominent(self) -> list[int]:
        """The options that stand out: told often, in the headline or the lead."""
        passage, options = self.scene.reading.passage, self.scene.options
        ranks = [
            -sum(1 + 3 * (seen.sentence == passage.headline) + 2 * (seen.sentence in passage.lead) for seen in o.seen)
            - 9 * (o.country is not None)
            for o in options
        ]
        return sorted(range(len(options)), key=lambda n: (ranks[n], n))[:ALWAYS]

    def _chosen(self, claim: Claim, case: Case, sure: float) -> Chosen:
        option = case.option
        shown = ", ".join(weights().first.heaviest(case.signs, case.kind)) or "no sign"
        if option.country is not None:
            name = option.country.place.name
            why = f"the report speaks of {name} and names no narrower place of harm: learned {sure:.2f} ({shown})"
            return Chosen(self.scene.place(option, 0, claim.scope), why, sure)
        at = nearest(self.scene, option, claim) or 0
        words = " and ".join(f"“{spot.mention.text}”" for spot in option.spots_at(at))
        exact = any(self.scene.said(claim).get(rule) == option.key for rule in EXACT)
        return Chosen(self.scene.place(option, at, claim.scope), f"{words}: learned {sure:.2f} ({shown})", sure, exact)

    @staticmethod
    def _none(case: Case, sure: float) -> Chosen:
        best = case.option.country.place.name if case.option.country else case.option.seen[0].spot.mention.text
        return Chosen(None, f"no place that the report names is likely, not even “{best}”: learned {sure:.2f}", sure)
