"""The entries of the directories: YAML rows, checked strictly, and the tables of names made of them.

Every error is an InputError that names the entry, the value and what to do. Two entries never share a name.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import yaml

from marsad.attribute.words import key
from marsad.errors import InputError
from marsad.model import Actor, Source, SourceKind

Row = dict[str, Any]
ActorNames = dict[str, list[Actor]]
LocalNames = dict[tuple[str, str], list[Actor]]

_SOURCE_FIELDS = frozenset(["id", "name", "kind", "country", "side", "aliases", "institution", "people", "relays"])
_ACTOR_FIELDS = frozenset(["id", "name", "kind", "acled", "country", "also", "aliases", "local", "from", "to"])


def rows_of(content: bytes, name: str) -> list[Row]:
    """The rows of a YAML file. Raises InputError where it is not a list of entries with an id."""
    try:
        rows = yaml.load(content, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise InputError(f"{name}: not YAML ({error}): mend the line") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) and row.get("id") for row in rows):
        raise InputError(f"{name}: must be a list of entries that each have an id")
    return rows


def source_of(row: Row) -> Source:
    """The source that a row describes."""
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


def actor_of(row: Row) -> Actor:
    """The actor that a row describes."""
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


def _known_fields(what: str, row: Row, known: frozenset[str]) -> None:
    unknown = set(row) - known
    if unknown:
        raise InputError(
            f"{what} {row['id']}: unknown field {sorted(unknown)[0]!r}; known are {', '.join(sorted(known))}"
        )
    if not row.get("name") or not row.get("kind"):
        raise InputError(f"{what} {row['id']}: needs a name and a kind")


def names_of(sources: Iterable[Source]) -> dict[str, Source]:
    """Each name and alias, made comparable, and the one source that bears it."""
    exact: dict[str, Source] = {}
    for source in sources:
        for name in (source.name, *source.aliases):
            other = exact.setdefault(key(name), source)
            if other is not source:
                raise InputError(f"sources.yaml: {name!r} names {other.id} and {source.id}: keep one of them")
    return exact


def people_of(rows: Iterable[Row], by_id: dict[str, Source], exact: dict[str, Source]) -> dict[str, Source]:
    """Each person who speaks for a source, made comparable."""
    people: dict[str, Source] = {}
    for row in rows:
        for person in row.get("people", ()):
            source = by_id[f"src:{row['id']}"]
            other = people.setdefault(key(person), source)
            if other is not source or key(person) in exact:
                raise InputError(f"sources.yaml: {person!r} names two entries, one is {source.id}: keep one of them")
    return people


def surface_of(rows: Iterable[Row], by_id: dict[str, Source]) -> Iterable[tuple[str, Source, bool]]:
    """Every name as texts write it, its source, and whether it is a person's."""
    for row in rows:
        source = by_id[f"src:{row['id']}"]
        for name in dict.fromkeys((row["name"], *row.get("aliases", ()))):
            yield name, source, False
        for person in row.get("people", ()):
            yield person, source, True


def institutions_of(rows: Iterable[Row], by_id: dict[str, Source]) -> dict[tuple[str | None, str], Source]:
    """What "the health ministry" and the like are in each country."""
    """What each country's "health ministry" and the like is."""
    table: dict[tuple[str | None, str], Source] = {}
    for row in rows:
        if "institution" in row:
            source = by_id[f"src:{row['id']}"]
            other = table.setdefault((source.country, row["institution"]), source)
            if other is not source or source.country is None:
                raise InputError(f"source {source.id}: {row['institution']} needs a country that no other entry has")
    return table


def actor_names_of(actors: Sequence[Actor], rows: Sequence[Row]) -> tuple[ActorNames, LocalNames]:
    """The actors by the names that mean them anywhere, and by those that mean them in one country."""
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
