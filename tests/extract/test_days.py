"""The days of a claim: options from the text around it, and the learned choice among them. Sentences are our own."""

from datetime import date

import pytest

from marsad.extract import extract
from marsad.extract.en.candidates import page_of
from marsad.extract.en.choice import choose
from marsad.extract.en.day_features import Day, features
from marsad.extract.en.day_options import MOST, Calendar, options
from marsad.extract.en.reader import drafts_of
from marsad.extract.en.timeline import timeline
from marsad.model import Claim, Report

WEDNESDAY = "2025-03-12"


def report(text: str, published: str | None = WEDNESDAY) -> Report:
    return Report(id="r", text=text, published_at=published, language="en")


def claims(text: str, published: str | None = WEDNESDAY) -> list[Claim]:
    return extract(report(text, published))


def told(text: str, published: str | None = WEDNESDAY) -> list[str]:
    """The days of each claim."""
    return [f"{c.time.start} .. {c.time.end}" if c.time else "none" for c in claims(text, published)]


def listed(text: str, published: str | None = WEDNESDAY) -> set[str]:
    """The options of the first claim."""
    page = page_of(report(text, published))
    assert page
    drafts = drafts_of(page, choose(page))
    return {f"{option.start} .. {option.end}" for option in options(Calendar(page, drafts), drafts[0])}


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("Nine people were killed on Friday.", "2025-03-07 .. 2025-03-07"),
        ("At least 90 people have been killed since 2 March.", "2025-03-02 .. 2025-03-12"),
        ("At least 90 people have been killed since 2 March.", "2025-03-02 .. 2025-03-11"),  # counted the day before
        ("From 2 March to 9 March 90 people were killed.", "2025-03-02 .. 2025-03-09"),
        ("Since 2 March, 90 people were killed, police said on Monday.", "2025-03-02 .. 2025-03-10"),
        ("Shells fell on the town on Monday night. Nine people were killed.", "2025-03-10 .. 2025-03-11"),
        ("A bomb went off on Sunday. The next day a raid killed nine people.", "2025-03-10 .. 2025-03-10"),
        ("A bomb went off on 3 March. Two days later nine people were killed.", "2025-03-05 .. 2025-03-05"),
        ("A bomb killed nine people in the market.", "2025-03-12 .. 2025-03-12"),
        ("A bomb killed nine people in the market.", "2025-03-11 .. 2025-03-11"),
        ("The monthly report counts 300 civilians killed.", "2025-02-01 .. 2025-02-28"),
    ],
)
def test_options(text: str, option: str) -> None:
    assert option in listed(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("A bomb killed nine people at a market in Kabul on Friday, police said.", "2025-03-07 .. 2025-03-07"),
        ("A bomb killed nine people in Kabul late on Tuesday.", "2025-03-11 .. 2025-03-11"),
        ("Nine people were killed in the town in the past 48 hours.", "2025-03-10 .. 2025-03-12"),
        ("A suicide attack in January 2015 killed 40 people in the capital.", "2015-01-01 .. 2015-01-31"),
        ("Gunmen killed nine villagers between 6 and 10 March.", "2025-03-06 .. 2025-03-10"),
        ("Gunmen killed nine villagers on Friday and Saturday.", "2025-03-07 .. 2025-03-08"),
    ],
)
def test_the_days_told_in_the_sentence_of_a_claim(text: str, days: str) -> None:
    assert told(text)[0] == days


def test_a_day_of_speaking_is_not_the_day_of_harm() -> None:
    text = "A bomb killed nine people in Kabul on Sunday. The governor said on Tuesday that 20 others were wounded."
    assert told(text) == ["2025-03-09 .. 2025-03-09"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed nine people in Kabul on Friday.",
        "Nine people were killed overnight.",
        "Nine people have been killed in the past 48 hours.",
        "Nine people were killed yesterday.",
    ],
)
def test_without_a_publication_date_relative_days_stay_unresolved_and_say_so(text: str) -> None:
    (claim,) = claims(text, None)
    assert claim.time is None
    assert "the day of publication is not known" in claim.reasons["time"]


def test_an_impossible_date_is_not_made_good_by_another() -> None:
    (claim,) = claims("A bomb killed nine people in Kabul on 31 February.")
    assert claim.time is None
    assert "there is no 31 February" in claim.reasons["time"]


def test_without_a_publication_date_a_running_count_has_no_end() -> None:
    (claim,) = claims("More than 4,000 civilians have been killed since 2021.", None)
    assert claim.time and (claim.time.start, claim.time.end) == (date(2021, 1, 1), None)


def test_the_reason_names_the_words_and_the_features() -> None:
    (claim,) = claims("A bomb killed nine people at a market in Kabul on Friday.")
    assert "'on Friday'" in claim.reasons["time"] and "learned" in claim.reasons["time"]
    assert claim.time and claim.time.text == "on Friday"


def test_a_dateline_and_a_day_of_saying_are_marked() -> None:
    page = page_of(report("KABUL, March 12 (News) -- A bomb killed nine people on Tuesday, police said on Wednesday."))
    assert page
    assert [(d.dateline, d.speech) for d in timeline(page)] == [(True, False), (False, False), (False, True)]


def test_options_are_few_and_none_ends_before_it_starts() -> None:
    text = " ".join(f"On {day} March {year} nine people were killed." for year in range(1990, 2020) for day in (3, 9))
    page = page_of(report(text))
    assert page
    drafts = drafts_of(page, choose(page))
    calendar = Calendar(page, drafts)
    for draft in drafts:
        found = options(calendar, draft)
        assert 0 < len(found) <= MOST
        assert all(option.start <= option.end for option in found)


def test_features_are_sorted_and_told_once() -> None:
    page = page_of(
        report("A bomb killed nine people on Friday. Nine people were hurt on Monday, police said on Tuesday.")
    )
    assert page
    drafts = drafts_of(page, choose(page))
    calendar = Calendar(page, drafts)
    for draft in drafts:
        for option in options(calendar, draft):
            named = features(Day(calendar, draft), option)
            assert named == sorted(set(named))


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2024-02-29", "2025-03", "2025"])
def test_any_publication_date_is_read(published: str) -> None:
    text = "Nine people were killed on Monday night. Since last year 40 have died, 3 of them the next day."
    assert len(claims(text, published)) >= 2
