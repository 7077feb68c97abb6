"""The learned decisions of the English reader: declared here, loaded once from `weights/`.

`MODELS` is the list, each with what it decides; `weights/README.md` is the model card.
`using` puts other weights in place for a while: cross-validation reads each article through the real reader with
weights that never saw it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.resources import files

from marsad.extract.en.linear import Linear, from_json

VERSION = 1
"""Of the features. Raised with every change of what the models look at; a weights file names its own."""

MODELS: dict[str, str] = {
    "keep": "whether a candidate is a claim of harm",
    "measure": "of which measure, among those that anything near proposes",
    "category": "who the victims were",
    "scope": "one event, a running or periodic count, or background",
    "relation": "total, subset, addition or repeat",
    "when": "on which days the harm lies, among all the days that the report speaks of",
    "speaker": "who says a number, among those who could, or nobody",
    "conflict": "whether the harm of a sentence was done by conflict",
}


@cache
def _shipped(name: str) -> Linear:
    raw = json.loads(files("marsad.extract.en").joinpath("weights", f"{name}.json").read_text(encoding="utf8"))
    if raw["version"] != VERSION:
        raise ValueError(f"weights/{name}.json: made for features {raw['version']}, not {VERSION}; train again")
    return from_json(raw)


_instead: dict[str, Linear] = {}


def model(name: str) -> Linear:
    """A model of `MODELS` by name."""
    return _instead.get(name) or _shipped(name)


@contextmanager
def using(models: Mapping[str, Linear]) -> Iterator[None]:
    """Read with these models in the place of those shipped."""
    _instead.update(models)
    try:
        yield
    finally:
        _instead.clear()


def because(decided: Linear, features: Iterable[str], chosen: str, probability: float, rule: str) -> str:
    """The sentence for a decision: how sure, the features that weighed most, and what the rule says."""
    shown = ", ".join(decided.heaviest(features, chosen)) or "no feature"
    return f"learned {probability:.2f} ({shown}); rule: {rule}"
