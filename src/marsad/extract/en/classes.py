"""Who the victims were where their own noun does not say: told by the construction around the number.

"Seven of the dead were ex-FARC combatants", "31 inmates dead", "44 BIFF killed", "rebels lost 17 men", "the security
forces had 331 killed", "regime forces 91,267". Each is a small rule; the first that finds a class decides.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files

import yaml
from spacy.tokens import Token

from marsad.extract.en.harm import Harm
from marsad.extract.en.lexicon import lexicon
from marsad.extract.en.mentions import Mention
from marsad.model import Category

Found = tuple[Category, str] | None
ROW = 90  # characters: a longer line is no row of a list
BEHIND = 3  # words right behind a number in which its noun may stand though the parse hangs it elsewhere
_FORCE = re.compile(
    r"\b(?:security|army|armed|military|police|defen[cs]e|government|regime|paramilitary|border|coast|coalition|special|federal)"
    r"\s+(?:forces?|guards?|personnel|troops?|services?)\b",
    re.I,
)


@cache
def _words() -> Mapping[str, Category]:
    return {word: category for category, words in reversed(lexicon().categories) for word in words}


@cache
def _groups() -> Mapping[str, Category]:
    raw = yaml.safe_load(files("marsad.extract.en").joinpath("groups.yaml").read_text(encoding="utf8"))
    return {name: Category(kind) for kind, names in raw.items() for name in names}


def class_of(token: Token) -> Category | None:
    """The class that a word names by itself, a group's name among them."""
    lower, words = token.lower_, _words()
    lemma = lower.removesuffix("s") if token.tag_ in ("NNP", "NNPS") else token.lemma_.lower()
    return words.get(lemma) or words.get(lower) or _groups().get(lower)


def told_around(mention: Mention, harm: Harm) -> Found:
    """The class by the first rule that finds one, and why; None where none does."""
    return next((found for rule in RULES if (found := rule(mention, harm))), None)


def of_group(mention: Mention, harm: Harm) -> Found:
    """The group they belong to: "44 BIFF killed", "five members of the Taliban", "12 Hamas operatives"."""
    noun = mention.noun
    near = [noun, *(c for c in noun.children if c.dep_ in ("compound", "amod", "nmod", "poss"))]
    near += [o for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "from", "with") for o in c.children]
    near += [c for token in near[1:] for c in token.children if c.dep_ in ("compound", "amod", "nmod")]
    return _first((token for token in near if token.lower_ in _groups()), "the group")


def said_to_be(mention: Mention, harm: Harm) -> Found:
    """What they are said to be: "seven of the dead were ex-FARC combatants"."""
    head = mention.head if mention.head.dep_ in ("nsubj", "nsubjpass") else mention.number
    if head.dep_ not in ("nsubj", "nsubjpass") or head.head.lemma_.lower() != "be":
        return None
    said = [child for child in head.head.children if child.dep_ == "attr" and child.i > head.i]
    return _first((t for noun in said for t in (noun, *noun.lefts)), "said to be")


def right_behind(mention: Mention, harm: Harm) -> Found:
    """The noun right behind a number that the parse leaves alone: "31 inmates dead in riot"."""
    doc, number = mention.doc, mention.number
    if mention.noun.i != number.i or mention.single:
        return None
    behind = []
    for token in doc[number.i + 1 : number.i + 1 + BEHIND]:
        if not token.is_alpha:
            break
        behind.append(token)
    return _first(behind, "the noun behind it")


def who_lost(mention: Mention, harm: Harm) -> Found:
    """Those who lost them: "rebels lost 17 men", "the security forces had 331 killed"."""
    verb = mention.head.head
    if verb.lemma_.lower() not in ("lose", "have", "suffer") or mention.head.dep_ not in ("dobj", "nsubj", "ccomp"):
        return None
    for subject in verb.children:
        if subject.dep_ == "nsubj" and subject.i < mention.number.i and subject.i != mention.head.i:
            first, last = min(t.i for t in subject.subtree), subject.i
            words = mention.doc[first : last + 1]
            if _FORCE.search(words.text):
                return Category.STATE_FORCES, f"lost by {words.text!r}"
            return _first(reversed(words), "lost by")
    return None


def row_label(mention: Mention, harm: Harm) -> Found:
    """The label of a row that ends with the number: "regime forces 91,267", "• Lebanese Hezbollah 1,712"."""
    doc, number = mention.doc, mention.number
    text = mention.sentence.text
    if mention.noun.i != number.i or len(text) > ROW or any(token.pos_ in ("VERB", "AUX") for token in doc):
        return None
    label = doc[: number.i]
    if _FORCE.search(label.text):
        return Category.STATE_FORCES, f"the label {label.text!r}"
    numbers = [token.i for token in label if token.like_num]
    return _first(reversed(doc[(numbers[-1] + 1 if numbers else 0) : number.i]), "the label")


RULES: tuple[Callable[[Mention, Harm], Found], ...] = (of_group, said_to_be, right_behind, who_lost, row_label)


def _first(tokens: Iterable[Token], why: str) -> Found:
    return next(((kind, f"{why} {token.text!r}") for token in tokens if (kind := class_of(token))), None)
