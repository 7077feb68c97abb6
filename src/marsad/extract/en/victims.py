"""Who the victims were, from the words of the text alone.

The words of the noun phrase decide, in the order of the headings of `words.yaml`; a number without a noun of its own
("13 injured", "84 others") takes the class of the number it is told with.
"""

import re

from spacy.tokens import Token

from marsad.extract.en.classes import told_around
from marsad.extract.en.harm import Harm
from marsad.extract.en.lexicon import lexicon
from marsad.extract.en.mentions import Mention
from marsad.model import Category, Victims

INHERITED = frozenset(
    {Category.CIVILIAN, Category.STATE_FORCES, Category.NONSTATE_FIGHTERS, Category.COMBATANT, Category.AID_OR_MEDICAL}
)
_NATIONALITY = re.compile(
    r"[A-Z]\w+(?:ian|ean|ese|ish|ni|qi|ri|li|an|awite|iite|unni|urdish|urd|idi|hristian|uslim|indu|ewish|ruze|rab|ohingya)s?\b"
)
_UNIT = re.compile(
    r"\b(?:security|army|armed|military|police|defen[cs]e|government|paramilitary|border|coast)\s+(?:forces?|guards?|personnel|troops?|members?|services?)"
    r"|\bmembers?\s+of\s+(?:the\s+)?(?:\w+\s+){0,3}(?:security|army|armed|military|police|defen[cs]e|forces?|guards?)\b",
    re.I,
)

# "17 were under the age of 12", "nine of them younger than five": up to 18.
_UNDER_AGE = re.compile(
    r"(?:\s+(?:people|of|them|whom|those|these|the|dead|victims|were|was|are|aged|killed|wounded|injured)){0,5}\s+"
    r"(?:under|below|younger\s+than)\s+(?P<age>the\s+age\s+of\s+)?"
    r"(?:1[0-8]|[1-9]|five|six|seven|eight|nine|ten|eleven|twelve|sixteen|eighteen)\b"
    r"(?:(?=\s*(?:[,;)]|\.(?!\d)|$|years?\b|and\b|or\b|were\b|among\b))|(?(age)|(?!)))",
    re.I,
)


def describe(mention: Mention, harm: Harm, earlier: Victims | None) -> tuple[Victims, str]:
    """The victims of a mention and the reason: the word that decided, or the number whose class was taken over."""
    phrase = _phrase(mention) or _of_trigger(harm)
    text = " ".join(token.text for token in phrase) or None
    group = _group(phrase)
    if _UNIT.search(" ".join(token.text for token in phrase)):
        return Victims(text=text, category=Category.STATE_FORCES, group=group), "the words name a force of the state"
    for token in phrase:
        category = _of_word(token)
        if category:
            return Victims(text=text, category=category, group=group), f"the word {token.text!r}"
    if young := _UNDER_AGE.match(mention.sentence.text, mention.end - mention.sentence.start):
        return Victims(text=text, category=Category.CHILDREN, group=group), f"the words {young.group().strip()!r}"
    if around := told_around(mention, harm):
        return Victims(text=text, category=around[0], group=group), around[1]
    if earlier and earlier.category in INHERITED and bare(mention):
        return Victims(
            text=text, category=earlier.category, group=group or earlier.group
        ), "told with the number before it"
    return Victims(text=text, category=Category.ANY, group=group), "no word says who they were"


def _of_word(token: Token) -> Category | None:
    lemma, lower = token.lemma_.lower(), token.lower_
    if token.tag_ in ("NNPS", "NNP"):
        lemma = lower.removesuffix("s")  # "7 Marines": a name's lemma keeps its plural
    for category, words in lexicon().categories:
        if lemma in words or lower in words:
            return category
    return None


def _phrase(mention: Mention) -> list[Token]:
    """The noun counted first, then its modifiers, then what it is "of", then what it is said to be."""
    noun, number = mention.noun, mention.number
    own = [token for token in (noun, mention.head) if token.i != number.i or mention.single]
    modifiers = [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod", "poss") and abs(c.i - noun.i) <= 6]
    modifiers += [c for child in modifiers for c in child.children if c.dep_ in ("amod", "compound", "conj")]
    behind = _of_objects(noun) if noun.lemma_.lower() in lexicon().people | lexicon().nouns.keys() else []
    said = _predicate_noun(mention)
    return _distinct([*own, *modifiers, *behind, *said])


def _of_trigger(harm: Harm) -> list[Token]:
    """For a number alone: what the harm noun it stands for says ("CIVILIAN deaths have reached 340")."""
    trigger = harm.trigger
    if trigger.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB") or harm.construction not in (
        "of_a_toll",
        "inside_harm_noun",
        "by_left_word",
    ):
        return []
    nouns = [trigger, trigger.head] if trigger.dep_ in ("amod", "compound", "acl") else [trigger]
    beside = [
        c
        for noun in nouns
        for c in noun.children
        if c.dep_ in ("amod", "compound", "nmod", "poss") and abs(c.i - noun.i) <= 5
    ]
    return _distinct(
        [
            *(n for n in nouns if n.pos_ == "NOUN"),
            *beside,
            *(c for b in beside for c in b.children),
            *(o for n in nouns for o in _of_objects(n)),
        ]
    )


def _of_objects(noun: Token) -> list[Token]:
    objects: list[Token] = []
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "from", "among"):
            for token in child.children:
                if token.dep_ == "pobj":
                    objects += [token, *(c for c in token.children if c.dep_ in ("compound", "amod"))]
    return objects


def _predicate_noun(mention: Mention) -> list[Token]:
    """Such as "22 were CHILDREN", "five of them CHILDREN", "one a CHILD"."""
    doc, number = mention.doc, mention.number
    window = doc[number.i + 1 : min(len(doc), number.i + 7)]
    allowed = {
        "of",
        "them",
        "whom",
        "these",
        "were",
        "was",
        "are",
        "a",
        "an",
        "being",
        "the",
        "victims",
        "dead",
        "injured",
        "wounded",
        "killed",
        "young",
        "still",
    }
    if mention.noun.i != number.i and not mention.partitive:
        return []
    for token in window:
        if _of_word(token) and token.pos_ in ("NOUN", "PROPN"):
            return [token]
        if token.lower_ not in allowed:
            return []
    return []


def _distinct(tokens: list[Token]) -> list[Token]:
    seen: dict[int, Token] = {}
    for token in tokens:
        if token.pos_ not in ("PUNCT", "NUM", "DET"):
            seen.setdefault(token.i, token)
    return list(seen.values())


def bare(mention: Mention) -> bool:
    """Whether the number has no noun of its own that could say who they were."""
    return mention.noun.i == mention.number.i or mention.noun.lemma_.lower() in (
        "other",
        "one",
        "more",
        "wounded",
        "injured",
        "dead",
        "killed",
        "death",
        "injury",
    )


def _group(phrase: list[Token]) -> str | None:
    for token in phrase:
        if token.pos_ in ("PROPN", "ADJ", "NOUN") and _NATIONALITY.fullmatch(token.text):
            return token.text
    return None
