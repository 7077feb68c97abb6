"""What harm a mention suffered: a declared list of constructions over the parse, strongest first.

Each construction is a small function from a mention to the measure and the word that decided, or None. Reading
CONSTRUCTIONS is reading the method; a claim's `reasons["measure"]` names the construction that spoke.
"""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from marsad.extract.en.lexicon import lexicon
from marsad.extract.en.mentions import Mention
from marsad.model import Measure, Modality


@dataclass(frozen=True, slots=True)
class Harm:
    """A measure, the word that decided it, and the name of the construction."""

    measure: Measure
    trigger: Token
    construction: str


Found = tuple[Measure, Token] | None

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
CARE = frozenset({"hospitalise", "hospitalize", "treat", "admit"})


def _adjective(token: Token) -> Measure | None:
    return lexicon().adjectives.get(token.lemma_.lower()) or lexicon().adjectives.get(token.lower_)


def _verb(token: Token) -> Measure | None:
    """The measure of a verb that harms its object; a weapon or act that only sometimes harms is not one."""
    if token.pos_ not in ("VERB", "AUX", "ADJ"):
        return None
    lemma = token.lemma_.lower()
    if lemma in ("shoot", "hit", "strike", "cut", "gun", "mow", "blow", "put"):
        return _phrasal(token)
    return lexicon().verbs.get(lemma)


def _phrasal(token: Token) -> Measure | None:
    """Such as "shot dead", "gunned down", "put to death" kill; "shot" alone injures at least, so it is left open."""
    after = {child.lower_ for child in token.children if child.i > token.i}
    if after & {"dead", "down", "death", "apart"} or (token.lemma_.lower() == "put" and "to" in after):
        return Measure.KILLED
    return Measure.KILLED_OR_INJURED if token.lemma_.lower() == "shoot" else None


def stated_by_noun(mention: Mention) -> Found:
    """The noun counted is itself a harm: "five DEATHS", "12 CASUALTIES", "the bodies of nine"."""
    for token in (mention.noun, mention.head):
        measure = lexicon().nouns.get(token.lemma_.lower()) or lexicon().nouns.get(token.lower_)
        if measure and token.i != mention.number.i:
            return measure, token
    return None


def stated_by_adjective(mention: Mention) -> Found:
    """An adjective of the noun says it: "12 WOUNDED soldiers", "213 DEAD fighters"."""
    for token in (mention.noun, mention.head):
        for child in token.children:
            if child.dep_ in ("amod", "compound", "nmod") and (measure := _adjective(child)):
                return measure, child
    return None


def right_after(mention: Mention) -> Found:
    """A harm word directly behind the number: "335 KILLED", "13 others INJURED", "24 more lives LOST"."""
    doc = mention.doc
    last = max(mention.number.i, mention.noun.i if abs(mention.noun.i - mention.number.i) <= 5 else mention.number.i)
    for i in range(mention.number.i + 1, min(len(doc), last + 4)):
        token = doc[i]
        measure = _adjective(token) or (_verb(token) if token.tag_ == "VBN" else None)
        if measure and token.i < mention.noun.i and token.head.i == mention.noun.i:
            continue  # "one critically INJURED person died": what is said of the person comes later
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
            measure = _predicate(child, active=child.dep_ == "relcl")
            if measure:
                return measure, child
    return None


def _predicate(verb: Token, *, active: bool) -> Measure | None:
    """What a clause says of its subject: harmed by a passive or a participle, or befallen."""
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children) or verb.tag_ == "VBN"
    lemma = verb.lemma_.lower()
    if lemma in lexicon().befall and not (lemma == "fall" and "ill" in {c.lower_ for c in verb.children}):
        return lexicon().befall[lemma]
    if passive and not (active and any(c.dep_ == "nsubj" for c in verb.children) and verb.tag_ != "VBN"):
        return _verb(verb)
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "oprd") and (measure := _adjective(child)):
            return measure
    if lemma == "lose" and any(c.lemma_ == "life" for c in verb.children):
        return Measure.KILLED
    return None


def is_subject(mention: Mention) -> Found:
    """It is what the sentence says was harmed: "nine WERE KILLED", "31 DIED", "two ARE MISSING"."""
    token = _top(mention)
    if token.dep_ not in ("nsubjpass", "nsubj", "csubj"):
        return None
    verb = token.head
    for clause in (verb, *_coordinated(verb)):
        own = any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
        if clause is not verb and own:
            continue
        measure = _clause(clause, token)
        if measure:
            return measure, clause
    return None


def _clause(verb: Token, subject: Token) -> Measure | None:
    if subject.dep_ == "nsubj" and verb.lemma_.lower() in lexicon().verbs and verb.tag_ not in ("VBN",):
        return None  # active: the subject does the harm
    measure = _predicate(verb, active=True)
    if measure:
        return measure
    for child in verb.children:
        if child.dep_ == "xcomp" and (measure := _predicate(child, active=True)):
            return measure
    if _adjective(verb) and verb.pos_ == "ADJ":
        return _adjective(verb)
    return None


def _coordinated(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ == "conj"]


def is_object(mention: Mention) -> Found:
    """It is what a verb of harm acts on: "killing NINE", "wounded 14", "left 12 dead", "claimed the lives of"."""
    token = _top(mention)
    if token.dep_ not in ("dobj", "obj", "nsubj", "oprd", "attr", "ccomp", "dative", "pobj"):
        return None
    verb = token.head
    lemma = verb.lemma_.lower()
    if token.dep_ in ("dobj", "obj") and (measure := _verb(verb)) and lemma not in ("claim", "treat"):
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
        measure = _adjective(token)
        if measure:
            return measure, token
    return None


def _first_adjective(mention: Mention, start: int) -> Found:
    for token in mention.doc[start : min(len(mention.doc), start + 5)]:
        if measure := _adjective(token):
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
    return _counter(governor)


def _counter(noun: Token) -> Found:
    """A noun for a running figure, with what it counts: "death TOLL", "the NUMBER of wounded", "TOTAL killed"."""
    lemma = noun.lemma_.lower()
    if lemma not in lexicon().counters:
        return None
    for token in noun.subtree:
        if abs(token.i - noun.i) > 5:
            continue
        measure = lexicon().nouns.get(token.lemma_.lower()) or _adjective(token) or _verb(token)
        if measure:
            return measure, token
    return (Measure.KILLED, noun) if lemma == "toll" else None


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
                    found = _counter(child) or _people_noun(child)
                    if found:
                        return found
    return None


def _people_noun(token: Token) -> Found:
    """Such as "the DEAD number 18", "those KILLED are 40", "civilian DEATHS stood at 12"."""
    measure = lexicon().nouns.get(token.lemma_.lower())
    if measure and token.lemma_.lower() not in ("body",):
        return measure, token
    for child in token.children:
        if child.dep_ in ("acl", "amod", "relcl") and (measure := _adjective(child) or _verb(child)):
            return measure, child
    return None


def shares_a_list(mention: Mention) -> Found:
    """It stands beside another that is harmed: "killing nine soldiers and TWO CIVILIANS"."""
    token = mention.head
    steps = 0
    while token.dep_ in ("conj", "appos") and steps < 6:
        token, steps = token.head, steps + 1
        first = Mention(
            sentence=mention.sentence,
            doc=mention.doc,
            start=mention.start,
            end=mention.end,
            low=mention.low,
            high=mention.high,
            modality=mention.modality,
            number=token,
            head=token,
            noun=token,
        )
        for rule in (stated_by_noun, is_subject, is_object, inside_harm_noun, said_of_it):
            if found := rule(first):
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


Construction = Callable[[Mention], Found]

CONSTRUCTIONS: list[Construction] = [
    right_after,
    is_subject,
    is_object,
    inside_harm_noun,
    said_of_it,
    stated_by_adjective,
    stated_by_noun,
    of_a_toll,
    shares_a_list,
]

STRICT: list[Construction] = [said_of_it, is_subject, is_object, inside_harm_noun, shares_a_list]
"""Those that a person told without a number needs: nearness to a harm word alone says nothing there."""


def harm(mention: Mention) -> Harm | None:
    """The harm of a mention, or None where no construction finds one or what is counted is no person."""
    if _counts_things(mention):
        return None
    for rule in STRICT if mention.single else CONSTRUCTIONS:
        found = rule(mention)
        if found:
            return Harm(found[0], found[1], rule.__name__)
    return None


def _counts_things(mention: Mention) -> bool:
    """Whether the noun is a thing ("27 houses"), or a nothing of no person ("no atrocity")."""
    words = lexicon()
    lemmas = {mention.noun.lemma_.lower(), mention.head.lemma_.lower()}
    if lemmas & words.things:
        return not _reports_of(mention)
    if mention.modality is Modality.NONE:
        return not (lemmas & (words.persons | words.nouns.keys())) and mention.head.i != mention.number.i
    return False


def _reports_of(mention: Mention) -> bool:
    """Such as "no REPORTS of casualties" speaks of casualties."""
    return mention.modality is Modality.NONE and mention.head.lemma_.lower() in (
        "report",
        "word",
        "sign",
        "information",
    )
