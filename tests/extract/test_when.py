"""Time phrases: the examples of when.yaml, and the rules that join them."""

from datetime import date

import pytest

from marsad.extract.en import when

WEDNESDAY = date(2025, 3, 12)
EXAMPLES = [(form.name, phrase, days) for form in when.forms() for phrase, days in form.examples.items()]


@pytest.mark.parametrize(("form", "phrase", "days"), EXAMPLES)
def test_examples(form: str, phrase: str, days: str) -> None:
    found = when.find(phrase, WEDNESDAY)
    shown = [(w.form, f"{w.interval.start} .. {w.interval.end}" if w.interval else "unresolved") for w in found]
    assert shown == [(form, days)]


@pytest.mark.parametrize(
    "phrase", ["on Saturday", "overnight", "in recent days", "last month", "6 March", "two days ago"]
)
def test_relative_words_stay_unresolved_without_a_publication_date(phrase: str) -> None:
    assert [w.interval for w in when.find(phrase, None)] == [None]


def test_saturday_in_a_saturday_report_is_today() -> None:
    (found,) = when.find("said on Saturday", date(2025, 3, 8))
    assert found.interval and found.interval.start == date(2025, 3, 8)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("killed since 6 March", "2025-03-06", "2025-03-12"),
        ("killed since last Thursday", "2025-03-06", "2025-03-12"),
        ("the conflict that started on March 6", "2025-03-06", "2025-03-12"),
        ("since 2011", "2011-01-01", "2025-03-12"),
    ],
)
def test_a_running_count_ends_on_the_day_of_publication(text: str, start: str, end: str) -> None:
    (found,) = when.find(text, WEDNESDAY)
    assert found.running and found.interval
    assert (str(found.interval.start), str(found.interval.end)) == (start, end)


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("DAMASCUS, March 12 (Xinhua) -- At least 16 people were killed", True),
        ("8 March, 2025; At least 340 people have been killed", True),
        ("On March 12 a bomb killed nine people", False),
    ],
)
def test_datelines(text: str, dateline: bool) -> None:
    assert when.of_dateline(text, when.find(text, WEDNESDAY)[0]) is dateline


def days(text: str, published: date | None = WEDNESDAY) -> list[str]:
    """The days of each phrase, or why it has none."""
    found = when.find(text, published)
    return [f"{w.interval.start} .. {w.interval.end}" if w.interval else w.why for w in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a weekday is the latest such day, the day of publication included
        ("Gunmen killed nine people on Wednesday.", "2025-03-12 .. 2025-03-12"),
        ("The market was shelled late on Tuesday.", "2025-03-11 .. 2025-03-11"),
        ("Thursday's raid left six dead.", "2025-03-06 .. 2025-03-06"),
        ("He died early on Monday morning.", "2025-03-10 .. 2025-03-10"),
        # nights
        ("Six were killed overnight.", "2025-03-11 .. 2025-03-12"),
        ("The strike came in the night to Sunday.", "2025-03-08 .. 2025-03-09"),
        # the days up to the report
        ("In the past 48 hours 31 have died.", "2025-03-10 .. 2025-03-12"),
        ("Over the last three weeks 31 have died.", "2025-02-19 .. 2025-03-12"),
        ("31 died in recent days.", "2025-03-10 .. 2025-03-12"),
        ("31 have died since Thursday.", "2025-03-06 .. 2025-03-12"),
        ("Over the past two months 900 fled.", "2025-01-12 .. 2025-03-12"),
        # periods
        ("Between 6 and 10 March 31 died.", "2025-03-06 .. 2025-03-10"),
        ("31 died from 6 to 10 March 2024.", "2024-03-06 .. 2024-03-10"),
        ("31 died on Friday and Saturday.", "2025-03-07 .. 2025-03-08"),
        ("31 died between Friday and Monday.", "2025-03-07 .. 2025-03-10"),
        ("31 died between Saturday evening and Monday morning.", "2025-03-08 .. 2025-03-10"),
        ("31 died from 28 February to 3 March.", "2025-02-28 .. 2025-03-03"),
        ("31 died between January and June 2016.", "2016-01-01 .. 2016-06-30"),
        ("31 died in the first half of 2021.", "2021-01-01 .. 2021-06-30"),
        ("The war of 1992-95 cost many lives.", "1992-01-01 .. 1995-12-31"),
        # other years
        ("31 died last year.", "2024-01-01 .. 2024-12-31"),
        ("31 died on March 30 last year.", "2024-03-30 .. 2024-03-30"),
        ("31 died last October.", "2024-10-01 .. 2024-10-31"),
        ("31 died last February.", "2024-02-01 .. 2024-02-29"),
        ("31 died a day earlier.", "2025-03-11 .. 2025-03-11"),
        # anniversaries
        ("Today is the fourth anniversary of his death.", "2021-03-12 .. 2021-03-12"),
        ("On this day in 1995 a shell killed 43.", "1995-03-12 .. 1995-03-12"),
        ("Eleven years after the war began 500,000 are dead.", "2014-03-12 .. 2025-03-12"),
        # figures; the one order that is a date, or lies shortly before the report
        ("the bandits of 19/12/2018", "2018-12-19 .. 2018-12-19"),
        ("shot on 03/08/2025", "2025-03-08 .. 2025-03-08"),
        # other calendars; an Islamic day may be one off
        ("executed on 22 Bahman 1357", "1979-02-11 .. 1979-02-11"),
        ("shot on 30 Esfand 1403", "2025-03-20 .. 2025-03-20"),
        ("killed on 1 Shawwal 1445", "2024-04-09 .. 2024-04-11"),
        ("killed on Easter Sunday", "2024-03-31 .. 2024-03-31"),
    ],
)
def test_forms(text: str, expected: str) -> None:
    assert expected in days(text)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("killed on 30 December", date(2025, 1, 2), "2024-12-30 .. 2024-12-30"),
        ("killed on Tuesday", date(2025, 1, 1), "2024-12-31 .. 2024-12-31"),
        ("killed in December", date(2025, 1, 2), "2024-12-01 .. 2024-12-31"),
        ("killed last month", date(2025, 1, 31), "2024-12-01 .. 2024-12-31"),
        ("killed on 29 February", date(2025, 6, 1), "2024-02-29 .. 2024-02-29"),
        ("killed on 29 February", date(2024, 3, 1), "2024-02-29 .. 2024-02-29"),
        ("killed over the past year", date(2024, 2, 29), "2023-02-28 .. 2024-02-29"),
        ("killed yesterday", date(2024, 3, 1), "2024-02-29 .. 2024-02-29"),
        ("killed on Friday", date(2025, 3, 7), "2025-03-07 .. 2025-03-07"),
        ("killed last Friday", date(2025, 3, 7), "2025-02-28 .. 2025-02-28"),
        ("killed between 30 December 2024 and 2 January 2025", date(2025, 1, 4), "2024-12-30 .. 2025-01-02"),
    ],
)
def test_year_boundaries_and_leap_days(text: str, published: date, expected: str) -> None:
    assert days(text, published) == [expected]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("killed on 31 February", "there is no 31 February"),
        ("killed on 29 February 2023", "there is no 29 February 2023"),
        ("killed on 2025-02-30", "there is no 30 February 2025"),
        ("killed between 10 and 6 March", "the period ends before it starts"),
        ("killed between 10 March 2025 and 6 March 2025", "the period ends before it starts"),
        ("killed on 03/04/2019", "03/04/2019 may put the day or the month first"),
        ("killed on 32/13/2019", "there is no day 32/13/2019"),
        ("killed the following day", "told from a day that is named elsewhere"),
    ],
)
def test_impossible_days_stay_unresolved_with_the_reason(text: str, reason: str) -> None:
    assert days(text) == [reason]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("killed on Friday", when.NO_DAY),
        ("killed in the past 48 hours", when.NO_DAY),
        ("killed between Friday and Sunday", when.NO_DAY),
        ("killed on 8 March", when.NO_YEAR),
        ("killed last year", when.NO_YEAR),
    ],
)
def test_without_a_publication_date_the_reason_says_so(text: str, reason: str) -> None:
    assert days(text, None) == [reason]


def test_full_dates_need_no_publication_date() -> None:
    assert days("killed on 8 March 2025", None) == ["2025-03-08 .. 2025-03-08"]
    (found,) = when.find("killed since 2021", None)
    assert found.running and found.interval and (str(found.interval.start), found.interval.end) == ("2021-01-01", None)


def test_the_month_of_publication_is_enough_for_months() -> None:
    (found,) = when.find("killed in April", None, date(2016, 5, 31))
    assert found.interval and str(found.interval.start) == "2016-04-01"


@pytest.mark.parametrize(
    "text", ["In March 12 people were killed", "April 10 - 18 killed, 700 shot", "In May 30 civilians died"]
)
def test_numbers_of_people_behind_a_month_are_no_days(text: str) -> None:
    found = when.find(text, WEDNESDAY)
    assert not any(w.form == "days of a month" or (w.form == "day and month" and w.end > 9) for w in found)


def test_a_weekday_beside_its_date_is_one_day() -> None:
    assert days("on Wednesday, 26 February 2025") == ["2025-02-26 .. 2025-02-26"]


@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_ends_of_the_calendar_stop_nothing(published: date) -> None:
    for form in when.forms():
        for phrase in form.examples:
            when.find(phrase, published)


def test_hostile_text_takes_linear_time() -> None:
    for hostile in ("in the past " * 5_000, "March " * 10_000, "1 " * 30_000, "between 1 and " * 5_000):
        when.find(hostile, WEDNESDAY)
