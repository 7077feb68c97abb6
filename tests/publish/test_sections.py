"""What each section tells, and what it must not."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from marsad.errors import QueryError
from marsad.model import Attribution, Incident, Measure, Span
from marsad.monitor import Monitor
from marsad.publish import html, publish
from marsad.publish.gather import situation_report
from marsad.publish.markdown import markdown
from marsad.publish.plain import to_plain
from marsad.publish.sitrep import Finding, Passage, SituationReport
from tests.publish.drafts import Draft, brief, by, incident, town
from tests.publish.markup import parse

SECTIONS = [
    "Headline toll",
    "Escalation",
    "Who and where",
    "Background",
    "Humanitarian concerns",
    "Outlook",
    "What is unclear",
    "Sources and method",
]


@pytest.fixture(scope="module")
def report() -> SituationReport:
    """The brief of the town."""
    return brief(town())[0]


def section(report: SituationReport, title: str) -> str:
    """One section of the Markdown, without its marks."""
    text = re.sub(r"\[\^\d+\]|\*\*", "", markdown(report))
    return text.partition(f"## {title}\n")[2].partition("\n## ")[0]


def test_sections_stand_in_order(report: SituationReport) -> None:
    assert [one.title for one in report.sections] == SECTIONS


def test_headline_names_its_first_sources(report: SituationReport) -> None:
    told = section(report, "Headline toll")
    assert "people reported killed (Qasr, 6–8 March 2025)" in told
    assert "the Coast Observatory" in told
    assert "the Health Ministry" in told


def test_escalation_follows_one_source_at_a_time(report: SituationReport) -> None:
    told = section(report, "Escalation")
    moved = (
        "The figure of the Coast Observatory for all victims rose: 340 on 7 March 2025, then at least 1,225 on 9 March"
    )
    assert moved in told
    assert "1,400" not in told.split("|")[0]  # the ministry spoke once: that is no movement


def test_places_and_classes_carry_their_source(report: SituationReport) -> None:
    told = section(report, "Who and where")
    assert "Civilians: 745 (the Coast Observatory, 9 March 2025)" in told
    assert "| Tell | 9 | children | Coast Observatory | 9 March 2025 |" in told


def test_a_perpetrator_is_only_named_as_stated_and_attributed(report: SituationReport) -> None:
    told = section(report, "Who and where")
    assert "Beta Wire, citing the Coast Observatory, names “Grey Brigade fighters” for 745 civilians killed" in told
    assert "not findings" in told
    assert "No report that gives a figure says who did it." in section(brief(town()[:1])[0], "Who and where")


def test_background_is_told_and_not_counted(report: SituationReport) -> None:
    assert "At least 500,000 people killed" in section(report, "Background")
    assert "500,000" not in section(report, "Headline toll") + section(report, "Escalation")


def test_silence_is_called_silence(report: SituationReport) -> None:
    told = section(report, "Humanitarian concerns")
    assert "“Tens of thousands” (read as at least 20,000)" in told
    assert "Not reported, which is not the same as none: injured, missing, detained, abducted" in told


def test_outlook_is_no_forecast(report: SituationReport) -> None:
    told = section(report, "Outlook")
    assert told.strip().startswith("This is not a forecast.")
    assert "Told as possible, and not counted: at least 1,000 people killed in Qasr (the Coast Observatory" in told
    assert "1,000" not in section(report, "Headline toll")


def test_unclear_names_denials_and_vague_words(report: SituationReport) -> None:
    told = section(report, "What is unclear")
    assert "Denied: 12 members of state forces killed (The army, 10 March 2025)." in told
    assert "No exact number: “Tens of thousands”" in told


def test_a_number_without_named_source_is_said_to_have_none() -> None:
    bare = Draft("delta", "Delta", "2025-03-09").says("A bomb killed 12.", "12", 12, 12, attribution=Attribution())
    assert "Delta names no source for 12 killed." in section(brief([bare])[0], "What is unclear")


def test_a_single_source_is_called_one() -> None:
    one = Draft("delta", "Delta", "2025-03-09").says("12 died.", "12", 12, 12, attribution=by("The Mayor"))
    report, _ = brief([one])
    assert "It rests on a single source: The Mayor." in section(report, "Headline toll")
    assert "One source alone for the killed" in section(report, "What is unclear")


def test_a_relay_is_no_second_source(report: SituationReport) -> None:
    rows = [line for line in section(report, "Sources and method").splitlines() if "Coast Observatory |" in line]
    assert rows == ["| Coast Observatory | monitor | Alpha News, Beta Wire |"]


def test_restatements_are_labelled_everywhere(report: SituationReport) -> None:
    text = markdown(report)
    notes = [line for line in text.splitlines() if line.startswith("[^") and "Alpha News" in line]
    assert notes
    assert all("(restatement)" in line for line in notes)
    assert "restatement of https://alpha.example/original" in text
    page = parse(html.page(report))
    cited = [node for node in page.named("p", "from") if "Alpha News" in node.text]
    assert cited
    assert all(node.named("span", "label") for node in cited)
    listed = [one for one in to_plain(report)["reports"] if one["id"] == "alpha"]
    assert listed[0]["label"] == "restatement"


def test_nothing_known_is_said_plainly() -> None:
    report = publish([], [], [], [], policy="range", as_of=date(2025, 3, 8))
    assert "No incident or episode is known for this day" in markdown(report)
    assert not report.citations


def test_a_claim_without_its_report_is_an_error() -> None:
    claims = town()[0].claims
    with pytest.raises(QueryError, match="names a report that is not in the workspace"):
        publish(claims, [], [], [], policy="range")


def test_several_cases_are_told_under_their_names() -> None:
    drafts = town()
    claims = [claim for draft in drafts for claim in draft.claims]
    parts = [
        Incident(id=d.id, name=f"Case {d.id}", claims=tuple(c.id for c in d.claims), reports=(d.id,)) for d in drafts
    ]
    report = publish(claims, [d.report for d in drafts], parts, [], policy="range")
    assert "### Case alpha" in markdown(report)
    assert report.title == "Situation report"


def test_the_order_of_claims_does_not_matter() -> None:
    drafts = town()
    claims = [claim for draft in drafts for claim in draft.claims]
    event = Incident(id="e", name="Qasr", claims=tuple(c.id for c in claims), reports=("alpha", "beta", "gamma"))
    texts = [draft.report for draft in drafts]
    forth = publish(claims, texts, [event], [], policy="range")
    back = replace(event, claims=event.claims[::-1])
    assert markdown(publish(claims[::-1], texts[::-1], [back], [], policy="range")) == markdown(forth)


def test_plain_form_has_the_same_figures(report: SituationReport) -> None:
    blocks = [block for one in to_plain(report)["sections"] for block in one["blocks"]]
    figures = [f for b in blocks for s in b.get("sentences", []) for f in s["figures"]]
    assert any(figure["low"] == 745 and figure["citations"] for figure in figures)
    assert Measure.DISPLACED.value in str(blocks)


def test_a_doubt_about_a_text_leads_to_its_sentences() -> None:
    drafts = town()
    claims = [claim for draft in drafts for claim in draft.claims]
    passage = Passage(report="alpha", span=Span(start=0, end=47))
    note = Finding(text="The report places Assad on both sides in 2025.", passages=(passage,))
    report = publish(claims, [d.report for d in drafts], [incident(drafts)], [], policy="range", notes=[note])
    cited = next(one for one in report.citations if one.claim is None)
    assert cited.quote == "The Coast Observatory counted 340 dead in Qasr."
    assert f"The report places Assad on both sides in 2025.[^{cited.n}]" in markdown(report)
    assert f'href="#cite-{cited.n}"' in html.page(report)


def test_the_movement_of_the_toll_cites_where_it_started(tmp_path: Path) -> None:
    with Monitor.create(tmp_path) as monitor:
        for draft in town():
            monitor.store.add(replace(draft.report, recorded_at=datetime(2025, 3, 20, tzinfo=UTC)), draft.claims)
        report = situation_report(monitor, policy="range")
    told = markdown(report)
    moved = re.search(r"from 340 on 7 March 2025 to [^\[]+((\[\^\d+\])+)", told)
    assert moved
    first = next(one.n for one in report.citations if one.claim == town()[0].claims[0].id)
    assert f"[^{first}]" in moved[1]
