"""A real browser on the real server: nothing leaves the machine, nothing overflows, and a toll leads to its sentence.

A browser that is missing is a failure, not a skip: these are the pages that people see.
"""

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, sync_playwright

from marsad.monitor import Monitor
from tests.publish.drafts import Draft, town
from tests.web.server import address
from tests.web.stock import fill

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 360, "height": 740}}
# How far things moved on the page after they were first painted: the browser's own measure, summed.
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 100);
})"""


def chromium() -> str:
    """The browser of this machine."""
    found = os.environ.get("MARSAD_CHROMIUM") or shutil.which("chromium")
    if not found or not Path(found).exists():
        pytest.fail("no Chromium: install it (make browser) or set MARSAD_CHROMIUM to its path", pytrace=False)
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests here."""
    path = chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the town's workspace, with an Arabic report and one of very long words."""
    arabic = Draft("arabic", "وكالة", "2025-03-09", language="ar", title="تقرير")
    arabic.says("قتل 12 شخصا في القصر.", "12", 12, 12)
    wide = Draft("wide", "W" * 90, "2025-03-09", title="x" * 200)
    wide.says(f"{'y' * 300} 7 died {'z' * 300}.", "7", 7, 7)
    with Monitor.create(tmp_path_factory.mktemp("site")) as monitor:
        fill(monitor, [*town(), arabic, wide])
        with address(monitor) as base:
            yield base


@dataclass
class Watch:
    """What a context asked for and complained about."""

    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> Page:
        """A page of the context that is watched."""
        page = context.new_page()
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).hostname or request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page


def go(page: Page, url: str) -> Response:
    answer = page.goto(url)
    assert answer is not None
    assert answer.status == 200, url
    return answer


def event(page: Page, site: str) -> str:
    """The address of the leading incident, found as a reader finds it."""
    go(page, site)
    href = page.locator(".toll-card h3 a").first.get_attribute("href")
    assert href
    return site + href


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", list(SIZES))
def test_every_page_stays_within(browser: Browser, site: str, size: str, scheme: str) -> None:
    watch = Watch()
    context = browser.new_context(viewport=SIZES[size], color_scheme=scheme)  # type: ignore[arg-type]
    page = watch.over(context)
    paths = ["/incidents", "/reports", "/reports/beta", "/reports/arabic", "/reports/wide", "/set-aside", "/sitrep"]
    for url in [event(page, site), site, f"{site}/methodology", *(site + path for path in paths)]:
        go(page, url)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), url
        assert page.evaluate(SHIFT) < 0.01, url
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert watch.hosts == {"127.0.0.1"}
    assert watch.complaints == []
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("size", list(SIZES))
def test_a_toll_leads_to_its_sentence(browser: Browser, site: str, size: str, script: bool) -> None:
    watch = Watch()
    context = browser.new_context(viewport=SIZES[size], java_script_enabled=script)  # type: ignore[arg-type]
    page = watch.over(context)
    go(page, site)
    page.locator(".toll-card", has_text="Qasr").first.locator(".big a").click()
    page.wait_for_url("**/incidents/**#ledger")
    row = page.locator("tbody.group-counted tr", has_text="At least 1,225").first
    assert "Coast Observatory" in row.inner_text()
    assert "Beta Wire" in row.inner_text()
    row.locator("a.quote").click()
    page.wait_for_url("**/reports/beta#text-*")
    told = page.locator(".anchor:target ~ mark").first
    assert told.is_visible()
    assert told.inner_text() == "At least 1,225"
    told.locator("a").click()
    page.wait_for_url("**/reports/beta#claim-*")
    card = page.locator(".card:target")
    assert card.is_visible()
    assert "Coast Observatory" in card.inner_text()
    assert watch.hosts == {"127.0.0.1"}
    assert watch.complaints == []
    context.close()


def test_a_citation_leads_to_its_sentence(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport=SIZES["desktop"])  # type: ignore[arg-type]
    go(page, f"{site}/sitrep")
    page.locator(".cite a").first.click()
    cited = page.locator(".citations li:target")
    assert cited.is_visible()
    assert re.search(r"\d", cited.locator("mark").inner_text())
    cited.locator("a", has_text="in the report").click()
    page.wait_for_url("**/reports/**#text-*")
    page.close()


def test_the_form_changes_the_policy(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport=SIZES["desktop"])  # type: ignore[arg-type]
    url = event(page, site)
    go(page, url)
    page.locator("select[name=policy]").select_option("corroborated")
    page.locator("input[name=as_of]").fill("2025-03-09")
    page.locator("form.view button").click()
    page.wait_for_url("**policy=corroborated**")
    assert page.locator(".policies tr[aria-current=true] th").inner_text() == "corroborated"
    assert "as known on 9 March 2025" in page.locator(".lead").inner_text()
    page.close()


def test_the_keyboard_reaches_the_content(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport=SIZES["desktop"])  # type: ignore[arg-type]
    go(page, site)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


def test_arabic_runs_from_right_to_left(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport=SIZES["phone"])  # type: ignore[arg-type]
    go(page, f"{site}/reports/arabic")
    assert page.evaluate("getComputedStyle(document.querySelector('.stored p')).direction") == "rtl"
    assert page.locator(".stored mark").inner_text() == "12"
    page.close()


def test_paper_shows_the_content_alone(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport=SIZES["desktop"])  # type: ignore[arg-type]
    go(page, f"{site}/sitrep")
    page.emulate_media(media="print")
    assert not page.locator(".top").is_visible()
    assert not page.locator("form.view").is_visible()
    assert page.locator("h1").is_visible()
    page.close()
