"""Training of the choice of places: which of the places that its report names a claim means.

A logistic choice: the probability of a place is its share of the exponentials of all places of the claim and of
"nowhere". Fitted on claims that the reader made of articles its models never saw, paired with labels as the scorer
pairs them. Right is the place whose words are most like the label's; where no place is, the claim is left out.
"""

import json
import pathlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from evals.places import same_name
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from marsad.extract.en import learned as reading_with
from marsad.extract.en import reader
from marsad.geocode import learned
from marsad.geocode.choose import Case, Chooser
from marsad.geocode.gazetteer import Gazetteer
from marsad.geocode.reading import Reading
from marsad.geocode.scene import Scene
from marsad.geocode.signs import Signs
from marsad.model import Claim, Report
from training.data import FOLDS

if TYPE_CHECKING:
    from training.train_en import Folds

WEIGHTS = pathlib.Path(learned.__file__).parent / "weights" / "place.json"
STRENGTH = (10.0, 3.0)  # of the L2 penalty of the passes; a heavier one leans on the hand rules, tuned on the same data
EVEN = 0.5  # 0: every claim weighs the same; 1: every report does
FEWEST, SMALLEST, DIGITS = 3, 0.02, 3  # as in fit.py
Label = Any


@dataclass(frozen=True, slots=True)
class Question:
    """One claim with the signs of each place that it may mean, and which of them are right."""

    signs: list[tuple[Signs, str]]
    right: list[bool]
    weight: float = 1.0


class Exam:
    """The claims of one report that have a label with a place, or with none; places made once for both passes."""

    def __init__(self, report: Report, claims: Sequence[Claim], labels: Sequence[Label], fold: int) -> None:
        self.fold, self.report, self.claims, self.labels = fold, report, list(claims), labels
        reading = Reading.of(claims, report, Gazetteer.embedded())
        self.chooser = Chooser(Scene(reading))
        self._asked: list[tuple[Claim, list[bool]]] = []
        for n, label in paired(claims, labels).items():
            cases = list(self.chooser.cases[claims[n].id].values())
            right = _right(self.chooser.scene, claims[n], cases, label["where"])
            if cases and (any(right) or not label["where"]):
                self._asked.append((claims[n], right))

    def first(self) -> list[Question]:
        """For the first pass."""
        rows = ((list(self.chooser.cases[claim.id].values()), right) for claim, right in self._asked)
        return [self._question([(case.signs, case.kind) for case in cases], right) for cases, right in rows]

    def second(self, first: learned.Weights) -> list[Question]:
        """For the second pass, after a first one with these weights."""
        with learned.using(learned.Model(first, first)):
            chooser = self.chooser.again()
            told = {c.id: chooser.votes(c) for c, _ in self._asked}
        return [
            self._question([(told[claim.id][n], case.kind) for n, case in self.chooser.cases[claim.id].items()], right)
            for claim, right in self._asked
        ]

    def _question(self, signs: list[tuple[Signs, str]], right: list[bool]) -> Question:
        return Question(signs, right, len(self._asked) ** -EVEN)


def exams(folds: "Folds") -> list[Exam]:
    """The articles, each read by models of the reader that never saw it."""
    return [exam for fold in range(FOLDS) for exam in _of_fold(folds, fold)]


def _of_fold(folds: "Folds", fold: int) -> Iterator[Exam]:
    with reading_with.using(folds.models(fold)):
        for article in folds.articles:
            claims = reader.claims_of(article.page) if article.fold == fold else []
            if claims:
                yield Exam(article.page.report, claims, article.labels, fold)


def first_model(exams: Sequence[Exam]) -> learned.Weights:
    """The weights of the first pass."""
    return fit([question for exam in exams for question in exam.first()], STRENGTH[0])


def models(exams: Sequence[Exam]) -> list[learned.Model]:
    """For each fold the model that never saw it, and last the one fitted on all."""
    folds = sorted({exam.fold for exam in exams})
    firsts = {fold: first_model([exam for exam in exams if exam.fold != fold]) for fold in folds}
    asked = {fold: [q for exam in exams if exam.fold == fold for q in exam.second(firsts[fold])] for fold in folds}
    made = []
    for left_out in (*folds, None):
        second = fit([q for fold in folds if fold != left_out for q in asked[fold]], STRENGTH[1])
        first = firsts[left_out] if left_out is not None else first_model(exams)
        made.append(learned.Model(first, second))
    return made


def _right(scene: Scene, claim: Claim, cases: Sequence[Case], where: str | None) -> list[bool]:
    """Which places bear the label's name: of several, those whose words are most like it."""
    likeness = [
        _likeness(where, name) if where and same_name(where, name) else 0.0 for name in _names(scene, claim, cases)
    ]
    best = max(likeness, default=0.0)
    return [best > 0 and value == best for value in likeness]


def _names(scene: Scene, claim: Claim, cases: Sequence[Case]) -> Iterable[str | None]:
    return (scene.place(case.option, 0, claim.scope).text for case in cases)


def _likeness(one: str, other: str | None) -> float:
    a, b = (set(re.findall(r"\w+", (text or "").lower())) for text in (one, other))
    return len(a & b) / max(1, len(a | b))


def paired(claims: Sequence[Claim], labels: Sequence[Label]) -> dict[int, Label]:
    """The label of each claim that has one, one to one: same measure first, then same numbers, then most words."""
    pairs = sorted(((_fit(c, label), -n, -m) for n, label in enumerate(labels) for m, c in enumerate(claims)
                    if _overlap(c, label) > 0), reverse=True)  # fmt: skip
    found: dict[int, Label] = {}
    used: set[int] = set()
    for _, n, m in pairs:
        if n not in used and -m not in found:
            used.add(n)
            found[-m] = labels[-n]
    return found


def _overlap(claim: Claim, label: Label) -> int:
    end, start = claim.quantity.end or 0, claim.quantity.start or 0
    return int(min(end, label["start"] + len(label["raw"])) - max(start, label["start"]))


def _fit(claim: Claim, label: Label) -> tuple[bool, bool, int]:
    same = (claim.quantity.low, claim.quantity.high) == (label["low"], label["high"])
    return claim.measure.value == label["measure"], same, _overlap(claim, label)


def fit(some: Sequence[Question], strength: float) -> learned.Weights:
    """The weights that make the right places most probable."""
    counts = Counter(name for question in some for signs, kind in question.signs for name in _spread(signs, kind))
    names = sorted(sign for sign, count in counts.items() if count >= FEWEST)
    numbers = {sign: n for n, sign in enumerate(names)}
    table, owner, right, anywhere = _table(some, numbers)
    weigh = np.asarray([question.weight for question in some])

    def loss(x: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores, nowhere = table @ x[1:], x[0]
        top = np.full(len(some), nowhere)
        np.maximum.at(top, owner, scores)
        powers, none = np.exp(scores - top[owner]), np.exp(nowhere - top)
        total = none + np.bincount(owner, powers, len(some))
        good = np.where(anywhere, np.bincount(owner, powers * right, len(some)), none)
        share, wanted = powers / total[owner], powers * right / good[owner]
        steps = table.T @ ((share - wanted) * weigh[owner])
        first = np.sum(none / total * weigh) - np.sum(weigh[~anywhere])
        value = np.sum((np.log(total) - np.log(good)) * weigh) + strength / 2 * (x[1:] @ x[1:])
        return float(value), np.concatenate([[first], steps + strength * x[1:]])

    made = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    kept = {name: round(float(w), DIGITS) for name, w in zip(names, made[1:], strict=True) if abs(w) >= SMALLEST}
    return learned.Weights(kept, round(float(made[0]), DIGITS))


def _spread(signs: Signs, kind: str) -> dict[str, float]:
    """The signs under all names whose weights count for that kind."""
    return {
        f"{sign} | {part}" if part else sign: value for sign, value in signs.items() for part in learned.parts(kind)
    }


def _table(some: Sequence[Question], numbers: dict[str, int]) -> tuple[Any, Any, Any, Any]:
    """The signs as a sparse table, a row a place; whose each row is, whether it is right; which claims are anywhere."""
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    owner: list[int] = []
    right: list[bool] = []
    for n, question in enumerate(some):
        for (signs, kind), good in zip(question.signs, question.right, strict=True):
            known = [(numbers[name], value) for name, value in _spread(signs, kind).items() if name in numbers]
            rows += [len(owner)] * len(known)
            columns += [number for number, _ in known]
            values += [value for _, value in known]
            owner.append(n)
            right.append(good)
    table = csr_matrix((values, (rows, columns)), shape=(len(owner), len(numbers)))
    return table, np.asarray(owner), np.asarray(right, float), np.asarray([any(q.right) for q in some])


def to_json(made: learned.Model, made_by: str) -> str:
    """The weights file: sorted signs, one a line."""
    head = json.dumps({"made_by": made_by, "name": "place", "version": learned.VERSION}, sort_keys=True)[:-1]
    passes = (f'"{name}": {_pass(part)}' for name, part in (("first", made.first), ("second", made.second)))
    return f"{head}, {', '.join(passes)}}}\n"


def _pass(part: learned.Weights) -> str:
    rows = (f"{json.dumps(name, ensure_ascii=False)}: {part.of[name]}" for name in sorted(part.of))
    return f'{{"nowhere": {part.nowhere}, "weights": {{\n' + ",\n".join(rows) + "\n}}"


def write(made: learned.Model, made_by: str) -> str:
    """Write the weights, and say what was written."""
    WEIGHTS.write_text(to_json(made, made_by), encoding="utf8")
    return f"{WEIGHTS.name}: {len(made.first.of) + len(made.second.of):,} signs, {WEIGHTS.stat().st_size:,} bytes"
