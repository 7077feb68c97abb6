"""What passes between a reader and the intake: the bytes of one report, and the report made of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Protocol

from marsad.ingest.issue import Refused
from marsad.model import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The bytes of one report as received. `origin` says where they stand; `name` is the file's name without suffix."""

    origin: str
    content: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A report that does not know yet when and in which bytes it was received, and its issue lines."""

    report: Report
    issues: tuple[str, ...] = ()


class Reader(Protocol):
    """A format. `pieces` cuts a file into reports without holding it in memory; `draft` reads one of them."""

    NAME: ClassVar[str]
    SUFFIXES: ClassVar[tuple[str, ...]]

    def pieces(self, path: Path) -> Iterator[Piece | Refused]:
        """The file's pieces; a Refused among them stands for one that cannot be cut out. Raises Refused, OSError."""
        ...

    def draft(self, piece: Piece) -> Draft:
        """The report in a piece. Raises Refused."""
        ...
