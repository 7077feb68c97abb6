"""What is unclear about a toll: each point with the claims it rests on and a sentence, for the reader of a report."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from marsad.assess.roles import roles
from marsad.model import Claim, Effect, LedgerLine, Modality, Report, Span, Toll


class Point(StrEnum):
    """What kind of thing is unclear."""

    CONTRADICTION = "contradiction"
    AWAITING_REVIEW = "awaiting_review"
    SINGLE_SOURCE = "single_source"
    UNATTRIBUTED = "unattributed"
    VAGUE = "vague"
    UNKNOWN_PLACE = "unknown_place"
    UNKNOWN_TIME = "unknown_time"
    ROLES = "roles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """One point that is unclear. `spans` are the sentences of `report` where the point is about its text."""

    point: Point
    sentence: str
    claims: tuple[str, ...] = ()
    report: str | None = None
    spans: tuple[Span, ...] = field(default=())


Check = Callable[[Mapping[str, Claim], Toll], list[Concern]]


def contradictions(_: Mapping[str, Claim], toll: Toll) -> list[Concern]:
    """Claims that cannot all hold."""
    return [Concern(point=Point.CONTRADICTION, sentence=c.sentence, claims=c.claims) for c in toll.contradictions]


def awaiting(_: Mapping[str, Claim], toll: Toll) -> list[Concern]:
    """Claims that a person has to judge."""
    waiting = [line for line in toll.ledger if line.effect is Effect.AWAITING_REVIEW]
    return [Concern(point=Point.AWAITING_REVIEW, sentence=line.why, claims=(line.claim,)) for line in waiting]


def single_source(_: Mapping[str, Claim], toll: Toll) -> list[Concern]:
    """A toll that rests on one source."""
    counted = _counted(toll)
    if toll.roots != 1 or not counted:
        return []
    name = next((line.source for line in counted if line.source), counted[0].root)
    said = f"All figures go back to one source, {name}: nothing corroborates them."
    return [Concern(point=Point.SINGLE_SOURCE, sentence=said, claims=tuple(line.claim for line in counted))]


def unattributed(claims: Mapping[str, Claim], toll: Toll) -> list[Concern]:
    """Counted figures for which the text names no source."""
    found = [c for c in _counted_claims(claims, toll) if c.attribution.source is None]
    return _each(found, Point.UNATTRIBUTED, "The text does not say who gave the figure of {0}.")


def vague(claims: Mapping[str, Claim], toll: Toll) -> list[Concern]:
    """Counted figures given in words that only bound them."""
    found = [c for c in _counted_claims(claims, toll) if c.quantity.modality is Modality.VAGUE]
    return _each(found, Point.VAGUE, "{0} is no exact number.")


def unknown_place(claims: Mapping[str, Claim], toll: Toll) -> list[Concern]:
    """Counted harm of which the text does not say where it was done."""
    found = [c for c in _counted_claims(claims, toll) if c.place is None]
    return _each(found, Point.UNKNOWN_PLACE, "It is not known where the {0} were harmed.")


def unknown_time(claims: Mapping[str, Claim], toll: Toll) -> list[Concern]:
    """Counted harm of which the text does not say when it was done."""
    found = [c for c in _counted_claims(claims, toll) if c.time is None or c.time.unknown]
    return _each(found, Point.UNKNOWN_TIME, "It is not known on which days the {0} were harmed.")


CHECKS: tuple[Check, ...] = (
    contradictions,
    awaiting,
    single_source,
    unattributed,
    vague,
    unknown_place,
    unknown_time,
)


def unclear(claims: Iterable[Claim], toll: Toll, reports: Iterable[Report] = ()) -> list[Concern]:
    """All that is unclear about a toll, in the order of `CHECKS`, then what the reports' texts leave unclear."""
    by_id = {claim.id: claim for claim in claims}
    found = [concern for check in CHECKS for concern in check(by_id, toll)]
    return [*found, *(concern for report in reports for concern in _of_text(report))]


def _of_text(report: Report) -> list[Concern]:
    return [
        Concern(
            point=Point.ROLES,
            sentence=c.sentence,
            report=report.id,
            spans=tuple(mention.span for mention in c.mentions),
        )
        for c in roles(report)
    ]


def _counted(toll: Toll) -> list[LedgerLine]:
    return [line for line in toll.ledger if line.effect is Effect.COUNTED]


def _counted_claims(claims: Mapping[str, Claim], toll: Toll) -> list[Claim]:
    return [claims[line.claim] for line in _counted(toll) if line.claim in claims]


def _each(claims: list[Claim], point: Point, sentence: str) -> list[Concern]:
    return [Concern(point=point, sentence=sentence.format(_words(c)), claims=(c.id,)) for c in claims]


def _words(claim: Claim) -> str:
    low, high = claim.quantity.bounds
    return f"\u201c{claim.quantity.text}\u201d" if claim.quantity.text else f"{low if low is not None else high}"
