"""Who the victims were where their own noun does not say, and how a sentence lists its harm."""

import pytest

from marsad.extract.en import parse
from marsad.extract.en.candidates import page_of
from marsad.extract.en.classes import told_around
from marsad.extract.en.gist import gist_of, places_of
from marsad.extract.en.listing import listing_of
from marsad.model import Category, Measure, Report

AROUND = [
    ("44 BIFF killed in a clash near the river.", "44", Category.NONSTATE_FIGHTERS),
    ("Troops killed five members of the Taliban on Monday.", "five", Category.NONSTATE_FIGHTERS),
    ("Nine of the dead were fishermen.", "Nine", Category.CIVILIAN),
    ("The security forces lost 31 in the battle.", "31", Category.STATE_FORCES),
]


@pytest.mark.parametrize(("text", "number", "expected"), AROUND)
def test_the_construction_around_a_number_tells_the_class(text: str, number: str, expected: Category) -> None:
    page = page_of(Report(id="r", text=text, published_at="2024-05-05", language="en"))
    assert page is not None
    (candidate,) = (c for c in page.candidates if c.mention.text == number)
    assert candidate.harm is not None
    found = told_around(candidate.mention, candidate.harm)
    assert found is not None and found[0] is expected


def test_no_class_is_made_up() -> None:
    page = page_of(Report(id="r", text="Seven people were killed on Monday.", published_at="2024-05-05", language="en"))
    assert page is not None
    (candidate,) = page.candidates
    assert candidate.harm is not None and told_around(candidate.mention, candidate.harm) is None


LISTINGS = [
    ("12 killed, 5 injured.", "5", "number first", Measure.INJURED),
    ("Killed: 12.", "12", "none", None),  # the colon closes the clause: headings are another rule
    ("Killed 12, wounded 5.", "12", "word first", Measure.KILLED),
    ("Killed 12, wounded 5.", "5", "word first", Measure.INJURED),
    ("12 people came.", "12", "none", None),
]


@pytest.mark.parametrize(("text", "number", "order", "measure"), LISTINGS)
def test_a_clause_keeps_one_order(text: str, number: str, order: str, measure: Measure | None) -> None:
    (doc,) = parse.parse([text])
    numbers = frozenset(token.i for token in doc if token.text.isdigit())
    (place,) = (token.i for token in doc if token.text == number)
    found = listing_of(doc, place, numbers)
    assert (found.order, found.measure) == (order, measure)


def test_the_gist_tells_one_event_from_many() -> None:
    one = gist_of("A bombing in the market kills nine\n\nThe attack came at noon.")
    many = gist_of("Attacks on several villages kill nine\n\nThe raids came at noon.")
    assert "title event=one" in one.signs and "title event=many" not in one.signs
    assert "title event=many" in many.signs and "title many places" in many.signs
    assert places_of("across four villages") and not places_of("in the village")
