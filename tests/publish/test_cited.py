"""Every number leads to the sentence that it comes from, and is the number that stands in the ledger."""

import re
from datetime import date

import pytest

from marsad.model import Claim, Effect, Interval, Toll
from marsad.publish import html, words
from marsad.publish.markdown import markdown
from marsad.publish.sitrep import Days, Figure, Finding, Sentence, SituationReport, Words, say, sentences
from marsad.reconcile.wording import MONTHS
from tests.publish.drafts import Draft, brief, town
from tests.publish.markup import Node, parse

POLICIES = ("range", "conservative", "best", "corroborated")
_MONTHS = "|".join(MONTHS)
_DAY = rf"(\d{{1,2}}{words.DASH})?\d{{1,2}} ({_MONTHS})( \d{{4}})?"


@pytest.fixture(scope="module", params=POLICIES)
def written(request: pytest.FixtureRequest) -> tuple[SituationReport, list[Toll]]:
    """The brief of the town under each policy."""
    return brief(town(), request.param)


def test_a_template_cannot_hold_a_number() -> None:
    with pytest.raises(ValueError, match="no source"):
        Sentence(("12 people were killed.",))


def test_a_figure_cannot_stand_without_a_claim() -> None:
    with pytest.raises(ValueError, match="needs a claim"):
        Figure(text="12", claims=(), low=12, high=12)


def test_a_finding_with_a_number_needs_its_claims() -> None:
    with pytest.raises(ValueError, match="needs the claims"):
        Finding(text="they disagree by 12")
    assert say("{a}", a=Finding(text="nobody said so")).parts


def test_figures_are_those_of_the_ledger(written: tuple[SituationReport, list[Toll]]) -> None:
    report, tolls = written
    claims = {claim.id: claim for draft in town() for claim in draft.claims}
    figures = _figures(report)
    assert len(figures) > 15
    for figure in figures:
        _check(figure, claims, tolls)


def _figures(report: SituationReport) -> list[Figure]:
    parts = (part for section in report.sections for one in sentences(section) for part in one.parts)
    return [part for part in parts if isinstance(part, Figure)]


def _check(figure: Figure, claims: dict[str, Claim], tolls: list[Toll]) -> None:
    if figure.basis == "claim":
        assert {claims[claim].quantity.bounds for claim in figure.claims} == {(figure.low, figure.high)}
    elif figure.basis == "count":
        assert figure.text in (words.count(figure.low or 0), words.number(figure.low or 0))
        assert figure.low is not None
        assert figure.low <= len(figure.claims)
    else:
        harm = {claims[claim].measure for claim in figure.claims}
        toll = next(toll for toll in tolls if {toll.scope.measure} == harm)
        assert set(figure.claims) <= {line.claim for line in toll.ledger if line.effect is Effect.COUNTED}
        ledger = {toll.low, toll.best, toll.high, toll.corroborated, toll.pending}
        assert {figure.low, figure.high} <= ledger | {None}


def test_html_has_no_number_without_citation(written: tuple[SituationReport, list[Toll]]) -> None:
    report, _ = written
    page = parse(html.page(report))
    told = [node for node in page.named("section") if node.attributes.get("id") not in ("reports", "sentences")]
    assert len(told) == 8
    for section in told:
        bare = section.without({"time", "data", "bdi.words", "span.finding", "sup.cite"})
        assert not re.search(r"\d", bare), bare
        _followed_by_marks(section)


def _followed_by_marks(section: Node) -> None:
    for node in section.all():
        for n, child in enumerate(node.children):
            if isinstance(child, Node) and _needs_mark(child):
                after = node.children[n + 1]
                assert isinstance(after, Node), child.text
                assert "cite" in after.classes, child.text


def _needs_mark(node: Node) -> bool:
    finding = "finding" in node.classes and re.search(r"\d", node.text)
    return node.tag == "data" or bool(finding)


def test_html_marks_lead_to_the_quoted_sentence(written: tuple[SituationReport, list[Toll]]) -> None:
    report, _ = written
    page = parse(html.page(report))
    ids = {node.attributes["id"] for node in page.all() if "id" in node.attributes}
    marks = [node.named("a")[0].attributes["href"] for node in page.named("sup", "cite")]
    assert marks
    assert {mark[1:] for mark in marks if mark} <= ids
    texts = {draft.id: draft.text for draft in town()}
    claims = {claim.id: claim for draft in town() for claim in draft.claims}
    for cited in report.citations:
        claim = claims[cited.claim or ""]
        assert cited.quote == texts[cited.report][claim.sentence.start : claim.sentence.end]
        assert (claim.quantity.text or "") in cited.quote


def test_html_values_are_the_bounds_shown(written: tuple[SituationReport, list[Toll]]) -> None:
    report, _ = written
    values = [node.attributes["value"] for node in parse(html.page(report)).named("data", "figure")]
    expected = [f"{_or_empty(f.low)}..{_or_empty(f.high)}" for f in _figures(report)]
    assert values == expected


def _or_empty(value: int | None) -> str:
    return "" if value is None else str(value)


def test_markdown_has_no_number_without_citation(written: tuple[SituationReport, list[Toll]]) -> None:
    report, _ = written
    text = markdown(report)
    told = text[text.index("## Headline") : text.index("## Reports")]
    parts = [part for section in report.sections for one in sentences(section) for part in one.parts]
    findings = [part.text for part in parts if isinstance(part, Finding)]
    for finding in sorted(findings, key=len, reverse=True):
        assert re.search(re.escape(finding) + r"(\[\^\d+\])+", told) or not re.search(r"\d", finding)
        told = told.replace(finding, "")
    told = re.sub(r"\*\*[^*]+\*\*(\[\^\d+\])+", "", told)  # a figure and its marks
    told = re.sub(_DAY, "", re.sub(r"\[\^\d+\]", "", told))
    assert not re.search(r"\d", told), told


def test_markdown_marks_have_one_footnote_each(written: tuple[SituationReport, list[Toll]]) -> None:
    report, _ = written
    text = markdown(report)
    notes = re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)
    assert notes == [str(n) for n in range(1, len(report.citations) + 1)]
    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) == set(notes)


def test_a_number_that_no_report_gives_is_not_written() -> None:
    silent = Draft("delta", "Delta", "2025-03-09").says("Many people died in Qasr.", "Many", None, None)
    report, _ = brief([silent])
    assert not [f for f in _figures(report) if f.basis != "count" and f.text != "“Many” (read as no number)"]
    assert "is not known" in markdown(report)


def test_words_and_days_are_no_figures() -> None:
    told = say("{who} on {day}", who=Words(text="M23"), day=Days(interval=Interval.day(date(2025, 3, 8))))
    assert not [part for part in told.parts if isinstance(part, Figure)]
