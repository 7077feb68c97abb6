"""The whole house over a workspace: from texts to a toll with its ledger, judged, as of any day, on both databases."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from marsad.errors import InputError, QueryError
from marsad.model import Claim, Effect, Judgement, Measure, TollScope, Verdict
from marsad.monitor import Monitor, read
from tests.monitor.reports import NOON, monitor
from tests.store.records import judgement

REPORTS = Path(__file__).parents[3] / "shared" / "reports"

# One bomb in three reports of two days by two voices, and something else far away.
TEXTS = [
    (
        "a",
        "2025-03-07",
        "A car bomb killed five people in Homs on Friday, the Syrian Observatory for Human Rights said.",
    ),
    (
        "b",
        "2025-03-08",
        "A car bomb killed seven people in Homs on Friday, the Syrian Observatory for Human Rights said.",
    ),
    ("c", "2025-03-08", "The Syrian health ministry said a car bomb killed six people in the city of Homs on Friday."),
    ("d", "2025-03-08", "An air strike killed three people in Khartoum, Sudan, on Saturday, a hospital official said."),
]


@pytest.fixture
def watch(tmp_path: Path, store_url: str) -> Iterator[Monitor]:
    """A monitor that has read the four reports."""
    lines = (json.dumps({"id": id_, "published": day, "text": text}) for id_, day, text in TEXTS)
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    with monitor(tmp_path / "w", store_url if store_url.startswith("postgresql") else None) as made:
        made.ingest([tmp_path / "in.jsonl"])
        yield made


def _claim(watch: Monitor, report: str) -> Claim:
    (found,) = watch.claims(report=report)
    return found


def test_claims_incidents_and_tolls(watch: Monitor) -> None:
    assert [(claim.report, claim.quantity.low) for claim in watch.claims()] == [("a", 5), ("b", 7), ("c", 6), ("d", 3)]
    incidents = watch.incidents()
    assert watch.store.views_current()
    told = {claim for incident in incidents for claim in incident.claims}
    assert told == {claim.id for claim in watch.claims()}
    for incident in incidents:
        toll = watch.toll(TollScope(incident=incident.id))
        assert {line.claim for line in toll.ledger} == set(incident.claims)
    khartoum = next(one for one in incidents if one.reports == ("d",))
    assert watch.toll(TollScope(incident=khartoum.id)).low == 3
    assert watch.store.incidents_of(_claim(watch, "d").id) == [khartoum.id]


def test_another_policy_is_another_toll_of_the_same_evidence(watch: Monitor) -> None:
    tolls = {name: watch.toll(policy=name) for name in ("range", "conservative", "best", "corroborated")}
    assert {len(toll.ledger) for toll in tolls.values()} == {4}
    assert watch.toll() == tolls["range"]  # the workspace's own
    with pytest.raises(QueryError, match="guess"):
        watch.toll(policy="guess")


def test_as_of_a_past_day(watch: Monitor) -> None:
    friday = date(2025, 3, 7)
    assert [claim.report for claim in watch.claims(as_of=friday)] == ["a"]
    assert [incident.reports for incident in watch.incidents(friday)] == [("a",)]
    assert [line.report for line in watch.toll(as_of=friday).ledger] == ["a"]
    assert watch.incidents(date(2025, 3, 6)) == []
    nothing = watch.toll(as_of=date(2025, 3, 6))
    assert (nothing.low, nothing.high) == (None, None)  # not known; not 0
    assert nothing.reason


def test_a_past_day_is_the_same_however_much_was_learnt_since(watch: Monitor, tmp_path: Path) -> None:
    friday = date(2025, 3, 7)
    before = (list(watch.claims(as_of=friday)), watch.incidents(friday), watch.toll(as_of=friday))
    line = {"id": "e", "published": "2025-03-20", "text": "A drone strike killed nine people in Homs on Thursday."}
    (tmp_path / "more.jsonl").write_text(json.dumps(line))
    watch.ingest([tmp_path / "more.jsonl"])
    assert (list(watch.claims(as_of=friday)), watch.incidents(friday), watch.toll(as_of=friday)) == before


def test_a_rebuild_gives_the_same(watch: Monitor) -> None:
    before = watch.incidents()
    assert watch.rebuild() == len(before)
    assert watch.incidents() == before


def test_a_rejected_claim_is_in_the_ledger_but_not_in_the_figure(watch: Monitor) -> None:
    claim = _claim(watch, "d")
    (incident,) = (one for one in watch.incidents() if claim.id in one.claims)
    assert watch.toll(TollScope(incident=incident.id)).low == 3
    watch.judge(judgement(Verdict.REJECT, claim.id, why="a drill"))
    assert not watch.store.views_current()
    toll = watch.toll(TollScope(incident=incident.id))
    assert toll.low is None
    (line,) = toll.ledger
    assert line.effect is Effect.REJECTED
    assert "a drill" in line.why


def test_a_corrected_claim_moves_the_toll(watch: Monitor) -> None:
    claim = _claim(watch, "d")
    value = json.dumps({"low": 4, "high": 4})
    watch.judge(judgement(Verdict.CORRECT, claim.id, field="quantity", value=value))
    assert _claim(watch, "d").quantity.bounds == (4, 4)
    assert next(iter(watch.store.claims(report="d"))) == claim  # the stored one is as it was
    (incident,) = (one for one in watch.incidents() if claim.id in one.claims)
    assert watch.toll(TollScope(incident=incident.id)).low == 4


def test_judgements_that_cannot_be_applied_do_not_enter(watch: Monitor) -> None:
    with pytest.raises(QueryError, match="no claim 'clm_none' to reject"):
        watch.judge(judgement(Verdict.REJECT, "clm_none"))
    with pytest.raises(InputError, match=r"has no field 'quantity\.lwo'"):
        watch.judge(judgement(Verdict.CORRECT, _claim(watch, "d").id, field="quantity.lwo", value="1"))
    assert list(watch.store.judgements()) == []
    publish = Judgement(id="jdg_1", verdict=Verdict.PUBLISH, subjects=("evt_1",), who="A", when=NOON, why="checked")
    assert watch.judge(publish)


def test_what_does_not_exist(watch: Monitor) -> None:
    with pytest.raises(QueryError, match="no incident or episode 'evt_none'"):
        watch.toll(TollScope(incident="evt_none"))
    assert list(watch.claims(report="none")) == []


def test_an_incident_known_only_since_is_taken_with_the_claims_of_the_day(watch: Monitor) -> None:
    khartoum = next(one for one in watch.incidents() if one.reports == ("d",))
    toll = watch.toll(TollScope(incident=khartoum.id), as_of=date(2025, 3, 7))
    assert toll.ledger == ()
    assert toll.low is None


def test_a_measure_nobody_reported(watch: Monitor) -> None:
    toll = watch.toll(TollScope(measure=Measure.DISPLACED))
    assert (toll.low, toll.best, toll.high) == (None, None, None)


@pytest.mark.skipif(not REPORTS.is_dir(), reason="needs ../shared/reports")
def test_the_first_report_end_to_end(tmp_path: Path) -> None:
    with monitor(tmp_path / "w") as watch:
        watch.ingest([REPORTS])
        report = watch.store.report("000_c8cc1be963771d53")
        assert report is not None
        assert report.published_at == "2025-03-08"
        assert list(watch.store.claims()) == read(report)
        toll = watch.toll()
        assert toll.low == 340
        counted = {line.claim for line in toll.ledger if line.effect is Effect.COUNTED}
        sentences = [claim.sentence for claim in watch.claims() if claim.id in counted]
        assert any("At least 340" in report.text[span.start : span.end] for span in sentences)
        recorded = report.recorded_at
        assert isinstance(recorded, datetime)
