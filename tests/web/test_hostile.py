"""A report full of markup and direction marks stays text, at its own place, on every page."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from marsad.monitor import Monitor
from tests.publish.drafts import town
from tests.publish.markup import parse
from tests.publish.test_hostile import NASTY, hostile
from tests.web.server import client as serving
from tests.web.stock import fill

TAGS = set(
    "html head meta title link body a header div span nav ul li main h1 h2 h3 p ol dl dt dd form label select option "
    "input button section table caption thead tbody tr th td footer time bdi svg g path rect circle text figure "
    "br figcaption details summary q mark blockquote sup meter article data strong code dfn".split()
)


@pytest.fixture
def hostile_client(tmp_path: Path) -> Iterator[httpx.Client]:
    """The town, and a fourth report whose every field is hostile."""
    with Monitor.create(tmp_path) as monitor:
        fill(monitor, [*town(), hostile()])
        with serving(monitor) as made:
            yield made


def test_no_word_of_a_report_becomes_markup(hostile_client: httpx.Client) -> None:
    events = hostile_client.get("/incidents.json").json()["incidents"]
    paths = ["/", "/incidents", "/reports", "/reports/delta", "/set-aside", "/sitrep"]
    for path in [*paths, *(f"/incidents/{event['id']}" for event in events)]:
        answer = hostile_client.get(path)
        assert answer.status_code == 200, path
        page = parse(answer.text)
        assert {node.tag for node in page.all()} - {"root"} <= TAGS, path
        assert not [a for node in page.all() for a in node.attributes if a.startswith("on") or a == "style"], path
        links = [node.attributes.get("href") or "" for node in page.named("a")]
        assert all(link.startswith(("/", "#", "https://")) for link in links), path
        assert "\u202e" not in answer.text, path  # it would show another number


def test_the_text_is_shown_as_it_is(hostile_client: httpx.Client) -> None:
    page = parse(hostile_client.get("/reports/delta").text)
    stored = page.named("div", "stored")[0]
    assert NASTY.replace("\u202e", "\ufffd") in stored.text
    assert all(paragraph.attributes["dir"] == "auto" for paragraph in stored.named("p"))


def test_the_twin_holds_the_text_unchanged(hostile_client: httpx.Client) -> None:
    assert NASTY in hostile_client.get("/reports/delta.json").json()["report"]["text"]


def test_an_id_of_a_report_may_hold_anything(tmp_path: Path) -> None:
    odd = hostile()
    odd.id = "a b/ü?#<i>.json.."
    odd.claims.clear()
    odd.says("12 died.", "12", 12, 12)
    with Monitor.create(tmp_path) as monitor:
        fill(monitor, [odd])
        with serving(monitor) as client:
            link = client.get("/reports.json").json()["reports"][0]["href"]
            assert client.get(link).status_code == 200
            assert client.get(f"{link}.json").json()["report"]["id"] == odd.id
