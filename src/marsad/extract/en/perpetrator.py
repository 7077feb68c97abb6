"""Who is said to have done it: only the subject of a verb that harms, or the agent of its passive."""

from spacy.tokens import Token

from marsad.extract.en.harm import Harm
from marsad.extract.en.lexicon import lexicon

_MEANS = frozenset(
    "attack bomb bombing blast explosion strike airstrike raid clash fighting violence shelling shooting missile "
    "rocket drone mine landmine vehicle car truck "
    "shell fire assault ambush operation earthquake flood quake incident toll report it that which this they he "
    "she who war conflict earthquake accident "
    "crash collision landslide storm number death battle device grenade bullet shot gunfire mortar artillery "
    "violence unrest offensive massacre combat".split()
)


def find(harm: Harm) -> str | None:
    """The words for whoever does the harm, or None where the text does not say."""
    verb = harm.trigger
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    for child in verb.children:
        if child.dep_ == "agent":
            for agent in child.children:
                if agent.dep_ == "pobj" and _can_do(agent):
                    return _words(agent)
    if verb.tag_ == "VBN" and any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return None
    if verb.lemma_.lower() not in lexicon().verbs and verb.lemma_.lower() not in ("shoot", "gun", "leave"):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None and verb.dep_ == "conj":
        subject = next((c for c in verb.head.children if c.dep_ == "nsubj"), None)
    return _words(subject) if subject is not None and _can_do(subject) else None


def _can_do(noun: Token) -> bool:
    if noun.pos_ not in ("NOUN", "PROPN") or noun.lemma_.lower() in _MEANS:
        return False
    return (
        noun.pos_ == "PROPN"
        or noun.lemma_.lower() in lexicon().persons
        or noun.lemma_.lower() in ("force", "regime", "coalition", "group", "government", "army", "warplane", "jet")
    )


def _words(noun: Token) -> str:
    dropped = {
        t.i
        for c in noun.children
        if c.dep_ in ("relcl", "acl", "appos", "punct", "cc", "conj", "advcl")
        for t in c.subtree
    }
    tokens = [t for t in noun.subtree if t.i not in dropped and abs(t.i - noun.i) <= 8]
    text = noun.doc[tokens[0].i : tokens[-1].i + 1].text
    return text.removeprefix("the ").removeprefix("The ")
