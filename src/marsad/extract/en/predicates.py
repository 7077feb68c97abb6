"""What single words and clauses say of people: adjectives, verbs and nouns of harm, and clauses built on them."""

from spacy.tokens import Token

from marsad.extract.en.idioms import Voice, idiom_says
from marsad.extract.en.lexicon import lexicon
from marsad.model import Measure

Found = tuple[Measure, Token] | None
"""A measure and the word that decided it, or None."""

DEPENDS = {
    "shoot": Measure.KILLED_OR_INJURED,
    "stab": Measure.INJURED,
    "knife": Measure.INJURED,
    "beat": Measure.INJURED,
    "burn": Measure.INJURED,
    "scald": Measure.INJURED,
}
"""Verbs that kill only with "dead" or "to death", and what they say by themselves."""

DEADLY = frozenset({"hit", "strike", "cut", "gun", "mow", "blow", "put", "hack", "club", "stone", "starve", "trample"})
"""Verbs that speak of harm only with "dead", "down", "to death"."""

STRENGTH = (Measure.KILLED, Measure.INJURED, Measure.MISSING, Measure.ABDUCTED, Measure.DETAINED)
"""Which of several harms told of the same people is the claim's: "wounded and later died" is a death."""


def strongest(found: list[tuple[Measure, Token]]) -> Found:
    """Of the harms that one clause after another tells of the same people, the gravest; open ones come last."""
    ranked = sorted(found, key=lambda one: STRENGTH.index(one[0]) if one[0] in STRENGTH else len(STRENGTH))
    return ranked[0] if ranked else None


HITTING = frozenset({"hit", "strike"})
MISSILES = frozenset("shrapnel bullet fire gunfire splinter fragment pellet debris glass shot stone".split())
CONDITION_VERBS = frozenset({"be", "remain", "report", "lie", "list"})
STATING = frozenset({"find", "leave", "pronounce", "declare", "report", "confirm"})  # "was FOUND dead"
MOST_JOINED = 6  # clauses: nobody tells more of one person in a sentence


def negated(verb: Token) -> bool:
    """Whether a clause is denied: "was NOT injured"; not where the denial tells the harm ("could NOT be found")."""
    denied = any(child.dep_ == "neg" for child in verb.children)
    return denied and not idiom_says(verb, Voice.OBJECT) and not idiom_says(verb, Voice.SUBJECT)


def either(token: Token, measure: Measure) -> Measure:
    """The measure of a harm word, or of both where it is told with another: "killed OR wounded"."""
    beside = [child for child in token.children if child.dep_ == "conj"]
    if token.dep_ == "conj":
        beside.append(token.head)
    joined = any(child.lower_ == "or" for word in (token, token.head) for child in word.children if child.dep_ == "cc")
    other = {lexicon().harm(word.lemma_.lower()) or lexicon().harm(word.lower_) for word in beside}
    if joined and {measure, *other} >= {Measure.KILLED, Measure.INJURED}:
        return Measure.KILLED_OR_INJURED
    return measure


def adjective_says(token: Token) -> Measure | None:
    """The measure of an adjective of harm ("dead", "wounded")."""
    measure = lexicon().adjectives.get(token.lemma_.lower()) or lexicon().adjectives.get(token.lower_)
    return either(token, measure) if measure else None


def verb_says(token: Token) -> Measure | None:
    """The measure of a verb that harms its object; a weapon or act that only sometimes harms is not one."""
    if token.pos_ not in ("VERB", "AUX", "ADJ"):
        return None
    lemma = token.lemma_.lower()
    if lemma in DEPENDS or lemma in DEADLY:
        return phrasal_says(token)
    measure = lexicon().verbs.get(lemma)
    return either(token, measure) if measure else idiom_says(token, Voice.OBJECT)


def phrasal_says(token: Token) -> Measure | None:
    """Such as "shot dead", "gunned down", "beaten to death" kill; the verb alone is read as DEPENDS says."""
    lemma = token.lemma_.lower()
    after = {child.lower_ for child in token.children if child.i > token.i}
    if any(child.lower_ in ("fatally", "mortally") for child in token.children):
        return Measure.KILLED
    if token.i + 1 < len(token.doc) and token.nbor().lower_ == "at":
        return None  # shot AT
    if after & {"dead", "death"} or _to_death(token) or (lemma in DEADLY and after & {"down", "apart"}):
        return Measure.KILLED
    return DEPENDS.get(lemma)


def _to_death(verb: Token) -> bool:
    """Whether "to death" or "alive" goes with a verb."""
    doc = verb.doc
    for token in doc[verb.i + 1 : min(len(doc), verb.i + 9)]:
        if token.lower_ == "death" and doc[token.i - 1].lower_ == "to":
            return True
    return verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ == "alive"


def predicate_says(verb: Token, *, active: bool) -> Measure | None:
    """What a clause says of its subject: harmed by a passive or a participle, or befallen."""
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children) or verb.tag_ == "VBN"
    lemma = verb.lemma_.lower()
    if lemma in lexicon().befall and not (lemma == "fall" and "ill" in {c.lower_ for c in verb.children}):
        return lexicon().befall[lemma]
    if befallen := idiom_says(verb, Voice.SUBJECT) or _by_prepositions(verb):
        return befallen
    by_others = active and any(c.dep_ == "nsubj" for c in verb.children) and verb.tag_ != "VBN"
    if passive and not by_others and ((says := verb_says(verb)) or lemma not in STATING):
        return says
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "oprd") and (measure := adjective_says(child)):
            return measure
    if lemma == "lose" and any(c.lemma_ == "life" for c in verb.children):
        return Measure.KILLED
    return None


def _by_prepositions(verb: Token) -> Measure | None:
    """Such as "were HIT by shrapnel", "is in critical CONDITION"."""
    if verb.lemma_.lower() not in HITTING and verb.lemma_.lower() not in CONDITION_VERBS:
        return None
    for child in verb.children:
        for token in child.children if child.lower_ in ("by", "in") else ():
            if child.lower_ == "by" and token.lemma_.lower() in MISSILES and verb.lemma_.lower() in HITTING:
                return Measure.INJURED
            if child.lower_ == "in" and token.lower_ == "condition" and verb.lemma_.lower() in CONDITION_VERBS:
                return Measure.INJURED
    return None


def coordinated(verb: Token) -> list[Token]:
    """The verbs joined to a verb by "and", and those joined to them."""
    joined: list[Token] = []
    last: list[Token] = [verb]
    while last and len(joined) < MOST_JOINED:
        last = [child for token in last for child in token.children if child.dep_ == "conj"]
        joined += last
    return joined


def clause_says(verb: Token, subject: Token) -> Measure | None:
    """What a clause says befell its subject, or None where the subject itself acts."""
    if subject.dep_ == "nsubj" and verb.lemma_.lower() in lexicon().verbs and verb.tag_ not in ("VBN",):
        return None  # active: the subject does the harm
    if subject.dep_ == "nsubj" and verb.lemma_.lower() in DEPENDS and any(c.dep_ == "dobj" for c in verb.children):
        return None  # so it does in "the gunman SHOT DEAD his hostage"
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
    measure = lexicon().nouns.get(token.lemma_.lower()) or lexicon().nouns.get(token.lower_)
    if measure and token.lemma_.lower() not in ("body",):
        return measure, token
    for child in token.children:
        if child.dep_ in ("acl", "amod", "relcl") and (measure := adjective_says(child) or verb_says(child)):
            return measure, child
    return None


def victims_says(noun: Token) -> Found:
    """Such as "the VICTIMS are two nurses and a cook": killed, where no word says otherwise."""
    return (Measure.KILLED, noun) if noun.lemma_.lower() == "victim" else None
