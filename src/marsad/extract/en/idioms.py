"""Verbs that speak of harm only with other words: "could not be FOUND", "LOCKED up", "LEFT their homes".

IDIOMS is the declared list. Each names a verb, the words that must stand near it, the voice, whether the clause must be
denied, and an example that is a test.
"""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Token

from marsad.model import Measure

NEAR = 6  # tokens behind the verb in which its words are looked for


class Voice(StrEnum):
    """Who suffers: the subject of the verb, or its object (which a passive makes its subject)."""

    SUBJECT = "subject"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Idiom:
    """A verb with its words: `words` empty needs none; `denied` asks for a "not" or "never"."""

    verb: str
    words: frozenset[str]
    voice: Voice
    measure: Measure
    example: str
    denied: bool = False


def _idiom(verb: str, words: str, voice: Voice, measure: Measure, example: str, *, denied: bool = False) -> Idiom:
    return Idiom(verb, frozenset(words.split()), voice, measure, example, denied)


IDIOMS: list[Idiom] = [
    _idiom("find", "", Voice.OBJECT, Measure.MISSING, "Six others could not be found.", denied=True),
    _idiom("see", "", Voice.OBJECT, Measure.MISSING, "Three men have not been seen since the raid.", denied=True),
    _idiom("hear", "", Voice.OBJECT, Measure.MISSING, "Four sailors have not been heard from since.", denied=True),
    _idiom("return", "", Voice.SUBJECT, Measure.MISSING, "Nine fishermen never returned.", denied=True),
    _idiom("go", "missing", Voice.SUBJECT, Measure.MISSING, "Five boys went missing in the hills."),
    _idiom("lock", "up away", Voice.OBJECT, Measure.DETAINED, "The regime locked up 120 minors."),
    _idiom("take", "custody prisoner", Voice.OBJECT, Measure.DETAINED, "Forty marchers were taken into custody."),
    _idiom("hold", "custody jail prison police", Voice.OBJECT, Measure.DETAINED, "Eleven are held in custody."),
    _idiom("pick", "up", Voice.OBJECT, Measure.DETAINED, "Police picked up nine students."),
    _idiom("take", "hostage captive", Voice.OBJECT, Measure.ABDUCTED, "They took 12 villagers hostage."),
    _idiom("hold", "hostage captive", Voice.OBJECT, Measure.ABDUCTED, "Twelve crewmen are held hostage."),
    _idiom("carry", "off away", Voice.OBJECT, Measure.ABDUCTED, "Raiders carried off 17 women."),
    _idiom("lead", "away", Voice.OBJECT, Measure.ABDUCTED, "The gunmen led away 30 boys."),
    _idiom("drag", "away off", Voice.OBJECT, Measure.ABDUCTED, "Two clerks were dragged away."),
    _idiom("leave", "home homes", Voice.SUBJECT, Measure.DISPLACED, "Some 4,000 people left their homes."),
    _idiom("abandon", "home homes", Voice.SUBJECT, Measure.DISPLACED, "Hundreds abandoned their homes."),
    _idiom("lose", "home homes", Voice.SUBJECT, Measure.DISPLACED, "About 900 people lost their homes."),
    _idiom("drive", "from out", Voice.OBJECT, Measure.DISPLACED, "Some 12,000 were driven from the district."),
    _idiom("force", "flee leave homes", Voice.OBJECT, Measure.DISPLACED, "The shelling forced 600 people to flee."),
    _idiom("move", "homes safety", Voice.SUBJECT, Measure.DISPLACED, "Thousands moved to safety."),
    _idiom("lose", "limb leg legs arm arms eye eyes", Voice.SUBJECT, Measure.INJURED, "Forty men lost a limb."),
    _idiom("break", "leg arm", Voice.SUBJECT, Measure.INJURED, "A third broke his leg."),
    _idiom("suffer", "injury injuries wounds burns wound", Voice.SUBJECT, Measure.INJURED, "Six suffered burns."),
    _idiom("sustain", "injury injuries wounds burns", Voice.SUBJECT, Measure.INJURED, "His driver sustained injuries."),
    _idiom("receive", "injury injuries wounds", Voice.SUBJECT, Measure.INJURED, "Nine received wounds."),
]

_BY_VERB: dict[str, list[Idiom]] = defaultdict(list)
for _one in IDIOMS:
    _BY_VERB[_one.verb].append(_one)


def idiom_says(verb: Token, voice: Voice) -> Measure | None:
    """The measure of a verb with the words beside it for who suffers in this voice, or None."""
    for idiom in _BY_VERB.get(verb.lemma_.lower(), ()):
        if idiom.voice is voice and _stands(verb, idiom):
            return idiom.measure
    return None


def _stands(verb: Token, idiom: Idiom) -> bool:
    if idiom.denied and not any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children):
        return False
    behind = verb.doc[verb.i + 1 : min(len(verb.doc), verb.i + 1 + NEAR)]
    return not idiom.words or any(token.lower_ in idiom.words for token in behind)
