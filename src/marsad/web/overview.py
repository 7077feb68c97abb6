"""The first page: the leading tolls and what they rest on, the latest incidents, and what is set aside."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from marsad.model import Category, Certainty, Claim, Effect, Measure, Scope, Toll
from marsad.publish.gather import leading
from marsad.web.desk import Desk, Event, entry, portion, summary
from marsad.web.incident import report_entry, sentence
from marsad.web.query import View

# How many tolls lead the page. More would be a list, and the list stands below.
MOST_LEADING = 6

# Why a claim is kept and shown but counted in no toll, first reason first.
SET_ASIDE = {
    "not_conflict": "Harm that is not of conflict: an accident, a disaster, a disease",
    "background": "Earlier events and longer spans, told as context",
    "hypothetical": "Threats, plans, projections and warnings",
    "denied": "Harm that a source denies",
    "vague": "Words that bound no number: many, some, scores",
}


def overview_record(desk: Desk, view: View, after: str | None, limit: int) -> dict[str, Any]:
    """All that the page shows."""
    events = desk.events(view)
    claims = desk.claims(view)
    part, following = portion(events, after, limit)
    tops = leading(events)[:MOST_LEADING]
    return {
        "policy": view.policy,
        "as_of": view.as_of,
        "counts": {
            "reports": len(desk.reports(view)),
            "claims": len(claims),
            "incidents": len(events),
            "quarantined": sum(1 for _ in desk.monitor.store.quarantined()),
        },
        "leading": [_leading(desk, event, view) for event in tops],
        "incidents": [_listed(desk, event, view) for event in part],
        "next": following,
        "set_aside": [
            {"reason": reason, "meaning": SET_ASIDE[reason], "claims": n}
            for reason, n in sorted(Counter(filter(None, map(reason_of, claims.values()))).items())
        ],
    }


def incidents_record(desk: Desk, view: View, after: str | None, limit: int) -> dict[str, Any]:
    """The list of incidents and episodes, the latest first."""
    part, following = portion(desk.events(view), after, limit)
    listed = [_listed(desk, event, view) for event in part]
    return {"policy": view.policy, "as_of": view.as_of, "incidents": listed, "next": following}


def reports_record(desk: Desk, view: View, after: str | None, limit: int) -> dict[str, Any]:
    """The list of reports, the latest first."""
    part, following = portion(desk.reports(view), after, limit)
    return {"as_of": view.as_of, "reports": [report_entry(report) for report in part], "next": following}


def set_aside_record(desk: Desk, view: View, after: str | None, limit: int) -> dict[str, Any]:
    """The claims that no toll counts, each with its reason and its sentence, and the inputs that were not read."""
    claims = [claim for claim in desk.claims(view).values() if reason_of(claim)]
    part, following = portion(sorted(claims, key=_newest, reverse=True), after, limit)
    texts = desk.texts(claim.report for claim in part)
    return {
        "as_of": view.as_of,
        "claims": [
            {
                "claim": claim,
                "reason": reason_of(claim),
                "outlet": texts[claim.report].outlet,
                "restates": texts[claim.report].restates,
                "sentence": sentence(claim, texts[claim.report]),
            }
            for claim in part
        ],
        "quarantined": list(desk.monitor.store.quarantined()),
        "next": following,
    }


def reason_of(claim: Claim) -> str | None:
    """Why a claim is set aside in every toll, or None where it may count in one."""
    if not claim.conflict:
        return "not_conflict"
    if claim.certainty in (Certainty.HYPOTHETICAL, Certainty.DENIED):
        return claim.certainty.value
    if claim.scope is Scope.BACKGROUND:
        return "background"
    return "vague" if claim.quantity.vague else None


def _newest(claim: Claim) -> tuple[str, str]:
    return (claim.said_at or "", claim.id)


def _leading(desk: Desk, event: Event, view: View) -> dict[str, Any]:
    toll = desk.toll(event, view, Measure.KILLED, Category.ANY)
    return entry(event) | {"toll": summary(toll), "sources": sources(toll), "waiting": _waiting(toll.ledger)}


def _listed(desk: Desk, event: Event, view: View) -> dict[str, Any]:
    return entry(event) | {"toll": summary(desk.toll(event, view, Measure.KILLED, Category.ANY))}


def sources(toll: Toll) -> list[str]:
    """The names of the root sources whose lines were counted."""
    names: dict[str, str] = {}
    for line in toll.ledger:
        if line.effect is Effect.COUNTED:
            names.setdefault(line.root or line.source or line.report, line.source or line.root or line.report)
    return list(names.values())


def _waiting(ledger: Iterable[Any]) -> int:
    return sum(1 for line in ledger if line.effect is Effect.AWAITING_REVIEW)
