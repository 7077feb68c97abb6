"""What each place word does in its sentence: most are not the place of the harm."""

import re
from dataclasses import replace

from marsad.geocode.mention import Mention
from marsad.geocode.moves import MOVES
from marsad.geocode.passage import Passage
from marsad.geocode.patterns import Pattern, Role
from marsad.geocode.talk import TALK

# A preposition right before a word puts something there; then what follows the word does not make it a speaker.
_PUT_THERE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|throughout|hit|struck) (?:the )?(?:(?:city|town|"
    r"village|province|state|district) of )?$",
    re.IGNORECASE,
)
_ATTACKED = re.compile(
    r"\b(?:attack on|strike on|strikes on|bombing of|bombed|struck|hit|hits|shelled|shelling of|stormed|"
    r"outside|grounds of|blast at|explosion at|bomb at|inside) (?:the |a )?$",
    re.IGNORECASE,
)
PATTERNS = (*TALK, *MOVES)
_DEED = next(pattern for pattern in PATTERNS if pattern.name == "does the deed")
_BEFORE_REACH, _AFTER_REACH = 110, 90


def with_roles(found: list[Mention], passage: Passage) -> list[Mention]:
    """The mentions, each with its role; None is left for a possible place of harm."""
    return [mention if mention.role else replace(mention, role=role_of(mention, passage)) for mention in found]


def role_of(mention: Mention, passage: Passage) -> Role | None:
    """The first role that a pattern gives to the word, or None."""
    if any(start <= mention.start < end for start, end in passage.datelines):
        return Role.DATELINE
    sentence = passage.sentences[passage.index_at(mention.start)]
    before = passage.text[max(sentence.start, mention.start - _BEFORE_REACH) : mention.start]
    after = passage.text[mention.end : min(sentence.end, mention.end + _AFTER_REACH)]
    if mention.people:
        return Role.ACTOR if _DEED.after and _DEED.after.match(after) else None
    if mention.called.lower().endswith("hospital") and not _ATTACKED.search(before):
        return Role.HOSPITAL
    put = _PUT_THERE.search(before) is not None
    for pattern in PATTERNS:
        if _fits(pattern, before, after, put=put):
            return pattern.role
    return None


def matches(pattern: Pattern, before: str, after: str) -> bool:
    """Whether what stands around a word fits the pattern. A word that is put somewhere is no speaker."""
    return _fits(pattern, before, after, put=_PUT_THERE.search(before) is not None)


def _fits(pattern: Pattern, before: str, after: str, *, put: bool) -> bool:
    if pattern.before is not None and pattern.before.search(before):
        return True
    return pattern.after is not None and not put and bool(pattern.after.match(after))
