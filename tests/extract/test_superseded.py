"""Figures that a text tells as overtaken: the examples of `superseded.yaml`, read by the whole reader."""

import pytest

from marsad.extract import extract
from marsad.extract.en.superseded import overtaken, raw
from marsad.model import Report


@pytest.mark.parametrize(("text", "number"), raw()["examples"], ids=lambda value: str(value)[:60])
def test_examples(text: str, number: str | None) -> None:
    claims = extract(Report(id="r", text=text, published_at="2025-03-08", language="en"))
    told = [claim.quantity.text or "" for claim in claims if claim.superseded]
    assert [number in words for words in told if number] == ([True] if number else []) and bool(told) == bool(number)


def test_the_reason_names_the_words() -> None:
    report = Report(id="r", text="The toll fell from 103 to 84 dead.", published_at="2025-03-08", language="en")
    (old,) = [claim for claim in extract(report) if claim.superseded]
    assert "from" in old.reasons["superseded"]


def test_nothing_is_overtaken_where_nothing_is_told() -> None:
    assert overtaken([]) == {}
