"""Number phrases: the bounds they give, and the figures that count no people."""

import re

import pytest

from marsad.extract.en.quantities import BEGIN, FORMS, find
from marsad.model import Modality

BOUNDS = [
    ("at least 340 people", 340, None, Modality.AT_LEAST),
    ("no fewer than 27 children", 27, None, Modality.AT_LEAST),
    ("47 or more", 47, None, Modality.AT_LEAST),
    ("up to 30 civilians", None, 30, Modality.AT_MOST),
    ("as many as 14", None, 14, Modality.AT_MOST),
    ("the toll went up to 101", 101, 101, Modality.EXACT),  # where it went, not a limit
    ("nearly 100 injured", 100, 100, Modality.ABOUT),
    ("between 1,400 and 1,700 people", 1400, 1700, Modality.RANGE),
    ("7-14 civilians", 7, 14, Modality.RANGE),
    ("1,018 deaths", 1018, 1018, Modality.EXACT),
    ("1.018 deaths", 1018, 1018, Modality.EXACT),  # as translated wires group thousands
    ("2 000 people", 2000, 2000, Modality.EXACT),
    ("twenty-three", 23, 23, Modality.EXACT),
    ("one hundred and fifteen martyrs", 115, 115, Modality.EXACT),
    ("34.1 million people", 34_100_000, 34_100_000, Modality.EXACT),
    ("more than two millions", 2_000_000, None, Modality.AT_LEAST),
    ("two-and-a-half million", 2_500_000, 2_500_000, Modality.EXACT),
    ("a dozen people", 12, 12, Modality.EXACT),
    ("over a dozen", 12, None, Modality.AT_LEAST),
    ("two dozen criminals", 24, 24, Modality.EXACT),
    ("several dozen people", 36, 108, Modality.VAGUE),  # several is 3 to 9, a dozen 12
    ("several others", 3, 9, Modality.VAGUE),
    ("dozens of civilians", 24, 99, Modality.VAGUE),
    ("hundreds of people", 200, None, Modality.VAGUE),
    ("tens of thousands", 20_000, None, Modality.VAGUE),
    ("millions of people", 2_000_000, None, Modality.VAGUE),  # never exactly a million
    ("many wounded", None, None, Modality.VAGUE),
    ("no one was killed", 0, 0, Modality.NONE),
]


@pytest.mark.parametrize(("text", "low", "high", "modality"), BOUNDS, ids=[case[0] for case in BOUNDS])
def test_bounds(text: str, low: int | None, high: int | None, modality: Modality) -> None:
    (found,) = find(text)
    assert (found.low, found.high, found.modality) == (low, high, modality)


COUNT_NOTHING = [
    "on 8 March",
    "March 8, 2025",
    "in 2011",
    "since 1995",
    "at 9.30 pm",
    "40 percent",
    "$300 million",
    "20 km east",
    "45-year-old",
    "aged 38",
    "Taha Shadkam, 6, and",
    "the 44th day",
    "Resolution 2334",
    "three days",
    "48 hours",
]


@pytest.mark.parametrize("text", COUNT_NOTHING)
def test_counts_nothing(text: str) -> None:
    assert find(text) == []


def test_two_numbers_of_one_move_are_not_a_range() -> None:
    assert [(a.low, a.high) for a in find("the toll rose from 5 to 7")] == [(5, 5), (7, 7)]


LETTERS = sorted({word.lower() for pattern, _ in FORMS for word in re.findall(r"[A-Za-z]+", pattern.pattern)})
TAILS = ("", " 5", " five people", "-least 5", " dozen", " more than 3", " of people", " a million", " number of",
         " high as 5", " to 6", " a half dozen", " more", ", 7")  # fmt: skip


@pytest.mark.parametrize("word", [word for word in LETTERS if word not in BEGIN])
def test_no_form_begins_with_a_word_that_is_passed_over(word: str) -> None:
    begun = [pattern.pattern[:30] for pattern, _ in FORMS for tail in TAILS if pattern.match(word + tail)]
    assert not begun, f"{word!r} may begin a number phrase: put it into BEGIN"


@pytest.mark.parametrize("word", sorted(BEGIN))
def test_a_word_that_is_looked_at_may_begin_a_form(word: str) -> None:
    may = (*TAILS, " excess of 5", " the region of 5", " minimum of 5", " of thousands", " total of 5", " to 5 dead",
           " the hundreds", " additional 5", " average of 5", " over 5", " 5 and 6", " than 5")  # fmt: skip
    assert any(pattern.match(word + tail) for pattern, _ in FORMS for tail in may)
