"""The model of days: of the days a claim may be of, which the label names.

A conditional logit: the score of an option is a sum of weights, its probability the share against the other options of
its claim. Options of one claim compete with each other alone, so that a claim with forty options weighs no more than
one with four. Claims of one article mostly share their days: each counts the less, the more there are.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from marsad.extract.en.choice import NO, YES
from marsad.extract.en.day_features import Day, features
from marsad.extract.en.day_options import Calendar, options
from marsad.extract.en.draft import Draft
from marsad.extract.en.linear import Linear
from marsad.model import parse_stamp
from training.data import Article, Label, of_drafts
from training.fit import DIGITS, SMALLEST

STRENGTH = 0.1  # of the data against the L2 penalty; 0.03, 0.1 and 0.3 were tried
SHARING = 0.7  # the weight of a claim is (claims of its article) to the power of minus this
FEWEST = 3  # options in which a feature must occur

Case = tuple[list[list[str]], int, float]
"""The features of the options of a claim, the place of the right one, and the weight of the claim."""


def model_of_days(some: Iterable[tuple[Article, list[Draft]]]) -> Linear:
    """The model `when`, fitted on claims whose scope and relation are settled."""
    return _fit([case for article, drafts in some for case in cases(article, drafts)])


def cases(article: Article, drafts: list[Draft]) -> list[Case]:
    """The claims of an article whose label names days that are among their options."""
    calendar = Calendar(article.page, drafts)
    found: list[tuple[list[list[str]], int]] = []
    for place, label in sorted(of_drafts(drafts, article).items()):
        days, draft = days_of(label), drafts[place]
        listed = options(calendar, draft)
        right = [n for n, option in enumerate(listed) if (option.start, option.end) == days]
        if right:
            day = Day(calendar, draft)
            found.append(([features(day, option) for option in listed], right[0]))
    return [(signs, right, len(found) ** -SHARING) for signs, right in found]


def days_of(label: Label) -> tuple[date | None, date | None] | None:
    """The first and last day that a label names; a month alone stands for all its days."""
    if not label["when_start"]:
        return None
    return parse_stamp(label["when_start"]).start, parse_stamp(label["when_end"] or label["when_start"]).end


def _fit(some: Sequence[Case]) -> Linear:
    counts = Counter(feature for signs, _, _ in some for option in signs for feature in option)
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    weights = _weights(some, {name: n for n, name in enumerate(names)}).round(DIGITS)
    rows = {name: (0.0, float(weight)) for name, weight in zip(names, weights, strict=True) if abs(weight) >= SMALLEST}
    return Linear("when", (NO, YES), (0.0, 0.0), rows)


def _weights(some: Sequence[Case], places: dict[str, int]) -> NDArray[np.float64]:
    """The weights of least loss: the weighted surprise at the right options, and half the sum of squares."""
    rows = [[places[name] for name in option if name in places] for signs, _, _ in some for option in signs]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    table = csr_matrix((np.ones(ends[-1]), [place for row in rows for place in row], ends), (len(rows), len(places)))
    sizes = np.asarray([len(signs) for signs, _, _ in some])
    firsts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = firsts + np.asarray([place for _, place, _ in some])
    share, claim = np.asarray([weight for _, _, weight in some]), np.repeat(np.arange(len(some)), sizes)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = table @ weights
        most = np.maximum.reduceat(scores, firsts)
        powers = np.exp(scores - most[claim])
        totals = np.add.reduceat(powers, firsts)
        surprise = float((share * (np.log(totals) + most - scores[right])).sum())
        pull = powers / totals[claim] * share[claim]
        pull[right] -= share
        return STRENGTH * surprise + 0.5 * float(weights @ weights), STRENGTH * (table.T @ pull) + weights

    found = minimize(loss, np.zeros(len(places)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return np.asarray(found.x, dtype=np.float64)
