"""The word vectors of the parser, computed by numpy: what spaCy's own layer gives, in a third of its time.

spaCy's small model embeds each word by its spelling alone, then mixes it four times with its neighbours. The first is
the same wherever a word stands, so it is kept for the words met lately; the second is four products of matrices, for
which numpy is faster, on one thread (a second one is waited for longer than it works). The vectors go into
`Doc.tensor`, where tagger and parser look for them. The weights are spaCy's, read from its model;
`tests/extract/test_parse.py` holds both to the same vectors and the same parses.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from threadpoolctl import ThreadpoolController

Floats = NDArray[np.float32]
Embed = Callable[[list[Any]], list[Floats]]

WORD: list[int | str] = ["ORTH", "NORM", "SPACY"]  # all that the embedding of a word depends on
MOST_WORDS = 20_000  # kept with their vector: about 15 MB
SMALL = np.float32(1e-8)  # added to a variance, as spaCy does


@dataclass(frozen=True, slots=True)
class Layer:
    """One mixing of a word with its two neighbours: three candidates a feature, of which the largest is taken."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats

    def __call__(self, rows: Floats) -> Floats:
        """The rows, each mixed with the one before and the one behind."""
        width = rows.shape[1]
        window = np.zeros((len(rows), 3 * width), np.float32)
        window[1:, :width] = rows[:-1]
        window[:, width : 2 * width] = rows
        window[:-1, 2 * width :] = rows[1:]
        pieces = window @ self.weights
        pieces += self.bias
        mixed = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        np.maximum(mixed, pieces[:, 2 * width :], out=mixed)
        mixed -= mixed.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", mixed, mixed) / np.float32(width) + SMALL
        mixed *= (variance ** np.float32(-0.5))[:, None]
        mixed *= self.scale
        mixed += self.shift
        mixed += rows
        return mixed


class Encoder:
    """The encoder of a loaded spaCy pipeline. Raises ValueError for a model of another make."""

    def __init__(self, tok2vec: Any) -> None:
        embed, encode = tok2vec.layers
        first, *rest = embed.layers
        self._columns: list[int | str] = first.attrs["columns"]
        self._embed_parts = rest
        self._layers = [_layer(residual) for residual in encode.layers[0].layers]
        self._pad: int = len(self._layers)
        self._rows: dict[tuple[int, ...], Floats] = {}
        self._threads = ThreadpoolController()

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Set the vectors of all words of the sentences."""
        words = [doc for doc in docs if len(doc)]
        if not words:
            return
        mixed, places = self._apart(words, self._embedded(words))
        with self._threads.limit(limits=1):
            for layer in self._layers:
                mixed = layer(mixed)
        made: Any = mixed  # spaCy declares the vectors with twice the precision that it gives them
        for doc, place in zip(words, places, strict=True):
            doc.tensor = made[place : place + len(doc)]

    def _apart(self, docs: Sequence[Doc], embedded: Floats) -> tuple[Floats, list[int]]:
        """The rows of the sentences with empty rows between, so that none sees another; and where each begins."""
        places, place = [], self._pad
        for doc in docs:
            places.append(place)
            place += len(doc) + self._pad
        rows: Floats = np.zeros((place, embedded.shape[1]), np.float32)
        taken = 0
        for doc, start in zip(docs, places, strict=True):
            rows[start : start + len(doc)] = embedded[taken : taken + len(doc)]
            taken += len(doc)
        return rows, places

    def _embedded(self, docs: Sequence[Doc]) -> Floats:
        """The vectors of the words by themselves; those not met before are embedded by spaCy's own layers."""
        keys = [tuple(key) for doc in docs for key in doc.to_array(WORD).tolist()]
        if len(self._rows) > MOST_WORDS:
            self._rows.clear()
        new = {key: place for place, key in enumerate(keys) if key not in self._rows}
        if new:
            features = np.concatenate([doc.to_array(self._columns) for doc in docs])[list(new.values())]
            made: Any = [features]
            for part in self._embed_parts:
                made = part.predict(made)
            self._rows.update(zip(new, np.array(made[0]), strict=True))
        return np.array([self._rows[key] for key in keys])


def _layer(residual: Any) -> Layer:
    """The weights of one layer, its three pieces side by side instead of interleaved."""
    named = {part.name: part for part in residual.walk()}
    maxout, norm = named["maxout"], named["layernorm"]
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    inputs = weights.shape[2]
    return Layer(
        weights=np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, inputs).T),
        bias=np.ascontiguousarray(bias.T.reshape(-1)),
        scale=norm.get_param("G"),
        shift=norm.get_param("b"),
    )


def encoder(tok2vec: Any) -> Encoder:
    """The encoder with spaCy's weights. Raises ValueError where they are laid out in another way than is known here."""
    try:
        return Encoder(tok2vec)
    except (AttributeError, KeyError, ValueError) as error:
        raise ValueError(f"the parser's first layer is not of the make that this version reads: {error}") from error
