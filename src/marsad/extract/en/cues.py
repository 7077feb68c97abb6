"""The cues of `cues.yaml` as patterns, and their examples for the tests."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from marsad.extract.en.declared import declared


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
    raw = declared("cues.yaml")
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


@lru_cache(maxsize=256)  # the claims of a sentence ask the same of it
def said(name: str, text: str) -> re.Match[str] | None:
    """Where a cue first stands in a text, if it does."""
    return cues()[name].pattern.search(text)


def cue(name: str) -> re.Pattern[str]:
    """The pattern of a cue."""
    return cues()[name].pattern
