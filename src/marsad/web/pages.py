"""The addresses: which page is at which path, and what may be asked of it.

Every page is a record made by a function of its own; the same record is written as HTML or, at the address with
`.json`, as JSON. The parameters stand in `KNOWN`; whatever is not there is refused.
"""

from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request
from starlette.responses import PlainTextResponse, Response

from marsad.model import Claim, Effect, Measure
from marsad.publish import html, markdown, plain, words
from marsad.publish.gather import situation_report
from marsad.publish.sitrep import SituationReport
from marsad.web import query
from marsad.web.answer import href, page, twin, wants_json
from marsad.web.chart import SHAPES, chart
from marsad.web.desk import Desk
from marsad.web.incident import incident_record, series
from marsad.web.overview import incidents_record, overview_record, reports_record, set_aside_record
from marsad.web.report import in_text, not_stated, report_record, stated
from marsad.web.spans import paragraphs

LIST = ("after", "limit")
VIEW = ("policy", "as_of")

EFFECTS = {
    Effect.COUNTED: "It makes the figure, alone or with others.",
    Effect.CONTRADICTS: "It cannot hold together with another claim.",
    Effect.SUPERSEDED: "The same source said a later figure of the same thing.",
    Effect.REPEATS: "It says again what another claim says.",
    Effect.CONTAINED: "It is a part of another figure, and is not added to it.",
    Effect.OUT_OF_SCOPE: "It speaks of another place, other days, another harm or other victims.",
    Effect.BACKGROUND: "It tells of an earlier event or a longer span, as context.",
    Effect.NOT_CONFLICT: "It tells of harm that is not of conflict.",
    Effect.NOT_ASSERTED: "It is denied, imagined or warned of: no harm is asserted.",
    Effect.REJECTED: "A reviewer rejected it.",
    Effect.AWAITING_REVIEW: "It waits for a reviewer.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What every page is made from: the desk, and the policies by name with what each says."""

    desk: Desk
    policies: dict[str, str]

    def view(self, asked: dict[str, str]) -> query.View:
        """The view that was asked for, under the first policy where none is named."""
        return query.view(asked, self.policies, next(iter(self.policies)))


def add(app: FastAPI, room: Room) -> None:
    """Put every page at its address. A twin comes before its page, whose path would take it for an id."""
    app.add_api_route("/", _overview(room), include_in_schema=False)
    app.add_api_route("/index.json", _overview(room), summary="Overview")
    for path, handler, title in (
        ("/incidents", _incidents(room), "Incidents and episodes"),
        ("/reports", _reports(room), "Reports"),
        ("/set-aside", _set_aside(room), "Claims that no toll counts"),
        ("/sitrep", _sitrep(room), "Situation report"),
        ("/methodology", _methodology(room), "Method"),
    ):
        app.add_api_route(path, handler, include_in_schema=False)
        app.add_api_route(f"{path}.json", handler, summary=title)
    app.add_api_route("/sitrep.md", _sitrep(room), include_in_schema=False)
    for path, one, title in (
        ("/incidents", _incident(room), "One incident or episode"),
        ("/reports", _report(room), "One report"),
    ):
        app.add_api_route(f"{path}/{{id_:path}}.json", one, summary=title)
        app.add_api_route(f"{path}/{{id_:path}}", one, include_in_schema=False)


def _keep(request: Request, asked: dict[str, str]) -> dict[str, str]:
    """The view's parameters as they were given, for links that keep the view."""
    return {name: asked[name] for name in VIEW if name in asked}


def _overview(room: Room) -> Any:
    def overview(request: Request) -> Response:
        asked = query.given(request, (*VIEW, *LIST))
        view = room.view(asked)
        record = overview_record(room.desk, view, asked.get("after"), query.limit(asked.get("limit")))
        if wants_json(request):
            return twin(record)
        return page(
            "overview.html", record | {"here": "Overview", "keep": _keep(request, asked), "policies": room.policies}
        )

    return overview


def _incidents(room: Room) -> Any:
    def incidents(request: Request) -> Response:
        asked = query.given(request, (*VIEW, *LIST))
        limit = query.limit(asked.get("limit"))
        record = incidents_record(room.desk, room.view(asked), asked.get("after"), limit)
        if wants_json(request):
            return twin(record)
        own = {"keep": _keep(request, asked), "policies": room.policies, "limit": asked.get("limit")}
        return page("incidents.html", record | own | {"here": "Incidents"})

    return incidents


def _reports(room: Room) -> Any:
    def reports(request: Request) -> Response:
        asked = query.given(request, ("as_of", *LIST))
        record = reports_record(room.desk, room.view(asked), asked.get("after"), query.limit(asked.get("limit")))
        if wants_json(request):
            return twin(record)
        own = {"keep": _keep(request, asked), "limit": asked.get("limit")}
        return page("reports.html", record | own | {"here": "Reports"})

    return reports


def _set_aside(room: Room) -> Any:
    def set_aside(request: Request) -> Response:
        asked = query.given(request, ("as_of", *LIST))
        record = set_aside_record(room.desk, room.view(asked), asked.get("after"), query.limit(asked.get("limit")))
        if wants_json(request):
            return twin(record)
        return page("aside.html", record | {"keep": _keep(request, asked), "limit": asked.get("limit")})

    return set_aside


def _incident(room: Room) -> Any:
    def incident(request: Request, id_: str) -> Response:
        asked = query.given(request, (*VIEW, "measure", "category"))
        measure, category = query.measure(asked.get("measure")), query.category(asked.get("category"))
        record = incident_record(room.desk, id_, room.view(asked), room.policies, measure, category)
        if wants_json(request):
            return twin(record)
        return page("incident.html", _drawn(record, _keep(request, asked), room) | {"here": "Incidents"})

    return incident


def _drawn(record: dict[str, Any], keep: dict[str, str], room: Room) -> dict[str, Any]:
    """The record with what only the page needs: the charts, and the lists of its form."""
    plotted = series(record["history"])[: len(SHAPES)]
    ends = [end for one in record["tolls"] for end in (one["low"], one["high"], one["best"]) if end]
    told = [one["measure"] for one in record["measures"]]
    others = [one for one in record["measures"] if one["measure"] is not record["measure"]]
    return record | {
        "keep": keep,
        "policies": room.policies,
        "plotted": plotted,
        "drawn": chart(plotted),
        "drawn_narrow": chart(plotted, 360, 260),
        "top": max(ends, default=1),
        "measures": words.MEASURES,
        "measures_told": dict.fromkeys([*told, record["measure"]]),
        "categories": dict.fromkeys([*record["categories"], record["category"]]),
        "other_measures": [one for one in others if one["low"] is not None or one["high"] is not None],
    }


def _report(room: Room) -> Any:
    def report(request: Request, id_: str) -> Response:
        asked = query.given(request, ("as_of",))
        view = room.view(asked)
        record = report_record(room.desk, id_, view)
        if wants_json(request):
            return twin(record)
        claims = in_text(one["claim"] for one in record["claims"])
        own = {"here": "Reports", "keep": _keep(request, asked)}
        return page("report.html", record | own | _marked(record, claims))

    return report


def _marked(record: dict[str, Any], claims: list[Claim]) -> dict[str, Any]:
    language = record["report"].language or ""
    return {
        "paragraphs": paragraphs(record["report"].text, claims),
        "cards": [
            one | {"fields": stated(one["claim"]), "missing": not_stated(one["claim"])} for one in record["claims"]
        ],
        "nth": {claim.id: n for n, claim in enumerate(claims, 1)},
        "kinds": [measure for measure in Measure if any(claim.measure is measure for claim in claims)],
        "language": language if language.isascii() and language.isalpha() else "",
    }


def _sitrep(room: Room) -> Any:
    def sitrep(request: Request) -> Response:
        asked = query.given(request, (*VIEW, "incident"))
        view = room.view(asked)
        chosen = [room.desk.event(asked["incident"], view)[0]] if "incident" in asked else None
        made = situation_report(room.desk.monitor, policy=view.policy, as_of=view.as_of, incidents=chosen)
        if wants_json(request):
            return twin(plain.to_plain(made))
        if request.url.path.endswith(".md"):
            return PlainTextResponse(markdown.markdown(made), media_type="text/markdown")
        return _written(made, room, _keep(request, asked), asked.get("incident"))

    return sitrep


def _written(made: SituationReport, room: Room, keep: dict[str, str], incident: str | None) -> Response:
    links = html.Links(
        claim=lambda report, claim: href("reports", report, anchor=f"text-{claim}"),
        ledger=lambda event: href("incidents", event, anchor="ledger", **keep),
        report=lambda report: href("reports", report),
    )
    own = {"keep": keep, "policies": room.policies, "incident": incident, "here": "Sitrep"}
    return page("sitrep.html", own | {"report": made, "body": html.body(made, links)})


def _methodology(room: Room) -> Any:
    def methodology(request: Request) -> Response:
        query.given(request, ())
        record = {"policies": room.policies, "effects": {effect.value: says for effect, says in EFFECTS.items()}}
        return twin(record) if wants_json(request) else page("methodology.html", record | {"here": "Method"})

    return methodology
