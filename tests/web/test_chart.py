"""The chart stays in its box, tells series apart, and draws nothing where there is no movement."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.web.chart import Point, Series, chart

FIRST = date(2025, 3, 8)


def series(name: str, *points: tuple[int, int | None, int | None]) -> Series:
    made = tuple(
        Point(day=FIRST + timedelta(days=day), low=low, high=high, claim="c", report="r") for day, low, high in points
    )
    return Series(root=name, name=name, points=made)


def test_one_day_is_no_history() -> None:
    assert chart([series("a", (0, 5, 5))]) is None
    assert chart([]) is None


def test_a_figure_holds_until_the_next() -> None:
    drawn = chart([series("a", (0, 340, 340), (4, 1225, None))])
    assert drawn is not None
    low, high = drawn.lines[0].dots
    assert drawn.lines[0].path == f"M{low.x} {low.y} H{high.x} V{high.y} H{drawn.right}"
    assert high.open  # "at least" bounds nothing from above
    assert not low.open
    assert [tick.label for tick in drawn.across] == ["8 Mar", "12 Mar"]
    assert drawn.up[0].label == "0"  # the axis starts at zero: a cut axis overstates


def test_a_long_silence_is_cut_and_marked() -> None:
    drawn = chart([series("a", (0, 1, 1), (1, 2, 2), (2, 3, 3), (160, 4, 4))])
    assert drawn is not None
    assert [cut.label for cut in drawn.cuts] == ["158 days"]
    xs = [dot.x for dot in drawn.lines[0].dots]
    assert xs[1] - xs[0] > 100


def test_series_differ_in_shape() -> None:
    drawn = chart([series(name, (0, 1, 1), (1, 2, 2)) for name in "abcdef"])
    assert drawn is not None
    assert len({line.shape for line in drawn.lines}) == 6


days = st.integers(0, 2000)
people = st.integers(0, 10_000_000)


@given(st.lists(st.tuples(days, people, people), min_size=2, max_size=12, unique_by=lambda row: row[0]))
@pytest.mark.parametrize("width", [360, 1060])
def test_everything_lies_in_the_box(width: int, rows: list[tuple[int, int, int]]) -> None:
    points = [(day, min(a, b), max(a, b)) for day, a, b in sorted(rows)]
    drawn = chart([series("a", *points)], width)
    assert drawn is not None
    for dot in drawn.lines[0].dots:
        assert drawn.left <= dot.x <= drawn.right
        assert drawn.top - 0.1 <= dot.top <= dot.y <= dot.bottom <= drawn.bottom
    xs = [dot.x for dot in drawn.lines[0].dots]
    assert xs == sorted(xs)
    assert 3 <= len(drawn.up) <= 6
    ticks = [tick.at for tick in drawn.across]
    assert all(b - a >= 70 for a, b in itertools.pairwise(ticks))
