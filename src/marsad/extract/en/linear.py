"""A linear model over named features: the probability of each class, and the features that weighed most.

Multinomial logistic regression, read from readable JSON (`weights/`): classes, a bias a class, and a row of weights a
feature. A feature the model does not know counts nothing. Inference is a sum of rows: some fifty of a few numbers each,
which plain Python adds up faster than numpy is called.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp
from operator import add
from typing import Any

Row = tuple[float, ...]
Known = dict[str, Row]


@dataclass(frozen=True, slots=True)
class Calibration:
    """What share was right among decisions of a given raw probability: points joined by straight lines."""

    raw: tuple[float, ...] = (0.0, 1.0)
    right: tuple[float, ...] = (0.0, 1.0)

    def __call__(self, probability: float) -> float:
        """The calibrated probability."""
        at = bisect_right(self.raw, probability)
        if at in (0, len(self.raw)):
            return round(self.right[0 if at == 0 else -1], 4)
        (low, high), (first, last) = self.raw[at - 1 : at + 1], self.right[at - 1 : at + 1]
        return round(first + (last - first) / (high - low) * (probability - low), 4)


@dataclass(frozen=True, slots=True)
class Linear:
    """A named model. `threshold` is the least probability of a positive decision, where one is made."""

    name: str
    classes: tuple[str, ...]
    bias: Row
    weights: Mapping[str, Row]
    threshold: float = 0.5
    calibration: Calibration = field(default_factory=Calibration)
    _columns: dict[str, dict[str, float]] = field(default_factory=dict, compare=False, repr=False)

    def known(self, features: Iterable[str]) -> Known:
        """The features that are known, with their rows: what the other methods need of a list of features."""
        if isinstance(features, dict):
            return features
        weights = self.weights
        return {name: weights[name] for name in features if name in weights}

    def scores(self, features: Iterable[str]) -> Row:
        """The sum of the rows of the features that are known, one number a class."""
        known = self.known(features).values()
        return tuple(map(sum, zip(*known, strict=True))) if known else (0.0,) * len(self.classes)

    def score(self, features: Iterable[str], chosen: str) -> float:
        """The sum of the weights for one class alone."""
        weights = self._columns.get(chosen) or self._column(chosen)
        return sum([weights[name] for name in features if name in weights])

    def probabilities(self, features: Iterable[str], beside: Row | None = None) -> dict[str, float]:
        """The probability of each class, given the features that are there; `beside` are scores made before."""
        scores = tuple(map(add, self.bias, self.scores(features)))
        if beside is not None:
            scores = tuple(map(add, scores, beside))
        most = max(scores)
        powers = [exp(score - most) for score in scores]
        total = sum(powers)
        return {name: power / total for name, power in zip(self.classes, powers, strict=True)}

    def heaviest(self, features: Iterable[str], chosen: str, most: int = 2) -> list[str]:
        """The features that spoke most for a class, against the mean of the classes; heaviest first."""
        place, share = self.classes.index(chosen), 1 / len(self.classes)
        left = {name: row[place] - sum(row) * share for name, row in self.known(features).items()}
        found: list[str] = []
        while left and len(found) < most and left[best := max(left, key=left.__getitem__)] > 0:
            found.append(best)
            del left[best]
        return found

    def _column(self, chosen: str) -> dict[str, float]:
        place = self.classes.index(chosen)
        self._columns[chosen] = {name: row[place] for name, row in self.weights.items()}
        return self._columns[chosen]


def from_json(raw: Mapping[str, Any]) -> Linear:
    """The model of a weights file. Raises KeyError for a missing part, ValueError for a row of a wrong length."""
    width = len(raw["classes"])
    return Linear(
        name=raw["name"],
        classes=tuple(raw["classes"]),
        bias=_row("bias", raw["bias"], width),
        weights={name: _row(name, row, width) for name, row in raw["weights"].items()},
        threshold=raw.get("threshold", 0.5),
        calibration=Calibration(*(tuple(points) for points in raw["calibration"]))
        if "calibration" in raw
        else Calibration(),
    )


def _row(name: str, values: Sequence[float], width: int) -> Row:
    if len(values) != width:
        raise ValueError(f"weights: {name!r} has {len(values)} values for {width} classes; train again")
    return tuple(map(float, values))
