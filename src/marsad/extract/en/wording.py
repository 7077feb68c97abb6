"""The words of a parsed sentence as plain lists: asking spaCy for a word's part makes an object each time.

The lists are made once a sentence, when they are first asked for, and kept with it.
"""

from dataclasses import dataclass
from typing import Any

from spacy.strings import StringStore
from spacy.tokens import Doc

_KEY = "marsad words"
_COLUMNS: list[int | str] = ["ORTH", "LOWER", "LEMMA", "TAG", "POS", "DEP", "IDX", "HEAD"]
_LARGEST = 2**64 - 1  # the array knows no number below zero: a step back is a large one that runs over
MOST_STRINGS = 50_000  # kept with their letters


@dataclass(frozen=True, slots=True)
class Words:
    """What spaCy tells of each word: as written, in small letters, its lemma in small letters, its tag, kind and role.

    In figures: the letter at which it starts in the sentence, and the place of the word it hangs on.
    """

    texts: list[str]
    lower: list[str]
    lemmas: list[str]
    tags: list[str]
    kinds: list[str]
    roles: list[str]
    starts: list[int]
    heads: list[int]


class _Letters(dict[int, str]):
    """The letters of spaCy's numbers for strings."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, key: int) -> str:
        letters = self[key] = self._strings[key]
        return letters


class _Small(_Letters):
    """The same in small letters."""

    def __missing__(self, key: int) -> str:
        letters = self[key] = self._strings[key].lower()
        return letters


_known: dict[int, tuple[StringStore, _Letters, _Small]] = {}


def _letters(strings: StringStore) -> tuple[_Letters, _Small]:
    found = _known.get(id(strings))
    if found is None or found[0] is not strings or len(found[1]) > MOST_STRINGS or len(found[2]) > MOST_STRINGS:
        _known.clear()
        found = _known[id(strings)] = strings, _Letters(strings), _Small(strings)
    return found[1], found[2]


def words_of(doc: Doc) -> Words:
    """The words of a sentence that is parsed."""
    found: Words | None = doc.user_data.get(_KEY)
    if found is None:
        letters, small = _letters(doc.vocab.strings)
        rows: Any = doc.to_array(_COLUMNS)
        texts, lower, lemmas, tags, kinds, roles, starts, away = rows.T.tolist() if len(doc) else ([],) * len(_COLUMNS)
        found = doc.user_data[_KEY] = Words(
            texts=[letters[key] for key in texts],
            lower=[letters[key] for key in lower],
            lemmas=[small[key] for key in lemmas],
            tags=[letters[key] for key in tags],
            kinds=[letters[key] for key in kinds],
            roles=[letters[key] for key in roles],
            starts=starts,
            heads=[(place + steps) & _LARGEST for place, steps in enumerate(away)],
        )
    return found
