"""The claim: one attributed statement, in one report, that a number of people suffered one kind of harm."""

from dataclasses import dataclass, field
from datetime import date

from marsad.model.ids import content_id
from marsad.model.interval import Interval
from marsad.model.place import Place
from marsad.model.quantity import Quantity
from marsad.model.report import parse_day
from marsad.model.source import Attribution, Perpetrator
from marsad.model.vocabulary import Category, Certainty, Measure, Relation, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Character offsets in a report's stored text: from `start` up to but not with `end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, not {self.start} to {self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Victims:
    """Who was harmed, in the words of the text."""

    text: str | None = None
    category: Category = Category.ANY
    group: str | None = None
    sex: str | None = None
    age: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One attributed number of one kind of harm. Never edited: a reviewer's judgement is a record beside it.

    `parent` is the id of the claim of the same report that a subset, an addition or a repeat refers to. `superseded`
    tells that the text itself presents the figure as replaced. `said_at` is the report's `published_at`. `reasons`
    says, field by field, which rule set it or why it is null. Raises ValueError for a `confidence` that is not between
    0 and 1, and for a `said_at` that is no date.
    """

    id: str
    report: str
    measure: Measure
    quantity: Quantity
    sentence: Span
    victims: Victims = field(default_factory=Victims)
    scope: Scope = Scope.INCIDENT
    relation: Relation = Relation.TOTAL
    parent: str | None = None
    place: Place | None = None
    time: Interval | None = None
    attribution: Attribution = field(default_factory=Attribution)
    perpetrator: Perpetrator = field(default_factory=Perpetrator)
    mechanism: str | None = None
    event_type: str | None = None
    certainty: Certainty = Certainty.ASSERTED
    conflict: bool = True
    superseded: bool = False
    confidence: float = 0.5
    extractor: str = "unknown"
    said_at: str | None = None
    reasons: dict[str, str] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence is between 0 and 1, not {self.confidence}")
        if self.said_at is not None:
            try:
                parse_day(self.said_at)
            except ValueError as error:
                raise ValueError(f"said_at: {error}") from error

    @property
    def said_on(self) -> date | None:
        """The day on which the report was published, or None."""
        return None if self.said_at is None else parse_day(self.said_at)

    @property
    def harm(self) -> bool:
        """Whether the claim states, flatly or hedged, harm done by conflict."""
        return self.conflict and self.certainty in (Certainty.ASSERTED, Certainty.REPORTED)

    @staticmethod
    def id_of(report: str, start: int, end: int, measure: Measure, nth: int = 0) -> str:
        """The id of the `nth` claim made from the same words for the same measure."""
        return content_id("clm", [report, start, end, measure.value, nth])
