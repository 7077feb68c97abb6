"""The page of one report: its text as it was stored, with the claims marked in place, and every field of each."""

from typing import Any

from marsad.model import Claim, Report
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


def in_text(claims: Any) -> list[Claim]:
    """The claims in the order in which the text tells them."""
    return sorted(claims, key=lambda claim: (*phrase(claim), claim.id))


def _claim(claim: Claim, report: Report) -> dict[str, Any]:
    return {"claim": claim, "sentence": sentence(claim, report), "anchor": f"claim-{claim.id}"}
