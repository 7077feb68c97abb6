"""A linear model over named features: the probability of each class, and the features that weighed most.

Multinomial logistic regression, read from readable JSON (`weights/`): classes, a bias a class, and a row of weights a
feature. A feature the model does not know counts nothing. Inference is a sum of rows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Row = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Calibration:
    """What share was right among decisions of a given raw probability: points joined by straight lines."""

    raw: tuple[float, ...] = (0.0, 1.0)
    right: tuple[float, ...] = (0.0, 1.0)

    def __call__(self, probability: float) -> float:
        """The calibrated probability."""
        return round(float(np.interp(probability, self.raw, self.right)), 4)


@dataclass(frozen=True, slots=True)
class Linear:
    """A named model. `threshold` is the least probability of a positive decision, where one is made."""

    name: str
    classes: tuple[str, ...]
    bias: Row
    weights: Mapping[str, Row]
    threshold: float = 0.5
    calibration: Calibration = field(default_factory=Calibration)

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """The probability of each class, given the features that are there."""
        known = [row for name in features if (row := self.weights.get(name)) is not None]
        scores = self.bias + (np.sum(known, axis=0) if known else 0.0)
        powers = np.exp(scores - scores.max())
        return dict(zip(self.classes, (powers / powers.sum()).tolist(), strict=True))

    def heaviest(self, features: Iterable[str], chosen: str, most: int = 2) -> list[str]:
        """The features that spoke most for a class, against the mean of the classes; heaviest first."""
        known = [name for name in features if name in self.weights]
        if not known:
            return []
        rows = np.stack([self.weights[name] for name in known])
        pulls = rows[:, self.classes.index(chosen)] - rows.mean(axis=1)
        order = np.argsort(-pulls, kind="stable")[:most]
        return [known[n] for n in order if pulls[n] > 0]


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
    return np.asarray(values, dtype=np.float64)
