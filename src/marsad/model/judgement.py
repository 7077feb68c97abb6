"""People's judgements and the machine's runs: both are appended, never changed."""

from dataclasses import dataclass, field
from datetime import datetime

from marsad.model.ids import content_id
from marsad.model.vocabulary import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a reviewer decided: who, when, why. It outranks the machine and is replayed on every rebuild.

    `subjects` are the ids judged (a claim, two incidents …). A correction names the `field` (dotted, as in the claim's
    JSON: "quantity.low") and its new `value` as JSON text.
    """

    id: str
    verdict: Verdict
    subjects: tuple[str, ...]
    who: str
    when: datetime
    why: str
    field: str | None = None
    value: str | None = None

    @staticmethod
    def id_of(verdict: Verdict, subjects: tuple[str, ...], who: str, when: datetime) -> str:
        """The id of a judgement: what was judged, by whom, when."""
        return content_id("jdg", [verdict.value, *subjects, who, when.isoformat()])


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the machine over some input: what it read and what became of it."""

    id: str
    command: str
    version: str
    started_at: datetime
    finished_at: datetime | None = None
    counts: dict[str, int] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """An input that could not be read: where it is, why, and what to do next."""

    id: str
    origin: str
    reason: str
    next_step: str
    when: datetime
    sha256: str | None = None
