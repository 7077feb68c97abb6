"""The web app: pages and their JSON twins over one monitor. It reads; nothing here changes a record."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from marsad import __version__
from marsad.errors import MarsadError
from marsad.monitor import Monitor
from marsad.publish.gather import Monitoring
from marsad.reconcile import SHIPPED, load_policy
from marsad.web import answer, guard, pages
from marsad.web.desk import Desk

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def create_app(workspace: Path | str | Monitoring, *, hosts: Collection[str] = LOOPBACK) -> FastAPI:
    """The app over a workspace folder or an open monitor.

    `hosts` are the names by which it may be asked; others are refused. A page that names no policy counts under
    the workspace's own. Raises WorkspaceError where the folder is none.
    """
    monitor = Monitor.open(Path(workspace)) if isinstance(workspace, Path | str) else workspace
    own = monitor.workspace.settings.policy if isinstance(monitor, Monitor) else SHIPPED[0]
    policies = {name: load_policy(name).says for name in dict.fromkeys((own, *SHIPPED))}
    # FastAPI's own documentation pages load scripts from elsewhere; the description itself stays at /openapi.json.
    app = FastAPI(title="Marsad", version=__version__, docs_url=None, redoc_url=None)
    app.add_middleware(guard.Guard, hosts=hosts)
    for error, handler in _HANDLERS.items():
        app.add_exception_handler(error, handler)
    app.mount("/static", StaticFiles(packages=[("marsad.web", "static")]), name="static")
    pages.add(app, pages.Room(desk=Desk(monitor), policies=policies))
    return app


_HANDLERS: dict[Any, Callable[[Request, Exception], Response]] = {
    HTTPException: answer.on_http_error,
    RequestValidationError: answer.on_bad_request,
    MarsadError: answer.on_marsad_error,
    Exception: answer.on_crash,
}
