"""The same people told again: "a guard was killed … THE GUARD", "two clerics … THE TWO", "Bilal Kasi … KASI".

Each rule looks at two mentions of different sentences that tell the same harm; which harm, and of which scope, is the
caller's to compare.
"""

from collections.abc import Callable

from marsad.extract.en.lexicon import lexicon
from marsad.extract.en.mentions import Mention

DEFINITE = frozenset({"the", "these", "those", "both", "all", "his", "her", "their"})
ANYBODY = frozenset({"victim", "man", "woman", "body", "deceased", "person", "people", "dead", "boy", "girl"})
NEAR = 4  # sentences: a name further on is somebody new


def told_again(before: Mention, mention: Mention) -> bool:
    """Whether a mention tells the people of an earlier one again."""
    return any(rule(before, mention) for rule in RULES)


def by_pronoun(before: Mention, mention: Mention) -> bool:
    """Such as "a guard was shot … HE died"."""
    return mention.pronoun and before.high == 1


def by_article(before: Mention, mention: Mention) -> bool:
    """Such as "a guard … THE GUARD", "Amin Rastu … THE VICTIM": one person, told with a definite word."""
    if not _one(before) or not _one(mention) or mention.pronoun or not _definite(mention):
        return False
    lemma = mention.noun.lemma_.lower()
    return lemma in ANYBODY or lemma == before.noun.lemma_.lower() or (_name(before) and lemma in lexicon().persons)


def by_name(before: Mention, mention: Mention) -> bool:
    """Such as "Bilal Kasi … KASI", or "a woman was shot … SALIT ORR was killed in her car" soon after."""
    if not _one(before) or not _one(mention) or not _name(mention):
        return False
    if _name(before):
        return mention.noun.text == before.noun.text
    apart = mention.sentence.index - before.sentence.index
    return before.single and not before.pronoun and apart <= NEAR and not _definite(before)


def by_number(before: Mention, mention: Mention) -> bool:
    """Such as "two clerics were shot … THE TWO", "five people … ALL FIVE"."""
    if mention.single or before.single or mention.low is None or mention.low != before.low or mention.low < 2:
        return False
    return _definite(mention) and not mention.addition


RULES: list[Callable[[Mention, Mention], bool]] = [by_pronoun, by_article, by_name, by_number]


def _one(mention: Mention) -> bool:
    return mention.low == 1 and mention.high == 1


def _name(mention: Mention) -> bool:
    return mention.single and mention.noun.pos_ == "PROPN" and not _definite(mention)


def _definite(mention: Mention) -> bool:
    first = mention.text.split(maxsplit=1)[0].lower() if mention.text else ""
    return first in DEFINITE or any(child.lower_ in DEFINITE for child in mention.noun.children)
