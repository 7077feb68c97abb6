"""The harm words of English, read from `words.yaml` and checked: no word under two headings of one kind."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from marsad.extract.en.declared import parsed
from marsad.model import Category, Measure

Table = Mapping[str, Measure]


class Lexicon:
    """The lists of `words.yaml` as look-ups. Raises ValueError for a word that stands under two headings."""

    def __init__(self, text: str) -> None:
        raw = parsed(text)
        self.verbs: Table = _by_word("verbs", raw["verbs"])
        self.befall: Table = _by_word("befall", raw["befall"])
        self.nouns: Table = _by_word("nouns", raw["nouns"])
        self.adjectives: Table = _by_word("adjectives", raw["adjectives"])
        self.things = frozenset(raw["things"])
        self.counters = frozenset(raw["counters"])
        self.people = frozenset(raw["people"])
        self.categories: list[tuple[Category, frozenset[str]]] = [
            (Category(name), frozenset(words)) for name, words in raw["categories"].items()
        ]
        self.collectives = frozenset(raw["collectives"])
        self.persons = self.people | frozenset(word for _, words in self.categories for word in words)

    def harm(self, lemma: str) -> Measure | None:
        """The measure a word speaks of in any of its uses."""
        for table in (self.verbs, self.befall, self.nouns, self.adjectives):
            if lemma in table:
                return table[lemma]
        return None


def _by_word(kind: str, headings: Mapping[str, list[str]]) -> dict[str, Measure]:
    table: dict[str, Measure] = {}
    for heading, words in headings.items():
        for word in words:
            if table.get(word, heading) != heading:
                raise ValueError(f"words.yaml, {kind}: {word!r} stands under {table[word]} and {heading}")
            table[word] = Measure(heading)
    return table


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon, read once."""
    return Lexicon(files("marsad.extract.en").joinpath("words.yaml").read_text(encoding="utf8"))
