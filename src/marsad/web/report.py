"""The page of one report: its text as it was stored, with the claims marked in place, and every field of each."""

from collections.abc import Iterable
from typing import Any

from marsad.model import Claim, Report
from marsad.publish import words
from marsad.web.desk import Desk, entry
from marsad.web.incident import report_entry, sentence
from marsad.web.query import View
from marsad.web.spans import phrase


def report_record(desk: Desk, id_: str, view: View) -> dict[str, Any]:
    """All that the page shows. Raises 404 for an unknown id."""
    report = desk.report(id_)
    claims = in_text(desk.monitor.claims(as_of=view.as_of, report=id_))
    ids = {claim.id for claim in claims}
    events = [event for event in desk.events(view) if ids & set(event.claims) or id_ in event.reports]
    return {
        "report": report,
        "label": report_entry(report)["label"],
        "as_of": view.as_of,
        "claims": [_claim(claim, report) for claim in claims],
        "incidents": [entry(event) | {"of": sorted(ids & set(event.claims))} for event in events],
    }


def in_text(claims: Iterable[Claim]) -> list[Claim]:
    """The claims in the order in which the text tells them."""
    return sorted(claims, key=lambda claim: (*phrase(claim), claim.id))


def _claim(claim: Claim, report: Report) -> dict[str, Any]:
    return {"claim": claim, "sentence": sentence(claim, report), "anchor": f"claim-{claim.id}"}


def fields(claim: Claim) -> dict[str, str | None]:
    """The fields of a claim under the names that a reader knows, in words; None where the text does not say."""
    said = claim.attribution
    return {
        "Said as": claim.quantity.modality.value.replace("_", " "),
        "Victims": claim.victims.text,
        "Group": claim.victims.group,
        "Spans": _SPANS[claim.scope.value],
        "Place": (claim.place.name or claim.place.text) if claim.place else None,
        "Days": (words.days(claim.time) or None) if claim.time else None,
        "Source": said.source or said.text,
        "Relayed by": said.via,
        "First source": said.root,
        "Perpetrator as stated": claim.perpetrator.text,
        "Means": claim.mechanism.replace("_", " ") if claim.mechanism else None,
        "Certainty": claim.certainty.value,
        "Conflict": None if claim.conflict else "no: never counted",
        "In the text": "replaced by a later figure" if claim.superseded else None,
    }


_SPANS = {
    "incident": "one event",
    "cumulative": "several events, counted together",
    "background": "an earlier event or a longer span, told as context",
}
# Their absence is the rule and tells nothing.
_QUIET = ("Group", "Relayed by", "Conflict", "In the text")


def stated(claim: Claim) -> list[tuple[str, str]]:
    """The fields that the text states, with their values."""
    return [(name, value) for name, value in fields(claim).items() if value]


def not_stated(claim: Claim) -> list[str]:
    """The names of the fields that the text does not state."""
    return [name.lower() for name, value in fields(claim).items() if not value and name not in _QUIET]
