"""The constructions that tell harm by a list: who is among the dead, who the dead are, who stands beside a victim."""

from dataclasses import replace

from spacy.tokens import Token

from marsad.extract.en.constructions import (
    inside_harm_noun,
    is_object,
    is_subject,
    said_of_it,
    stated_by_noun,
)
from marsad.extract.en.mentions import Mention
from marsad.extract.en.predicates import Found, people_noun_says, victims_says
from marsad.model import Measure

BEING = frozenset({"be", "number", "count", "include", "lie"})
LISTING = frozenset({"be", "include", "comprise", "identify", "name"})
MOST_LISTED = 12  # a list goes on from one to the next; nobody lists more in a sentence


def is_a_body(mention: Mention) -> Found:
    """One person is told by what was found: "HIS BODY was found", "a CORPSE"."""
    if mention.single and mention.noun.lemma_.lower() in ("body", "corpse"):
        return Measure.KILLED, mention.noun
    return None


def is_among(mention: Mention) -> Found:
    """It is one of the harmed: "a guide is AMONG the dead", "Sami Orr is one of those killed"; either way round."""
    token = _list_head(mention.head)
    if token.dep_ not in ("nsubj", "nsubjpass", "attr") or token.head.lemma_.lower() not in BEING:
        return None
    verb = token.head
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "among":
            found = _harmed(child)
        elif child.i != token.i and child.dep_ == "attr" and child.lower_ in ("one", "some", "two", "three"):
            found = next((said for c in child.children if c.lower_ == "of" and (said := _harmed(c))), None)
        else:
            continue
        if found:
            return found
    return None


def _harmed(preposition: Token) -> Found:
    """What is said of the object of a preposition: "among the DEAD", "of those KILLED"."""
    return next((found for child in preposition.children if (found := people_noun_says(child))), None)


def is_listed(mention: Mention) -> Found:
    """It stands in a list of the harmed: "the DEAD are Ravi Dolan and Dinesh Pal", "the VICTIMS include two nurses"."""
    token = _list_head(mention.head)
    verb = token.head
    if token.dep_ not in ("attr", "dobj", "acomp") or verb.lemma_.lower() not in LISTING:
        return None
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i:
            return people_noun_says(child) or victims_says(child)
    return None


def shares_a_list(mention: Mention) -> Found:
    """It stands beside another that is harmed: "killing nine soldiers and TWO CIVILIANS"."""
    token = mention.head
    steps = 0
    while token.dep_ in ("conj", "appos") and steps < 6:
        token, steps = token.head, steps + 1
        first = replace(mention, number=token, head=token, noun=token)
        for rule in (stated_by_noun, is_subject, is_object, inside_harm_noun, said_of_it):
            if found := rule(first):
                return found
    return None


def _list_head(token: Token) -> Token:
    """The first of the list in which a token stands."""
    for _ in range(MOST_LISTED):
        if token.dep_ not in ("conj", "appos"):
            break
        token = token.head
    return token
