"""Answers: one record of a page, written as HTML by a template or as JSON as it is. Errors have both shapes too."""

from collections.abc import Iterable, Mapping
from functools import cache
from http import HTTPStatus
from itertools import groupby
from typing import Any, cast
from urllib.parse import quote, urlencode

import msgspec
from fastapi import Request
from fastapi.exceptions import RequestValidationError
from jinja2 import ChoiceLoader, Environment, PackageLoader
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from marsad.errors import MarsadError, QueryError
from marsad.model import Interval
from marsad.publish import html, words


@cache
def environment() -> Environment:
    """The templates, with autoescape on everything."""
    made = html.environment()
    made.loader = ChoiceLoader([PackageLoader("marsad.web"), cast(PackageLoader, made.loader)])
    made.filters.update(number=words.number, interval=interval, segment=segment, quantity=words.quantity)
    made.filters.update(groupby_kept=grouped)
    made.globals.update(href=href, bounds=words.bounds, measures=words.MEASURES, people=words.people)
    return made


def page(template: str, record: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    """The record as a page."""
    return HTMLResponse(environment().get_template(template).render(record), status)


def twin(record: Mapping[str, Any], status: int = 200) -> Response:
    """The record as JSON: always an object, never a bare list."""
    return Response(msgspec.json.encode(record), status, media_type="application/json")


def href(*path: str, anchor: str = "", **query: str | None) -> str:
    """An address within the app: every part of the path quoted, parameters without value left out."""
    kept = {name: value for name, value in query.items() if value}
    address = "/" + "/".join(segment(part) for part in path)
    return address + (f"?{urlencode(kept)}" if kept else "") + (f"#{quote(anchor, safe='')}" if anchor else "")


def grouped(rows: Iterable[Mapping[str, Any]], key: str) -> list[tuple[Any, list[Mapping[str, Any]]]]:
    """Rows that follow each other with the same value, with that value; their order is kept."""
    return [(value, list(part)) for value, part in groupby(rows, lambda row: row[key])]


def segment(part: str) -> str:
    """One part of a path, quoted."""
    return quote(part, safe="")


def interval(time: Interval | None) -> str:
    """Days in words, or that they are not known."""
    return (words.days(time) if time else "") or "days not known"


def wants_json(request: Request) -> bool:
    """Whether the address is that of a JSON twin."""
    return request.url.path.endswith(".json")


def failure(request: Request, status: int, message: str) -> Response:
    """An error in one line, in the shape that was asked for."""
    title = HTTPStatus(status).phrase
    if wants_json(request):
        return twin({"error": {"status": status, "title": title, "message": message}}, status)
    return page("error.html", {"title": title, "message": message}, status)


def on_http_error(request: Request, error: Exception) -> Response:
    """404, 405, and what `query.refuse` raises."""
    assert isinstance(error, HTTPException)
    message = error.detail
    if message == HTTPStatus(error.status_code).phrase:
        message = f"nothing is at {request.url.path}; the overview is at /"
    return failure(request, error.status_code, message)


def on_bad_request(request: Request, error: Exception) -> Response:
    """A parameter that the framework refused."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    return failure(request, 400, f"{'.'.join(str(part) for part in first['loc'][1:])}: {first['msg']}")


def on_marsad_error(request: Request, error: Exception) -> Response:
    """An error that the user can do something about; a workspace that cannot be used now is a 503."""
    assert isinstance(error, MarsadError)
    return failure(request, 404 if isinstance(error, QueryError) else 503, str(error))


def on_crash(request: Request, error: Exception) -> Response:
    """An error of ours: the trace goes to the log, never to the page."""
    return failure(request, 500, "this page could not be made; the server's log says why")
