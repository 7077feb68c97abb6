"""How sure the text is of a number: asserted, reported, denied, or only imagined."""

import re

from marsad.model import Certainty

HYPOTHETICAL = re.compile(
    r"\b(?:would|could|might|may\s+(?:have\s+)?(?:be|reach|rise|exceed|climb|go|die|lose)|if\s+\w+|is\s+(?:expected|likely)\s+to|are\s+(?:expected|likely)\s+to|"
    r"expected\s+to\s+(?:rise|climb|reach)|threaten\w*\s+to|plot(?:s|ted|ting)?\s+to|plan(?:s|ned|ning)?\s+to\s+(?:kill|attack)|at\s+risk\s+of|"
    r"simulat\w+|projection|project(?:s|ed)\s+that|scenario|model(?:led|s)?\s|forecast|risk\s+(?:of\s+)?(?:dying|death)|vow\w*\s+to|drill|exercise)\b",
    re.I,
)
CONDITIONAL_FRENCH = re.compile(r"\bwould\s+have\b", re.I)  # "would have caused 73 dead": translated wires report so
REPORTED = re.compile(
    r"\b(?:reportedly|allegedly|alleged|unconfirmed|unverified|not\s+(?:been\s+)?(?:independently\s+)?(?:confirmed|verified)|could\s+not\s+(?:be\s+)?(?:independently\s+)?"
    r"(?:confirm|verif)\w*|rumou?r\w*|purported\w*|is\s+believed|are\s+believed|were\s+believed|believed\s+to|feared\s+(?:dead|killed)|feared|presumed|suspected\s+(?:dead|killed)|"
    r"apparently|said\s+to\s+(?:have|be)|according\s+to\s+(?:unconfirmed|some|several|local\s+media|social\s+media|initial|preliminary)|by\s+some\s+(?:reports|accounts)|"
    r"some\s+reports|initial\s+reports|reports\s+(?:say|suggest|of)|are\s+reported|were\s+reported|was\s+reported|is\s+reported|been\s+reported|probably|possibly|would\s+have)\b",
    re.I,
)
BOAST = re.compile(
    r"\b(?:claim(?:s|ed|ing)?\s+(?:to\s+have|that\s+(?:it|they|its)|it\s+(?:had|has)|the\s+killing)|claim(?:s|ed)\s+\d|said\s+(?:it|its\s+fighters)\s+(?:had\s+)?killed)\b", re.I
)
DENIED = re.compile(r"\b(?:denied|denies|deny|rejected|dismissed|refuted|disputed)\b[^.;]{0,60}\b(?:killed|died|deaths?|casualties|toll|wounded|lost)\b", re.I)


def decide(sentence: str, at: int, source_is_fighter: bool) -> tuple[Certainty, str]:
    """The certainty of the number at offset `at` of its sentence, and the words that decided."""
    around = sentence[max(0, at - 90) : at + 90]
    imagined = HYPOTHETICAL.search(around)
    if imagined and not CONDITIONAL_FRENCH.search(around):
        return Certainty.HYPOTHETICAL, f"only imagined: {imagined.group()!r}"
    denied = DENIED.search(around)
    if denied:
        return Certainty.DENIED, f"denied: {denied.group()[:40]!r}"
    boast = BOAST.search(sentence)
    if boast and source_is_fighter:
        return Certainty.REPORTED, f"an attacker's own claim: {boast.group()!r}"
    hedge = REPORTED.search(around)
    if hedge:
        return Certainty.REPORTED, f"hedged: {hedge.group()!r}"
    return Certainty.ASSERTED, "stated flatly"
