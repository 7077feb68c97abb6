"""Mentions: number phrases and single persons in a parsed sentence, each with the noun it counts."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from marsad.extract.en import quantities
from marsad.extract.en.lexicon import lexicon
from marsad.extract.en.sentences import Sentence
from marsad.model import Modality

INSIDE_NOUN_PHRASE = frozenset({"nummod", "quantmod", "compound", "amod", "advmod", "npadvmod", "nmod", "det", "dep", "poss"})
COUNTING = frozenset("number total member hundred thousand dozen ten score group handful pair couple majority rest estimate".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A number (or one person) and the words it counts. Offsets are those of the report's text."""

    sentence: Sentence
    doc: Doc
    start: int
    end: int
    low: int | None
    high: int | None
    modality: Modality
    number: Token
    head: Token
    noun: Token
    single: bool = False
    addition: bool = False
    partitive: bool = False

    @property
    def text(self) -> str:
        """The phrase as it stands."""
        return self.sentence.text[self.start - self.sentence.start : self.end - self.sentence.start]

    @property
    def key(self) -> tuple[int, int]:
        """What orders mentions: where they stand."""
        return (self.start, self.end)


def find(sentence: Sentence, doc: Doc) -> list[Mention]:
    """The mentions of one sentence, in order: numbers first found by their form, then persons without a number."""
    numbers = [mention for amount in quantities.find(sentence.text) if (mention := _counted(sentence, doc, amount))]
    taken = {token.i for mention in numbers for token in (mention.number, mention.head, mention.noun)}
    singles = [mention for mention in _persons(sentence, doc) if mention.noun.i not in taken]
    return sorted(numbers + singles, key=lambda mention: mention.key)


def _counted(sentence: Sentence, doc: Doc, amount: quantities.Amount) -> Mention | None:
    span = doc.char_span(amount.core_start, amount.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    number = _last_of_number(span[0], span[-1])
    head = _phrase_head(number)
    noun, partitive = _noun(head, number)
    return Mention(
        sentence=sentence,
        doc=doc,
        start=sentence.start + amount.start,
        end=sentence.start + amount.end,
        low=amount.low,
        high=amount.high,
        modality=amount.modality,
        number=number,
        head=head,
        noun=noun,
        addition=amount.addition,
        partitive=partitive,
    )


def _last_of_number(first: Token, last: Token) -> Token:
    """The token of a number phrase that the others hang on: its head within the phrase."""
    token = last
    while first.i <= token.head.i <= last.i and token.head.i != token.i:
        token = token.head
    return token


def _phrase_head(number: Token) -> Token:
    """The noun that the number modifies, or the number itself where it stands alone ("nine were killed")."""
    token = number
    while (
        token.dep_ in INSIDE_NOUN_PHRASE
        and token.head.i > token.i
        and token.head.i - token.i <= 8
        and token.head.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "SYM", "X", "PRON")
    ):
        token = token.head
    return token


def _noun(head: Token, number: Token) -> tuple[Token, bool]:
    """The noun counted: "dozens of PEOPLE", "nine members of the FAMILY" stays members; and whether it is "nine of the …"."""
    if head.i == number.i or head.lemma_.lower() in COUNTING:
        for child in head.children:
            if child.lower_ == "of" and child.i > head.i:
                objects = [token for token in child.children if token.dep_ == "pobj"]
                if objects:
                    definite = any(token.dep_ in ("det", "poss") and token.lower_ != "a" for token in objects[0].children)
                    pronoun = objects[0].lower_ in ("them", "whom", "these", "those", "us")
                    return objects[0], (definite or pronoun) and head.i == number.i
    return head, False


def _persons(sentence: Sentence, doc: Doc) -> Iterator[Mention]:
    """Persons told without a number: "a soldier", "her husband", "General Qassem Soleimani", "civilians"."""
    words = lexicon()
    for token in doc:
        if token.dep_ not in ("nsubjpass", "nsubj", "dobj", "pobj", "conj", "appos", "attr", "ROOT", "dep") or token.pos_ not in ("NOUN", "PROPN"):
            continue
        left = doc[token.left_edge.i]
        determiner = next((c for c in token.children if c.dep_ in ("det", "poss") and c.i < token.i), None)
        if any(c.dep_ == "nummod" for c in token.children):
            continue
        if token.tag_ == "NN" and token.lemma_.lower() in words.persons and determiner is not None:
            one = determiner.lower_ in ("a", "an", "another") or determiner.dep_ == "poss" or determiner.lower_ == "the"
            if one:
                yield _person(sentence, doc, determiner if determiner.dep_ == "det" else left, token, 1, Modality.EXACT)
        elif token.tag_ == "NNP" and token.dep_ in ("nsubjpass", "nsubj", "dobj", "appos", "conj"):
            first = next((t for t in doc[left.i : token.i + 1] if t.pos_ == "PROPN"), token)
            yield _person(sentence, doc, first, token, 1, Modality.EXACT)
        elif token.tag_ == "NNS" and token.lemma_.lower() in words.persons and token.dep_ in ("nsubjpass", "dobj", "nsubj"):
            yield _person(sentence, doc, token, token, None, Modality.VAGUE)


def _person(sentence: Sentence, doc: Doc, first: Token, noun: Token, count: int | None, modality: Modality) -> Mention:
    return Mention(
        sentence=sentence,
        doc=doc,
        start=sentence.start + first.idx,
        end=sentence.start + noun.idx + len(noun),
        low=count,
        high=count,
        modality=modality,
        number=noun,
        head=noun,
        noun=noun,
        single=True,
    )
