"""Phrases found by one pass over the text: regions whose names have small words, and names of groups.

Names of settlements are not in the automaton: half a million of them take 3.7 seconds and 100 MB to build, and a report
has only some hundred capitalised spans to look up (cities.py).
"""

from functools import cache

import ahocorasick_rs

from marsad.geocode.gazetteer import Candidate, Gazetteer, Level
from marsad.geocode.mention import Mention
from marsad.geocode.patterns import LOCATIVE, Role
from marsad.geocode.tables import not_places, regions

Span = tuple[int, int]


def phrases(text: str, gazetteer: Gazetteer) -> tuple[list[Mention], list[Span]]:
    """Mentions by phrase, and the spans of groups' names, in which nothing is a place."""
    rows = _automaton()[1]
    found, blocked = [], []
    for n, start, end in _matches(text):
        name, kind = rows[n]
        if kind == "group":
            blocked.append((start, end))
        elif kind in ("region", "local"):
            means = gazetteer.wide(name) if kind == "region" else _local(name, gazetteer)
            locative = kind == "region" or bool(LOCATIVE.search(text[max(0, start - 60) : start]))
            found.append(Mention(start, end, text[start:end], means[0].level, tuple(means), locative=locative))
        elif _as_written(text[start:end], kind):
            country = not_places().speaks_for[kind]
            found.append(Mention(start, end, text[start:end], Level.COUNTRY, people=country, role=Role.ORGANISATION))
    return found, blocked


def _matches(text: str) -> list[tuple[int, int, int]]:
    """(row, start, end) of the longest phrases at word boundaries, from left to right."""
    folded = _folded(text)
    matches = _automaton()[0].find_matches_as_indexes(folded, overlapping=True)
    kept, after = [], 0
    for n, start, end in sorted(matches, key=lambda match: (match[1], -match[2])):
        if start >= after and not _inside_word(folded, start, end):
            kept.append((n, start, end))
            after = end
    return kept


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, str], ...]]:
    """The automaton and, row by row, the phrase in lower case with its kind: for an organisation its written name."""
    listed = not_places()
    rows = {name.lower(): "region" for r in regions() for name in r.names if " " in name or name.islower()}
    rows |= {name.lower(): "local" for region in regions() for name in region.only_in}
    rows |= {written: "group" for name in listed.groups for written in (name, name.replace("-", " "))}
    rows |= {name.lower(): name for name in listed.speaks_for}
    return ahocorasick_rs.AhoCorasick(list(rows)), tuple(rows.items())


def _as_written(found: str, name: str) -> bool:
    """Acronyms count only in capitals ("PDF", not "pdf"), names only with their first capital."""
    return found == name if name.isupper() else found[:1] == name[:1]


def _local(phrase: str, gazetteer: Gazetteer) -> list[Candidate]:
    """What "the coast" means, by country; chosen when the report's country is known."""
    return [c for region in regions() if region.country and (c := gazetteer.local(phrase, region.country))]


def _folded(text: str) -> str:
    """The text in lower case with plain apostrophes and spaces and the same offsets."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return folded.replace("’", "'").replace("\u00a0", " ")


def _inside_word(text: str, start: int, end: int) -> bool:
    return (start > 0 and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())
