"""The parser gives what spaCy gives: the same vectors, tags, roles, heads, parts of speech and lemmas."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from marsad.extract.en.parse import BATCH, parse, parser, pipeline
from marsad.extract.en.tagging import FIRST_OF_TWO

SENTENCES = [
    "A car bomb killed at least five people, including two children, in Homs on Friday, SOHR said.",
    "There were 12 dead and there's no word of the others.",  # a pattern over two words: "there were"
    "Let's say they're gonna count 40; y'all gotta come, c'mon, it ain't over.",  # all the others
    "Two  soldiers\twere wounded .",  # white space for words
    "He didn't die: he'd been shot, and what's left of us did.",
    "KILLED: 14; INJURED: 20-30 (of whom 3 critically)",
    "\u200f\u202eقتل\u202c 5 people; 💥 boom!!!",
    "No",
    "",
    "   ",
]


def told(doc: Doc) -> list[tuple[object, ...]]:
    """What is read of a parsed sentence."""
    return [(t.text, t.tag_, t.pos_, t.dep_, t.head.i, t.lemma_) for t in doc]


def close(ours: Doc, theirs: Doc) -> bool:
    """Whether all vectors are the same but for rounding; an empty text has none."""
    return not len(theirs) or np.allclose(ours.tensor, theirs.tensor, atol=1e-3)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_same_as_spacy(sentence: str) -> None:
    (ours,) = parse([sentence])
    theirs = pipeline()(sentence)
    assert told(ours) == told(theirs)
    assert close(ours, theirs)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=120), max_size=5))
def test_same_as_spacy_on_anything(sentences: list[str]) -> None:
    assert [doc.text for doc in parse(sentences)] == sentences
    for ours, sentence in zip(parse(sentences), sentences, strict=True):
        theirs = pipeline()(sentence)
        assert [(t.text, t.idx) for t in ours] == [(t.text, t.idx) for t in theirs]
        assert close(ours, theirs)


def test_patterns_over_two_words_are_known() -> None:
    """`tagging` looks words up one by one, but for those that may begin a pattern of spaCy's over two words."""
    ruler: Any = pipeline().get_pipe("attribute_ruler")
    over_two = [pattern for rule in ruler.patterns for pattern in rule["patterns"] if len(pattern) > 1]
    assert over_two
    for first, *_ in over_two:
        word = first.get("LOWER")
        listed = first == {"DEP": "expl"} or word == {"REGEX": "^y'?$"} or str(word) in FIRST_OF_TWO
        assert listed, f"spaCy has a pattern over two words that `tagging` does not know: {first}"


def test_a_report_longer_than_a_batch_keeps_its_order() -> None:
    sentences = [f"Raiders killed {n} villagers." for n in range(BATCH + 3)]
    assert [doc.text for doc in parse(sentences)] == sentences


def test_words_kept_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words met before are forgotten, not kept for ever; what is read does not change with it."""
    monkeypatch.setattr("marsad.extract.en.encoder.MOST_WORDS", 3)
    monkeypatch.setattr("marsad.extract.en.tagging.MOST_WORDS", 3)
    once = [told(doc) for doc in parse(SENTENCES)]
    again = [told(doc) for sentence in SENTENCES for doc in parse([sentence])]
    assert once == again
    assert len(parser().encode._rows) < 30
