"""The figures of one root about one thing, in the order in which they were said.

A later figure supersedes an earlier one; a fall is a revision. The same number again is a relay, and so is a rounding
of it ("more than 1,200" for 1,225). An increment ("another 24") moves the series by its amount, once, and only where
no total that was said with it holds it already.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import permutations

from marsad.model import Effect, Modality, Relation
from marsad.model import bounds as algebra
from marsad.model.bounds import Bounds
from marsad.reconcile.entries import Entry, Key
from marsad.reconcile.screen import Note
from marsad.reconcile.wording import day, figure

Notes = dict[str, Note]


@dataclass(frozen=True, slots=True)
class Standing:
    """The figure by which a series stands: the claim that gave it, its bounds, and the increments in them.

    `series` are all claims of the series, those that were superseded too.
    """

    entry: Entry
    bounds: Bounds
    additions: tuple[Entry, ...] = ()
    series: tuple[Entry, ...] = ()

    @property
    def low(self) -> int:
        """What it asserts at least; 0 where it asserts nothing."""
        return self.bounds[0] or 0

    @property
    def said_on(self) -> date | None:
        """The day on which its newest part was said."""
        return (self.additions[-1] if self.additions else self.entry).said

    @property
    def members(self) -> tuple[Entry, ...]:
        """The claims that the figure is made of."""
        return (self.entry, *self.additions)

    @property
    def told(self) -> str:
        """The figure in a few words."""
        if not self.additions:
            return self.entry.told
        return f"{figure(self.bounds)} ({self.entry.root.name}, {day(self.said_on)}, with increments)"


def stand(entries: Iterable[Entry], increments: Iterable[Entry]) -> tuple[Standing | None, list[Standing], Notes]:
    """One series: the figure it stands by, those it went through, and what became of each claim."""
    heads, notes = _heads(entries)
    current: Standing | None = None
    past: list[Standing] = []
    todo = sorted(increments, key=lambda e: e.order)
    for head in _in_order(heads):
        before = [e for e in todo if _day(e) < _day(head) and e.claim.report != head.claim.report]
        todo = [e for e in todo if e not in before]
        current = _move(current, before, notes)
        current = _follow(current, head, past, notes)
        with_it = [e for e in todo if e.claim.report == head.claim.report or _day(e) == _day(head)]
        todo = [e for e in todo if e not in with_it]
        current = _move_with(current, head, with_it, notes)
    current = _move(current, todo, notes)
    return current, past, notes


def says_no_more(new: Entry, old: Entry) -> bool:
    """Whether a figure only tells an earlier one again: the same number, a looser word for it, or its rounding."""
    (low, high), (old_low, old_high) = new.bounds, old.bounds
    if (low, high) == (old_low, old_high):
        return True
    if low is not None and low == old_low:
        return high is None or old_high is None
    if new.claim.quantity.modality is Modality.VAGUE:
        return algebra.contains(new.bounds, old.bounds)
    if low is None or old_low is None:
        return False
    about = new.claim.quantity.modality is Modality.ABOUT
    return (high is None or about) and _rounds(low, old_low, up=about)


def _rounds(low: int, number: int, *, up: bool) -> bool:
    """Whether `low` is `number` cut down, or with `up` rounded to the nearest, in its last digits."""
    steps = [10**digits for digits in range(1, len(str(number)))]
    return low > 0 and any(low == number - number % s or (up and low == (number + s // 2) // s * s) for s in steps)


def _in_order(heads: list[Entry]) -> list[Entry]:
    """The figures in order of saying; one of unknown day stands by its size, since counts grow."""
    ordered = sorted((h for h in heads if h.said), key=lambda e: e.order)
    for undated in sorted((h for h in heads if not h.said), key=lambda e: e.order):
        after = [n for n, h in enumerate(ordered) if h.order[1] <= undated.order[1]]
        ordered.insert(after[-1] + 1 if after else 0, undated)
    return ordered


def _day(entry: Entry) -> date:
    return entry.said or date.min


def _heads(entries: Iterable[Entry]) -> tuple[list[Entry], Notes]:
    """The figure of each report: its total before a subset, then the larger. One report never supersedes itself."""
    by_report: dict[str, list[Entry]] = {}
    for entry in entries:
        by_report.setdefault(entry.claim.report, []).append(entry)
    heads, notes = [], Notes()
    for told in by_report.values():
        told.sort(key=lambda e: (e.claim.relation is Relation.SUBSET, -(e.bounds[0] or 0), e.order))
        head = told[0]
        heads.append(head)
        for other in told[1:]:
            notes[other.claim.id] = _beside(other, head)
    return heads, notes


def _beside(other: Entry, head: Entry) -> Note:
    if says_no_more(other, head):
        return Note(Effect.REPEATS, f"Tells {head.told} again in the same report.", head.claim.id)
    return Note(
        Effect.CONTAINED,
        f"The same report gives {head.told} for the same people, place and days: this is taken as part of it.",
        head.claim.id,
    )


def _follow(current: Standing | None, head: Entry, past: list[Standing], notes: Notes) -> Standing:
    """The standing after a new figure: itself, or the current one where the new figure tells nothing new."""
    if current is None:
        return Standing(head, head.bounds)
    earlier = next((s.entry for s in (current, *reversed(past)) if says_no_more(head, s.entry)), None)
    if earlier is not None:
        late = "" if earlier is current.entry else " It has been replaced since: this is taken as a late relay."
        notes[head.claim.id] = Note(Effect.REPEATS, f"Relays {earlier.told}, the same source.{late}", earlier.claim.id)
        return current
    past.append(current)
    for member in current.members:
        notes[member.claim.id] = Note(Effect.SUPERSEDED, _replaced(current, member, head), head.claim.id)
    return Standing(head, head.bounds)


def _replaced(current: Standing, member: Entry, head: Entry) -> str:
    low, new = current.low, head.bounds[0] if head.bounds[0] is not None else head.bounds[1]
    gap = low - (new or 0)
    fall = f" It is lower by {gap:,}: a revision by the source." if gap > 0 else ""
    subject = "Its increment is held in" if member in current.additions else "Replaced by"
    return f"{subject} {head.told}, the later figure of the same source.{fall}"


def _move_with(current: Standing, head: Entry, increments: list[Entry], notes: Notes) -> Standing:
    """Increments said with a total are part of it, unless the total is an old one and their days come after it."""
    relayed = notes.get(head.claim.id)
    old = relayed is not None and relayed.other == current.entry.claim.id and _day(head) > _day(current.entry)
    later = [e for e in increments if old and _after(e, current)]
    for entry in increments:
        if entry not in later:
            why = f"{figure(entry.bounds)} more, held in the total of {head.told}: not added again."
            notes[entry.claim.id] = Note(Effect.CONTAINED, why, head.claim.id)
    return _move(current, later, notes) or current


def _after(increment: Entry, standing: Standing) -> bool:
    start = _start(increment)
    return start is not None and standing.said_on is not None and start > standing.said_on


def _move(current: Standing | None, increments: list[Entry], notes: Notes) -> Standing | None:
    """The standing after increments that no total holds. The same amount told again is a relay of it."""
    for entry in increments:
        if current is None:
            current = Standing(entry, entry.bounds)
            continue
        told_before = next((e for e in current.members if e is not current.entry and _same_increment(e, entry)), None)
        if told_before is not None:
            notes[entry.claim.id] = Note(
                Effect.REPEATS, f"Relays the increment {told_before.told}.", told_before.claim.id
            )
            continue
        current = replace(
            current, bounds=algebra.add(current.bounds, entry.bounds), additions=(*current.additions, entry)
        )
    return current


def _same_increment(a: Entry, b: Entry) -> bool:
    """The same amount, unless their days show that the two tell of different deaths."""
    if a.bounds != b.bounds:
        return False
    return a.claim.time is None or b.claim.time is None or a.claim.time.may_overlap(b.claim.time)


def resets(standings: dict[Key, Standing]) -> dict[str, str]:
    """Claim id -> the sentence that a count started again. A later start with a lower figure is never a revision."""
    found: dict[str, str] = {}
    alike: dict[tuple[str, ...], list[Standing]] = {}
    for key, standing in standings.items():
        if not key[4]:
            alike.setdefault(key[:3], []).append(standing)
    for group in alike.values():
        for standing, other in permutations(group, 2):
            if _starts_again(standing.entry, other.entry):
                found[standing.entry.claim.id] = (
                    f"Counts from {day(_start(standing.entry))}, after {other.entry.told} which counts from "
                    f"{day(_start(other.entry))}: a new series, not a revision."
                )
    return found


def _start(entry: Entry) -> date | None:
    return entry.claim.time.start if entry.claim.time else None


def _starts_again(new: Entry, old: Entry) -> bool:
    mine, theirs = _start(new), _start(old)
    if mine is None or theirs is None or mine <= theirs or _day(new) <= _day(old):
        return False
    return new.claim.time is not None and new.claim.time.days != 1 and (new.bounds[0] or 0) < (old.bounds[0] or 0)
