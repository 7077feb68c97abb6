"""From claims to what each root stands by: screened, placed, and put in series. The arithmetic starts from here."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from marsad.model import Claim, Effect, Judgement, Relation, TollScope
from marsad.reconcile import retold
from marsad.reconcile.classes import class_within
from marsad.reconcile.entries import Entry, Key, entry_of
from marsad.reconcile.fits import Fit
from marsad.reconcile.frame import Frame, frame_of, said_by
from marsad.reconcile.roots import Root, roots_of
from marsad.reconcile.screen import Note, screen
from marsad.reconcile.series import Notes, Standing, resets, stand
from marsad.reconcile.wording import figure


@dataclass(slots=True)
class Voice:
    """One root: the figures it stands by, and those it went through before, oldest first, by what they speak of."""

    root: Root
    standings: dict[Key, Standing] = field(default_factory=dict)
    past: dict[Key, list[Standing]] = field(default_factory=dict)


@dataclass(slots=True)
class Evidence:
    """All claims considered, their roots, what each voice stands by, and what became of the claims so far."""

    claims: dict[str, Claim]
    roots: dict[str, Root]
    frame: Frame
    voices: dict[str, Voice]
    notes: Notes
    resets: dict[str, str]


def considered(claims: Iterable[Claim], as_of: date | None) -> dict[str, Claim]:
    """The claims said on or before that day, and those of unknown day, by id, in a fixed order."""
    known = {claim.id: claim for claim in claims}
    kept = [c for c in known.values() if as_of is None or c.said_on is None or c.said_on <= as_of]
    return {c.id: c for c in sorted(kept, key=lambda c: (c.said_on or date.min, c.report, c.quantity.start or 0, c.id))}


def weigh(
    claims: Iterable[Claim], scope: TollScope, judgements: Mapping[str, Judgement], as_of: date | None = None
) -> Evidence:
    """What the claims amount to, root by root."""
    by_id = considered(claims, as_of)
    roots = roots_of(by_id.values())
    notes: Notes = {}
    for claim in by_id.values():
        note = screen(claim, roots[claim.id], scope, judgements)
        if note:
            notes[claim.id] = note
    active = [c for c in by_id.values() if c.id not in notes]
    notes |= retold.repeats(active, by_id, roots)
    active = [c for c in active if c.id not in notes]
    gone = retold.replaced(active, roots)
    notes |= gone | retold.of_replaced(active, gone)
    frame = frame_of(active, scope, roots)
    entries = _entries([c for c in active if c.id not in notes], by_id, roots, frame, notes)
    notes |= retold.withdrawn(entries, active)
    voices = _voices([e for e in entries if e.claim.id not in notes], by_id, notes)
    again = {claim: why for voice in voices.values() for claim, why in resets(voice.standings).items()}
    return Evidence(by_id, roots, frame, voices, notes, again)


def _entries(
    claims: list[Claim], by_id: Mapping[str, Claim], roots: Mapping[str, Root], frame: Frame, notes: Notes
) -> list[Entry]:
    made = []
    first: dict[Hashable, Entry] = {}
    for claim in claims:
        entry = entry_of(claim, roots[claim.id], frame, by_id.get(claim.parent or ""))
        if claim.relation is Relation.TOTAL:  # a relay, however late, speaks of what the first of its kind spoke of
            like = first.setdefault(said_by(claim, entry.root), entry)
            entry = replace(entry, lies=like.lies, key=like.key)
        increment = _increment_above(claim, by_id)
        if entry.lies.fit is Fit.OUT:
            notes[claim.id] = Note(Effect.OUT_OF_SCOPE, entry.lies.why or "Outside what is asked for.")
        elif increment is not None:
            why = f"Part of an increment of {figure(increment.quantity.bounds)}, told in the same report."
            notes[claim.id] = Note(Effect.CONTAINED, why, increment.id)
        else:
            made.append(replace(entry, above=_above(claim, by_id, notes)))
    return made


def _above(claim: Claim, by_id: Mapping[str, Claim], notes: Notes) -> frozenset[str]:
    """The claims that a subset is part of, up to the whole, and what those of them that are relays relay."""
    found: set[str] = set()
    todo = [claim.parent] if claim.relation is Relation.SUBSET else []
    while todo:
        id_ = todo.pop()
        if id_ is None or id_ in found or id_ not in by_id:
            continue
        found.add(id_)
        todo += [by_id[id_].parent, notes[id_].other if id_ in notes else None]
    return frozenset(found)


def _increment_above(claim: Claim, by_id: Mapping[str, Claim]) -> Claim | None:
    """The increment that a subset breaks down, directly or through other subsets."""
    seen: set[str] = set()
    above = by_id.get(claim.parent or "") if claim.relation is Relation.SUBSET else None
    while above is not None and above.id not in seen:
        if above.relation is Relation.ADDITION:
            return above
        seen.add(above.id)
        above = by_id.get(above.parent or "")
    return None


def _voices(entries: list[Entry], by_id: Mapping[str, Claim], notes: Notes) -> dict[str, Voice]:
    voices: dict[str, Voice] = {}
    by_root: dict[str, list[Entry]] = {}
    for entry in entries:
        by_root.setdefault(entry.root.key, []).append(entry)
    for key, own in sorted(by_root.items()):
        voices[key] = _voice(own, by_id, notes)
    return voices


def _voice(entries: list[Entry], by_id: Mapping[str, Claim], notes: Notes) -> Voice:
    figures: dict[Key, list[Entry]] = {}
    for entry in entries:
        if entry.claim.relation is not Relation.ADDITION:
            figures.setdefault(entry.key, []).append(entry)
    increments: dict[Key, list[Entry]] = {}
    key_by_claim = {e.claim.id: e.key for own in figures.values() for e in own}
    for entry in entries:
        if entry.claim.relation is Relation.ADDITION:
            increments.setdefault(_series_of(entry, key_by_claim, figures, by_id), []).append(entry)
    voice = Voice(entries[0].root)
    for key in sorted({*figures, *increments}):
        standing, past, made = stand(figures.get(key, ()), increments.get(key, ()))
        notes |= made
        voice.past[key] = past
        if standing is not None:
            own = (*figures.get(key, ()), *increments.get(key, ()))
            voice.standings[key] = replace(standing, series=own)
    return voice


def _series_of(
    entry: Entry, key_by_claim: Mapping[str, Key], figures: Mapping[Key, list[Entry]], by_id: Mapping[str, Claim]
) -> Key:
    """The series that an increment moves: its parent's, else the source's count of the same people, or of more."""
    parent = by_id.get(entry.claim.parent or "")
    if parent is not None and parent.relation is Relation.REPEAT:
        parent = by_id.get(parent.parent or "", parent)
    if parent is not None and parent.id in key_by_claim:
        return key_by_claim[parent.id]
    mine = entry.claim
    fitting = [
        (other[0].claim.victims.category is not mine.victims.category, key)
        for key, other in figures.items()
        if key[2:] == ("", "", "")
        and other[0].claim.measure is mine.measure
        and class_within(mine.victims.category, other[0].claim.victims.category)
    ]
    return min(fitting)[1] if fitting else entry.key
