"""The source and actor directories: commented YAML, checked strictly when loaded, compiled to fast matchers.

A workspace may bring its own `sources.yaml` and `actors.yaml`; an entry there with the id of a shipped one replaces it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from ahocorasick_rs import AhoCorasick, MatchKind

from marsad.attribute.words import fold, key
from marsad.errors import InputError
from marsad.model import Actor, Source, SourceKind

_SOURCE_FIELDS = {"id", "name", "kind", "country", "side", "aliases", "institution", "people", "relays"}
_ACTOR_FIELDS = {"id", "name", "kind", "acled", "country", "also", "aliases", "local", "from", "to"}


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
        self.sources = tuple(_source(row) for row in sources)
        self.actors = tuple(_actor(row) for row in actors)
        self._sources = {source.id: source for source in self.sources}
        self.acled = {f"act:{row['id']}": row["acled"] for row in actors if "acled" in row}
        self._institutions = _institutions(sources, self._sources)
        self._exact = _names(self.sources)
        self._people = _people(sources, self._sources, self._exact)
        self._names = list(_surface(sources, self._sources))
        self._matcher = AhoCorasick([fold(name) for name, _, _ in self._names], matchkind=MatchKind.LeftmostLongest)
        self._global, self._local = _actor_names(self.actors, actors)
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
    return _rows(files("marsad.attribute").joinpath(name).read_bytes(), name)


def _merged(name: str, workspace: Path) -> list[dict[str, Any]]:
    own = workspace / name
    rows = _rows(own.read_bytes(), str(own)) if own.exists() else []
    replaced = {row["id"] for row in rows}
    return [row for row in _shipped(name) if row["id"] not in replaced] + rows


def _rows(content: bytes, name: str) -> list[dict[str, Any]]:
    try:
        rows = yaml.load(content, Loader=yaml.CSafeLoader)  # noqa: S506 (CSafeLoader is the safe loader, in C)
    except yaml.YAMLError as error:
        raise InputError(f"{name}: not YAML ({error}): mend the line") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) and row.get("id") for row in rows):
        raise InputError(f"{name}: must be a list of entries that each have an id")
    return rows


def _source(row: dict[str, Any]) -> Source:
    _known_fields("source", row, _SOURCE_FIELDS)
    try:
        kind = SourceKind(row["kind"])
    except (KeyError, ValueError) as error:
        kinds = ", ".join(SourceKind)
        raise InputError(f"source {row['id']}: kind {row.get('kind')!r} is not one of {kinds}") from error
    return Source(
        id=f"src:{row['id']}",
        name=row["name"],
        kind=kind,
        country=row.get("country"),
        aliases=tuple(row.get("aliases", ())),
        relays=tuple(f"src:{relayed}" for relayed in row.get("relays", ())),
        side=row.get("side"),
    )


def _actor(row: dict[str, Any]) -> Actor:
    _known_fields("actor", row, _ACTOR_FIELDS)
    first, last = row.get("from"), row.get("to")
    if any(day is not None and not isinstance(day, date) for day in (first, last)):
        raise InputError(f"actor {row['id']}: from and to must be days, as 2024-12-08")
    return Actor(
        id=f"act:{row['id']}",
        name=row["name"],
        kind=row["kind"],
        country=row.get("country"),
        aliases=tuple(row.get("aliases", ())),
        from_day=first,
        to_day=last,
    )


def _known_fields(what: str, row: dict[str, Any], known: set[str]) -> None:
    unknown = set(row) - known
    if unknown:
        raise InputError(f"{what} {row['id']}: unknown field {sorted(unknown)[0]!r}; known are {', '.join(sorted(known))}")
    if not row.get("name") or not row.get("kind"):
        raise InputError(f"{what} {row['id']}: needs a name and a kind")


def _names(sources: Iterable[Source]) -> dict[str, Source]:
    exact: dict[str, Source] = {}
    for source in sources:
        for name in (source.name, *source.aliases):
            other = exact.setdefault(key(name), source)
            if other is not source:
                raise InputError(f"sources.yaml: {name!r} names {other.id} and {source.id}: keep one of them")
    return exact


def _people(rows: Iterable[dict[str, Any]], by_id: dict[str, Source], exact: dict[str, Source]) -> dict[str, Source]:
    people: dict[str, Source] = {}
    for row in rows:
        for person in row.get("people", ()):
            source = by_id[f"src:{row['id']}"]
            other = people.setdefault(key(person), source)
            if other is not source or key(person) in exact:
                raise InputError(f"sources.yaml: {person!r} names two entries, one is {source.id}: keep one of them")
    return people


def _surface(rows: Iterable[dict[str, Any]], by_id: dict[str, Source]) -> Iterable[tuple[str, Source, bool]]:
    for row in rows:
        source = by_id[f"src:{row['id']}"]
        for name in dict.fromkeys((row["name"], *row.get("aliases", ()))):
            yield name, source, False
        for person in row.get("people", ()):
            yield person, source, True


def _institutions(
    rows: Iterable[dict[str, Any]], by_id: dict[str, Source]
) -> dict[tuple[str | None, str], Source]:
    table: dict[tuple[str | None, str], Source] = {}
    for row in rows:
        if "institution" in row:
            source = by_id[f"src:{row['id']}"]
            other = table.setdefault((source.country, row["institution"]), source)
            if other is not source or source.country is None:
                raise InputError(f"source {source.id}: {row['institution']} needs a country that no other entry has")
    return table


ActorNames = dict[str, list[Actor]]
LocalNames = dict[tuple[str, str], list[Actor]]


def _actor_names(actors: Sequence[Actor], rows: Sequence[dict[str, Any]]) -> tuple[ActorNames, LocalNames]:
    everywhere: ActorNames = {}
    local: LocalNames = {}
    for actor, row in zip(actors, rows, strict=True):
        for name in {key(name) for name in (actor.name, *actor.aliases)}:
            _claim_name(everywhere.setdefault(name, []), actor, name)
        for country in (actor.country, *row.get("also", ())):
            for name in {key(name) for name in row.get("local", ())}:
                _claim_name(local.setdefault((country, name), []), actor, f"{name} in {country}")
    return everywhere, local


def _claim_name(bearers: list[Actor], actor: Actor, name: str) -> None:
    clash = next((other for other in bearers if _days_overlap(actor, other)), None)
    if clash:
        raise InputError(f"actors.yaml: {name!r} names {clash.id} and {actor.id} on the same days: keep one of them")
    bearers.append(actor)


def _days_overlap(a: Actor, b: Actor) -> bool:
    return (a.from_day or date.min) <= (b.to_day or date.max) and (b.from_day or date.min) <= (a.to_day or date.max)


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


