"""No text crashes the reader or makes it wait, and every claim points at its number in the text as it was stored."""

import time

import pytest
from benchmarks.hostile import LEAD, MAKES
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.extract import extract
from marsad.extract.en import fastpass, numbers
from marsad.model import Claim, Report
from marsad.monitor import read

WORDS = (
    "killed wounded dead missing five 1,018 20-30 dozens of people soldiers a child at least said SOHR Homs on Friday "
    "including (14 women) and . ; : \n \u200f \u202e 💥 <b> </b> İ ß a\u0301 \ud800 \x00 \u2028 – “ ” No one was "
    "according to the ministry, 8 March 2025 2 000 another 24 % $5 -year-old 1" + "0" * 40
).split(" ")
texts = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=8)), min_size=1, max_size=60).map(" ".join)


def report(text: str) -> Report:
    return Report(id="r", text=text, published_at="2025-03-08", language="en")


def assert_points_at_its_number(claim: Claim, text: str) -> None:
    quantity = claim.quantity
    assert quantity.start is not None and quantity.end is not None and quantity.text is not None
    assert 0 <= claim.sentence.start <= quantity.start < quantity.end <= claim.sentence.end <= len(text)
    stored = text[quantity.start : quantity.end]
    assert Report(id="r", text=stored).legible().text == quantity.text


@settings(max_examples=150, deadline=None)
@given(texts)
def test_any_words_are_read_and_offsets_hold(text: str) -> None:
    for claim in read(report(text)):
        assert_points_at_its_number(claim, text)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_anything_around_a_claim_leaves_its_offsets_right(before: str, after: str) -> None:
    text = f"{before}\nGunmen killed 1,018 people in Homs on Friday.\n{after}"
    found = [claim for claim in read(report(text)) if claim.quantity.low == 1018]
    assert found
    for claim in found:
        assert_points_at_its_number(claim, text)


@pytest.mark.parametrize("make", MAKES)
def test_a_hostile_text_is_read(make: str) -> None:
    text = LEAD + MAKES[make](4_000) + "\n" + LEAD
    for claim in read(report(text)):
        assert_points_at_its_number(claim, text)


@pytest.mark.parametrize("make", ["one endless number", "one endless word", "brackets", "empty lines", "hedges"])
def test_a_line_of_ten_million_characters_ends(make: str) -> None:
    """Linear: what has no number and no harm word costs a scan, not a parse."""
    size = 10_000_000 if make != "hedges" else 1_000_000
    begun = time.process_time()
    extract(report(MAKES[make](size)))
    assert time.process_time() - begun < 60


@pytest.mark.parametrize(
    "make", ["claims without an end", "tables", "numbers and commas", "names", "dates", "right-to-left marks"]
)
def test_time_grows_with_the_text_and_no_faster(make: str) -> None:
    """Three times the text takes about three times as long; a quadratic step takes nine times."""

    def seconds(size: int) -> float:
        text = report(LEAD + MAKES[make](size) + "\n" + LEAD)
        begun = time.process_time()
        read(text)
        return time.process_time() - begun

    seconds(500)
    assert seconds(18_000) < 6 * max(seconds(6_000), 0.1)


def test_half_a_surrogate_is_replaced_and_offsets_hold() -> None:
    text = "\ud800 In Homs, \udfff 12 people were killed \ud83d."
    (claim,) = extract(report(text))
    assert text[claim.quantity.start : claim.quantity.end] == "12"


@pytest.mark.parametrize("figures", ["9" * 5_000, "9" * 400, "1" + ",000" * 9])
def test_a_number_too_long_counts_nobody(figures: str) -> None:
    assert numbers.figures_to_int(figures) is None
    assert numbers.figures_to_int("999,999,999") == 999_999_999


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("Shares fell 12 per cent and the firm lost 300 million.", False),
        ("Rovers beat Albion 2-0 in front of 12,000 spectators; two players were missing.", False),
        ("The minister held talks with 40 firms and found no reason to wait.", False),
        ("Two people were killed on the road to Marlow.", True),  # harm is harm, whatever the page is about
        ("Rebels lost 31 fighters in an attack on an army base.", True),  # a weak word among words of war
        ("Three hostages were freed after the abduction.", True),
        ("", False),
    ],
)
def test_a_report_is_opened_only_for_words_of_harm(text: str, opened: bool) -> None:
    assert fastpass.promising(text) is opened
