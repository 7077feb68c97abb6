"""How sure the text is of a number: asserted, reported, denied, or only imagined.

Decided on what governs the harm in the parse (`stated`): its own helpers ("could have killed"), the verbs and nouns
above it ("fears that …", "a plot to …"). The words are in `certainty.yaml`. A side's own claim of what it did is never
more than reported.
"""

from collections.abc import Callable
from functools import cache

from spacy.tokens import Token

from marsad.extract.en.cues import cue
from marsad.extract.en.harm import Harm
from marsad.extract.en.lexicon import lexicon
from marsad.extract.en.mentions import Mention
from marsad.extract.en.stated import Stated, words
from marsad.model import Category, Certainty, Modality


def _lemma(token: Token) -> str:
    return str(token.lemma_.lower())


def _negated(token: Token) -> bool:
    return any(child.dep_ == "neg" for child in token.children) and not any(
        child.lower_ in ("only", "just") for child in token.children
    )


def _imagined(told: Stated) -> str | None:
    known = words()["imagined"]
    for token in told.above:
        modal = _modal(token)
        if modal:
            return modal
        verb = token.pos_ in ("VERB", "AUX")
        if token is not told.trigger and (
            (verb and _lemma(token) in known["verbs"]) or (not verb and _lemma(token) in known["nouns"])
        ):
            return token.text
        if token.pos_ == "ADJ" and _lemma(token) in known["adjectives"]:
            return token.text
        if any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in token.children):
            return f"if … {token.text}"
    inside = cue("imagined_event").search(told.mention.sentence.text)
    return inside.group() if inside else None


def _modal(token: Token) -> str | None:
    """A helper that makes the harm one that is not, or not yet: "could kill", "will die"; not "may have died"."""
    helpers = [child for child in token.children if child.dep_ in ("aux", "auxpass")]
    modal = next((child for child in helpers if child.lower_ in words()["imagined"]["modals"]), None)
    if modal is None or _negated(token) or _lemma(token) in words()["saying"]:
        return None
    done = any(child.lower_ == "have" for child in helpers)
    if done and modal.lower_ in ("may", "might"):
        return None
    if done and modal.lower_ == "would" and not cue("unreal").search(token.doc.text):
        return None  # the conditional of translated wires reports and does not imagine
    if modal.lower_ == "'d" and any(child.lower_ == "been" for child in helpers):
        return None
    return f"{modal.text} {'have ' if done else ''}{token.text}"


def _denied(told: Stated) -> str | None:
    known = words()["denied"]
    if told.mention.modality is not Modality.NONE and _lemma(told.trigger) in _harming() and _negated(told.trigger):
        return f"not {told.trigger.text}"
    for token in told.above:
        lemma = _lemma(token)
        if lemma in known["blame"]:
            return None
        if token.pos_ == "VERB" and lemma in known["verbs"] and token is not told.trigger:
            if lemma == "rule" and not any(child.lower_ == "out" for child in token.children):
                continue
            return None if _negated(token) else token.text
        untrue = lemma in known["adjectives"] and not _negated(token)
        if untrue or any(_says_untrue(child) for child in (token, *token.children)):
            return token.text
    return None


@cache
def _harming() -> frozenset[str]:
    """Verbs that say by themselves that somebody is harmed: "did not kill" denies it, "were not found" does not."""
    return frozenset({*lexicon().verbs, "die", "perish", "shoot"}) - {"seize", "capture", "treat", "evacuate"}


def _says_untrue(token: Token) -> bool:
    """Such as "it is NOT TRUE that", "there is NO TRUTH in reports that"."""
    if token.lower_ == "true":
        return _negated(token) or _negated(token.head)
    return token.lower_ == "truth" and any(child.lower_ == "no" for child in token.children)


def _boasted(told: Stated) -> str | None:
    text, speaker = told.mention.sentence.text, told.speaker or ""
    proud = cue("boasting").search(told.around)
    if proud:
        return proud.group()
    doer = next((child for child in told.trigger.children if child.dep_ == "nsubj"), None)
    if doer is not None and doer.lower_ == "we":
        return f"we {told.trigger.text}"
    rebels, forces = cue("armed_group").search(speaker), cue("armed_forces").search(speaker)
    if not rebels and not forces:
        return None
    own = cue("boast").search(text)
    if own:
        return own.group()
    if rebels and told.category is not Category.NONSTATE_FIGHTERS:
        return f"told by {speaker}"
    if forces and told.category is Category.NONSTATE_FIGHTERS and doer is not None:
        return f"told by {speaker}"
    return f"told by {speaker} of others" if _enemy_lost(told, speaker) else None


def _enemy_lost(told: Stated, speaker: str) -> bool:
    """Such as the general staff of one side on what the other LOST."""
    if _lemma(told.trigger) not in ("lose", "lost"):
        return False
    doer = next((child for child in told.trigger.children if child.dep_ == "nsubj"), None)
    return doer is not None and doer.pos_ == "PROPN" and doer.text not in speaker


def _hedged(told: Stated) -> str | None:
    known = words()["hedged"]
    for token in told.above:
        lemma, verb = _lemma(token), token.pos_ in ("VERB", "AUX")
        if verb and lemma in known["verbs"] and token is not told.trigger:
            return token.text
        if verb and token is not told.trigger and lemma in known["passive"] and _passive(token):
            return None if told.mention.modality is Modality.NONE else f"is {token.text}"
        if token.pos_ == "NOUN" and token is not told.trigger and lemma in known["nouns"]:
            return token.text
        if lemma in known["unconfirmed"] and _negated(token):
            return f"not {token.text}"
        helpers = {child.lower_ for child in token.children if child.dep_ == "aux"}
        if "have" in helpers and helpers & {"may", "might"}:
            return f"may have {token.text}"
        for child in token.children:
            if child.lower_ in known["adverbs"] or (child.dep_ == "amod" and child.lower_ in known["adjectives"]):
                return child.text
    near = cue("reported").search(told.around)
    if near is None and told.trigger.pos_ not in ("VERB", "AUX"):
        near = cue("hedge_word").search(told.piece)
    return near.group() if near else None


def _passive(token: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in token.children)


RULES: list[tuple[Certainty, Callable[[Stated], str | None], str]] = [
    (Certainty.DENIED, _denied, "denied"),
    (Certainty.HYPOTHETICAL, _imagined, "only imagined"),
    (Certainty.REPORTED, _boasted, "a fighting side's own claim"),
    (Certainty.REPORTED, _hedged, "hedged"),
]
"""In the order in which they are asked; the first that speaks decides."""


def decide(mention: Mention, harm: Harm, category: Category, speaker: str | None) -> tuple[Certainty, str]:
    """The certainty of a number, and the words that decided. `speaker` is the words for who says it, if any."""
    told = Stated(mention, harm, category, speaker)
    for value, rule, name in RULES:
        found = rule(told)
        if found:
            return value, f"{name}: {found[:60]!r}"
    return Certainty.ASSERTED, "stated flatly"
