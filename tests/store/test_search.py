"""Full-text search finds the same reports on both databases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import QueryError
from marsad.store import Store, search
from tests.store.records import report

REPORTS = {
    "coast": "At least 340 people were killed near Jisr al-Shughūr. Fighting spread to Latakia on Friday.",
    "market": "A car bomb hit the market of Jisr. It's said that 12 were hurt; M23 denied it. See https://a.example/x_1.",
    "arabic": "مقتل ٣٤٠ شخصاً في اللاذقية، والمـــدينة محاصرة. أعلن المرصد ذلك.",
    "empty words": "... --- !!!",
}


@pytest.fixture
def library(store: Store) -> Store:
    for id_, text in REPORTS.items():
        store.add(report(id_, text, title="Clashes" if id_ == "coast" else None), [])
    return store


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("killed", {"coast"}),
        ("KILLED people", {"coast"}),  # all words, without case
        ("killed market", set()),
        ("jisr", {"coast", "market"}),
        ("shughur", {"coast"}),  # without accents
        ('"jisr al shughur"', {"coast"}),  # words that follow each other
        ('"shughur jisr"', set()),
        ("lat*", {"coast"}),  # the beginning of a word
        ('"car bom*"', {"market"}),
        ("clashes", {"coast"}),  # a word of the title
        ("M23", {"market"}),
        ("a.example", {"market"}),  # an address is its words
        ("اللاذقية", {"arabic"}),
        ("شخصا", {"arabic"}),  # without vowel signs
        ("والمدينة", {"arabic"}),  # without tatweel
        ("اعلن", {"arabic"}),  # alef with or without hamza
        ("killed AND market", set()),  # no operators: AND is a word
        ("people's", set()),  # quotes and signs in a query are harmless
        ("'); DROP TABLE reports; --", set()),
        ("jisr)", {"coast", "market"}),
        ('"jisr', {"coast", "market"}),
        ("jisr & bomb | !", {"market"}),
    ],
)
def test_what_is_found(library: Store, query: str, found: set[str]) -> None:
    assert {hit.report for hit in library.search(query)} == found


def test_a_hit_shows_where(library: Store) -> None:
    (hit,) = library.search('"al-Shughur" fighting')
    assert (hit.start, hit.end) == (42, 52)
    assert REPORTS["coast"][42:52] == "al-Shughūr"
    assert "near Jisr al-Shughūr. Fighting" in hit.snippet
    assert hit.published_on is not None
    (title,) = library.search("clashes")
    assert (title.start, title.end, title.title) == (None, None, "Clashes")


def test_the_limit(library: Store) -> None:
    assert len(library.search("jisr", limit=1)) == 1


def test_nothing_to_search_for(library: Store) -> None:
    for query in ("", "  ", "!!! --"):
        with pytest.raises(QueryError, match="at least one word"):
            library.search(query)


def test_a_very_long_report_is_searched(store: Store) -> None:
    # More different words than a PostgreSQL index entry holds: its first words are found there, all are in SQLite.
    text = " ".join(f"w{number}" for number in range(200_000)) + " " + "x" * 5000
    store.add(report("long", text), [])
    assert [hit.report for hit in store.search('"w10 w11 w12"')] == ["long"]
    assert bool(store.search("w199999")) == store.database.sqlite


@given(st.text())
def test_words_point_into_the_text(text: str) -> None:
    end = 0
    for word, start, stop in search.words(text):
        assert word
        assert end <= start < stop <= len(text)
        end = stop


@given(st.text(min_size=1))
def test_folding_is_stable(text: str) -> None:
    once = [word for word, _, _ in search.words(text)]
    assert [word for word, _, _ in search.words(" ".join(once))] == once
