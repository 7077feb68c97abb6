"""Fitting: features and answers to a linear model, as the reader holds it and as its weights file says it."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

from marsad.extract.en.learned import VERSION
from marsad.extract.en.linear import Calibration, Linear, Row

DIGITS = 4
SMALLEST = 0.02  # a feature none of whose weights is larger is left out: it decides nothing
FEWEST = 2  # cases in which a feature must occur


def fit(name: str, features: Sequence[Sequence[str]], answers: Sequence[str], *, strength: float) -> Linear:
    """A multinomial logistic regression with L2 penalty; `strength` is scikit-learn's C."""
    counts = Counter(feature for case in features for feature in case)
    cases = [{feature: 1.0 for feature in case if counts[feature] >= FEWEST} for case in features]
    table = DictVectorizer()
    made = LogisticRegression(C=strength, max_iter=500).fit(table.fit_transform(cases), np.asarray(answers))
    rows, bias = made.coef_.T, made.intercept_
    if len(made.classes_) == 2:  # scikit-learn keeps one row for two classes
        rows, bias = np.hstack([np.zeros_like(rows), rows]), np.concatenate([[0.0], bias])
    rows, bias = rows.round(DIGITS), bias.round(DIGITS)
    kept = {
        str(feature): tuple(row.tolist())
        for feature, row in zip(table.get_feature_names_out(), rows, strict=True)
        if np.abs(row).max() >= SMALLEST
    }
    return Linear(name, tuple(str(value) for value in made.classes_), tuple(bias.tolist()), kept)


def calibrate(raw: NDArray[np.float64], right: NDArray[np.bool_]) -> Calibration:
    """Isotonic regression of being right on the raw probability, from decisions on articles that were not fitted."""
    made = IsotonicRegression(y_min=0.02, y_max=0.99, out_of_bounds="clip").fit(raw, right)
    points = sorted({(round(float(x), DIGITS), round(float(y), DIGITS)) for x, y in
                     zip(made.X_thresholds_, made.y_thresholds_, strict=True)})  # fmt: skip
    return Calibration(tuple(x for x, _ in points), tuple(y for _, y in points))


def to_json(model: Linear, made_by: str) -> str:
    """The weights file of a model: sorted keys, one feature a line."""
    raw: dict[str, Any] = {
        "bias": list(model.bias),
        "calibration": [list(model.calibration.raw), list(model.calibration.right)],
        "classes": list(model.classes),
        "made_by": made_by,
        "name": model.name,
        "threshold": model.threshold,
        "version": VERSION,
    }
    head = json.dumps(raw, sort_keys=True)[:-1]
    rows = (f"{json.dumps(name, ensure_ascii=False)}: {_row(model.weights[name])}" for name in sorted(model.weights))
    return head + ', "weights": {\n' + ",\n".join(rows) + "\n}}\n"


def _row(row: Row) -> str:
    return "[" + ", ".join(f"{value:.{DIGITS}f}".rstrip("0").rstrip(".") or "0" for value in row) + "]"
