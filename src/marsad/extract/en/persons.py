"""Persons told without a number: "a soldier", "his wife", "General Orde", "another", "civilians", "him".

Each is the word that names them, with what belongs to it. Whether they were harmed is decided elsewhere; a person is
`loose` where only a strict construction may say so, since the word alone may be anything.
"""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from marsad.extract.en.lexicon import lexicon
from marsad.extract.en.wording import words_of

ROLES = frozenset({"nsubjpass", "nsubj", "dobj", "pobj", "conj", "appos", "attr", "dep", "ROOT"})
NAMED_ROLES = ROLES - {"dep"}
PLURAL_ROLES = frozenset({"nsubjpass", "nsubj", "dobj", "pobj", "conj", "appos", "attr"})
NUMBERED = frozenset("many several numerous multiple few".split())  # read as number phrases
ARTICLES = frozenset({"a", "an", "another", "the"})
POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our"})
PRONOUNS = frozenset({"he", "she", "him", "her", "himself", "herself"})
BODIES = frozenset(
    "state states province city district region county ministry army police party front group movement council "
    "university hospital church mosque camp street road airport square market bridge station "
    "republic kingdom strip bank coast government forces force agency organization committee court union league "
    "team club airlines company brigade brigades battalion river valley nations hamas hezbollah taliban shabaab haram "
    "north south east west monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december".split()
)
"""Last words of names that are no person's."""
NOT_FIRST = frozenset("united islamic boko al-shabaab national north south east west northern southern".split())


@dataclass(frozen=True, slots=True)
class Person:
    """The words from `first` to `last` that name one person, or several (`low` None); `noun` is their head."""

    first: Token
    last: Token
    noun: Token
    low: int | None = 1
    loose: bool = False
    pronoun: bool = False


_NO_PERSON = frozenset({"PUNCT", "ADP", "VERB", "AUX"})


def find(doc: Doc) -> list[Person]:
    """The persons of a sentence, in order; one told twice ("Hassan Deri, a lawyer") is found once."""
    found: dict[int, Person] = {}
    ends: dict[int, int] = {}  # where what is said of a person ends so far: his place among `found`
    words = words_of(doc)
    for place, role in enumerate(words.roles):
        if role not in ROLES or words.kinds[place] in _NO_PERSON:
            continue
        token = doc[place]
        person = _person(token)
        if person is None or _goes_on(token, found):
            continue
        at = _told_already(token, person, found, ends)
        if at is None:
            found[token.i] = person
        else:
            found[at] = _with_name(found[at], person)
        ends[person.last.i] = token.i if at is None else at
    return list(found.values())


def _told_already(token: Token, person: Person, found: dict[int, Person], ends: dict[int, int]) -> int | None:
    """The place of the person of whom this is an apposition: by the parse, or right behind a comma; or None."""
    if token.dep_ == "appos" and token.head.i in found and _same(found[token.head.i].noun, token):
        return token.head.i
    at = ends.get(person.first.i - 2)
    if at is None or token.doc[person.first.i - 1].text != "," or not _same(found[at].noun, token):
        return None
    return at


def _person(token: Token) -> Person | None:
    if token.lower_ in PRONOUNS:
        return Person(token, token, token, loose=True, pronoun=True) if token.dep_ != "pobj" else None
    if any(child.dep_ in ("nummod", "quantmod") for child in token.children):
        return None
    if first := _other(token):
        return Person(first, token, token, loose=True)
    if token.tag_ == "NN":
        return _described(token)
    if token.tag_ == "NNP":
        return _named(token)
    return _several(token) if token.tag_ in ("NNS", "NNPS", "DT") and token.dep_ in PLURAL_ROLES else None


def _other(token: Token) -> Token | None:
    """The first word of "another", "the other", "a third", standing alone for a person, or None."""
    if token.lower_ == "another" and token.dep_ not in ("det", "appos"):
        return token
    if token.lower_ in ("other", "third", "fourth") and token.pos_ in ("ADJ", "NOUN"):
        return next((child for child in token.children if child.lower_ in ("a", "the") and child.i < token.i), None)
    return None


def _described(token: Token) -> Person | None:
    """Such as "a soldier", "another woman", "her husband", "the mosque's prayer leader"."""
    words, lemma = lexicon(), token.lemma_.lower()
    if lemma in ("body", "corpse"):
        return _body(token)
    if lemma in words.collectives or lemma in words.nouns or lemma in words.things:
        return None
    first = _determiner(token)
    if first is None:
        return _titled(token) if lemma in words.persons else None
    sure = lemma in words.persons and first.lower_ in ARTICLES | POSSESSIVES and first.lower_ != "the"
    return Person(_left_edge(first), token, token, loose=not sure)


def _body(token: Token) -> Person | None:
    """Such as "his body", told of somebody; "a body" tells of nobody yet, and is counted where it is counted."""
    owner = next((child for child in token.children if child.lower_ in ("his", "her")), None)
    return Person(owner, token, token, loose=True, pronoun=True) if owner else None


def _titled(token: Token) -> Person | None:
    """Such as "police officer Asad Orr", "human rights activist, Jose Hurt": no article, but a name behind."""
    named = any(child.dep_ == "appos" and child.tag_ == "NNP" for child in token.children)
    edge = token.doc[token.left_edge.i]
    return Person(edge, token, token, loose=True) if named and token.i - edge.i <= 4 else None


def _determiner(token: Token) -> Token | None:
    for child in token.children:
        if child.i > token.i:
            return None
        if child.dep_ == "poss" and (child.lower_ in POSSESSIVES or any(c.dep_ == "case" for c in child.children)):
            return child
        if child.dep_ == "det" and child.lower_ in ARTICLES:
            return child
    return None


def _left_edge(first: Token) -> Token:
    """The first word of an owner ("the mosque's", "Deri's"), or the article itself."""
    return first.doc[first.left_edge.i] if first.dep_ == "poss" and first.i - first.left_edge.i <= 4 else first


def _named(token: Token) -> Person | None:
    """A name; one capitalised word may be anything, so that it is loose."""
    if token.dep_ not in NAMED_ROLES or token.text.isupper() or not token.text[:1].isalpha():
        return None
    names = [
        t
        for t in token.doc[token.left_edge.i : token.i + 1]
        if (t.pos_ == "PROPN" and t.dep_ in ("compound", "nmod")) or t.i == token.i
    ]
    if token.lower_ in BODIES or names[0].lower_ in NOT_FIRST:
        return None
    article = next((c for c in token.children if c.lower_ in ARTICLES and c.i < token.i), None)
    sure = article is not None and article.lower_ != "the"
    return Person(article or names[0], token, token, loose=not sure and names[0].i == token.i)


def _several(token: Token) -> Person | None:
    """Such as "civilians", "other civilians", "some of them", "all passengers"."""
    if token.tag_ == "DT":
        return Person(token, token, token, low=None, loose=True) if token.lower_ == "some" else None
    lemma = token.lemma_.lower()
    if lemma not in lexicon().persons and token.tag_ != "NNPS":
        return None
    first = token
    for child in token.children:
        if child.dep_ in ("nummod", "poss") or child.lower_ in NUMBERED or child.lower_ in ("the", "no", "any"):
            return None
        if child.lower_ in ("some", "other", "all") and child.i < first.i:
            first = child
    last = first if first.lower_ == "some" else token  # "some" is the number phrase of "some people"
    return Person(first, last, token, low=None, loose=True)


def _same(first: Token, second: Token) -> bool:
    """Whether an apposition tells the same person: a name beside a description, not two of a list."""
    return (first.pos_ == "PROPN") != (second.pos_ == "PROPN")


def _goes_on(token: Token, found: dict[int, Person]) -> bool:
    """Whether it only goes on with a description: "Gelan Abdul, a preacher and A MEMBER of the council"."""
    said = token.head
    if token.dep_ != "conj" or token.tag_ != "NN" or said.dep_ != "appos" or said.tag_ != "NN" or said.i in found:
        return False
    before = token.doc[max(0, token.left_edge.i - 2) : token.left_edge.i]
    return said.head.i in found and [t.lower_ for t in before[-1:]] == ["and"] and before[0].text != ","


def _with_name(before: Person, person: Person) -> Person:
    """The person with the name right behind the description ("the militia commander Abu Orde"); else as before."""
    if person.first.i == before.last.i + 1:
        return replace(before, last=person.last, loose=before.loose and person.loose)
    return before
