"""The words of a sentence as plain lists, and the reader's lists as YAML: both as the slower way gives them."""

from importlib.resources import files

import pytest
import yaml

from marsad.extract.en.constructions import is_subject
from marsad.extract.en.declared import declared
from marsad.extract.en.harm import CONSTRUCTIONS, says
from marsad.extract.en.listing import harm_words
from marsad.extract.en.mentions import find
from marsad.extract.en.parse import parse
from marsad.extract.en.sentences import split
from marsad.extract.en.wording import words_of

TEXTS = [
    "Al-Shabaab's 12 fighters, they KILLED 30 people in Homs  on “Friday”.",
    "It's gon na happen at 5pm: the U.S. said “n't” – İstanbul, Straße, naïve.",
    " ",
    "",
]
LISTS = sorted(file.name for file in files("marsad.extract.en").iterdir() if file.name.endswith(".yaml"))


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_those_of_spacy(text: str) -> None:
    doc = next(parse([text]))
    words = words_of(doc)
    assert words.texts == [token.text for token in doc]
    assert words.lower == [token.lower_ for token in doc]
    assert words.lemmas == [token.lemma_.lower() for token in doc]
    assert words.tags == [token.tag_ for token in doc]
    assert words.kinds == [token.pos_ for token in doc]
    assert words.roles == [token.dep_ for token in doc]
    assert words.starts == [token.idx for token in doc]
    assert words.heads == [token.head.i for token in doc]


def test_words_are_made_once_a_sentence() -> None:
    doc = next(parse(["Two people were killed."]))
    assert words_of(doc) is words_of(doc)
    assert [doc[place].text for place in harm_words(doc)] == ["killed"]


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_read_as_any_yaml(name: str) -> None:
    assert declared(name) == yaml.safe_load(files("marsad.extract.en").joinpath(name).read_text(encoding="utf8"))


def test_constructions_kept_with_the_sentence_say_the_same() -> None:
    sentence = split("Shelling killed three people, and 12 were wounded; a soldier died.")[0]
    doc = next(parse([sentence.text]))
    told = find(sentence, doc)
    assert len(told) == 3
    for mention in told:
        for rule in CONSTRUCTIONS:
            found = rule(mention)
            for again in (says(rule, mention), says(rule, mention)):
                assert (again and (again[0], again[1].i)) == (found and (found[0], found[1].i))
    assert says(is_subject, told[1]) is not None
