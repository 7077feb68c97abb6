"""The geometry of a chart of figures over time: one series a source, drawn by a template as SVG.

The chart shows what was said when, so a figure holds until its source says another: lines are steps. Long silences are
cut short and marked as cut, or a report months later would press the days that matter into one. Series are told apart
by shape and dash as well as by colour.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from marsad.reconcile.wording import MONTHS

# A silence is drawn as at most so many times the median gap between two days on which something was said.
LONGEST_GAP = 4
# From a number of people to a height on the page.
Height = Callable[[int], float]
SHAPES = ("circle", "square", "triangle", "diamond", "cross", "bar")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What one source said on one day: bounds, and the claim that leads to the sentence."""

    day: date
    low: int | None
    high: int | None
    claim: str
    report: str

    @property
    def level(self) -> int:
        """The height at which it is drawn: its low, or its high where it has no low."""
        return (self.low if self.low is not None else self.high) or 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The points of one root source, oldest first."""

    root: str
    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A point in place: `top` and `bottom` are the ends of its range; `open` says that no upper bound is known."""

    x: float
    y: float
    top: float
    bottom: float
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A series in place: an SVG path of steps, its dots, its shape and its number."""

    path: str
    dots: tuple[Dot, ...]
    shape: str
    nth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A label on an axis."""

    at: float
    label: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """All that the template draws, in units of the view box."""

    width: int
    height: int
    left: float
    right: float
    top: float
    bottom: float
    lines: tuple[Line, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    cuts: tuple[Tick, ...]


def chart(series: Sequence[Series], width: int = 1060, height: int = 320) -> Chart | None:
    """The chart of these series, or None where fewer than two days hold a figure: one dot is no history."""
    days = sorted({point.day for one in series for point in one.points})
    if len(days) < 2:
        return None
    left, right, top, bottom = 52.0, width - 14.0, 24.0, height - 30.0
    most = max(point.high or point.level for one in series for point in one.points)
    steps = _scale(most)
    xs, cut = _across(days, left + 10, right - 10)

    def y(value: int) -> float:
        return round(bottom - (bottom - top) * value / steps[-1], 1)

    lines = tuple(_line(one, nth, xs, y, right) for nth, one in enumerate(series))
    up = tuple(Tick(at=y(step), label=f"{step:,}", anchor="end") for step in steps)
    across = _labels(days, xs, 74 if width > 500 else 84)
    box = {"left": left, "right": right, "top": top, "bottom": bottom}
    return Chart(width=width, height=height, lines=lines, across=across, up=up, cuts=cut, **box)


def _line(one: Series, nth: int, xs: dict[date, float], y: Height, right: float) -> Line:
    dots = tuple(_dot(point, xs[point.day], y) for point in one.points)
    path = f"M{dots[0].x} {dots[0].y}"
    for _, after in pairwise(dots):
        path += f" H{after.x} V{after.y}"
    path += f" H{right}"
    return Line(path=path, dots=dots, shape=SHAPES[nth % len(SHAPES)], nth=nth % len(SHAPES))


def _dot(point: Point, x: float, y: Height) -> Dot:
    low = point.low if point.low is not None else point.level
    high = point.high if point.high is not None else point.level
    return Dot(x=x, y=y(point.level), top=y(high), bottom=y(low), open=point.high is None)


def _across(days: Sequence[date], left: float, right: float) -> tuple[dict[date, float], tuple[Tick, ...]]:
    gaps = [(b - a).days for a, b in pairwise(days)]
    longest = LONGEST_GAP * sorted(gaps)[len(gaps) // 2]
    drawn = [min(gap, longest) for gap in gaps]
    unit = (right - left) / sum(drawn)
    xs, cuts, at = {days[0]: round(left, 1)}, [], left
    for day, gap, width in zip(days[1:], gaps, drawn, strict=True):
        if gap > width:
            cuts.append(Tick(at=round(at + width * unit / 2, 1), label=f"{gap:,} days"))
        at += width * unit
        xs[day] = round(at, 1)
    return xs, tuple(cuts)


def _labels(days: Sequence[date], xs: dict[date, float], apart: float) -> tuple[Tick, ...]:
    """Labels that do not run into each other; the last day comes first, then the first."""
    kept = [days[-1]]
    for day in (days[0], *reversed(days[1:-1])):
        if all(abs(xs[other] - xs[day]) >= apart for other in kept):
            kept.append(day)
    many_years = days[0].year != days[-1].year
    return tuple(_label(day, xs, many_years, days) for day in sorted(kept))


def _label(day: date, xs: dict[date, float], many_years: bool, days: Sequence[date]) -> Tick:
    text = f"{day.day} {MONTHS[day.month - 1][:3]}" + (f" {day.year}" if many_years else "")
    anchor = "end" if day == days[-1] else "start" if day == days[0] else "middle"
    return Tick(at=xs[day], label=text, anchor=anchor)


def _scale(most: int) -> list[int]:
    """0 and two to five round steps of 1, 2 or 5 that reach `most`."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if most <= 5 * step:
                return [step * n for n in range(max(2, -(-most // step)) + 1)]
        power *= 10
