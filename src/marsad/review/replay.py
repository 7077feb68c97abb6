"""Judgements replayed over claims. Nothing stored is changed: a corrected claim is made anew each time.

Only verdicts about claims are replayed here: accept, correct, reject. Merge, split and same_source speak of incidents
and sources, publish and withdraw of the gate; the stages that they concern replay those.

- *reject* and *accept*: the last of the two stands, so an accept takes an earlier reject back.
- *correct* sets one field, named by its dotted path, to a JSON value. Each field keeps its last correction; `reasons`
  says who, when, why, and what stood there. The claim keeps its id: it is the same words of the same report.

A judgement cannot be taken out of the store, so one that cannot be applied (no such field, no such value) must not stop
the rest: it is left out, and named in `failed` and in the claim's reasons. `check` refuses it before it gets there.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from marsad.errors import InputError
from marsad.model import BadRecord, Claim, Judgement, Verdict, from_json, to_json

#: What a claim is of: a correction cannot make it another claim, of another report, by another reader.
FIXED = frozenset({"id", "report", "extractor", "said_at", "reasons"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Claims as reviewers left them. `rejected` names, by claim id, the judgement that rejects it; those claims are

    still among `claims`, for the ledger must show them. `unmatched` are judgements of claims that are not there;
    `failed` gives, by judgement id, why a correction could not be applied.
    """

    claims: tuple[Claim, ...]
    rejected: dict[str, Judgement] = field(hash=False)
    unmatched: tuple[Judgement, ...] = ()
    failed: dict[str, str] = field(default_factory=dict, hash=False)


class Docket:
    """The judgements about claims, in the order in which they were made, ready to be applied to one claim at a time.

    The order is that of time, then id: it does not depend on the order in which they are given, and a line that comes
    twice counts once.
    """

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self.rejected: dict[str, Judgement] = {}
        self.accepted: dict[str, Judgement] = {}
        self.failed: dict[str, str] = {}
        self.corrections: defaultdict[str, list[Judgement]] = defaultdict(list)
        once = {judgement.id: judgement for judgement in judgements}
        for judgement in sorted(once.values(), key=lambda one: (one.when, one.id)):
            for subject in judgement.subjects:
                self._note(subject, judgement)

    def _note(self, subject: str, judgement: Judgement) -> None:
        if judgement.verdict is Verdict.REJECT:
            self.accepted.pop(subject, None)
            self.rejected[subject] = judgement
        elif judgement.verdict is Verdict.ACCEPT:
            self.rejected.pop(subject, None)
            self.accepted[subject] = judgement
        elif judgement.verdict is Verdict.CORRECT:
            self.corrections[subject].append(judgement)

    @property
    def standing(self) -> dict[str, Judgement]:
        """By claim id, the accept or reject that stands: what reconciling needs to count, or leave out, a claim."""
        return {**self.rejected, **self.accepted}

    @property
    def subjects(self) -> set[str]:
        """The ids of all claims judged."""
        return self.rejected.keys() | self.accepted.keys() | self.corrections.keys()

    def apply(self, claim: Claim) -> Claim:
        """The claim as reviewers left it; the very same where nobody touched it."""
        for judgement in self.corrections.get(claim.id, ()):
            try:
                claim = corrected(claim, judgement)
            except InputError as error:
                self.failed[judgement.id] = str(error)
                claim = _noted(claim, f"judgement {judgement.id}", f"not applied: {error}")
        accepted = self.accepted.get(claim.id)
        return claim if accepted is None else _noted(claim, "review", f"accepted by {_signed(accepted)}")


def replay(claims: Iterable[Claim], judgements: Iterable[Judgement]) -> Judged:
    """The claims as reviewers left them, and which are rejected. Pure: the same for any order of judgements."""
    docket = Docket(judgements)
    made = tuple(docket.apply(claim) for claim in claims)
    there = {claim.id for claim in made}
    rejected = {id_: judgement for id_, judgement in docket.rejected.items() if id_ in there}
    lost = [
        judgement
        for subject in sorted(docket.subjects - there)
        for judgement in (
            docket.rejected.get(subject),
            docket.accepted.get(subject),
            *docket.corrections.get(subject, ()),
        )
        if judgement is not None
    ]
    return Judged(claims=made, rejected=rejected, unmatched=tuple(dict.fromkeys(lost)), failed=docket.failed)


def check(claim: Claim, judgement: Judgement) -> None:
    """Raise InputError where a judgement about this claim could not be applied to it."""
    if judgement.verdict is Verdict.CORRECT:
        corrected(claim, judgement)


def corrected(claim: Claim, judgement: Judgement) -> Claim:
    """The claim with one field set as the judgement says. Raises InputError for no such field or value."""
    path, value = _asked(judgement)
    plain = to_json(claim)
    before = _set(plain, path, value, judgement)
    try:
        made = from_json(Claim, plain)
    except BadRecord as error:
        raise InputError(f"judgement {judgement.id} sets {path!r} to {judgement.value}: {error}") from error
    return _noted(made, path, f"corrected from {before} by {_signed(judgement)}")


def _set(plain: dict[str, Any], path: str, value: Any, judgement: Judgement) -> str:
    """Set a field of the claim's JSON; gives what stood there, as JSON."""
    *outer, last = path.split(".")
    inner = plain
    for name in outer:
        if inner.get(name) is None:
            inner[name] = {}  # a place or time that the machine did not find
        inner = inner[name]
        if not isinstance(inner, dict):
            raise InputError(
                f"judgement {judgement.id} sets {path!r}, but {name!r} has no fields: name the field itself"
            )
    before = msgspec.json.encode(inner.get(last)).decode()
    inner[last] = value
    return before


def _noted(claim: Claim, key: str, sentence: str) -> Claim:
    return replace(claim, reasons={**claim.reasons, key: sentence})


def _asked(judgement: Judgement) -> tuple[str, Any]:
    if not judgement.field or judgement.value is None:
        raise InputError(f"judgement {judgement.id} corrects nothing: name the field and its value")
    if judgement.field.partition(".")[0] in FIXED:
        raise InputError(
            f"judgement {judgement.id} corrects {judgement.field!r}, which is fixed: reject the claim instead"
        )
    try:
        return judgement.field, msgspec.json.decode(judgement.value)
    except msgspec.DecodeError as error:
        raise InputError(
            f"judgement {judgement.id}: {judgement.value!r} is not JSON ({error}): write text in double quotes"
        ) from error


def _signed(judgement: Judgement) -> str:
    return f"{judgement.who} on {judgement.when:%Y-%m-%d}: {judgement.why}"
