"""Texts that contradict themselves on who governs and who rebels. A check of words, not of meaning.

Where a report places one named leader both out of power and in power, or calls the government both at home in an area
and resisted there, all such sentences are shown. A person decides which holds; nothing else is concluded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from marsad.assess.framing import OPPOSITES, OUT, PATTERNS, party
from marsad.model import Report, Span

# A sentence about a past year tells who governed then, which contradicts nothing.
_PAST_YEAR = re.compile(r"\b(?:since|in|until|from|by)\s(?:early\s|late\s|\w+\s)?(?:19|20)\d\d\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?\n]?")


@dataclass(frozen=True, slots=True)
class Mention:
    """One sentence that places a party: its span in the text, its words, and on which side it places it."""

    span: Span
    text: str
    says: str


@dataclass(frozen=True, slots=True)
class RoleConflict:
    """A party that one report places on both sides, with every sentence that does so, and a sentence that says it."""

    report: str
    party: str
    mentions: tuple[Mention, ...]
    sentence: str


def roles(report: Report) -> list[RoleConflict]:
    """The parties on whose role a report contradicts itself. Empty for texts that are not in English."""
    if report.language not in (None, "en"):
        return []
    found: dict[str, list[Mention]] = {}
    for span in _sentences(report.text):
        for who, says in _placed(report.text[span.start : span.end]):
            mention = Mention(span, report.text[span.start : span.end], says)
            if mention not in found.setdefault(who, []):
                found[who].append(mention)
    conflicts = (_conflict(report.id, who, mentions) for who, mentions in sorted(found.items()))
    return [conflict for conflict in conflicts if conflict is not None]


def _conflict(report: str, who: str, mentions: list[Mention]) -> RoleConflict | None:
    for one, other in OPPOSITES:
        both = [next((m for m in mentions if m.says == side), None) for side in (one, other)]
        if None in both:
            continue
        quotes = " / ".join(f"{m.says}: \u201c{m.text}\u201d" for m in both if m is not None)
        said = tuple(m for m in mentions if m.says in (one, other))
        return RoleConflict(report, who, said, f"The report places {who} both {one} and {other}. {quotes}")
    return None


def _sentences(text: str) -> Iterator[Span]:
    for match in _SENTENCE.finditer(text):
        words = match.group()
        if words.strip():
            start = match.start() + len(words) - len(words.lstrip())
            yield Span(start=start, end=match.end() - (len(words) - len(words.rstrip())))


def _placed(sentence: str) -> list[tuple[str, str]]:
    """The parties that a sentence places, with the side. Words for "out of power" are not read again for "in power"."""
    past = _PAST_YEAR.search(sentence) is not None
    found: list[tuple[str, str]] = []
    taken: list[tuple[int, int]] = []
    for pattern in PATTERNS:
        if past and pattern.says != OUT:
            continue
        for match in pattern.regex.finditer(sentence):
            who = party(match.groupdict().get("name"))
            inside = any(match.start() < end and start < match.end() for start, end in taken)
            if who is None or inside:
                continue
            found.append((who, pattern.says))
            if pattern.says == OUT:
                taken.append(match.span())
    return found
