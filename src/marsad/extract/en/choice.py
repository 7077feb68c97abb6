"""Which candidates are claims, and of which measure: decided by the learned model over the rules' readings."""

from dataclasses import dataclass

from spacy.tokens import Token

from marsad.extract.en import learned
from marsad.extract.en.candidates import Candidate, Page
from marsad.extract.en.context import harm_word
from marsad.extract.en.harm import Harm
from marsad.extract.en.measure_features import proposals
from marsad.extract.en.mention_features import View, features, views
from marsad.model import Measure

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Choice:
    """A kept candidate: its harm, the calibrated probability that it is right, and the reason."""

    candidate: Candidate
    harm: Harm
    confidence: float
    reason: str


def choose(page: Page) -> dict[int, Choice]:
    """The kept candidates of a page, by their place among all candidates."""
    choices = ((place, _choice(view)) for place, view in enumerate(views(page)))
    return {place: choice for place, choice in choices if choice}


def _choice(view: View) -> Choice | None:
    keep, kind = learned.model("keep"), learned.model("measure")
    named = keep.known(features(view))
    kept = keep.probabilities(named)[YES]
    if kept < keep.threshold:
        return None
    proposed = {measure: kind.known(signs) for measure, signs in proposals(view).items()}
    chances = {measure: kind.probabilities(signs)[YES] for measure, signs in proposed.items()}
    best = max(chances, key=lambda measure: (chances[measure], measure))
    reason = learned.because(kind, proposed[best], YES, chances[best], _rule_says(view.candidate))
    why = f"a claim: {', '.join(keep.heaviest(named, YES))} ({kept:.2f})"
    sure = keep.calibration(kept * chances[best])
    return Choice(view.candidate, _harm(view.candidate, best), sure, f"{reason}; {why}")


def _rule_says(candidate: Candidate) -> str:
    harm = candidate.harm
    return f"{harm.construction} {harm.trigger.text!r} {harm.measure.value}" if harm else "none"


def _harm(candidate: Candidate, measure: Measure) -> Harm:
    """The rules' reading with the measure decided; where there is none, the nearest word for that harm."""
    harm = candidate.harm
    if harm:
        return Harm(measure, harm.trigger, harm.construction)
    return Harm(measure, _nearest(candidate, measure), "learned")


def _nearest(candidate: Candidate, measure: Measure) -> Token:
    number = candidate.mention.number
    near = sorted(candidate.mention.doc, key=lambda token: abs(token.i - number.i))
    return next((token for token in near if harm_word(token) is measure), candidate.mention.head)
