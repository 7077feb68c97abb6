"""The dead of a grave are not dated on the day it was opened."""

import pytest

from marsad.extract import extract
from marsad.model import Report

FOUND = [
    ("Investigators on Friday found 32 bodies in a mass grave near Tarhuna.", None),
    ("The decomposed bodies of six men were discovered in a well on Saturday.", None),
    ("Workers on Monday exhumed the remains of 18 people killed in 2015.", "2015-01-01"),
    ("The bodies of nine men shot by gunmen were found on Friday.", "2025-03-07"),
]


@pytest.mark.parametrize(("text", "start"), FOUND)
def test_the_day_of_the_find_is_not_that_of_the_deaths(text: str, start: str | None) -> None:
    (claim,) = extract(Report(id="r", text=text, published_at="2025-03-08", language="en"))
    assert (str(claim.time.start) if claim.time else None) == start
    assert claim.reasons["time"]
