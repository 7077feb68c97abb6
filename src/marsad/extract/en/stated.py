"""A number with its harm as a sentence states it: what governs the harm in the parse, and the words around it.

From the word for the harm upward ("fears THAT 50 ARE dead", "a PLOT to kill"), up to where another statement begins: a
subject, a relative clause or a reason is told as given, whatever is said of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from spacy.tokens import Token

from marsad.extract.en.declared import declared
from marsad.extract.en.harm import Harm
from marsad.extract.en.lexicon import lexicon
from marsad.extract.en.mentions import Mention
from marsad.model import Category

NEAR = 90  # characters on either side of the number in which a hedge without a clear governor concerns it
HIGHEST = 10  # steps up the parse
_MARK = re.compile(r"[,;:(–—-]\s")
UP = frozenset("ccomp xcomp dobj pobj pcomp attr acomp oprd nsubjpass amod compound dep csubj prt".split())
"""Relations over which what is above still governs the harm."""

CARRYING = frozenset({"of", "about", "to", "for", "that"})
HAPPENING = frozenset("be result occur follow reach exceed rise climb come happen".split())


@cache
def words() -> dict[str, Any]:
    """The word lists of `certainty.yaml`, and its examples."""
    raw = declared("certainty.yaml")
    return {name: _sets(part) if name != "examples" else part for name, part in raw.items()}


def _sets(part: Any) -> Any:
    return {key: frozenset(value) for key, value in part.items()} if isinstance(part, dict) else frozenset(part)


@dataclass
class Stated:
    """A number with its harm, in its sentence, and the words for who says it."""

    mention: Mention
    harm: Harm
    category: Category
    speaker: str | None

    @cached_property
    def trigger(self) -> Token:
        """The word for the harm, or the head of the number where that stands in another sentence."""
        trigger = self.harm.trigger
        return trigger if trigger.doc is self.mention.doc else self.mention.head

    @cached_property
    def above(self) -> list[Token]:
        """What governs the harm, from itself upward. A number that a toll is said to reach is governed by that too."""
        chain = list(_up(self.trigger))
        if self.trigger.lemma_.lower() in lexicon().counters or self.trigger.pos_ == "NOUN":
            chain += [token for token in _up(self.mention.head) if token not in chain]
        return chain

    @property
    def around(self) -> str:
        """The text near the number, within its sentence."""
        text, at = self.mention.sentence.text, self.mention.start - self.mention.sentence.start
        return text[max(0, at - NEAR) : at + NEAR]

    @property
    def piece(self) -> str:
        """The text between the marks on either side of the number."""
        text, at = self.mention.sentence.text, self.mention.start - self.mention.sentence.start
        before, after = _MARK.split(text[max(0, at - NEAR) : at]), _MARK.split(text[at : at + NEAR])
        return before[-1] + after[0]


def _up(token: Token) -> Iterator[Token]:
    for _ in range(HIGHEST):
        yield token
        if token.head.i == token.i or not _governed(token):
            return
        token = token.head


def _governed(token: Token) -> bool:
    """Whether what is above a word governs it too."""
    dep, head = token.dep_, token.head
    if dep in UP:
        return True
    if dep == "prep":
        return token.lower_ in CARRYING
    if dep == "nsubj":
        return head.lemma_.lower() in HAPPENING or (token.pos_ in ("NUM", "NOUN") and _befallen(head))
    if dep == "conj":  # "would die and 9 be injured" goes on with the helper; "were killed and 9 died" does not
        return token.tag_ == "VB" or not any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children)
    if dep == "advcl":
        return token.tag_ == "VBG" and not any(child.dep_ in ("mark", "nsubj") for child in token.children)
    if dep == "acl":  # "a plan to kill", "reports that 12 died"; not "the people killed"
        return _opens(head) and (token.tag_ != "VBN" or any(c.dep_ in ("aux", "mark", "nsubj") for c in token.children))
    return False


def _befallen(verb: Token) -> bool:
    return verb.lemma_.lower() in lexicon().befall


def _opens(noun: Token) -> bool:
    """Whether what hangs on a noun is its content: "a plan to kill", "reports that 12 died"."""
    lemma, known = noun.lemma_.lower(), words()
    return lemma in known["imagined"]["nouns"] or lemma in known["hedged"]["nouns"] or lemma in known["denied"]["blame"]
