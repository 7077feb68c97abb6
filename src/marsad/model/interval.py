"""Days between two dates, either of which may be unknown."""

from dataclasses import dataclass
from datetime import date, timedelta

from marsad.model.vocabulary import TimePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The days from `start` to `end`, both counted. A null end means that this bound is not known.

    `text` is the phrase that was resolved ("in recent days"). Raises ValueError where start is after end.
    """

    start: date | None = None
    end: date | None = None
    precision: TimePrecision | None = None
    text: str | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"an interval cannot end before it starts: {self.start} to {self.end}")

    @property
    def unknown(self) -> bool:
        """Whether neither bound is known."""
        return self.start is None and self.end is None

    @property
    def days(self) -> int | None:
        """How many days, or None where a bound is unknown."""
        return None if self.start is None or self.end is None else (self.end - self.start).days + 1

    def may_overlap(self, other: "Interval") -> bool:
        """Whether a day could lie in both. An unknown bound excludes nothing."""
        if self.end and other.start and self.end < other.start:
            return False
        return not (other.end and self.start and other.end < self.start)

    def contains(self, other: "Interval") -> bool:
        """Whether it is certain that every day of `other` lies here. Unknown bounds make nothing certain."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return False
        return self.start <= other.start and other.end <= self.end

    def meet(self, other: "Interval") -> "Interval | None":
        """The days that may lie in both, or None. A bound that one side does not know is the other's."""
        if not self.may_overlap(other):
            return None
        starts = [day for day in (self.start, other.start) if day]
        ends = [day for day in (self.end, other.end) if day]
        return Interval.of(max(starts) if starts else None, min(ends) if ends else None)

    def hull(self, other: "Interval") -> "Interval":
        """The smallest interval that holds both; unknown where either bound is unknown."""
        start = min(self.start, other.start) if self.start and other.start else None
        end = max(self.end, other.end) if self.end and other.end else None
        return Interval.of(start, end)

    @staticmethod
    def of(start: date | None, end: date | None, text: str | None = None) -> "Interval":
        """An interval whose precision follows from its length: 1 day, 7, 31, 366, longer."""
        return Interval(start=start, end=end, precision=_precision(start, end), text=text)

    @staticmethod
    def day(day: date, text: str | None = None) -> "Interval":
        """One day."""
        return Interval(start=day, end=day, precision=TimePrecision.DAY, text=text)

    def widened(self, days: int) -> "Interval":
        """The interval with so many days more on both sides, where they are known; the calendar's ends are kept."""
        return Interval.of(self.start and _moved(self.start, -days), self.end and _moved(self.end, days))


def _moved(day: date, by: int) -> date:
    try:
        return day + timedelta(days=by)
    except OverflowError:  # a report "of the year 1" must not stop a batch
        return date.min if by < 0 else date.max


def _precision(start: date | None, end: date | None) -> TimePrecision | None:
    if start is None or end is None:
        return None
    length = (end - start).days + 1
    for most, precision in (
        (1, TimePrecision.DAY),
        (7, TimePrecision.WEEK),
        (31, TimePrecision.MONTH),
        (366, TimePrecision.YEAR),
    ):
        if length <= most:
            return precision
    return TimePrecision.LONGER
