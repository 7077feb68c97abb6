"""What harm a mention suffered: a declared list of constructions over the parse, strongest first.

Each construction is a small function (`constructions.py`) from a mention to the measure and the word that decided, or
None. Reading CONSTRUCTIONS is reading the method; a claim's `reasons["measure"]` names the construction that spoke.
"""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from marsad.extract.en.constructions import (
    are_victims,
    inside_harm_noun,
    is_object,
    is_subject,
    of_a_toll,
    right_after,
    said_of_it,
    stated_by_adjective,
    stated_by_noun,
)
from marsad.extract.en.lexicon import lexicon
from marsad.extract.en.listed import is_a_body, is_among, is_listed, shares_a_list
from marsad.extract.en.mentions import Mention
from marsad.extract.en.predicates import Found
from marsad.model import Measure, Modality


@dataclass(frozen=True, slots=True)
class Harm:
    """A measure, the word that decided it, and the name of the construction."""

    measure: Measure
    trigger: Token
    construction: str


Construction = Callable[[Mention], Found]
_KEY = "marsad constructions"

CONSTRUCTIONS: list[Construction] = [
    right_after,
    is_subject,
    is_object,
    inside_harm_noun,
    said_of_it,
    stated_by_adjective,
    stated_by_noun,
    is_among,
    is_listed,
    of_a_toll,
    shares_a_list,
    are_victims,
]

STRICT: list[Construction] = [
    said_of_it,
    is_subject,
    is_object,
    inside_harm_noun,
    is_a_body,
    is_among,
    is_listed,
    shares_a_list,
]
"""Those that a person told without a number needs: nearness to a harm word alone says nothing there."""


def harm(mention: Mention) -> Harm | None:
    """The harm of a mention, or None where no construction finds one or what is counted is no person."""
    if _counts_things(mention):
        return None
    weak: Harm | None = None
    for rule in STRICT if mention.single else CONSTRUCTIONS:
        found = says(rule, mention)
        if found is None or (mention.single and found[0] is Measure.DISPLACED):
            continue  # one who fled is a doer, not a displaced person
        reading = Harm(found[0], found[1], rule.__name__)
        if found[1].lemma_.lower() != "shoot" or found[0] is Measure.KILLED:
            return reading
        weak = weak or reading  # "shot" alone tells less than any other word near it
    return weak


def says(rule: Construction, mention: Mention) -> Found:
    """What a construction says of a mention; asked of it once, and kept with its sentence."""
    kept: dict[tuple[object, ...], tuple[Measure, int] | None] = mention.doc.user_data.setdefault(_KEY, {})
    asked = rule.__name__, mention.key, mention.number.i, mention.single, mention.partitive
    if asked not in kept:
        found = rule(mention)
        kept[asked] = (found[0], found[1].i) if found else None  # a word itself would hold its sentence in memory
    known = kept[asked]
    return (known[0], mention.doc[known[1]]) if known else None


def _counts_things(mention: Mention) -> bool:
    """Whether the noun is a thing ("27 houses"), or a nothing of no person ("no atrocity")."""
    words, noun, head = lexicon(), mention.noun.lemma_.lower(), mention.head.lemma_.lower()
    if mention.noun.lower_ in words.things:
        return True  # "the two ARMIES" are two, whatever one army is
    if mention.modality is Modality.NONE:
        return not ({noun, head} & (words.persons | words.nouns.keys())) and mention.head.i != mention.number.i
    if head == "member":
        return False  # "two members of the BRIGADE" are people
    return not words.things.isdisjoint((noun, head))
