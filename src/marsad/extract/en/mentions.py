"""Mentions: number phrases and single persons in a parsed sentence, each with the noun it counts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from marsad.extract.en import quantities
from marsad.extract.en.lexicon import lexicon
from marsad.extract.en.sentences import Sentence
from marsad.model import Modality

INSIDE_NOUN_PHRASE = frozenset(
    {"nummod", "quantmod", "compound", "amod", "advmod", "npadvmod", "nmod", "det", "dep", "poss"}
)
COUNTING = frozenset(
    "number total member hundred thousand dozen ten score group handful pair couple majority rest estimate".split()
)

SINGLE_ROLES = frozenset({"nsubjpass", "nsubj", "dobj", "pobj", "conj", "appos", "attr"})
NAMED_ROLES = frozenset({"nsubjpass", "nsubj", "dobj", "pobj", "conj"})
VAGUE_WORDS = frozenset("many several numerous multiple some few other".split())
POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our"})
NOT_NAMES = frozenset(
    "state province city district region county ministry army police party front group front movement council "
    "university hospital church mosque camp street road "
    "republic kingdom strip bank coast government forces force agency organization committee court union league "
    "council team club united north south east west "
    "islamic boko al-shabaab hamas hezbollah taliban security national".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A number (or one person) and the words it counts. Offsets are those of the report's text.

    `loose` marks words that name victims only where a strict construction says that they were harmed: "the driver",
    "Kasi", "civilians".
    """

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
    loose: bool = False
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
    token = next((t for t in reversed(first.doc[first.i : last.i + 1]) if t.like_num or t.pos_ == "NUM"), last)
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
    """The noun counted ("dozens of PEOPLE"), and whether it is "nine of the …"."""
    if head.i == number.i or head.lemma_.lower() in COUNTING:
        for child in head.children:
            if child.lower_ == "of" and child.i > head.i:
                objects = [token for token in child.children if token.dep_ == "pobj"]
                if objects:
                    definite = any(
                        token.dep_ in ("det", "poss") and token.lower_ != "a" for token in objects[0].children
                    )
                    pronoun = objects[0].lower_ in ("them", "whom", "these", "those", "us")
                    return objects[0], (definite or pronoun) and head.i == number.i
    return head, False


def _persons(sentence: Sentence, doc: Doc) -> Iterator[Mention]:
    """Persons told without a number: "a soldier", "her husband", "General Qassem Soleimani", "civilians"."""
    for token in doc:
        if token.dep_ not in SINGLE_ROLES or any(child.dep_ in ("nummod", "quantmod") for child in token.children):
            continue
        if token.tag_ == "NN" and (found := _determined(token)):
            yield _person(sentence, doc, found, token, loose=found.lower_ == "the")
        elif token.tag_ in ("NNP", "NNPS") and token.dep_ in NAMED_ROLES and (found := _named(token)):
            yield _person(sentence, doc, found, token, loose=found.i == token.i)
        elif token.tag_ == "NNS" and token.lemma_.lower() in lexicon().persons and not _quantified(token):
            yield _several(sentence, doc, token)


def _quantified(token: Token) -> bool:
    """Whether "the" or a word of number stands with a plural: "the victims", "many civilians"."""
    return any(child.dep_ in ("det", "nummod", "poss") or child.lower_ in VAGUE_WORDS for child in token.children)


def _determined(token: Token) -> Token | None:
    """The first word of "a soldier", "another woman", "her husband", or None where it is no single person."""
    words = lexicon()
    lemma = token.lemma_.lower()
    if lemma not in words.persons or lemma in words.collectives or lemma in words.nouns:
        return None
    for child in token.children:
        if child.i < token.i and child.dep_ == "poss" and child.lower_ in POSSESSIVES:
            return child
        if child.i < token.i and child.dep_ == "det" and child.lower_ in ("a", "an", "another", "the"):
            return child
    return None


def _named(token: Token) -> Token | None:
    """The first word of a name, or None: one capitalised word may be anything, so that it is a loose mention."""
    if token.text.isupper():
        return None
    names = [
        t
        for t in token.doc[token.left_edge.i : token.i + 1]
        if (t.pos_ == "PROPN" and t.dep_ in ("compound", "nmod")) or t.i == token.i
    ]
    if any(t.lower_ in NOT_NAMES for t in names):
        return None
    return names[0]


def _person(sentence: Sentence, doc: Doc, first: Token, noun: Token, *, loose: bool) -> Mention:
    return Mention(
        sentence=sentence,
        doc=doc,
        start=sentence.start + first.idx,
        end=sentence.start + noun.idx + len(noun),
        low=1,
        high=1,
        modality=Modality.EXACT,
        number=noun,
        head=noun,
        noun=noun,
        single=True,
        loose=loose,
    )


def _several(sentence: Sentence, doc: Doc, noun: Token) -> Mention:
    """A plural without a number: "civilians"."""
    one = _person(sentence, doc, noun, noun, loose=True)
    return replace(one, low=None, high=None, modality=Modality.VAGUE)
