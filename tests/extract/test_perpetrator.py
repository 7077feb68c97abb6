"""Who did it: only the one whom the sentence makes the doer; never a speaker, a place, a weapon or a victim."""

import pytest

from marsad.extract import extract
from marsad.model import Report

TOLD = [
    ("Gunmen shot dead four farmers on Monday.", "Gunmen"),
    ("Nine villagers were executed by members of the M23 group in Kishishe.", "members of the M23 group"),
    ("The killing of 12 worshippers by soldiers angered the town.", "soldiers"),
    ("Bandits stormed the village, killing 20 residents.", "Bandits"),
    ("Twelve people were killed when militants attacked a bus.", "militants"),
    ("An Israeli air strike killed five people in the camp.", "Israeli air strike"),
    ("The army said it had killed 30 insurgents.", "army"),
    ("Eight civilians died in a raid by government forces.", "government forces"),
]

UNTOLD = [
    "A bomb killed five people at the market.",  # a weapon is nobody
    "Kabul saw 30 people killed in a bombing.",  # a city does nothing
    "The ministry said 12 people were killed.",  # a speaker does nothing
    "The hospital counted 19 dead in the blast.",
    "Thirteen people were killed and 43 men injured in the blast.",  # the harmed
    "Three people died in the Christmas Day attack.",  # a day owns no attack
    "Monday's attack killed nine people.",
]


@pytest.mark.parametrize(("text", "doer"), TOLD)
def test_the_doer(text: str, doer: str) -> None:
    claims = extract(Report(id="r", text=text, published_at="2025-03-08", language="en"))
    assert {claim.perpetrator.text for claim in claims} == {doer}


@pytest.mark.parametrize("text", UNTOLD)
def test_no_doer(text: str) -> None:
    claims = extract(Report(id="r", text=text, published_at="2025-03-08", language="en"))
    assert claims
    assert {claim.perpetrator.text for claim in claims} == {None}
