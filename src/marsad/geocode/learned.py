"""The learned choice of places: weights read once from `weights/place.json`, other ones put in place while training.

The model is a logistic choice among the places that a claim may mean: each has a score, the sum of the weights of its
signs, and a probability, its share of the exponentials of all. `weights/README.md` is the model card.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any

VERSION = 1
"""Of the signs. Raised with every change of what the model looks at; a weights file names its own."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight a sign, some for one kind of claim alone ("in the lead | incident"). `nowhere`: the score of none."""

    of: Mapping[str, float]
    nowhere: float
    _tables: dict[str, dict[str, float]] = field(default_factory=dict, compare=False, repr=False)

    def score(self, signs: Mapping[str, float], kind: str) -> float:
        """The sum of the signs' values, weighed for that kind of claim and place."""
        table = self._table(kind)
        return sum([value * table[sign] for sign, value in signs.items() if sign in table])

    def heaviest(self, signs: Mapping[str, float], kind: str, most: int = 3) -> list[str]:
        """The signs that spoke most for a place, heaviest first."""
        table = self._table(kind)
        pulls = sorted((-value * table[sign], sign) for sign, value in signs.items() if table.get(sign, 0.0) > 0)
        return [sign for _, sign in pulls[:most]]

    def _table(self, kind: str) -> dict[str, float]:
        """The weights for one kind: a sign's own, and those that it has with each part of the kind and with all."""
        if kind not in self._tables:
            made: dict[str, float] = {}
            for name, weight in self.of.items():
                sign, _, when = name.partition(" | ")
                if when in parts(kind):
                    made[sign] = made.get(sign, 0.0) + weight
            self._tables[kind] = made
        return self._tables[kind]


def parts(kind: str) -> tuple[str, ...]:
    """What a weight may be for: everything, claims of a scope, places of a size, or both ("incident narrow")."""
    return ("", *kind.split(" "), kind)


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of both passes (`choose.py`)."""

    first: Weights
    second: Weights


def shares(scores: Mapping[int, float], weights: Weights) -> dict[int, float]:
    """The probability of each place of a claim, given their scores; what is missing to 1 is that of nowhere."""
    top = max([*scores.values(), weights.nowhere])
    powers = {n: exp(score - top) for n, score in scores.items()}
    total = sum(powers.values()) + exp(weights.nowhere - top)
    return {n: power / total for n, power in powers.items()}


def from_json(raw: Mapping[str, Any]) -> Model:
    """The weights of a file. Raises ValueError for a file made for other signs."""
    if raw["version"] != VERSION:
        raise ValueError(f"weights/place.json: made for signs {raw['version']}, not {VERSION}; train again")
    first, second = (Weights(raw[name]["weights"], raw[name]["nowhere"]) for name in ("first", "second"))
    return Model(first, second)


@cache
def _shipped() -> Model:
    return from_json(json.loads(files("marsad.geocode").joinpath("weights", "place.json").read_text(encoding="utf8")))


_instead: list[Model] = []


def weights() -> Model:
    """The weights to choose with."""
    return _instead[-1] if _instead else _shipped()


@contextmanager
def using(other: Model) -> Iterator[None]:
    """Choose with these weights in the place of those shipped."""
    _instead.append(other)
    try:
        yield
    finally:
        _instead.pop()
