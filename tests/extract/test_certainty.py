"""Certainty: what governs the harm decides; the examples of `certainty.yaml` are read by the whole reader."""

import pytest

from marsad.extract import extract
from marsad.extract.en.stated import words
from marsad.model import Certainty, Report


@pytest.mark.parametrize(("text", "number", "certainty"), words()["examples"], ids=lambda value: str(value)[:60])
def test_examples(text: str, number: str, certainty: str) -> None:
    claims = extract(Report(id="r", text=text, published_at="2025-03-08", language="en"))
    found = [claim for claim in claims if number in (claim.quantity.text or "")]
    assert [(claim.certainty, claim.reasons["certainty"]) for claim in found if claim.certainty != certainty] == []
    # What is not read at all asserts nothing; what is told as done must be read.
    assert found or certainty in (Certainty.HYPOTHETICAL, Certainty.DENIED)
