"""Mentions: number phrases and single persons in a parsed sentence, each with the noun it counts."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from marsad.extract.en import persons, quantities
from marsad.extract.en.sentences import Sentence
from marsad.model import Modality

INSIDE_NOUN_PHRASE = frozenset(
    {"nummod", "quantmod", "compound", "amod", "advmod", "npadvmod", "nmod", "det", "dep", "poss"}
)
COUNTING = frozenset(
    "number total member hundred thousand dozen ten score group handful pair couple majority rest estimate".split()
)

TELLING = frozenset({"report", "word", "sign", "news", "information", "indication", "record"})  # "no reports of …"
SEVERITY = frozenset("seriously critically severely gravely lightly slightly fatally badly".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A number (or one person) and the words it counts. Offsets are those of the report's text.

    `loose` marks words that name victims only where a strict construction says that they were harmed: "the driver",
    "Kasi", "civilians". `pronoun` marks "he" or "them", which is news only where nobody was named before.
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
    pronoun: bool = False
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
    told = [_of_person(sentence, doc, person) for person in persons.find(doc) if person.noun.i not in taken]
    return sorted(numbers + told, key=lambda mention: mention.key)


def _of_person(sentence: Sentence, doc: Doc, person: persons.Person) -> Mention:
    return Mention(
        sentence=sentence,
        doc=doc,
        start=sentence.start + person.first.idx,
        end=sentence.start + person.last.idx + len(person.last),
        low=person.low,
        high=person.low,
        modality=Modality.VAGUE if person.low is None else Modality.EXACT,
        number=person.noun,
        head=person.noun,
        noun=person.noun,
        single=True,
        loose=person.loose,
        pronoun=person.pronoun,
    )


def _counted(sentence: Sentence, doc: Doc, amount: quantities.Amount) -> Mention | None:
    span = doc.char_span(amount.core_start, amount.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    number = _last_of_number(span[0], span[-1])
    head = _phrase_head(number)
    noun, partitive = _noun(head, number)
    partitive = partitive or (noun.i == number.i and _of_some(number))
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


def _lacked(without: Token) -> Token:
    """What there was none of: "without CASUALTIES", "without causing any INJURIES"."""
    for child in without.children:
        if child.dep_ == "pobj":
            return child
        if child.dep_ == "pcomp":
            return next((token for token in child.children if token.dep_ == "dobj"), child)
    return without


def _of_some(number: Token) -> bool:
    """Whether a bare number tells how badly: "eight were hurt, THREE seriously"."""
    return number.i + 1 < len(number.doc) and number.nbor().lower_ in SEVERITY


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
    if number.lower_ == "without":
        return _lacked(number), False
    if head.i == number.i or head.lemma_.lower() in COUNTING or head.lemma_.lower() in TELLING:
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
