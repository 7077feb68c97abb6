"""The constructions in which English says that people were harmed, each a function from a mention to what it found."""

from spacy.tokens import Token

from marsad.extract.en.lexicon import lexicon
from marsad.extract.en.mentions import Mention
from marsad.extract.en.predicates import (
    Found,
    adjective_says,
    clause_says,
    coordinated,
    counter_says,
    negated,
    people_noun_says,
    predicate_says,
    strongest,
    verb_says,
    victims_says,
)
from marsad.model import Measure, Modality

SMALL_CLAUSE = frozenset(
    {
        "leave",
        "find",
        "report",
        "declare",
        "confirm",
        "see",
        "pronounce",
        "feared",
        "fear",
        "believe",
        "presume",
        "make",
        "have",
    }
)
LIFE_VERBS = frozenset({"claim", "cost", "take", "lose"})
LIST_OF_HARM = frozenset({"of", "to", "for", "among", "by", "with"})


def stated_by_noun(mention: Mention) -> Found:
    """The noun counted is itself a harm: "five DEATHS", "12 CASUALTIES", "the bodies of nine"."""
    for token in (mention.noun, mention.head):
        measure = lexicon().nouns.get(token.lemma_.lower()) or lexicon().nouns.get(token.lower_)
        if measure and token.i != mention.number.i:
            return measure, token
    return None


def are_victims(mention: Mention) -> Found:
    """What is counted are victims: "the eight VICTIMS of the shooting"; killed, where no other word says otherwise."""
    return victims_says(mention.noun) if mention.noun.i != mention.number.i else None


def stated_by_adjective(mention: Mention) -> Found:
    """An adjective of the noun says it: "12 WOUNDED soldiers", "213 DEAD fighters"."""
    for token in (mention.noun, mention.head):
        for child in token.children:
            if child.dep_ in ("amod", "compound", "nmod") and (measure := adjective_says(child)):
                return measure, child
    return None


def right_after(mention: Mention) -> Found:
    """A harm word directly behind the number: "335 KILLED", "13 others INJURED", "24 more lives LOST"."""
    doc = mention.doc
    last = max(mention.number.i, mention.noun.i if abs(mention.noun.i - mention.number.i) <= 5 else mention.number.i)
    for i in range(mention.number.i + 1, min(len(doc), last + 4)):
        token = doc[i]
        measure = adjective_says(token) or (verb_says(token) if token.tag_ == "VBN" else None)
        if measure and token.i < mention.noun.i and token.head.i == mention.noun.i:
            continue  # "one critically INJURED person died": what is said of the person comes later
        if measure and mention.partitive and mention.noun.i in (token.i, token.head.i):
            continue  # "two of those WOUNDED later died"
        if measure:
            return measure, token
        if i > last and token.lower_ not in (
            "people",
            "others",
            "more",
            "were",
            "was",
            "been",
            "are",
            "now",
            "seriously",
            "critically",
            "also",
            "reported",
            "have",
            "had",
        ):
            return None
    return None


def said_of_it(mention: Mention) -> Found:
    """A participle or relative clause on the noun: "161 civilians KILLED in", "people who DIED"."""
    for token in (mention.noun, mention.head, mention.number):
        for child in token.children:
            if child.dep_ not in ("acl", "relcl"):
                continue
            measure = predicate_says(child, active=child.dep_ == "relcl")
            if measure:
                return measure, child
    return None


def is_subject(mention: Mention) -> Found:
    """It is what the sentence says was harmed: "nine WERE KILLED", "31 DIED", "two ARE MISSING"."""
    token = _top(mention)
    if token.dep_ not in ("nsubjpass", "nsubj", "csubj"):
        return None
    verb = token.head
    found: list[tuple[Measure, Token]] = []
    for clause in (verb, *coordinated(verb)):
        own = any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
        if (clause is not verb and own) or negated(clause):
            continue
        if measure := clause_says(clause, token):
            found.append((measure, clause))
    return strongest(found)


def is_object(mention: Mention) -> Found:
    """It is what a verb of harm acts on: "killing NINE", "wounded 14", "left 12 dead", "claimed the lives of"."""
    token = _top(mention)
    if token.dep_ not in ("dobj", "obj", "nsubj", "oprd", "attr", "ccomp", "dative", "pobj"):
        return None
    verb = token.head
    lemma = verb.lemma_.lower()
    if negated(verb) and mention.modality is not Modality.NONE:
        return None
    if token.dep_ in ("dobj", "obj") and (measure := verb_says(verb)) and lemma not in ("claim", "treat"):
        return measure, verb
    if lemma in LIFE_VERBS and (mention.noun.lemma_ == "life" or any(t.lemma_ == "life" for t in verb.subtree)):
        return Measure.KILLED, verb
    if (
        lemma == "lose"
        and token.dep_ in ("dobj", "obj")
        and mention.noun.lemma_.lower() in lexicon().persons | {mention.number.lemma_.lower()}
    ):
        return Measure.KILLED, verb
    if lemma in SMALL_CLAUSE:
        return _left_dead(mention, verb)
    return None


def _left_dead(mention: Mention, verb: Token) -> Found:
    for token in mention.doc[mention.number.i + 1 : min(len(mention.doc), mention.number.i + 9)]:
        if token.pos_ == "PUNCT" and token.text in ".;:":
            return None
        if token.pos_ == "NUM" or token.lower_ == "and":
            return _first_adjective(mention, token.i + 1)
        measure = adjective_says(token)
        if measure:
            return measure, token
    return None


def _first_adjective(mention: Mention, start: int) -> Found:
    for token in mention.doc[start : min(len(mention.doc), start + 5)]:
        if measure := adjective_says(token):
            return measure, token
    return None


def inside_harm_noun(mention: Mention) -> Found:
    """A harm noun governs it: "the DEATH of 12", "BODIES of nine", "a TOLL of 31", "injuries to five"."""
    token = _top(mention)
    if token.dep_ != "pobj" or token.head.lower_ not in LIST_OF_HARM:
        return None
    governor = token.head.head
    measure = lexicon().nouns.get(governor.lemma_.lower())
    if measure:
        return measure, governor
    if governor.lemma_.lower() == "life" and (
        governor.head.lemma_.lower() in LIFE_VERBS or governor.dep_ == "nsubjpass"
    ):
        return Measure.KILLED, governor
    if governor.lemma_.lower() == "loss" and mention.noun.lemma_.lower() in ("life", "soldier", "man"):
        return Measure.KILLED, governor
    return counter_says(governor)


def of_a_toll(mention: Mention) -> Found:
    """A verb moves or states a toll: "the toll ROSE to 31", "put the number of dead AT 40"."""
    token = _top(mention)
    for _ in range(4):
        if token.head.i == token.i:
            break
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            for child in token.children:
                if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "csubj") and child.i != mention.head.i:
                    found = counter_says(child) or people_noun_says(child)
                    if found:
                        return found
    return None


def _top(mention: Mention) -> Token:
    """The token through which the mention hangs in the sentence: past "of" chains of counting nouns."""
    token = mention.head
    while (
        token.dep_ == "pobj"
        and token.head.lower_ == "of"
        and token.head.head.lemma_.lower() in ("total", "number", "estimate", "group", "family")
    ):
        token = token.head.head
    if (
        token.dep_ == "conj"
        and token.head.dep_ in ("dobj", "nsubjpass", "nsubj")
        and token.head.pos_ in ("NOUN", "NUM", "PROPN")
    ):
        token = token.head
    return token
