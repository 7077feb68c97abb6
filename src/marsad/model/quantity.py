"""A number of people as a text told it: bounds, how it was said, and where the words stand."""

from dataclasses import dataclass

from marsad.model import bounds
from marsad.model.bounds import Bounds
from marsad.model.vocabulary import Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """Between `low` and `high` people. None is "not bounded on this side", never 0.

    `text` is the number phrase, `start` and `end` its character offsets in the report's stored text; all three are
    null for a quantity that was computed. Raises ValueError for bounds below 0 or in the wrong order.
    """

    low: int | None = None
    high: int | None = None
    modality: Modality = Modality.EXACT
    text: str | None = None
    start: int | None = None
    end: int | None = None

    def __post_init__(self) -> None:
        if not bounds.ordered(self.low, self.high):
            raise ValueError(f"a quantity needs 0 <= low <= high, not low={self.low} high={self.high}")

    @property
    def bounds(self) -> Bounds:
        """The pair (low, high)."""
        return (self.low, self.high)

    @property
    def vague(self) -> bool:
        """Whether the words bound the number on neither side ("many", "some")."""
        return self.low is None and self.high is None

    def __add__(self, other: "Quantity") -> "Quantity":
        return Quantity.of(bounds.add(self.bounds, other.bounds))

    def meet(self, other: "Quantity") -> "Quantity | None":
        """What satisfies both; None where they contradict each other."""
        pair = bounds.meet(self.bounds, other.bounds)
        return None if pair is None else Quantity.of(pair)

    def overlaps(self, other: "Quantity") -> bool:
        """Whether one number could be what both say."""
        return bounds.meet(self.bounds, other.bounds) is not None

    def contains(self, other: "Quantity") -> bool:
        """Whether all that `other` allows is allowed here."""
        return bounds.contains(self.bounds, other.bounds)

    @staticmethod
    def of(pair: Bounds) -> "Quantity":
        """A computed quantity; its modality follows from its bounds."""
        low, high = pair
        if low is None and high is None:
            modality = Modality.VAGUE
        elif low is None:
            modality = Modality.AT_MOST
        elif high is None:
            modality = Modality.AT_LEAST
        elif low == high:
            modality = Modality.NONE if low == 0 else Modality.EXACT
        else:
            modality = Modality.RANGE
        return Quantity(low=low, high=high, modality=modality)
