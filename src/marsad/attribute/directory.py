"""The source and actor directories: commented YAML, checked strictly when loaded, compiled to fast matchers.

A workspace may bring its own `sources.yaml` and `actors.yaml`; an entry there with the id of a shipped one replaces it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from marsad.attribute.entries import (
    actor_names_of,
    actor_of,
    institutions_of,
    names_of,
    people_of,
    rows_of,
    source_of,
    surface_of,
)
from marsad.attribute.words import fold, key
from marsad.errors import InputError
from marsad.model import Actor, Source


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a text names a source of the directory. `person` tells that the words are one who speaks for it."""

    start: int
    end: int
    source: Source
    person: bool


class Directory:
    """Who says numbers and who takes part in violence, found by name.

    `sources` and `actors` are the records in the order of the files. Raises InputError for an entry that is not
    well formed, an alias of two entries, or a relay of an unknown source.
    """

    def __init__(self, sources: Sequence[dict[str, Any]], actors: Sequence[dict[str, Any]]) -> None:
        self.sources = tuple(source_of(row) for row in sources)
        self.actors = tuple(actor_of(row) for row in actors)
        self._sources = {source.id: source for source in self.sources}
        self.acled = {f"act:{row['id']}": row["acled"] for row in actors if "acled" in row}
        self._institutions = institutions_of(sources, self._sources)
        self._exact = names_of(self.sources)
        self._people = people_of(sources, self._sources, self._exact)
        self._names = list(surface_of(sources, self._sources))
        self._matcher = AhoCorasick([fold(name) for name, _, _ in self._names], matchkind=MatchKind.LeftmostLongest)
        self._global, self._local = actor_names_of(self.actors, actors)
        self._check_relays()

    def find(self, name: str) -> Source | None:
        """The source that bears this name, whatever its case, article or accents; None where none does."""
        return self._exact.get(key(name)) or self._people.get(key(name))

    def source(self, source_id: str) -> Source | None:
        """The source with this id ("src:sohr")."""
        return self._sources.get(source_id)

    def institution(self, country: str | None, slug: str) -> Source | None:
        """What "the health ministry" is in a country; None where the directory does not say."""
        return self._institutions.get((country, slug)) if country else None

    def speaks_for(self, person: str) -> Source | None:
        """The source that a person speaks for year after year."""
        return self._people.get(key(person))

    def hits(self, text: str) -> list[Hit]:
        """Every place where the text names a source: whole words, the longest first, capitals respected."""
        folded = fold(text)
        found = []
        for index, start, end in self._matcher.find_matches_as_indexes(folded):
            name, source, person = self._names[index]
            if _whole(folded, start, end) and _same_case(name, text[start:end]):
                found.append(Hit(start, end, source, person))
        return found

    def actors_named(self, name: str) -> list[Actor]:
        """The actors that bear this name anywhere, on whatever day."""
        return self._global.get(key(name), [])

    def actors_of(self, name: str, country: str) -> list[Actor]:
        """The actors that bear this name in a country ("the army"), on whatever day."""
        return self._local.get((country, key(name)), [])

    def _check_relays(self) -> None:
        for source in self.sources:
            for relayed in source.relays:
                if relayed not in self._sources:
                    raise InputError(f"source {source.id}: relays {relayed!r}, which is no source: add it or drop it")


def load(workspace: Path | None = None) -> Directory:
    """The shipped directory, with the entries of `workspace/sources.yaml` and `actors.yaml` where there are any."""
    if workspace is None:
        return shipped()
    return Directory(_merged("sources.yaml", workspace), _merged("actors.yaml", workspace))


@cache
def shipped() -> Directory:
    """The directory shipped with the program, compiled once."""
    return Directory(_shipped("sources.yaml"), _shipped("actors.yaml"))


@cache
def _shipped(name: str) -> list[dict[str, Any]]:
    return rows_of(files("marsad.attribute").joinpath(name).read_bytes(), name)


def _merged(name: str, workspace: Path) -> list[dict[str, Any]]:
    own = workspace / name
    rows = rows_of(own.read_bytes(), str(own)) if own.exists() else []
    replaced = {row["id"] for row in rows}
    return [row for row in _shipped(name) if row["id"] not in replaced] + rows


def _whole(folded: str, start: int, end: int) -> bool:
    """Whether a match is not a part of a word. Arabic writes "and", "by" and "for" onto the word that follows."""
    before, after = folded[start - 1 : start], folded[end : end + 1]
    if after.isalnum():
        return False
    return not before.isalnum() or (before in "وبلف" and not folded[start - 2 : start - 1].isalnum())


def _same_case(name: str, found: str) -> bool:
    """Whether a name in capitals stands in capitals, and a name that starts with a capital starts with one."""
    if name.isupper() and name.isascii():
        return found == name
    return not name[:1].isupper() or found[:1].isupper()
