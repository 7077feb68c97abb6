"""A text cut into segments, so that claims whose words nest or overlap can be shown in place.

Marks may not overlap in a page, claims do: "nine soldiers and two civilians" holds three. So the text is cut wherever a
claim's phrase or sentence starts or ends, and each piece knows which claims it belongs to, the narrowest first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from marsad.model import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A piece of text. `claims` are those whose number phrase it lies in, the narrowest first.

    `starts` and `ends` are the claims whose phrase starts or ends with it; `told` says that it is in a claim's
    sentence.
    """

    start: int
    end: int
    text: str
    claims: tuple[Claim, ...] = ()
    starts: tuple[Claim, ...] = ()
    ends: tuple[Claim, ...] = ()
    told: bool = False


def paragraphs(text: str, claims: Sequence[Claim]) -> list[list[Segment]]:
    """The segments of each line of the text that holds more than white space. Joined, they give the lines again."""
    found: list[list[Segment]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            found.append(segments(text, at, at + len(line), claims))
        at += len(line) + 1
    return found


def segments(text: str, first: int, last: int, claims: Iterable[Claim]) -> list[Segment]:
    """The segments of `text[first:last]`."""
    here = [claim for claim in claims if _touches(claim, first, last)]
    cuts = {first, last}
    for claim in here:
        for bound in (*phrase(claim), claim.sentence.start, claim.sentence.end):
            cuts.add(min(last, max(first, bound)))
    edges = sorted(cuts)
    return [_segment(text, a, b, here) for a, b in pairwise(edges)]


def phrase(claim: Claim) -> tuple[int, int]:
    """Where the number phrase stands; the sentence, where the phrase's offsets are not known."""
    start, end = claim.quantity.start, claim.quantity.end
    return (claim.sentence.start, claim.sentence.end) if start is None or end is None else (start, end)


def _touches(claim: Claim, first: int, last: int) -> bool:
    return any(a < last and first < b for a, b in (phrase(claim), (claim.sentence.start, claim.sentence.end)))


def _segment(text: str, a: int, b: int, claims: Sequence[Claim]) -> Segment:
    inside = [claim for claim in claims if phrase(claim)[0] <= a and b <= phrase(claim)[1]]
    inside.sort(key=lambda claim: (phrase(claim)[1] - phrase(claim)[0], claim.id))
    return Segment(
        start=a,
        end=b,
        text=text[a:b],
        claims=tuple(inside),
        starts=tuple(claim for claim in inside if phrase(claim)[0] == a),
        ends=tuple(claim for claim in inside if phrase(claim)[1] == b),
        told=any(claim.sentence.start <= a and b <= claim.sentence.end for claim in claims),
    )
