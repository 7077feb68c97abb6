"""Part of speech and lemma of parsed words: what spaCy's rules give, looked up by word, tag and role.

spaCy matches some two hundred patterns against every sentence. All but a few look at one word alone, so their outcome
depends on its spelling, tag and role: it is found once, by spaCy's own rules, and kept. A sentence that may match one
of the few patterns over two words, or has white space for a word, goes through spaCy's rules itself. Morphology, which
nothing here reads, is not set.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

FIRST_OF_TWO = frozenset({"ai", "gon", "got", "let", "c'm", "y", "y'"})
"""Words that begin a pattern over two words: "gon na", "let 's". So does any word in the role "expl"."""

WORD: list[int | str] = ["ORTH", "TAG", "DEP"]
MOST_WORDS = 50_000  # kept with what was found

Key = tuple[int, int, int]
Found = tuple[int, int]


class Tagging:
    """The rules of a loaded pipeline."""

    def __init__(self, pipeline: Language) -> None:
        self._vocab = pipeline.vocab
        self._rules = [pipeline.get_pipe("attribute_ruler"), pipeline.get_pipe("lemmatizer")]
        self._found: dict[Key, Found | None] = {}
        self._expletive = self._vocab.strings["expl"]

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Set part of speech and lemma of all words."""
        if len(self._found) > MOST_WORDS:
            self._found.clear()
        told: list[list[Key]] = [[tuple(key) for key in doc.to_array(WORD).tolist()] for doc in docs]
        self._find({key for keys in told for key in keys if key not in self._found})
        for doc, keys in zip(docs, told, strict=True):
            found = [self._found[key] for key in keys]
            if None in found:
                self._by_rules(doc)
            elif found:
                values: Any = np.array(found, np.uint64)
                doc.from_array(["POS", "LEMMA"], values)

    def _by_rules(self, doc: Doc) -> Doc:
        for rule in self._rules:
            doc = rule(doc)
        return doc

    def _find(self, keys: Iterable[Key]) -> None:
        """Find part of speech and lemma of words by themselves; None where those beside a word may matter."""
        alone = []
        for key in keys:
            word = self._vocab.strings[key[0]]
            if word.isspace() or key[2] == self._expletive or word.lower() in FIRST_OF_TWO:
                self._found[key] = None
            else:
                alone.append((key, word))
        doc = Doc(self._vocab, words=[word for _, word in alone])
        for token, ((_, tag, role), _) in zip(doc, alone, strict=True):
            token.tag, token.dep = tag, role
        self._by_rules(doc)
        for token, (key, _) in zip(doc, alone, strict=True):
            self._found[key] = token.pos, token.lemma
