"""The model of speakers: of those who could say a number, whom the label names.

A conditional logit: the score of a candidate is a sum of weights, its probability the share against the others of its
number. A candidate is right where what `attribute/` makes of it has the labelled name; several may be. Numbers without
a right candidate teach nothing.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from evals.sources import SameName, same_name
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from marsad.attribute.directory import shipped
from marsad.attribute.resolve import resolve
from marsad.attribute.scene import Scene
from marsad.attribute.unattributed import own_name
from marsad.extract.en.choice import NO, YES
from marsad.extract.en.draft import Draft
from marsad.extract.en.linear import Linear
from marsad.extract.en.reader import body_starts
from marsad.extract.en.speaker_features import features
from marsad.extract.en.speaker_options import Option, numbers_of, options
from training.data import Article, Label, of_drafts
from training.fit import DIGITS, SMALLEST

STRENGTH = 0.05  # of the data against the L2 penalty; 0.02, 0.05, 0.15 and 0.5 were tried
FEWEST = 2  # candidates in which a feature must occur

Case = tuple[list[list[str]], list[bool]]
"""The features of the candidates of a number, and which of them are right."""


def model_of_speakers(some: Iterable[tuple[Article, list[Draft]]]) -> Linear:
    """The model `speaker`, fitted on claims whose scope and relation are settled."""
    same = same_name()
    found = [case for article, drafts in some for case in cases(article, drafts, same)]
    return _fit([case for case in found if any(case[1]) and not all(case[1])])


def cases(article: Article, drafts: list[Draft], same: SameName) -> list[Case]:
    """The claims of an article that have a label."""
    scene, found = Scene(article.page.report, shipped()), []
    numbers = numbers_of(article.page, drafts, body_starts(article.page.report.text))
    for place, label in sorted(of_drafts(drafts, article).items()):
        listed = options(numbers[place])
        right = [same(label["attributed_to"], source_of(option, label, scene)) for option in listed]
        found.append(([features(numbers[place], option) for option in listed], right))
    return found


def source_of(option: Option, label: Label, scene: Scene) -> str | None:
    """The source that a candidate comes to; that of nobody is the page's own name where it is one that counts."""
    if option.voice is None:
        return own_name(scene)
    return resolve(option.words, label["country"], label["start"], scene).source


def _fit(some: Sequence[Case]) -> Linear:
    counts = Counter(feature for signs, _ in some for option in signs for feature in set(option))
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    weights = _weights(some, {name: n for n, name in enumerate(names)}).round(DIGITS)
    rows = {name: (0.0, float(weight)) for name, weight in zip(names, weights, strict=True) if abs(weight) >= SMALLEST}
    return Linear("speaker", (NO, YES), (0.0, 0.0), rows)


def _weights(some: Sequence[Case], places: dict[str, int]) -> NDArray[np.float64]:
    """The weights of least loss: the surprise at the right candidates together, and the sum of squares."""
    rows = [sorted({places[name] for name in option if name in places}) for signs, _ in some for option in signs]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    table = csr_matrix((np.ones(ends[-1]), [place for row in rows for place in row], ends), (len(rows), len(places)))
    sizes = np.asarray([len(signs) for signs, _ in some])
    firsts, number = np.concatenate([[0], np.cumsum(sizes)[:-1]]), np.repeat(np.arange(len(some)), sizes)
    right = np.asarray([yes for _, marks in some for yes in marks], dtype=np.float64)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = table @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, firsts)[number])
        totals, good = np.add.reduceat(powers, firsts), np.add.reduceat(powers * right, firsts)
        pull = powers / totals[number] - powers * right / good[number]
        surprise = float((np.log(totals) - np.log(good)).sum())
        return STRENGTH * surprise + 0.5 * float(weights @ weights), STRENGTH * (table.T @ pull) + weights

    found = minimize(loss, np.zeros(len(places)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return np.asarray(found.x, dtype=np.float64)
