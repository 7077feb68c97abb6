"""Which claims of one report are of one event, of one count, or of the past, and which of these the report is about.

A breakdown goes with its total. Any other claim goes to the latest group whose place and days it fits; a claim without
place or days fits what was just told. "In a separate attack" opens a new group.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from marsad.link import places, separation, times
from marsad.link.places import Relation
from marsad.link.separation import Cue
from marsad.link.words import Page
from marsad.model import Certainty, Claim, Interval, Place, Scope
from marsad.model import Relation as Part

COUNT_WITHIN_DAYS = 3
"""A count over so few days, told beside a longer one of the same place, is its latest part ("77 in 24 hours")."""

PAST_EVENT_DAYS = 31
"""The past told over more days than this is a count ("the war since 2011"), not one event."""

_TOGETHER = (Relation.SAME, Relation.WITHIN, Relation.UNKNOWN)


class Telling(Enum):
    """How a mention is told: as one event, as a count over several, or as the past."""

    EVENT = "event"
    COUNT = "count"
    PAST = "past"


_TELLING = {Scope.INCIDENT: Telling.EVENT, Scope.CUMULATIVE: Telling.COUNT, Scope.BACKGROUND: Telling.PAST}


@dataclass(slots=True)
class Bunch:
    """Claims of one report that are put together, in the order of the text."""

    telling: Telling
    claims: list[Claim]
    sealed: bool = False

    @property
    def place(self) -> Place | None:
        """The place of the first claim that speaks for the whole; a part's only where the whole names but a country."""
        whole = [claim.place for claim in self._tops() if claim.place and claim.relation is not Part.SUBSET]
        told = [claim.place for claim in self._tops() if claim.place]
        narrow = next((place for place in whole if not places.is_wide(place)), None)
        region = next((place for place in whole if not places.is_country(place)), None)
        return narrow or region or next((p for p in told if not places.is_wide(p)), told[0] if told else None)

    @property
    def time(self) -> Interval | None:
        """The days of the first such claim; of a count, the longest ones."""
        known = [claim.time for claim in self._tops() if claim.time and not claim.time.unknown]
        if self.telling is not Telling.COUNT:
            return known[0] if known else None
        return max(known, key=lambda time: time.days or 0) if known else None

    def _tops(self) -> list[Claim]:
        """The claims that speak for the whole: not parts of another, not replaced ones."""
        return sorted(self.claims, key=lambda claim: claim.relation is Part.SUBSET or claim.superseded)


def position(claim: Claim) -> int:
    """Where the claim stands in its report."""
    return claim.sentence.start if claim.quantity.start is None else claim.quantity.start


def gather(page: Page, cues: list[Cue], harm: list[Claim]) -> list[Bunch]:
    """The claims of harm of one report, in the order of the text, put together."""
    groups: list[Bunch] = []
    of: dict[str, Bunch] = {}
    awaited: dict[str, tuple[Claim, Bunch]] = {}
    for claim in harm:
        sentence = page.sentence(position(claim), position(claim) + 1)
        opened = any(separation.opens(cue, sentence, position(claim)) for cue in cues)
        group = _with_kin(claim, of, awaited) or (None if opened else _fitting(claim, groups))
        if group is None:
            group = _new_or_same_sentence(claim, groups, sentence, opened)
        group.claims.append(claim)
        of[claim.id] = group
        if claim.parent and claim.parent not in of:
            awaited.setdefault(claim.parent, (claim, group))
    return groups


def _new_or_same_sentence(claim: Claim, groups: list[Bunch], sentence: tuple[int, int], opened: bool) -> Bunch:
    last = groups[-1] if groups else None
    if opened and last and last.sealed and sentence[0] <= position(last.claims[0]) < sentence[1]:
        return last
    groups.append(Bunch(_TELLING[claim.scope], [], sealed=opened))
    return groups[-1]


def _with_kin(claim: Claim, of: Mapping[str, Bunch], awaited: Mapping[str, tuple[Claim, Bunch]]) -> Bunch | None:
    """The group of the claim's parent, told before it, or of a claim whose parent it is ("Five of the nine dead …")."""
    if claim.parent is not None and claim.parent in of:
        part, group = claim, of[claim.parent]
    elif claim.id in awaited:
        part, group = awaited[claim.id]
    else:
        return None
    telling = _TELLING[claim.scope]
    # A number told again is one number, whichever way its scope was read; the past stays the past.
    again = part.relation is Part.REPEAT and Telling.PAST not in (telling, group.telling)
    if group.telling is not telling and not again:
        return None
    if group.telling is not Telling.COUNT and places.relation(claim.place, group.place) is Relation.EXCLUDED:
        return None
    return group


def _fitting(claim: Claim, groups: list[Bunch]) -> Bunch | None:
    """The latest group that the claim can belong to."""
    return next((group for group in reversed(groups) if _fits(claim, group)), None)


def _fits(claim: Claim, group: Bunch) -> bool:
    telling = _TELLING[claim.scope]
    between = places.relation(claim.place, group.place)
    one, two = times.known(claim.time), times.known(group.time)
    brief = one is not None and two is not None and _brief(one) and _brief(two) and times.gap(one, two) == 0
    if between not in _TOGETHER:
        return False
    if between is Relation.WITHIN and _nested_in_wide(claim.place, group.place):
        # A country is where a town is: the same exact days make it one event, told loosely.
        return brief and telling is group.telling is Telling.EVENT
    if telling is not group.telling:
        # "The toll rose to nine" beside "seven civilians": one event, whichever way the scope was read.
        mixed = {telling, group.telling} == {Telling.EVENT, Telling.COUNT}
        loosely = between is Relation.SAME and _one_brief(one, two)
        return mixed and between is not Relation.WITHIN and (brief or loosely)
    if one is None or two is None:
        return telling is not Telling.PAST or one == two
    if telling is Telling.COUNT:
        return _one_count(one, two)
    return times.gap(one, two) == 0


def _one_brief(a: tuple[date, date] | None, b: tuple[date, date] | None) -> bool:
    """Whether the days of the one are not known, and those of the other are exact."""
    only = a or b
    return (a is None or b is None) and only is not None and _brief(only)


def _brief(days: tuple[date, date]) -> bool:
    return times.length(days) <= times.EVENT_DAYS


def _nested_in_wide(a: Place | None, b: Place | None) -> bool:
    return a is not None and b is not None and places.is_wide(a) != places.is_wide(b)


def _one_count(a: tuple[date, date], b: tuple[date, date]) -> bool:
    if times.same_start(a, b) or times.overlap(a, b) >= 0.5:
        return True
    short, long = sorted((a, b), key=times.length)
    return times.length(short) <= COUNT_WITHIN_DAYS and times.inside(short, long)


def main_bunch(groups: list[Bunch], size: int) -> int | None:
    """The group of the lead: the earliest asserted one that is not the past, or the whole that it is a part of.

    A report that opens with the past, dwells on it, and comes to nothing newer in its first half tells of the past (a
    verdict, an anniversary): then that is its main event.
    """
    if not groups:
        return None
    news = [n for n, group in enumerate(groups) if group.telling is not Telling.PAST]
    flat = [n for n in news if any(claim.certainty is Certainty.ASSERTED for claim in groups[n].claims)] or news
    lead = min(flat, key=lambda n: position(groups[n].claims[0]), default=None)
    opens_with_past = groups[0].telling is Telling.PAST and len(groups[0].claims) > 1
    if lead is None or (opens_with_past and position(groups[lead].claims[0]) * 2 > size):
        return 0 if _dated(groups[0]) else lead
    owner = {claim.id: n for n, group in enumerate(groups) for claim in group.claims}
    wholes = (owner.get(claim.parent or "") for claim in groups[lead].claims if claim.relation is Part.SUBSET)
    return next((n for n in wholes if n is not None and groups[n].telling is Telling.COUNT), lead)


def _dated(group: Bunch) -> bool:
    """Whether the past is one event of known month and place, not a whole war."""
    days = times.known(group.time)
    return group.place is not None and days is not None and times.length(days) <= PAST_EVENT_DAYS


def told(group: Bunch) -> Telling:
    """How most of the claims are told; the first one decides where as many are told either way."""
    counts = sum(1 for claim in group.claims if claim.scope is Scope.CUMULATIVE)
    if group.telling is Telling.PAST or counts * 2 == len(group.claims):
        return group.telling
    return Telling.COUNT if counts * 2 > len(group.claims) else Telling.EVENT
