"""How sure the text is of a number: asserted, reported, denied, or only imagined."""

from marsad.extract.en.cues import cue
from marsad.model import Certainty

NEAR = 90  # characters on either side of the number in which a hedge concerns it


def decide(sentence: str, at: int, source_is_fighter: bool) -> tuple[Certainty, str]:
    """The certainty of the number at offset `at` of its sentence, and the words that decided."""
    around = sentence[max(0, at - NEAR) : at + NEAR]
    imagined = cue("hypothetical").search(around)
    if imagined and not cue("would_have").search(around):
        return Certainty.HYPOTHETICAL, f"only imagined: {imagined.group()!r}"
    denied = cue("denied").search(around)
    if denied:
        return Certainty.DENIED, f"denied: {denied.group()[:40]!r}"
    boast = cue("boast").search(sentence)
    if boast and source_is_fighter:
        return Certainty.REPORTED, f"a fighting side's own claim: {boast.group()!r}"
    hedge = cue("reported").search(around)
    if hedge:
        return Certainty.REPORTED, f"hedged: {hedge.group()!r}"
    return Certainty.ASSERTED, "stated flatly"
