"""Who says each number: the likeliest of those who could, or nobody, which is the outlet's own voice.

The candidates of a number are ranked by the learned model `speaker`; the probability of one is its share against the
others. Scope and relation are settled before.
"""

from collections.abc import Sequence
from math import exp

from marsad.extract.en import learned
from marsad.extract.en.candidates import Page
from marsad.extract.en.choice import YES
from marsad.extract.en.draft import Draft
from marsad.extract.en.speaker_features import features
from marsad.extract.en.speaker_options import Number, Option, numbers_of, options
from marsad.extract.en.speech import Speech, relay

_TOLD = {
    "left": "in its own sentence", "right": "in its own sentence", "before": "carried on from before",
    "after": "who takes it up after", "most": "whom the report quotes most", "first": "who speaks first",
    "named": "the body that the report names",
}  # fmt: skip


def choose_speakers(page: Page, drafts: Sequence[Draft], heading: int) -> None:
    """Decide who says every claim, in place, with the reason. `heading` is the offset where the body begins."""
    for number in numbers_of(page, drafts, heading) if drafts else ():
        number.draft.speech, number.draft.reasons["attribution"] = _chosen(number)


def _chosen(number: Number) -> tuple[Speech | None, str]:
    model, listed = learned.model("speaker"), options(number)
    named = [features(number, option) for option in listed]
    scores = [model.score(signs, YES) for signs in named]
    best = max(range(len(listed)), key=lambda n: scores[n])
    share = 1 / sum(exp(score - scores[best]) for score in scores)
    rule = number.draft.reasons["attribution"]
    return _speech(
        number, listed[best]
    ), f"{_shown(listed[best])}; {learned.because(model, named[best], YES, share, rule)}"


def _speech(number: Number, option: Option) -> Speech | None:
    if option.speaker is None:
        return None
    via = relay(number.sentence.text)
    return Speech(option.words, via if via != option.words else None, option.speaker.role)


def _shown(option: Option) -> str:
    if option.speaker is None:
        return "nobody is said to say it"
    return f"{option.speaker.role}: {option.words!r}, {_TOLD[option.where]}"
