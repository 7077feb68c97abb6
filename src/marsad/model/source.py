"""Who says it, and who did it: sources of numbers, and actors of violence. The two are never mixed."""

from dataclasses import dataclass
from datetime import date

from marsad.model.vocabulary import SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One that says numbers. `relays` lists the ids of sources whose numbers it passes on as they are."""

    id: str
    name: str
    kind: SourceKind
    country: str | None = None
    aliases: tuple[str, ...] = ()
    relays: tuple[str, ...] = ()
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said a number. `source` null is the outlet's own voice; `via` is the wire or outlet that relayed it.

    `root` names the first source of the number for counting independent voices: a source directory id, or the outlet
    where it speaks for itself. `kind` is that root's kind.
    """

    source: str | None = None
    text: str | None = None
    via: str | None = None
    root: str | None = None
    kind: SourceKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An organisation that takes part in violence. `from_day` and `to_day` bound when the name meant this one."""

    id: str
    name: str
    kind: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    from_day: date | None = None
    to_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Perpetrator:
    """Who is said to have done it, only where the text says so. Never the source of the number, never its place."""

    text: str | None = None
    id: str | None = None
