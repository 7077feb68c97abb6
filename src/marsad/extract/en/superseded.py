"""Which figures a report itself tells as overtaken: "up from 12", "an earlier count of 30", "revised from 103 to 84".

The signs are in `superseded.yaml`. But for a few that say it by themselves, a sign counts only where the report gives
another figure of the same harm that could have taken its place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from marsad.extract.en.declared import declared
from marsad.extract.en.told import Told
from marsad.model import Modality, Relation, Scope

BEFORE, AFTER = 110, 60  # characters that are looked at
_AND = re.compile(r"\W*(?:[^\W\d]+\W+){0,2}and\W+")
_TURN = re.compile(r"[;:]\s|,\s(?=but|while|and|now|yet|whereas|though)")


@dataclass(frozen=True, slots=True)
class Signs:
    """The patterns for one side of the number."""

    alone: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


@cache
def raw() -> dict[str, Any]:
    """The file of signs, with its examples."""
    found: dict[str, Any] = declared("superseded.yaml")
    return found


@cache
def _signs() -> Signs:
    told = raw()
    return Signs(
        alone=_compile(told["alone"]["before"], r"(?<!\w)(?:{})$"),
        before=_compile(told["beside"]["before"], r"(?<!\w)(?:{})$"),
        after=_compile(told["beside"]["after"], r"(?:{})(?!\w)"),
    )


def _compile(alternatives: Sequence[str], frame: str) -> re.Pattern[str]:
    joined = "|".join(alternatives)
    for name, words in raw()["put_in"].items():
        joined = joined.replace("{" + name + "}", words)
    return re.compile(frame.replace("{}", joined), re.I)


def overtaken(numbers: Sequence[Told]) -> dict[int, str]:
    """The places of the figures that the text tells as overtaken, each with the words that say so."""
    found: dict[int, str] = {}
    for place, told in enumerate(numbers):
        why = (_why(numbers, place) or _with_the_one_before(numbers, place, found)) if _may_be(told) else None
        if why:
            found[place] = why
    return found


def _with_the_one_before(numbers: Sequence[Told], place: int, found: dict[int, str]) -> str | None:
    """Such as "earlier reports had given 73 killed AND 171 injured"."""
    if place - 1 not in found or numbers[place - 1].measure is numbers[place].measure:
        return None
    old, new = numbers[place - 1].mention, numbers[place].mention
    between = old.sentence.text[old.end - old.sentence.start : new.start - old.sentence.start]
    joined = old.sentence.index == new.sentence.index and _AND.fullmatch(between)
    return found[place - 1] if joined else None


def _may_be(told: Told) -> bool:
    vague = told.mention.modality in (Modality.NONE, Modality.VAGUE)
    return told.scope is not Scope.BACKGROUND and not vague and not told.mention.single


def _why(numbers: Sequence[Told], place: int) -> str | None:
    told, signs = numbers[place], _signs()
    text, start = told.mention.sentence.text, told.mention.start - told.mention.sentence.start
    before = _TURN.split(text[max(0, start - BEFORE) : start])[-1]
    after = re.split(r"[;:,]\s", text[told.mention.end - told.mention.sentence.start :][:AFTER])[0]
    alone = signs.alone.search(before)
    if alone and next(_others(numbers, place), None) is not None:
        return f"told as overtaken: {alone.group().strip()[:50]!r}"
    found = signs.before.search(before) or signs.after.match(after)
    if found and any(_takes_place(other, told) for other in _others(numbers, place)):
        return f"told as overtaken: {found.group().strip()[:50]!r}"
    return None


def _others(numbers: Sequence[Told], place: int) -> Iterator[Told]:
    """Other figures of the same harm."""
    told = numbers[place]
    return (
        other
        for n, other in enumerate(numbers)
        if n != place and other.measure is told.measure and other.value is not None and other.value != told.value
    )


def _takes_place(new: Told, old: Told) -> bool:
    """Whether a figure could stand in the place of another: no part of it, nor of the past, and not added to it."""
    if new.scope is Scope.BACKGROUND or new.relation in (Relation.SUBSET, Relation.ADDITION) or new.mention.single:
        return False
    return new.mention.sentence.start != old.mention.sentence.start or new.mention.start != old.mention.start
