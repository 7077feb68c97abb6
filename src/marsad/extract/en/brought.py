"""Numbers that come on top of others: "26 more bodies were found, bringing the toll to 88".

What is said to come on top, or to bring a toll to a figure, is no toll of its own: a part where the numbers told add up
to the figure, an addition to it otherwise.
"""

import re
from collections.abc import Iterator

from marsad.extract.en.cues import cue
from marsad.extract.en.told import Told
from marsad.model import Relation, Scope

_RESULT = re.compile(
    r"\b(?:(?:bring|tak|rais|push|lift|putt|carry|driv)(?:s|es|ing)?|brought|took|raised|pushed|lifted|carried|drove|"
    r"ris(?:e|es|en|ing)|rose|went up|goes up|climb(?:s|ed|ing)?|increas(?:e|es|ed|ing)|stands?|stood|become|became|"
    r"reach(?:es|ed|ing)?|"
    r"number(?:s|ed)?|(?:are|is) now|now|thereby)\b[^.;]{0,60}$",
    re.I,
)
_NOW = re.compile(r"[^.;,]{0,30}\b(?:(?:are|is|have|has) now|now known|in all|altogether)\b", re.I)
_BEFORE = re.compile(r"\b(?:another|additional|further)\b", re.I)
_AFTER = re.compile(r"\s*(?:more(?! than)|others?|additional|further)\b", re.I)


def bring(numbers: list[Told]) -> None:
    """Set relation and parent of numbers told as coming on top of others, in place."""
    for n, whole in enumerate(numbers):
        parts = list(_led_to(numbers, n))
        if not parts:
            continue
        total = sum(numbers[m].value or 0 for m in parts)
        exact = len(parts) > 1 and total == whole.value
        for m in parts:
            if exact:
                numbers[m].relation, numbers[m].parent = Relation.SUBSET, n
                numbers[m].why = f"the parts told before add up to {whole.value:,}"
            elif on_top(numbers[m]):
                numbers[m].relation, numbers[m].parent = Relation.ADDITION, n
                numbers[m].why = f"told as coming on top, which makes {whole.value:,}"
        if (whole.relation is Relation.SUBSET and whole.parent in parts) or whole.relation is Relation.ADDITION:
            whole.relation, whole.parent = Relation.TOTAL, None
            whole.why = "what the numbers before it bring the toll to"


def _led_to(numbers: list[Told], n: int) -> Iterator[int]:
    """The places of smaller numbers of the same harm earlier in the sentence that are said to lead to this one."""
    whole = numbers[n]
    if whole.value is None or whole.mention.single or whole.scope is Scope.BACKGROUND:
        return
    sentence = whole.mention.sentence
    for m in range(n - 1, max(-1, n - 6), -1):
        part = numbers[m]
        if part.mention.sentence.index != sentence.index:
            return
        between = sentence.text[part.mention.end - sentence.start : whole.mention.start - sentence.start]
        smaller = part.value is not None and part.value < whole.value and part.measure is whole.measure
        leads = _RESULT.search(between) or _NOW.match(sentence.text[whole.mention.end - sentence.start :])
        if smaller and leads and not cue("part_before").search(between[-25:]):
            yield m


def on_top(told: Told) -> bool:
    """Whether the number is said to come on top: "another 24", "two more people", "one wounded man died"."""
    text = told.mention.sentence.text
    start, end = told.mention.start - told.mention.sentence.start, told.mention.end - told.mention.sentence.start
    if cue("another_event").search(text[:end]):
        return False
    return told.mention.addition or says_more(told) or bool(cue("died_later").search(text[start : end + 60]))


def says_more(told: Told) -> bool:
    """Whether a word for "more" stands right beside the number."""
    text = told.mention.sentence.text
    start, end = told.mention.start - told.mention.sentence.start, told.mention.end - told.mention.sentence.start
    return bool(_BEFORE.search(text[max(0, start - 14) : end])) or bool(_AFTER.match(text[end : end + 14]))
