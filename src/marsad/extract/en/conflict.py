"""Whether the harm was done by conflict: decided on the report as a whole, then on the sentence.

Words for violence and for other kinds of harm (`conflict.yaml`) are weighed over the report; the headline and first
lines count twice, since that is where a report says what it is about. A sentence that names only the other side
overrules its report.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

LEAD = 400  # characters that count twice


@dataclass(frozen=True, slots=True)
class Topic:
    """How strongly a text speaks of violence and of other harm, and the words that said so."""

    violence: int
    other: int
    words: tuple[str, ...]

    @property
    def conflict(self) -> bool:
        """Whether violence outweighs the rest. A text that speaks of neither is not about conflict."""
        return self.violence > self.other

    @property
    def sentence(self) -> str:
        """Why, for a reader."""
        shown = ", ".join(self.words[:6])
        return f"violence {self.violence} against {self.other} for other harm ({shown})"


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], dict[str, int]]]:
    raw = yaml.safe_load(files("marsad.extract.en").joinpath("conflict.yaml").read_text(encoding="utf8"))
    return {kind: _compile(weights) for kind, weights in raw.items()}


def _compile(weights: dict[int, list[str]]) -> tuple[re.Pattern[str], dict[str, int]]:
    table = {word: weight for weight, words in weights.items() for word in words}
    longest_first = sorted(table, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in longest_first) + r")\b", re.I), table


def weigh(text: str) -> Topic:
    """The topic of a text."""
    scores: dict[str, int] = {}
    words: list[str] = []
    for kind, (pattern, table) in _patterns().items():
        found = {match.group().lower() for match in pattern.finditer(text)}
        short = len(text) <= LEAD
        lead = found if short else {match.group().lower() for match in pattern.finditer(text[:LEAD])}
        scores[kind] = sum(table[word] for word in found) + sum(table[word] for word in lead)
        words += sorted(found, key=lambda word: -table[word])[:3]
    return Topic(scores["violence"], scores["other"], tuple(words))


def of_sentence(report: Topic, sentence: str) -> tuple[bool, str]:
    """Whether a sentence's harm was done by conflict, given its report's topic; and why."""
    own = weigh(sentence)
    if report.conflict and own.other >= 6 and own.violence == 0:
        return False, f"the sentence speaks of other harm alone: {own.sentence}"
    if not report.conflict and own.violence >= 12 and own.violence > 2 * own.other:
        return True, f"the sentence speaks of violence: {own.sentence}"
    return report.conflict, f"the report as a whole: {report.sentence}"
