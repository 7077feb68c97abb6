"""Every page and its twin: what they hold, and that every link on them leads somewhere."""

import itertools
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import httpx
import pytest

from marsad.model import Judgement, Measure, TollScope, Verdict
from marsad.monitor import Monitor
from tests.publish.drafts import Draft, town
from tests.publish.markup import parse
from tests.web.server import client as serving
from tests.web.stock import fill

PAGES = ["/", "/incidents", "/reports", "/set-aside", "/sitrep", "/methodology"]
TWINS = ["/index.json", "/incidents.json", "/reports.json", "/set-aside.json", "/sitrep.json", "/methodology.json"]


def leading(client: httpx.Client) -> dict[str, Any]:
    """The record of the leading incident's own page."""
    first = client.get("/index.json").json()["leading"][0]
    record: dict[str, Any] = client.get(f"/incidents/{first['id']}.json").json()
    return record


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_whole_html(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    page = parse(answer.text)
    assert len(page.named("h1")) == 1
    assert len(page.named("main")) == 1
    assert page.named("a", "skip")[0].attributes["href"] == "#main"


@pytest.mark.parametrize("path", TWINS)
def test_twins_are_objects(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.headers["content-type"] == "application/json"
    assert isinstance(answer.json(), dict)


def test_headings_come_in_order(client: httpx.Client) -> None:
    event = leading(client)["id"]
    for path in [*PAGES, f"/incidents/{event}", "/reports/beta"]:
        levels = [int(n.tag[1]) for n in parse(client.get(path).text).all() if n.tag in ("h1", "h2", "h3", "h4")]
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), path


def test_every_link_leads_somewhere(client: httpx.Client) -> None:
    seen = dict(crawl(client, "/"))
    assert len(seen) > 15
    pages = {path: parse(text) for path, (status, text) in seen.items() if text.startswith("<!doctype")}
    assert {status for status, _ in seen.values()} == {200}
    ids = {path: [n.attributes["id"] for n in page.all() if "id" in n.attributes] for path, page in pages.items()}
    for path, page in pages.items():
        assert len(ids[path]) == len(set(ids[path])), path  # an id is given once
        for node in page.named("a"):
            address = urlsplit(urljoin(f"http://here{path}", node.attributes["href"] or ""))
            if address.hostname == "here" and address.fragment:
                there = address.path + (f"?{address.query}" if address.query else "")
                assert unquote(address.fragment) in ids[there], (path, node.attributes["href"])


def crawl(client: httpx.Client, start: str) -> Iterator[tuple[str, tuple[int, str]]]:
    """Every page of the app that can be reached by links, each once."""
    seen, todo = {start}, [start]
    while todo:
        path = todo.pop()
        answer = client.get(path)
        yield path, (answer.status_code, answer.text)
        if not answer.text.startswith("<!doctype"):
            continue
        for node in parse(answer.text).named("a"):
            address = urlsplit(urljoin(f"http://here{path}", node.attributes["href"] or ""))
            there = address.path + (f"?{address.query}" if address.query else "")
            if address.hostname == "here" and there not in seen:
                seen.add(there)
                todo.append(there)


def test_overview_tells_tolls_and_what_they_rest_on(client: httpx.Client) -> None:
    record = client.get("/index.json").json()
    assert record["counts"] == {"reports": 3, "claims": 9, "incidents": record["counts"]["incidents"], "quarantined": 1}
    toll = record["leading"][0]["toll"]
    assert (toll["low"], toll["high"], toll["corroborated"]) == (1225, 1700, 1225)
    assert record["leading"][0]["sources"] == ["Coast Observatory", "Health Ministry"]
    assert {one["reason"]: one["claims"] for one in record["set_aside"]} == {
        "background": 1,
        "denied": 1,
        "hypothetical": 1,
    }


def test_incident_shows_the_ledger_that_the_monitor_gives(client: httpx.Client, workspace: Path) -> None:
    record = leading(client)
    with Monitor.open(workspace) as monitor:
        toll = monitor.toll(TollScope(measure=Measure.KILLED, incident=record["id"]), "range")
    assert {line["claim"] for line in record["ledger"]} == {line.claim for line in toll.ledger}
    by_claim = {line.claim: line for line in toll.ledger}
    for line in record["ledger"]:
        assert (line["effect"], line["why"]) == (by_claim[line["claim"]].effect, by_claim[line["claim"]].why)
        assert line["sentence"]["text"] in next(d.text for d in town() if d.id == line["report"])
    assert record["ledger"][0]["effect"] == "counted"


def test_incident_counts_under_every_policy(client: httpx.Client) -> None:
    record = leading(client)
    assert [one["policy"] for one in record["tolls"]] == ["range", "conservative", "best", "corroborated"]
    other = client.get(f"/incidents/{record['id']}.json?policy=corroborated").json()
    assert other["toll"] == next(one for one in other["tolls"] if one["policy"] == "corroborated")
    assert [one["measure"] for one in record["measures"]] == ["killed", "displaced"]


def test_as_of_shows_what_was_known_then(client: httpx.Client) -> None:
    event = leading(client)["id"]
    then = client.get(f"/incidents/{event}.json?as_of=2025-03-07").json()
    assert (then["toll"]["low"], then["as_of"]) == (340, "2025-03-07")
    assert {line["report"] for line in then["ledger"]} == {"alpha"}
    assert client.get("/reports.json?as_of=2025-03-07").json()["reports"][0]["id"] == "alpha"
    assert client.get("/sitrep.json?as_of=2025-03-07").json()["as_of"] == "2025-03-07"


def test_history_follows_each_source(client: httpx.Client) -> None:
    record = leading(client)
    first = record["history"][0]
    assert first["name"] == "Coast Observatory"
    assert [(point["said_on"], point["low"]) for point in first["points"]] == [
        ("2025-03-07", 340),
        ("2025-03-09", 1225),
    ]
    page = parse(client.get(f"/incidents/{record['id']}").text)
    charts = page.named("svg", "chart")
    assert len(charts) == 2
    assert all(chart.attributes["role"] == "img" for chart in charts)
    table = page.named("details")[0]
    assert "1,225" in table.text  # the table twin holds what the chart draws


def test_report_marks_each_claim_in_place(client: httpx.Client) -> None:
    record = client.get("/reports/beta.json").json()
    page = parse(client.get("/reports/beta").text)
    assert page.named("div", "stored")[0].without({"sup"}).split() == record["report"]["text"].split()
    for one in record["claims"]:
        number = one["claim"]["quantity"]["text"]
        marks = [m.text for m in page.named("mark") if m.named("a")]
        assert number in marks
        assert one["sentence"]["text"] in page.text
    cards = list(page.named("li", "card"))
    assert [card.attributes["id"] for card in cards] == [one["anchor"] for one in record["claims"]]


def test_report_that_restates_is_labelled(client: httpx.Client) -> None:
    assert client.get("/reports/alpha.json").json()["label"] == "restatement"
    assert parse(client.get("/reports/alpha").text).named("span", "label")[0].text == "restatement"
    assert client.get("/reports/beta.json").json()["label"] is None
    listed = {one["id"]: one["label"] for one in client.get("/reports.json").json()["reports"]}
    assert listed == {"alpha": "restatement", "beta": None, "gamma": None}
    event = leading(client)["id"]
    rows = [row for row in parse(client.get(f"/incidents/{event}").text).named("tr") if "Alpha News" in row.text]
    assert rows
    assert all(row.named("span", "label") for row in rows)


def test_sitrep_in_three_forms(client: httpx.Client) -> None:
    record = client.get("/sitrep.json").json()
    written = client.get("/sitrep.md")
    assert written.headers["content-type"] == "text/markdown; charset=utf-8"
    page = parse(client.get("/sitrep").text)
    for section in record["sections"]:
        assert f"## {section['title']}\n" in written.text
        assert section["title"] in [heading.text for heading in page.named("h2")]
    figures = [node for node in page.named("data") if node.named("a")]
    assert all((a.attributes["href"] or "").startswith("/incidents/") for f in figures for a in f.named("a"))


def test_a_rejected_claim_is_shown_as_rejected(tmp_path: Path) -> None:
    drafts = town()
    claim = drafts[2].claims[0].id
    when = datetime(2025, 3, 21, tzinfo=UTC)
    with Monitor.create(tmp_path) as monitor:
        fill(monitor, drafts)
        id_ = Judgement.id_of(Verdict.REJECT, (claim,), "ana", when)
        monitor.judge(Judgement(id=id_, verdict=Verdict.REJECT, subjects=(claim,), who="ana", when=when, why="misread"))
        with serving(monitor) as client:
            record = leading(client)
    effects = {line["claim"]: line["effect"] for line in record["ledger"]}
    assert effects[claim] == "rejected"
    assert not [row for row in record["history"] if row["name"] == "Health Ministry"]


def test_lists_go_on_where_they_stopped(tmp_path: Path) -> None:
    days = [date(2025, 3, n) for n in range(1, 29)]
    drafts = [
        Draft(f"r{day:%d}", "Alpha", day.isoformat()).says(f"{day.day} died.", f"{day.day}", day.day, day.day)
        for day in days
    ]
    with Monitor.create(tmp_path) as monitor:
        fill(monitor, drafts)
        with serving(monitor) as client:
            ids: list[str] = []
            after = ""
            while True:
                part = client.get(f"/reports.json?limit=9{after}").json()
                ids += [one["id"] for one in part["reports"]]
                if part["next"] is None:
                    break
                after = f"&after={part['next']}"
    assert ids == [f"r{day:%d}" for day in reversed(days)]


def test_an_empty_workspace_says_so(tmp_path: Path) -> None:
    with Monitor.create(tmp_path) as monitor, serving(monitor) as client:
        for path in PAGES:
            assert client.get(path).status_code == 200
        assert "not a finding" in client.get("/").text


def test_the_first_page_is_small(tmp_path: Path) -> None:
    drafts = [
        Draft(f"r{n}", f"Outlet {n}", "2025-03-09", title=f"Report {n} " + "long title " * 8).says(
            f"{n} people were killed in the town of Qasr, officials say, in a strike on a market.", f"{n}", n, n
        )
        for n in range(1, 60)
    ]
    with Monitor.create(tmp_path) as monitor:
        fill(monitor, drafts)
        with serving(monitor) as client:
            assets = [client.get("/"), client.get("/static/marsad.css"), client.get("/static/icon.svg")]
    assert sum(len(answer.content) for answer in assets) < 150_000
