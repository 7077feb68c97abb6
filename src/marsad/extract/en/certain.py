"""Constructions that say one thing only: there a learned decision does not overrule the rule.

CERTAIN is the declared list, by the field that is decided. Each is a small function that tells whether the words of a
claim are of that kind; the claim then keeps what the rules read.
"""

import re
from collections.abc import Callable
from datetime import timedelta

from marsad.extract.en.claim_view import Part
from marsad.extract.en.cues import cue
from marsad.model import Modality, Relation, Scope

LATELY = timedelta(days=31)
_PERFECT = re.compile(r"\b(?:have|has)\b", re.I)


def counted_in_a_period(part: Part) -> bool:
    """Such as "14 were shot dead THIS WEEK ALONE": a periodic count, whatever the report is about."""
    return part.told.scope is Scope.CUMULATIVE and bool(cue("period_alone").search(part.mention.sentence.text))


def counted_since(part: Part) -> bool:
    """Such as "SINCE Thursday clashes HAVE LEFT 23 dead": a late day that opens a count, and a verb that goes on.

    A count since long ago may as well be background ("500,000 since 2011"): that is left to the learned decision.
    """
    text, today = part.mention.sentence.text, part.whole.page.report.published_day
    if part.told.scope is not Scope.CUMULATIVE or today is None or not _PERFECT.search(text):
        return False
    return any(
        when.running
        and when.interval is not None
        and when.interval.start is not None
        and when.interval.start >= today - LATELY
        and "since" in text[max(0, when.start - 10) : when.end].lower()
        for when in part.draft.times
    )


def comes_on_top(part: Part) -> bool:
    """Such as "another 158, bringing the toll to": too rare in the data to be learned."""
    return part.told.relation is Relation.ADDITION


def none_at_all(part: Part) -> bool:
    """Such as "NO children were among the dead": nobody is no part of anybody."""
    return part.mention.modality is Modality.NONE and part.told.relation is Relation.TOTAL


CERTAIN: dict[str, list[Callable[[Part], bool]]] = {
    "category": [],
    "scope": [counted_in_a_period, counted_since],
    "relation": [comes_on_top, none_at_all],
}


def certain(name: str, part: Part) -> bool:
    """Whether the rule's reading of this field stands."""
    return any(construction(part) for construction in CERTAIN[name])
