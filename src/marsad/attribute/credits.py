"""Who relayed a number: the wire a report credits, and the one a sentence names beside the source.

Credit lines, as outlets write them: "DAMASCUS, March 12 (Xinhua) --", "KYIV (Reuters) -", "UNITED NATIONS (AP) —",
"AP: …", "KINSHASA | Xinhua |", "By Reuters - 24 October". In a sentence: "told AFP", "quoted by Reuters", "Al Jazeera
reports", "AFP, citing security sources".
"""

import re

from marsad.attribute.directory import Hit
from marsad.attribute.scene import Scene
from marsad.attribute.voices import Resolved
from marsad.model import Source, SourceKind, Span

_RELAYING = (SourceKind.WIRE, SourceKind.OUTLET)
_HEAD = 260  # characters at the top in which a dateline or byline stands
_CREDIT_BEFORE = re.compile(r"(?:\(|\| ?|^|\n|[Bb]y |, |/)$")
_CREDIT_AFTER = re.compile(r"^(?:\)|/[A-Z]+\)| ?\||:| -|,? \d|\s*\n)")
_TOLD = re.compile(
    r"(?:told|tells|to|quoted by|cited by|reported by|carried by|quoted in|via|through|quotes? by"
    r"|according to|interview with)"
    r"(?: the| state| news agency| state news agency| agency| broadcaster| its| their)*(?: spanish| iranian"
    r"| turkish| state-run)* ?$"
)
_REPORTS = re.compile(
    r"^(?:'s|,)?(?: news)?(?: agency| television| tv)?,? ?(?:reports?|reported|said|says|quot(?:es?|ed|ing)"
    r"|cit(?:es?|ed|ing)|adds|has it|carried"
    r"|with reference)"
)


def credit_line(scene: Scene) -> Source | None:
    """The wire that the text credits at its top; None where it credits none."""
    for hit in scene.hits:
        if hit.start > _HEAD:
            break
        if hit.source.kind is SourceKind.WIRE and _is_credit(hit, scene):
            return hit.source
    return None


def relay_in_sentence(scene: Scene, sentence: Span, source_root: str | None) -> Source | None:
    """The wire or outlet that a sentence says passed the number on, which is not its source."""
    for hit in scene.hits:
        if hit.start < sentence.start or hit.start >= sentence.end or hit.source.kind not in _RELAYING:
            continue
        if hit.source.id != source_root and _relays(hit, scene, sentence):
            return hit.source
    return None


def behind_relay(scene: Scene, sentence: Span, found: Resolved) -> Resolved | None:
    """Where a wire or outlet was taken for the source: the one body that the same sentence lets speak."""
    if found.kind not in _RELAYING:
        return None
    bodies = {
        hit.source.id: hit.source
        for hit in scene.hits
        if sentence.start <= hit.start < sentence.end
        and hit.source.kind not in _RELAYING
        and scene.speaks(hit.start, hit.end)
    }
    if len(bodies) != 1:
        return None
    body = next(iter(bodies.values()))
    return Resolved(body.name, body.id, body.kind, f"{found.source} passes on what {body.name} says", found.text)


def _relays(hit: Hit, scene: Scene, sentence: Span) -> bool:
    before = scene.folded[max(sentence.start, hit.start - 40) : hit.start]
    after = scene.folded[hit.end : min(sentence.end, hit.end + 40)]
    return bool(_TOLD.search(before) or _REPORTS.match(after))


def _is_credit(hit: Hit, scene: Scene) -> bool:
    before, after = scene.text[max(0, hit.start - 12) : hit.start], scene.text[hit.end : hit.end + 8]
    return bool(_CREDIT_BEFORE.search(before) and _CREDIT_AFTER.match(after))
