"""Language packs: one folder a language, one function each.

A pack is a callable from a report to its claims. It is imported when a report of its language is first read, so that
nothing heavy is loaded before it is needed. A second language is one more line here and one more folder.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module

from marsad.model import Claim, Report

Pack = Callable[[Report], list[Claim]]

PACKS: dict[str, str] = {"en": "marsad.extract.en.reader"}

_ENGLISH = frozenset("the of and in to a said that were was on for by at from with have has an as it".split())
_FEWEST = 0.12  # share of the commonest English words below which a text is not taken for English


def languages() -> list[str]:
    """The codes (ISO 639-1) of the languages that can be read."""
    return sorted(PACKS)


@cache
def _pack(language: str) -> Pack:
    read: Pack = import_module(PACKS[language]).read
    return read


def language_of(report: Report) -> str | None:
    """The language a report says it is in, else English where its commonest words are English, else None."""
    if report.language:
        return report.language.split("-")[0].lower()
    words = report.text[:20_000].lower().split()
    if not words:
        return None
    return "en" if sum(word in _ENGLISH for word in words) / len(words) >= _FEWEST else None


def extract(report: Report) -> list[Claim]:
    """The claims of one report, in the order of their numbers; none where its language cannot be read.

    Pure: the same report gives the same claims on every machine. Places, full source names and roots are set by the
    stages that follow.
    """
    language = language_of(report)
    return _pack(language)(report.legible()) if language in PACKS else []
