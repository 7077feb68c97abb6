"""The algebra of days: an end that is not known excludes nothing and makes nothing certain."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.model import Interval, Report, TimePrecision, parse_day, parse_stamp
from tests.model.records import DAYS, STAMPS, intervals

laws = settings(max_examples=200, deadline=None)
ANY = intervals()
KNOWN = intervals(known=True)
WINDOW = [date(2025, 3, 1) + timedelta(days=n) for n in range(81)]


def possible(days: Interval) -> set[date]:
    """The days that an interval does not rule out, of those that come up here."""
    return {day for day in WINDOW if not (days.start and day < days.start) and not (days.end and day > days.end)}


@laws
@given(ANY, ANY)
def test_overlap_is_about_possible_days(a: Interval, b: Interval) -> None:
    assert a.may_overlap(b) == b.may_overlap(a) == bool(possible(a) & possible(b))
    assert a.may_overlap(a)


@laws
@given(ANY, ANY)
def test_a_meet_holds_the_days_that_both_allow(a: Interval, b: Interval) -> None:
    met = a.meet(b)
    assert met == b.meet(a)
    assert (met is None) == (not a.may_overlap(b))
    assert met is None or possible(met) == possible(a) & possible(b)


@laws
@given(ANY, ANY, ANY)
def test_meets_in_any_order(a: Interval, b: Interval, c: Interval) -> None:
    left, right = a.meet(b), b.meet(c)
    assert (left and left.meet(c)) == (right and a.meet(right))


@laws
@given(KNOWN, KNOWN, KNOWN)
def test_containment_is_an_order_where_days_are_known(a: Interval, b: Interval, c: Interval) -> None:
    assert a.contains(a)
    assert a.contains(b) == (possible(b) <= possible(a))
    if a.contains(b):
        assert a == b or not b.contains(a)
        assert not b.contains(c) or a.contains(c)
    met = a.meet(b)
    if met is not None:
        assert a.contains(met)
        assert b.contains(met)


@laws
@given(ANY, ANY)
def test_nothing_unknown_is_certain(a: Interval, b: Interval) -> None:
    if a.days is None or b.days is None:
        assert not a.contains(b)


@laws
@given(KNOWN, KNOWN, KNOWN)
def test_a_hull_is_the_least_that_holds_both(a: Interval, b: Interval, c: Interval) -> None:
    hull = a.hull(b)
    assert hull == b.hull(a)
    assert hull.hull(c) == a.hull(b.hull(c))
    assert hull.contains(a)
    assert hull.contains(b)
    assert not (c.contains(a) and c.contains(b)) or c.contains(hull)


@laws
@given(ANY, ANY)
def test_a_hull_with_an_unknown_end_is_unknown_there(a: Interval, b: Interval) -> None:
    hull = a.hull(b)
    assert (hull.start is None) == (a.start is None or b.start is None)
    assert (hull.end is None) == (a.end is None or b.end is None)


@laws
@given(ANY, st.integers(0, 60))
def test_widened(a: Interval, days: int) -> None:
    wider = a.widened(days)
    assert possible(a) <= possible(wider)
    assert (wider.start is None, wider.end is None) == (a.start is None, a.end is None)
    assert wider.days == (a.days and a.days + 2 * days)
    assert a.widened(0) == a


def test_widened_at_the_ends_of_the_calendar() -> None:
    # A report "of 0001-01-01" is a slip of a keyboard; it must not stop the linking of all others.
    assert Interval.of(date.min, date.max).widened(3) == Interval.of(date.min, date.max)


@pytest.mark.parametrize(
    ("days", "precision"),
    [
        (1, TimePrecision.DAY),
        (2, TimePrecision.WEEK),
        (7, TimePrecision.WEEK),
        (8, TimePrecision.MONTH),
        (31, TimePrecision.MONTH),
        (32, TimePrecision.YEAR),
        (366, TimePrecision.YEAR),  # a leap year is a year
        (367, TimePrecision.LONGER),
    ],
)
def test_precision_follows_from_length(days: int, precision: TimePrecision) -> None:
    made = Interval.of(date(2024, 1, 1), date(2024, 1, 1) + timedelta(days=days - 1))
    assert (made.days, made.precision) == (days, precision)


def test_precision_of_unknown_ends_is_unknown() -> None:
    assert Interval.of(date(2025, 3, 6), None).precision is None
    assert Interval.of(None, None) == Interval()
    assert Interval().unknown
    assert not Interval.of(None, date(2025, 3, 6)).unknown


@given(DAYS)
def test_one_day(day: date) -> None:
    assert Interval.day(day) == Interval.of(day, day)
    assert Interval.day(day, "on Saturday").text == "on Saturday"


def test_an_interval_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="2025-03-08 to 2025-03-06"):
        Interval(start=date(2025, 3, 8), end=date(2025, 3, 6))


# Stamps: the dates that outlets give, some of them only a month or a year.


@pytest.mark.parametrize(
    ("stamp", "first", "last"),
    [
        ("2025-03-08", "2025-03-08", "2025-03-08"),
        ("20250308", "2025-03-08", "2025-03-08"),
        ("2025-03-08T23:59:59+03:00", "2025-03-08", "2025-03-08"),  # the outlet's own day
        ("2025-03-08T11:55Z", "2025-03-08", "2025-03-08"),
        ("2025-03", "2025-03-01", "2025-03-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-W10-6", "2025-03-08", "2025-03-08"),
    ],
)
def test_stamps(stamp: str, first: str, last: str) -> None:
    days = parse_stamp(stamp)
    assert days == Interval.of(date.fromisoformat(first), date.fromisoformat(last))
    assert parse_day(stamp) == days.end


@pytest.mark.parametrize(
    "stamp",
    # Python alone would read the last four as the years 202 and 2025, the Monday of a week, and midnight.
    ["", "yesterday", "2025-13", "2025-02-30", "08/03/2025", "March 2025", "0000", " 2025", "2_02", "٢٠٢٥", "2025-W10"],
)
def test_what_is_no_stamp_is_refused_and_quoted(stamp: str) -> None:
    with pytest.raises(ValueError, match="not an ISO 8601 date") as raised:
        parse_stamp(stamp)
    assert repr(stamp) in str(raised.value)


@laws
@given(STAMPS)
def test_a_report_is_known_by_the_last_day_of_its_stamp(stamp: str) -> None:
    report = Report(id="r", text="t", published_at=stamp)
    days = parse_stamp(stamp)
    assert report.published_on == days.end
    assert report.published_day == (days.start if days.days == 1 else None)


def test_a_report_without_a_date() -> None:
    report = Report(id="r", text="t")
    assert (report.published_on, report.published_day) == (None, None)


def test_a_report_of_a_month_has_no_day() -> None:
    # "On Saturday" in a text that is dated 2025-03 is no day that could be told.
    report = Report(id="r", text="t", published_at="2025-03")
    assert (report.published_on, report.published_day) == (date(2025, 3, 31), None)
