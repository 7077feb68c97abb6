"""Harm by context: a number that names no harm itself takes it from the words before it.

"By province it gives 658 civilian dead for Latakia, 384 for Tartus"; "741 civilians; children 201; women 152"; "Killed:
12 men, one woman"; "22 were the children of one man". Only numbers that can count people are considered, and the reason
names the word or the earlier number that was followed.
"""

from functools import lru_cache

from spacy.tokens import Token

from marsad.extract.en.cues import cue
from marsad.extract.en.harm import Harm
from marsad.extract.en.lexicon import lexicon
from marsad.extract.en.mentions import Mention
from marsad.extract.en.wording import words_of
from marsad.model import Measure, Modality

COUNTING_VERBS = frozenset(
    "be include count number comprise stand come give break split follow list identify total reach rise put "
    "account make".split()
)
LIVING = frozenset({"survivor"})  # nouns of people who came away: harmed only where a strict construction says so
FAR = 40  # tokens: a harm word further left in the sentence decides nothing

_ACTING = frozenset(
    "attack arrive storm ride carry fire open raid enter launch involve deploy send claim accuse visit speak "
    "tell ask protest march gather "
    "vote sign work live attend celebrate pray flee evacuate shelter watch search help participate own host use "
    "hold".split()
)


def can_count_people(mention: Mention) -> bool:
    """Whether the words allow that people are counted: a person word, a nationality, or a number standing alone."""
    noun, words = mention.noun, lexicon()
    lemma = noun.lemma_.lower()
    if not words.things.isdisjoint((lemma, noun.lower_, mention.head.lemma_.lower())):
        return False
    if (
        lemma in words.persons
        or words.nouns.get(lemma)
        or words.adjectives.get(lemma)
        or noun.lower_ in words.adjectives
    ):
        return True
    if noun.tag_ in ("NNPS", "NNP") and noun.lower_.endswith(("s", "i", "ese", "ish")):
        return noun.tag_ == "NNPS" or noun.lower_[-1] in "si"
    return noun.i == mention.number.i or noun.pos_ in ("PRON", "ADJ", "VERB", "ADP", "ADV")


def by_left_word(mention: Mention) -> Harm | None:
    """The nearest harm word to the left in the sentence, not beyond another clause of the doers' own."""
    for token in reversed(mention.doc[max(0, mention.number.i - FAR) : mention.number.i]):
        measure = harm_word(token)
        if measure:
            return Harm(measure, token, "by_left_word")
    return None


def by_right_word(mention: Mention) -> Harm | None:
    """The nearest harm word to the right, within the clause."""
    for token in mention.doc[mention.number.i + 1 : mention.number.i + 13]:
        if token.text in ".;:":
            return None
        measure = harm_word(token)
        if measure:
            return Harm(measure, token, "by_right_word")
    return None


def by_earlier(mention: Mention, earlier: Harm | None) -> Harm | None:
    """The harm of the number before it: in the same sentence, or where its own sentence only goes on counting."""
    if earlier is None:
        return None
    if earlier.trigger.doc is not mention.doc and not _goes_on_counting(mention):
        return None
    return Harm(earlier.measure, earlier.trigger, "by_earlier_number")


def _goes_on_counting(mention: Mention) -> bool:
    """Whether the sentence says nothing new: it has no verb of its own, or one that counts; or speaks of "them"."""
    if mention.partitive:
        return True
    root = next((token for token in mention.doc if token.dep_ == "ROOT"), mention.number)
    return root.pos_ not in ("VERB",) or root.lemma_.lower() in COUNTING_VERBS


def harm_word(token: Token) -> Measure | None:
    """The harm that a word speaks of by itself, or None."""
    words = words_of(token.doc)
    return harm_of(words.lemmas[token.i], words.kinds[token.i], words.lower[token.i])


@lru_cache(maxsize=50_000)  # the question is asked of every word around every number
def harm_of(lemma: str, pos: str, lower: str) -> Measure | None:
    """The harm that a word speaks of by itself, by its lemma, its kind, and as it stands in small letters."""
    words = lexicon()
    if lower == "missing":
        return Measure.MISSING
    if pos in ("NOUN", "PROPN", "ADJ") and (measure := words.nouns.get(lemma) or words.adjectives.get(lower)):
        return measure
    if lemma == "toll" or (lemma == "victim" and pos == "NOUN"):
        return Measure.KILLED
    if pos in ("VERB", "ADJ", "AUX") and lemma not in (
        "claim",
        "treat",
        "hang",
        "fall",
        "seize",
        "bury",
        "beat",
        "burn",
        "capture",
    ):
        return words.verbs.get(lemma) or (words.befall.get(lemma) if lemma != "flee" else None)
    return None


def surviving(mention: Mention) -> bool:
    """Whether the clause speaks of people who came away: "eleven remain in hospital", "about 100 never returned"."""
    doc = mention.doc
    after = doc[mention.number.i : min(len(doc), mention.number.i + 8)].text
    return bool(cue("survived").search(after))


def in_hospital(mention: Mention) -> bool:
    """Whether they are those still in hospital, who were told before: "eleven REMAIN in hospital"."""
    verb = mention.head.head
    return (
        mention.head.dep_ == "nsubj"
        and verb.lemma_.lower() in ("remain", "stay", "be")
        and any(token.lower_ in ("hospital", "hospitals", "care") for token in verb.subtree)
        and (verb.lemma_.lower() != "be" or any(token.lower_ == "still" for token in verb.children))
    )


def sent_home(mention: Mention) -> bool:
    """Whether they are hurt people, told before, who have left hospital: "four of the wounded were DISCHARGED"."""
    verb = mention.head.head
    return (
        mention.head.dep_ in ("nsubj", "nsubjpass")
        and not any(child.dep_ == "neg" for child in verb.children)
        and (verb.lemma_.lower() == "discharge" or (verb.lemma_.lower() == "send" and verb.nbor().lower_ == "home"))
    )


def harms_others(mention: Mention) -> bool:
    """Whether they are told, alone or in a list, as those BY whom something was done."""
    token = mention.head
    for _ in range(6):
        if token.dep_ not in ("conj", "appos"):
            break
        token = token.head
    return token.dep_ == "pobj" and token.head.lower_ == "by"


def doing(mention: Mention) -> bool:
    """Whether they are the subject of what they do themselves: "25 gunmen attacked"."""
    token = mention.head
    if token.dep_ == "pobj" and token.head.lower_ == "by":
        return True
    return (
        token.dep_ == "nsubj"
        and token.head.pos_ == "VERB"
        and (token.head.lemma_.lower() in _ACTING or token.head.lemma_.lower() in lexicon().verbs)
    )


def _no_count(mention: Mention) -> bool:
    """A number that names or describes: "Guayas 1", "a girl of eight", a bare "one"."""
    number, doc = mention.number, mention.doc
    before = doc[number.i - 1] if number.i else None
    if (
        number.lower_ in ("one", "1")
        and mention.noun.i == number.i
        and not mention.partitive
        and number.dep_ not in ("appos", "conj", "nsubj", "attr")
    ):
        return True
    if (
        before is not None
        and before.pos_ == "PROPN"
        and mention.noun.i in (number.i, before.i)
        and number.dep_ in ("nummod", "compound")
    ):
        return True
    return (
        number.dep_ == "pobj"
        and number.head.lower_ == "of"
        and number.head.head.lemma_.lower() in lexicon().persons
        and number.head.head.tag_ == "NN"
    )


def harm_by_context(mention: Mention, earlier: Harm | None, styled: Harm | None = None) -> Harm | None:
    """The harm of a number from its context, or None where it cannot count people, or nothing near speaks of harm.

    `styled` is what the style of the list says, in which it stands.
    """
    if mention.single or not can_count_people(mention) or doing(mention) or surviving(mention) or _no_count(mention):
        return None
    if mention.modality is Modality.NONE or (mention.low is None and mention.high is None):
        return None
    return styled or by_left_word(mention) or by_earlier(mention, earlier) or by_right_word(mention)
