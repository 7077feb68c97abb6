"""Idioms: each example of the declared list reads as it says; without its words the verb says nothing."""

import pytest

from marsad.extract.en.candidates import page_of
from marsad.extract.en.idioms import IDIOMS, Idiom, Voice, idiom_says
from marsad.extract.en.parse import parse
from marsad.model import Report


@pytest.mark.parametrize("idiom", IDIOMS, ids=lambda idiom: f"{idiom.verb} {idiom.measure.value}")
def test_the_example(idiom: Idiom) -> None:
    (doc,) = parse([idiom.example])
    found = {idiom_says(token, idiom.voice) for token in doc if token.lemma_.lower() == idiom.verb}
    assert idiom.measure in found


@pytest.mark.parametrize(
    "text",
    [
        "Six others were found alive.",
        "The regime took 120 measures.",
        "Police moved 40 barriers.",
        "They left the hall.",
    ],
)
def test_the_verb_alone_says_nothing(text: str) -> None:
    (doc,) = parse([text])
    assert {idiom_says(token, voice) for token in doc for voice in Voice} == {None}


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Nine were killed; six others could not be found.", "missing"),
        ("Forty marchers were taken into custody after two were killed.", "detained"),
        ("Raiders killed a guard and carried off 17 women.", "abducted"),
        ("Some 4,000 people left their homes after the killings.", "displaced"),
    ],
)
def test_the_reader_sees_it(text: str, measure: str) -> None:
    page = page_of(Report(id="one", text=text, published_at="2024-06-07", language="en"))
    assert page is not None
    assert measure in {c.harm.measure.value for c in page.candidates if c.harm and not c.mention.single}
