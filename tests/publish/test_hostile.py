"""Words of others never become markup, neither in HTML nor in Markdown."""

import base64
import hashlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from marsad.publish import html
from marsad.publish.markdown import escaped, markdown
from tests.publish.drafts import Draft, brief, by
from tests.publish.markup import parse

NASTY = (
    "</p></li><script>alert(1)</script><img src=x onerror=alert(2)> \"quoted\" 'single' & &lt; "
    "[link](javascript:alert(3)) ![i](http://x.example/p.png) `code` *bold* | cell | <!-- {{ 7 * 7 }} {% raw %} "
    "\u202e431"
)
TAGS = set(
    "html head meta title style body main header section h1 h2 h3 p ul ol li table caption thead tbody tr th td div "
    "data time bdi span sup a blockquote mark".split()
)


def hostile(nasty: str = NASTY) -> Draft:
    """A report whose every field is hostile."""
    draft = Draft("delta", nasty, "2025-03-09", restates="javascript:alert(4)", title=nasty)
    draft.says(f"{nasty} killed 12 people.", "12", 12, 12, attribution=by(nasty))
    return draft


def test_html_holds_no_markup_of_others() -> None:
    report, _ = brief([hostile()], name=NASTY)
    page = parse(html.page(report))
    assert {node.tag for node in page.all()} - {"root"} <= TAGS
    assert not [a for node in page.all() for a in node.attributes if a.startswith("on") or a == "style"]
    links = [node.attributes.get("href") or "" for node in page.named("a")]
    assert all(link.startswith(("#", "https://")) for link in links)
    assert "<script>alert(1)</script>" in page.text  # shown as what it is


@pytest.mark.parametrize("text", [NASTY, "- item", "1. item", "# head", "=> x", "+ x", "~~a~~ $x$ @user", "a\n\n# b"])
def test_markdown_holds_no_markup_of_others(text: str) -> None:
    report, _ = brief([hostile(text)], name=text)
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown(report))
    tags = {tag.lower() for tag in re.findall(r"</?([a-zA-Z][a-zA-Z0-9]*)", rendered)}
    assert tags <= {"h1", "h2", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "strong"}, tags


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from(list("ab1 \n\\`*_{}[]<>#!|~&@$()-+=.:/\"'")), min_size=1, max_size=24))
def test_escaped_text_reads_as_itself(text: str) -> None:
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(escaped(text))
    bare = re.sub(r"</?p>\n?", "", rendered)
    assert "<" not in bare, (text, rendered)


def test_the_page_stands_alone() -> None:
    page = html.page(brief([hostile()])[0])
    tree = parse(page)
    policy = next(m.attributes["content"] for m in tree.named("meta") if "http-equiv" in m.attributes)
    style = tree.named("style")[0].text
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy is not None
    assert f"'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert not tree.named("link") + tree.named("script") + tree.named("img")
    assert "url(" not in style
    assert "@import" not in style
