"""The toll: a number with its bounds, what it rests on, and what every claim considered did to it."""

from dataclasses import dataclass, field
from datetime import date

from marsad.model import bounds
from marsad.model.interval import Interval
from marsad.model.place import Place
from marsad.model.vocabulary import Category, Effect, Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class TollScope:
    """What is counted: harm of one measure to one class of victims, within a place and between days.

    A null place or an unknown interval restricts nothing. `incident` names the incident or episode whose claims are
    considered, where the toll is one's of these.
    """

    measure: Measure = Measure.KILLED
    category: Category = Category.ANY
    place: Place | None = None
    days: Interval = field(default_factory=Interval)
    incident: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """What one claim did to the figure, and the sentence that says why.

    `low` and `high` are the bounds the claim gives; `root` is the source that first said it; `other` is the claim that
    supersedes, contains, repeats or contradicts it.
    """

    claim: str
    report: str
    effect: Effect
    why: str
    low: int | None = None
    high: int | None = None
    root: str | None = None
    source: str | None = None
    said_on: date | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Claims that cannot all hold, and by how many people they disagree."""

    claims: tuple[str, ...]
    gap: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """`low` <= `best` <= `high`, under one policy, as known at the end of the day `as_of`.

    Null is "not known", with `reason`. `corroborated` is the largest number that at least two independent roots each
    assert as a lower bound; `pending` is what is claimed beyond it; `roots` is the number of independent roots counted.
    Raises ValueError where the bounds are out of order.
    """

    scope: TollScope
    policy: str
    as_of: date | None
    low: int | None = None
    best: int | None = None
    high: int | None = None
    corroborated: int | None = None
    pending: int | None = None
    roots: int = 0
    reason: str | None = None
    ledger: tuple[LedgerLine, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()

    def __post_init__(self) -> None:
        for low, high in ((self.low, self.best), (self.best, self.high), (self.low, self.high)):
            if not bounds.ordered(low, high):
                raise ValueError(f"a toll needs low <= best <= high, not {self.low}, {self.best}, {self.high}")
