"""The cues of `cues.yaml` as patterns, and their examples for the tests."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Cue:
    """A named pattern, what it means, and sentences it must and must not match."""

    name: str
    means: str
    pattern: re.Pattern[str]
    match: tuple[str, ...]
    unmatched: tuple[str, ...]


@cache
def cues() -> dict[str, Cue]:
    """All cues by name. Raises ValueError for one without a meaning or examples."""
    raw = yaml.safe_load(files("marsad.extract.en").joinpath("cues.yaml").read_text(encoding="utf8"))
    put_in = raw.pop("put_in")
    return {name: _cue(name, entry, put_in) for name, entry in raw.items()}


def _cue(name: str, entry: Mapping[str, Any], put_in: Mapping[str, str]) -> Cue:
    if set(entry) != {"means", "any", "match", "not"}:
        raise ValueError(f"cues.yaml: {name} needs means, any, match and not, and has {sorted(entry)}")
    alternatives = [str(alternative) for alternative in entry["any"]]
    return Cue(
        name=name,
        means=str(entry["means"]),
        pattern=compile_words(alternatives, put_in),
        match=tuple(str(text) for text in entry["match"]),
        unmatched=tuple(str(text) for text in entry["not"]),
    )


def compile_words(alternatives: list[str], put_in: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """One pattern for several phrases: a space is white space, " ?" may be none; whole words, ignoring case."""
    joined = "|".join(alternatives)
    for name, words in (put_in or {}).items():
        joined = joined.replace("{" + name + "}", words)
    joined = joined.replace(" ?", r"\s*").replace(" ", r"\s+")
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.I)


def cue(name: str) -> re.Pattern[str]:
    """The pattern of a cue."""
    return cues()[name].pattern
