"""The date that a text begins with: a table of what is one and what is not."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.ingest.dateline import dateline
from marsad.ingest.stamps import stamp
from marsad.model import parse_stamp

REPORTS = Path(__file__).parents[3] / "shared" / "reports"

FOUND = [
    # what stands first, set off by a sign
    ("8 March, 2025; At least 340 people have been killed", "2025-03-08"),
    ("8 March 2025: Clashes in Latakia", "2025-03-08"),
    ("March 8, 2025 - Clashes in Latakia", "2025-03-08"),
    ("March 8th, 2025. Clashes in Latakia", "2025-03-08"),
    ("8th of March 2025 | Latakia", "2025-03-08"),
    ("Sept. 3, 2024 (Agency) - Shelling", "2024-09-03"),
    ("3 SEPTEMBER 2024\nShelling", "2024-09-03"),
    ("[8 March 2025] Clashes", "2025-03-08"),
    # ISO dates keep their time
    ("2025-03-08\nClashes", "2025-03-08"),
    ("2025-03-08T11:55\nClashes", "2025-03-08T11:55"),
    ("2025-03-08T11:55:00Z\nClashes", "2025-03-08T11:55:00Z"),
    ("2025-03-08 11:55:09+03:00\nClashes", "2025-03-08 11:55:09+03:00"),
    ("2025/03/08\nClashes", "2025-03-08"),
    # labels, weekdays and times of day
    ("Published: 8 March 2025\nClashes", "2025-03-08"),
    ("Last updated on Saturday, 8 March 2025 at 11:55 GMT\nClashes", "2025-03-08"),
    ("Sat, 8 Mar 2025 11:55 am EST\nClashes", "2025-03-08"),
    ("Date: March 8, 2025, 11:55\nClashes", "2025-03-08"),
    # a place before it
    ("GENEVA, 7 March 2025 - The office said", "2025-03-07"),
    ("Geneva/Damascus, 7 March 2025 \u2013 The office said", "2025-03-07"),
    ("DAMASCUS, Syria, March 8, 2025 (Agency) - Clashes", "2025-03-08"),
    ("New York, Saturday, March 8, 2025 \u2014 The Council", "2025-03-08"),
    ("Beirut (March 8, 2025) Clashes", "2025-03-08"),
    # a headline before it, and blank lines
    ("\n\n  8 March 2025\n\nClashes", "2025-03-08"),
    ("Clashes on the coast\n\nSaturday, 8 March 2025 | 11:55\nAt least", "2025-03-08"),
    ("Clashes on the coast\r\nBy a reporter\r\n8 March 2025\r\nAt least", "2025-03-08"),
    # only one reading is possible
    ("25/03/2025\nClashes", "2025-03-25"),
    ("03/25/2025\nClashes", "2025-03-25"),
    ("08.08.2025\nClashes", "2025-08-08"),
    ("29 February 2024; Clashes", "2024-02-29"),
]

NOT_FOUND = [
    # a date that opens a sentence tells of the event, not of the publication
    ("8 March 2025 was the deadliest day of the war.", "does not begin"),
    ("March 8, 2025, saw clashes.", "does not begin"),
    ("On 8 March 2025: forty people were killed.", "does not begin"),
    ("Since Friday, March 7, 2025: forty people were killed.", "does not begin"),
    ("Clashes on 8 March 2025", "does not begin"),
    ("Clashes\n8 March 2025; At least 340 were killed", "does not begin"),  # below a headline a date stands alone
    ("One\nTwo\nThree\n8 March 2025", "does not begin"),  # too far down
    # no year, a month alone (a period, not a day), nothing
    ("DAMASCUS, March 8 (Agency) - Clashes", "does not begin"),
    ("March 2025\nMonthly report", "does not begin"),
    ("At least 340 people have been killed", "does not begin"),
    ("12025-03-08\nClashes", "does not begin"),
    ("", "does not begin"),
    # unclear or impossible
    ("03/08/2025\nClashes", "does not tell whether"),
    ("31 February 2025; Clashes", "there is no day 31"),
    ("2025-13-45\nClashes", "there is no day 2025-13-45"),
    ("29 February 2025; Clashes", "there is no day 29"),
]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_found(text: str, found: str) -> None:
    assert dateline(text).stamp == found


@pytest.mark.parametrize(("text", "reason"), NOT_FOUND)
def test_not_found(text: str, reason: str) -> None:
    found = dateline(text)
    assert found.stamp is None
    assert reason in found.reason


@pytest.mark.skipif(not REPORTS.is_dir(), reason="needs ../shared/reports")
def test_the_first_report() -> None:
    text = (REPORTS / "000_c8cc1be963771d53.txt").read_text(encoding="utf8")
    assert dateline(text).stamp == "2025-03-08"


@given(st.text(max_size=300) | st.from_regex(r"[A-Z][a-z ,]{0,40}\d{1,2} (March|Mayor) 20\d\d.{0,20}"))
def test_whatever_is_found_is_a_date(text: str) -> None:
    found = dateline(text)
    assert found.reason
    if found.stamp is not None:
        parse_stamp(found.stamp)


@pytest.mark.parametrize(
    "word", ["A", "Aa ", "A,", "A-", "1 ", "March ", "at ", " ", "Published ", "12:", "8 March 2025 "]
)
def test_the_search_is_linear(word: str) -> None:
    began = time.perf_counter()
    dateline(word * 100_000)
    assert time.perf_counter() - began < 0.5


@pytest.mark.parametrize(
    ("value", "made"),
    [
        ("2025-03-08", "2025-03-08"),
        (" 2025-03-08T11:55:00Z ", "2025-03-08T11:55:00Z"),
        ("2025-03", "2025-03"),
        ("2025", "2025"),
        ("8 March 2025", "2025-03-08"),
        ("Sat, 08 Mar 2025 11:55:00 GMT", "2025-03-08"),
        ("Sat, 08 Mar 2025 11:55:00 +0300", "2025-03-08T11:55:00+03:00"),
    ],
)
def test_dates_of_metadata(value: str, made: str) -> None:
    assert stamp(value) == made


@pytest.mark.parametrize("value", ["2025-13-45", "yesterday", "08/03/2025", "31 February 2025", "20250", "-"])
def test_values_that_are_no_date(value: str) -> None:
    with pytest.raises(ValueError, match=r"2025|not an ISO"):
        stamp(value)
