"""The page of one incident or episode: its toll under each policy, its history, and the ledger line by line."""

from collections.abc import Iterable, Mapping
from typing import Any

from marsad.model import Category, Claim, Effect, LedgerLine, Measure, Report
from marsad.publish import words
from marsad.publish.evidence import distinct
from marsad.publish.gather import measures
from marsad.reconcile import RootFigure
from marsad.web.answer import href
from marsad.web.chart import Point, Series
from marsad.web.desk import Desk, entry, summary
from marsad.web.query import View

# The order in which a reader wants the lines: what made the figure, then what it replaced, then what stayed out.
ORDER = (
    Effect.COUNTED,
    Effect.CONTRADICTS,
    Effect.AWAITING_REVIEW,
    Effect.SUPERSEDED,
    Effect.REPEATS,
    Effect.CONTAINED,
    Effect.OUT_OF_SCOPE,
    Effect.BACKGROUND,
    Effect.NOT_ASSERTED,
    Effect.NOT_CONFLICT,
    Effect.REJECTED,
)


def incident_record(
    desk: Desk, id_: str, view: View, policies: Iterable[str], measure: Measure, category: Category
) -> dict[str, Any]:
    """All that the page shows. Raises 404 for an unknown id."""
    event, events = desk.event(id_, view)
    claims = desk.claims(view, event.claims)
    tolls = {policy: desk.toll(event, view, measure, category, policy) for policy in policies}
    toll = tolls[view.policy]
    texts = desk.texts([*event.reports, *(claim.report for claim in claims.values())])
    told = measures(event, claims.values())
    harms = {one: toll if one is measure else desk.toll(event, view, one, category) for one in told}
    return {
        **entry(event),
        "policy": view.policy,
        "as_of": view.as_of,
        "measure": measure,
        "category": category,
        "toll": summary(toll),
        "tolls": [summary(one) for one in tolls.values()],
        "measures": [summary(one) for one in distinct(harms).values()],
        "categories": _categories(claims.values(), measure),
        "history": history(desk.figures(event, claims, view, measure, category), claims, texts),
        "ledger": [line_record(line, claims.get(line.claim), texts) for line in ordered(toll.ledger)],
        "why": list(event.why),
        "reports": [report_entry(texts[report]) for report in event.reports if report in texts],
        "main_reports": list(event.main_reports),
        "within": next((entry(one) for one in events if one.id == event.parent), None),
        "incidents": [entry(one) for one in events if one.parent == event.id],
    }


def _categories(claims: Iterable[Claim], measure: Measure) -> list[Category]:
    told = {claim.victims.category for claim in claims if claim.measure is measure}
    return [category for category in Category if category is Category.ANY or category in told]


def ordered(ledger: Iterable[LedgerLine]) -> list[LedgerLine]:
    """The lines by effect, and within one effect the latest first."""
    newest = sorted(ledger, key=lambda line: (str(line.said_on or ""), line.claim), reverse=True)
    return sorted(newest, key=lambda line: ORDER.index(line.effect))


def line_record(line: LedgerLine, claim: Claim | None, texts: Mapping[str, Report]) -> dict[str, Any]:
    """One ledger line with the sentence that it leads to, the figure's place in it, and where both are shown."""
    report = texts.get(line.report)
    return {
        "claim": line.claim,
        "report": line.report,
        "effect": line.effect,
        "why": line.why,
        "low": line.low,
        "high": line.high,
        "root": line.root,
        "source": line.source,
        "said_on": line.said_on,
        "other": line.other,
        "victims": claim.victims if claim else None,
        "outlet": report.outlet if report else None,
        "restates": report.restates if report else None,
        "sentence": sentence(claim, report) if claim and report else None,
        "href": href("reports", line.report, anchor=f"text-{line.claim}"),
        "fields": href("reports", line.report, anchor=f"claim-{line.claim}"),
    }


def sentence(claim: Claim, report: Report) -> dict[str, Any]:
    """The sentence of a claim as it is stored, its offsets, and the number phrase within it."""
    first, last = claim.sentence.start, claim.sentence.end
    start, end = claim.quantity.start, claim.quantity.end
    inside = start is not None and end is not None and first <= start <= end <= last
    return {
        "text": report.text[first:last],
        "start": first,
        "end": last,
        "figure": {"start": start, "end": end} if inside else None,
    }


def report_entry(report: Report) -> dict[str, Any]:
    """A report as a line of a list. One that tells another page again is labelled so."""
    return {
        "id": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "published_at": report.published_at,
        "language": report.language,
        "url": report.url,
        "restates": report.restates,
        "label": "restatement" if report.restates else None,
        "href": href("reports", report.id),
    }


def history(
    figures: Mapping[str, Iterable[RootFigure]], claims: Mapping[str, Claim], texts: Mapping[str, Report]
) -> list[dict[str, Any]]:
    """What each root source said of the whole, oldest first. The fullest series comes first.

    Two classes of victims are two series, or a count of civilians would look like a fall of a count of all.
    """
    rows: dict[tuple[str, Category], dict[str, Any]] = {}
    for root, said in figures.items():
        for figure in said:
            empty = {"root": root, "name": figure.name, "category": figure.category, "points": []}
            row = rows.setdefault((root, figure.category), empty)
            row["points"].append(_point_record(figure, claims.get(figure.claim), texts.get(figure.report)))
    return sorted(rows.values(), key=lambda row: (-len(row["points"]), row["name"], row["category"]))


def _point_record(figure: RootFigure, claim: Claim | None, report: Report | None) -> dict[str, Any]:
    return {
        "said_on": figure.said_on,
        "low": figure.low,
        "high": figure.high,
        "claim": figure.claim,
        "report": figure.report,
        "current": figure.current,
        "revision": figure.revision,
        "outlet": report.outlet if report else None,
        "restates": report.restates if report else None,
        "sentence": sentence(claim, report) if claim and report else None,
        "href": href("reports", figure.report, anchor=f"text-{figure.claim}"),
    }


def series(rows: Iterable[Mapping[str, Any]]) -> list[Series]:
    """The dated points of a history, for the chart."""
    return [
        Series(root=row["root"], name=_title(row), points=points)
        for row in rows
        if (points := tuple(_point(point) for point in row["points"] if point["said_on"]))
    ]


def _title(row: Mapping[str, Any]) -> str:
    whole = row["category"] is Category.ANY
    return row["name"] if whole else f"{row['name']}: {words.people(row['category'])}"


def _point(point: Mapping[str, Any]) -> Point:
    return Point(
        day=point["said_on"],
        low=point["low"],
        high=point["high"],
        claim=point["claim"],
        report=point["report"],
    )
