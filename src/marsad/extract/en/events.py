"""What happened, in ACLED's and UCDP's words, and by what means: from the words about the number, null where unstated.

The kinds, their order and their words are in `events.yaml`. The piece of the sentence that holds the number is asked
first, then the sentence, then, for an event of the report's own news, what its paragraph and the head of the report
say of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from marsad.extract.en.cues import compile_words, cue
from marsad.extract.en.told import Told
from marsad.model import Category, Measure, Scope

FIGHTING = frozenset({Category.STATE_FORCES, Category.NONSTATE_FIGHTERS, Category.COMBATANT})
BATTLE = ("Battles", "Armed clash")
_PIECE = re.compile(r"[;:.]\s|,?\s(?:while|whereas|but)\s|\s(?=elsewhere|in another|in a separate)", re.I)
HEAD = 300  # characters of a report in which its headline and first sentence stand
PARAGRAPH = 500  # characters before the sentence that are asked


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event: ACLED's event type and sub-event type, that among fighters, and the mechanism of harm."""

    event_type: str
    sub_event_type: str
    mechanism: str | None
    fighters: tuple[str, str] | None
    words: re.Pattern[str]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to those whom a number counts, and the words that say so. All null where nothing does."""

    event_type: str | None = None
    sub_event_type: str | None = None
    mechanism: str | None = None
    why: str = "no word says what happened"


@cache
def kinds() -> list[Kind]:
    """The kinds in the order in which they are tried."""
    rows = yaml.safe_load(files("marsad.extract.en").joinpath("events.yaml").read_text(encoding="utf8"))
    return [
        Kind(
            row["type"],
            row["sub"],
            row["mechanism"],
            tuple(row["fighters"]) if "fighters" in row else None,
            compile_words(row["words"]),
            tuple(row["examples"]),
        )
        for row in rows
    ]


@lru_cache(maxsize=32)  # the claims of a report ask the same sentence, and its head
def find(text: str) -> tuple[Kind, str] | None:
    """The first kind, in the order of the list, that a text names, with the words; or None."""
    for kind in kinds():
        match = kind.words.search(text)
        if match:
            return kind, match.group()
    return None


def event_of(told: Told, report: str, conflict: bool) -> Event:
    """What happened to those whom a number of the text `report` counts."""
    if not conflict:
        return Event(why="not done by conflict")
    by_measure = _MEASURES.get(told.measure)
    if by_measure:
        return Event(*by_measure, why=f"{by_measure[0]}, {by_measure[1]}: told as {told.measure.value}")
    for where, text in _places(told, report):
        found = find(text)
        if found:
            return _event(*found, told.victims.category, where)
    return Event()


_MEASURES: dict[Measure, tuple[str, str, str | None]] = {
    Measure.ABDUCTED: ("Violence against civilians", "Abduction/forced disappearance", "abduction"),
    Measure.DETAINED: ("Strategic developments", "Arrests", None),
}
"""Harms that are events of their own, whatever stands beside them."""


def _places(told: Told, report: str) -> Iterator[tuple[str, str]]:
    """Where it may be said what happened, nearest first, each with a name."""
    sentence, at = told.mention.sentence, told.mention.start - told.mention.sentence.start
    yield "beside it", _piece(sentence.text, at)
    yield "in the sentence", sentence.text
    if told.scope is not Scope.INCIDENT or cue("another_event").search(sentence.text):
        return
    start = max(report.rfind("\n", 0, sentence.start) + 1, sentence.start - PARAGRAPH)
    yield "in the paragraph", report[start : sentence.start]
    yield "at the head of the report", report[: min(sentence.start, HEAD)]


def _piece(text: str, at: int) -> str:
    first = max((match.end() for match in _PIECE.finditer(text, 0, at)), default=0)
    after = _PIECE.search(text, at)
    return text[first : after.start() if after else len(text)]


def _event(kind: Kind, words: str, category: Category, where: str) -> Event:
    event, sub = kind.event_type, kind.sub_event_type
    why = f"{words!r} {where}"
    if category in FIGHTING and event == "Violence against civilians" and sub == "Attack":
        event, sub = kind.fighters or BATTLE
        why += ", against fighters" if not kind.fighters else ""
    return Event(event, sub, kind.mechanism, f"{event}, {sub}: {why}")


def type_of_violence(event: Event, doer: Category | None, victims: Category) -> int | None:
    """UCDP's type of violence: 1 state-based, 2 non-state, 3 one-sided; None where the sides are not told.

    One-sided is the killing of the unarmed by an organised side; the two others are between armed sides, 1 where a
    state is one of them (UCDP GED codebook).
    """
    if doer is None or event.event_type in (None, "Riots", "Strategic developments"):
        return None
    if victims in FIGHTING:
        return 1 if Category.STATE_FORCES in (doer, victims) else 2
    unarmed = victims in (Category.CIVILIAN, Category.WOMEN, Category.CHILDREN, Category.JOURNALIST)
    return 3 if unarmed or victims is Category.AID_OR_MEDICAL else None
