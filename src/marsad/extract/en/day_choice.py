"""On which days the harm of a claim lies: of all the days that its report speaks of, the likeliest.

The options are ranked by the learned model `when`; the probability of one is its share against the others of its claim.
A day told in the claim's own sentence that cannot be resolved is not made good by another: the claim stays undated.
"""

from math import exp

from marsad.extract.en import learned
from marsad.extract.en.candidates import Page
from marsad.extract.en.choice import YES
from marsad.extract.en.day_features import Day, features
from marsad.extract.en.day_options import Calendar, Option, options
from marsad.extract.en.draft import Draft
from marsad.extract.en.timing import unresolved
from marsad.model import Interval

LEAST = 0.15
"""The least share with which an option is taken; below it nothing stands out, and no days are given."""


def choose_days(page: Page, drafts: list[Draft]) -> None:
    """Decide the days of every claim, in place, with the reason. Scope and relation are settled before."""
    if drafts:
        calendar = Calendar(page, drafts)
        for draft in drafts:
            draft.days, draft.reasons["time"] = _chosen(calendar, draft)


def _chosen(calendar: Calendar, draft: Draft) -> tuple[Interval | None, str]:
    why = unresolved(draft.told.mention.sentence.text, draft.times)
    if why:
        return None, why
    listed, rule = options(calendar, draft), draft.reasons["time"]
    if not listed or (draft.days is not None and draft.days.end is None):
        return draft.days, rule
    model, day = learned.model("when"), Day(calendar, draft)
    if day.told and day.told.days:
        return day.told.days, f"certain: {day.told.phrase!r} of {draft.harm.trigger.text!r}, from the day told before"
    named = [features(day, option) for option in listed]
    scores = [model.score(signs, YES) for signs in named]
    best = max(range(len(listed)), key=lambda n: scores[n])
    share = 1 / sum(exp(score - scores[best]) for score in scores)
    if share < LEAST:
        return None, f"no days stand out (the likeliest, {_shown(listed[best])}: {share:.2f})"
    reason = learned.because(model, named[best], YES, share, rule)
    return _interval(listed[best]), f"{listed[best].words}; {reason}"


def _interval(option: Option) -> Interval:
    return Interval.of(option.start, option.end, text=option.phrase)


def _shown(option: Option) -> str:
    return f"{option.start} to {option.end}"
