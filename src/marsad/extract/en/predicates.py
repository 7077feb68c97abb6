"""What single words and clauses say of people: adjectives, verbs and nouns of harm, and clauses built on them."""

from spacy.tokens import Token

from marsad.extract.en.lexicon import lexicon
from marsad.model import Measure

Found = tuple[Measure, Token] | None
"""A measure and the word that decided it, or None."""


def adjective_says(token: Token) -> Measure | None:
    """The measure of an adjective of harm ("dead", "wounded")."""
    return lexicon().adjectives.get(token.lemma_.lower()) or lexicon().adjectives.get(token.lower_)


def verb_says(token: Token) -> Measure | None:
    """The measure of a verb that harms its object; a weapon or act that only sometimes harms is not one."""
    if token.pos_ not in ("VERB", "AUX", "ADJ"):
        return None
    lemma = token.lemma_.lower()
    if lemma in ("shoot", "hit", "strike", "cut", "gun", "mow", "blow", "put"):
        return phrasal_says(token)
    return lexicon().verbs.get(lemma)


def phrasal_says(token: Token) -> Measure | None:
    """Such as "shot dead", "gunned down", "put to death" kill; "shot" alone injures at least, so it is left open."""
    after = {child.lower_ for child in token.children if child.i > token.i}
    if after & {"dead", "down", "death", "apart"} or (token.lemma_.lower() == "put" and "to" in after):
        return Measure.KILLED
    return Measure.KILLED_OR_INJURED if token.lemma_.lower() == "shoot" else None


def predicate_says(verb: Token, *, active: bool) -> Measure | None:
    """What a clause says of its subject: harmed by a passive or a participle, or befallen."""
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children) or verb.tag_ == "VBN"
    lemma = verb.lemma_.lower()
    if lemma in lexicon().befall and not (lemma == "fall" and "ill" in {c.lower_ for c in verb.children}):
        return lexicon().befall[lemma]
    if passive and not (active and any(c.dep_ == "nsubj" for c in verb.children) and verb.tag_ != "VBN"):
        return verb_says(verb)
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "oprd") and (measure := adjective_says(child)):
            return measure
    if lemma == "lose" and any(c.lemma_ == "life" for c in verb.children):
        return Measure.KILLED
    return None


def coordinated(verb: Token) -> list[Token]:
    """The verbs joined to a verb by "and"."""
    return [child for child in verb.children if child.dep_ == "conj"]


def clause_says(verb: Token, subject: Token) -> Measure | None:
    """What a clause says befell its subject, or None where the subject itself acts."""
    if subject.dep_ == "nsubj" and verb.lemma_.lower() in lexicon().verbs and verb.tag_ not in ("VBN",):
        return None  # active: the subject does the harm
    measure = predicate_says(verb, active=True)
    if measure:
        return measure
    for child in verb.children:
        if child.dep_ == "xcomp" and (measure := predicate_says(child, active=True)):
            return measure
    if adjective_says(verb) and verb.pos_ == "ADJ":
        return adjective_says(verb)
    return None


def counter_says(noun: Token) -> Found:
    """A noun for a running figure, with what it counts: "death TOLL", "the NUMBER of wounded", "TOTAL killed"."""
    lemma = noun.lemma_.lower()
    if lemma not in lexicon().counters:
        return None
    for token in noun.subtree:
        if abs(token.i - noun.i) > 5:
            continue
        measure = lexicon().nouns.get(token.lemma_.lower()) or adjective_says(token) or verb_says(token)
        if measure:
            return measure, token
    return (Measure.KILLED, noun) if lemma == "toll" else None


def people_noun_says(token: Token) -> Found:
    """Such as "the DEAD number 18", "those KILLED are 40", "civilian DEATHS stood at 12"."""
    measure = lexicon().nouns.get(token.lemma_.lower())
    if measure and token.lemma_.lower() not in ("body",):
        return measure, token
    for child in token.children:
        if child.dep_ in ("acl", "amod", "relcl") and (measure := adjective_says(child) or verb_says(child)):
            return measure, child
    return None
