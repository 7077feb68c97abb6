"""Time phrases: the examples of when.yaml, and the rules that join them."""

from datetime import date

import pytest

from marsad.extract.en import when

WEDNESDAY = date(2025, 3, 12)
EXAMPLES = [(form.name, phrase, days) for form in when.forms() for phrase, days in form.examples.items()]


@pytest.mark.parametrize(("form", "phrase", "days"), EXAMPLES)
def test_examples(form: str, phrase: str, days: str) -> None:
    found = when.find(phrase, WEDNESDAY)
    assert [(w.form, w.interval and f"{w.interval.start} .. {w.interval.end}") for w in found] == [(form, days)]


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


def test_hostile_text_takes_linear_time() -> None:
    for hostile in ("in the past " * 5_000, "March " * 10_000, "1 " * 30_000, "between 1 and " * 5_000):
        when.find(hostile, WEDNESDAY)
