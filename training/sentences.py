"""Reports of our own as training articles: `sentences.yaml`, in which the claims are marked in the text.

They teach what the labelled articles seldom have. They are for training only: no figure is ever taken on them.
"""

import pathlib
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from marsad.extract.en.candidates import page_of
from marsad.model import Category, Certainty, Measure, Relation, Report, Scope
from training.data import Article, Label

FILE = pathlib.Path(__file__).with_name("sentences.yaml")
PUBLISHED = "2024-06-07"
NO_FOLD = -1
"""The fold of these articles: they are in no fold, so that every model may be fitted on them and none scored."""

_MARK = re.compile(r"\[(?P<words>[^\]|]+)\|(?P<says>[^\]]+)\]")
_NUMBERS = re.compile(r"(?P<sign>[-~]?)(?P<low>\d+)(?:(?P<to>\.\.|~)(?P<high>\d+))?(?P<more>\+?)")
_KINDS = {"category": Category, "scope": Scope, "relation": Relation, "certainty": Certainty}
_DEFAULTS = {"category": "any", "scope": "incident", "relation": "total", "certainty": "asserted"}


@cache
def sentences() -> list[Article]:
    """The reports of `sentences.yaml`, parsed. Raises ValueError for a mark that says nothing readable."""
    groups: dict[str, list[Any]] = yaml.safe_load(FILE.read_text(encoding="utf8"))
    made = (_article(f"own-{kind}-{n}", entry) for kind, entries in groups.items() for n, entry in enumerate(entries))
    return [article for article in made if article]


def _article(name: str, entry: str | dict[str, Any]) -> Article | None:
    raw, conflict = (entry, True) if isinstance(entry, str) else (entry["text"], entry["conflict"])
    text, labels = unmarked(raw.strip(), conflict=conflict)
    page = page_of(Report(id=name, text=text, published_at=PUBLISHED, language="en"))
    return Article(page, labels, NO_FOLD) if page else None


def unmarked(raw: str, *, conflict: bool = True) -> tuple[str, list[Label]]:
    """The text without its marks, and the labels that they make."""
    text, labels, at = "", [], 0
    for mark in _MARK.finditer(raw):
        text += raw[at : mark.start()]
        labels.append(_label(mark["words"], mark["says"], len(text), conflict))
        text, at = text + mark["words"], mark.end()
    return text + raw[at:], labels


def _label(words: str, says: str, start: int, conflict: bool) -> Label:
    measure, number, *rest = says.split()
    label: dict[str, Any] = {"raw": words, "start": start, "measure": Measure(measure).value, "conflict": conflict}
    label["low"], label["high"] = _bounds(number)
    return label | _DEFAULTS | dict(_kind(word) for word in rest)


def _bounds(number: str) -> tuple[int | None, int | None]:
    if number == "?":
        return None, None
    match = _NUMBERS.fullmatch(number)
    if not match:
        raise ValueError(f"sentences.yaml: {number!r} is no number of people; write 3, 3+, -3, ~3, 3..9, 24~99, ? or 0")
    low = int(match["low"])
    high = int(match["high"]) if match["to"] else low
    return (None if match["sign"] == "-" else low), (None if match["more"] else high)


def _kind(word: str) -> tuple[str, str]:
    return next(_kinds(word))


def _kinds(word: str) -> Iterator[tuple[str, str]]:
    for name, kind in _KINDS.items():
        if word in [member.value for member in kind]:
            yield name, word
    raise ValueError(f"sentences.yaml: {word!r} is no class, scope, relation or certainty")
