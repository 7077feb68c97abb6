"""What is refused, in one clear line and in both shapes, and the headers that every answer carries."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import httpx
import pytest

from marsad.errors import WorkspaceError
from marsad.model import Claim
from marsad.monitor import Monitor
from marsad.web import create_app
from marsad.web.guard import host_name
from tests.publish.markup import parse
from tests.web.server import client as serving


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/?x=1", "unknown parameter 'x'; known here: after, as_of, limit, policy"),
        ("/methodology?policy=range", "unknown parameter 'policy'; known here: none"),
        ("/reports/alpha?policy=best", "unknown parameter 'policy'; known here: as_of"),
        ("/?policy=mine", "unknown policy 'mine'; known: range, conservative, best, corroborated"),
        ("/?policy=../../etc/passwd.yaml", "unknown policy"),  # a page never reads a policy file of the asker's choice
        ("/?as_of=yesterday", "as_of 'yesterday' is not a day; write it as 2025-03-08"),
        ("/?as_of=20250308", "as_of '20250308' is not a day"),  # one way to write a day, so that links stay equal
        ("/?as_of=2025-02-30", "is not a day"),
        ("/?as_of=2025-03-08&as_of=2025-03-09", "parameter 'as_of' is given twice; give it once"),
        ("/incidents?limit=0", "limit '0' is not a number from 1 to 200"),
        ("/incidents?limit=9999999999999", "is not a number from 1 to 200"),
        ("/incidents?limit=%D9%A3", "is not a number from 1 to 200"),  # an Arabic digit three
        ("/incidents?after=evt_nope", "after 'evt_nope' is not in this list; start again without it"),
        ("/sitrep?format=pdf", "unknown parameter 'format'"),
    ],
)
def test_bad_parameters(client: httpx.Client, path: str, says: str) -> None:
    page = client.get(path)
    assert page.status_code == 400
    assert says in parse(page.text).named("p", "error")[0].text
    head, mark, query = path.partition("?")
    twin = client.get(f"{'/index' if head == '/' else head}.json{mark}{query}")
    assert twin.status_code == 400
    error = twin.json()["error"]
    assert (error["status"], error["title"]) == (400, "Bad Request")
    assert says in error["message"]
    assert "\n" not in error["message"]


@pytest.mark.parametrize("path", ["/?as_of=", "/?policy=&as_of="])
def test_an_empty_field_of_a_form_is_none(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    ("path", "parameter"), [("/incidents/{}", "measure=burnt"), ("/incidents/{}", "category=aliens")]
)
def test_bad_choices(client: httpx.Client, path: str, parameter: str) -> None:
    event = client.get("/index.json").json()["leading"][0]["id"]
    answer = client.get(f"{path.format(event)}.json?{parameter}")
    assert answer.status_code == 400
    assert "known: " in answer.json()["error"]["message"]


@pytest.mark.parametrize("path", ["/incidents/evt_nope", "/reports/nope", "/nowhere", "/sitrep?incident=nope"])
def test_unknown_ids(client: httpx.Client, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 404
    assert parse(page.text).named("h1")[0].text == "Not Found"
    head, mark, query = path.partition("?")
    assert client.get(f"{head}.json{mark}{query}").json()["error"]["status"] == 404


def test_an_unknown_id_is_shown_as_text(client: httpx.Client) -> None:
    page = client.get("/reports/%3Cscript%3Ealert(1)%3C%2Fscript%3E")
    assert page.status_code == 404
    assert not parse(page.text).named("script")


def test_nothing_can_be_written(client: httpx.Client) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert client.request(method, "/").status_code == 405


@pytest.mark.parametrize(
    "path", ["/", "/index.json", "/nowhere", "/?x=1", "/static/marsad.css", "/sitrep.md", "/openapi.json"]
)
def test_headers(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy  # falls back to 'none'
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    assert "set-cookie" not in headers


@pytest.mark.parametrize("path", ["/docs", "/redoc"])
def test_pages_that_load_from_elsewhere_are_off(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_no_page_needs_inline_style_or_script(client: httpx.Client) -> None:
    event = client.get("/index.json").json()["leading"][0]["id"]
    for path in ("/", f"/incidents/{event}", "/reports/beta", "/sitrep", "/methodology", "/set-aside"):
        page = parse(client.get(path).text)
        assert not page.named("script") + page.named("style")
        assert not [name for node in page.all() for name in node.attributes if name == "style" or name.startswith("on")]
        loads = [node.attributes.get("href") or "" for node in page.named("link")]
        assert all(address.startswith("/static/") for address in loads)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", ""])
def test_a_foreign_host_name_is_refused(client: httpx.Client, host: str) -> None:
    answer = client.get("/index.json", headers={"host": host})
    assert answer.status_code == 400
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("header", "name"),
    [("127.0.0.1:8765", "127.0.0.1"), ("[::1]:8765", "::1"), ("LOCALHOST", "localhost"), ("[::1", "::1")],
)
def test_host_names(header: str, name: str) -> None:
    assert host_name(header) == name


def test_a_crash_shows_no_trace(workspace: Path) -> None:
    class Broken(Monitor):
        def claims(self, *, as_of: date | None = None, report: str | None = None) -> Iterator[Claim]:
            raise RuntimeError("secret of the house")

    with Broken.open(workspace) as monitor, serving(monitor) as client:
        answer = client.get("/set-aside.json")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert answer.json()["error"]["message"] == "this page could not be made; the server's log says why"


def test_a_folder_that_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError):
        create_app(tmp_path)
