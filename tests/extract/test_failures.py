"""The twenty failures of the claim contract, each with several wordings of our own (`failures/*.yaml`).

A case is a text with every claim that must be read, and no other, or reports with the tolls of their incidents. A case
that cannot be read rightly yet says why under `fails`; it then must fail, so that the note goes when it is mended.
"""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from marsad.link import link
from marsad.model import Claim, Incident, Measure, Relation, Report, TollScope
from marsad.monitor import Monitor, read
from marsad.reconcile import reconcile

SATURDAY = "2025-03-08"
TABLES = Path(__file__).parent / "failures"
Case = dict[str, Any]


def cases(kind: str) -> list[Any]:
    """The cases of all tables that hold the key `kind`, named by table and number."""
    return [
        pytest.param(case, id=f"{path.stem}-{number}", marks=_marks(case))
        for path in sorted(TABLES.glob("*.yaml"))
        for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf8")), 1)
        if kind in case
    ]


def _marks(case: Case) -> list[Any]:
    return [pytest.mark.xfail(reason=case["fails"], strict=True)] if "fails" in case else []


def claims_of(case: Case) -> list[Claim]:
    """What is read of the text of a case."""
    return read(Report(id="r", text=case["text"], published_at=case.get("on", SATURDAY), language="en"))


def named(claims: list[Claim]) -> dict[str, Claim]:
    """The claims by their number phrase, without an article; "13#2" is the second of the same words."""
    seen: Counter[str] = Counter()
    found: dict[str, Claim] = {}
    for claim in claims:
        words = re.sub(r"^(?:the|another|all|a further) (?=\w)", "", claim.quantity.text or "", flags=re.I)
        seen[words] += 1
        found[words if seen[words] == 1 else f"{words}#{seen[words]}"] = claim
    return found


def _plain(words: str | None) -> str | None:
    return words.lower().removeprefix("the ") if words else words


def _field(claim: Claim, name: str, wanted: Any, by_id: dict[str, str]) -> Any:
    """A field as the tables name it; the wanted value itself where it may be part of a longer name."""
    place, days, said = claim.place, claim.time, claim.attribution
    if name == "source":
        own = str(_plain(wanted))
        return wanted if any(own in said_.lower() for said_ in (said.source, said.text) if said_) else said
    if name == "perpetrator":
        text = claim.perpetrator.text
        return wanted if _plain(text) == _plain(wanted) else text
    if name == "place_has":
        return wanted if place and wanted in f"{place.text} {place.name}" else place
    if name == "not_place":
        return wanted if not place or wanted not in (place.text, place.name) else None
    values = {
        "measure": claim.measure.value,
        "low": claim.quantity.low,
        "high": claim.quantity.high,
        "modality": claim.quantity.modality.value,
        "category": claim.victims.category.value,
        "scope": claim.scope.value,
        "relation": claim.relation.value,
        "parent": by_id.get(claim.parent or ""),
        "certainty": claim.certainty.value,
        "conflict": claim.conflict,
        "superseded": claim.superseded,
        "perpetrator_id": claim.perpetrator.id,
        "mechanism": claim.mechanism,
        "event_type": claim.event_type,
        "start": str(days.start) if days and days.start else None,
        "end": str(days.end) if days and days.end else None,
        "country": place.country if place else None,
        "precision": place.precision.value if place and place.precision else None,
    }
    return values[name]


@pytest.mark.parametrize("case", cases("claims"))
def test_reads_these_claims_and_no_other(case: Case) -> None:
    found = named(claims_of(case))
    by_id = {claim.id: words for words, claim in found.items()}
    wrong = [f"{words!r}: not read" for words in case["claims"] if words not in found]
    wrong += [f"{words!r}: read, and it is no claim" for words in found if words not in case["claims"]]
    for words, fields in case["claims"].items():
        if claim := found.get(words):
            got = {name: _field(claim, name, value, by_id) for name, value in fields.items()}
            wrong += [f"{words!r}: {n} {got[n]!r}, not {v!r}" for n, v in fields.items() if got[n] != v]
    assert wrong == []


@pytest.mark.parametrize("case", cases("sum"))
def test_the_harm_told_adds_up(case: Case) -> None:
    told: Counter[str] = Counter()
    for claim in claims_of(case):
        if claim.relation is Relation.TOTAL and claim.harm and not claim.superseded:
            told[claim.measure.value] += claim.quantity.low or 0
    assert {measure: told[measure] for measure in case["sum"]} == case["sum"]


@pytest.mark.parametrize("case", cases("conflict_of_all"))
def test_no_claim_counts(case: Case) -> None:
    assert [c.quantity.text for c in claims_of(case) if c.conflict is not case["conflict_of_all"]] == []


@pytest.mark.parametrize("case", cases("reports"))
def test_the_toll_of_each_incident(case: Case) -> None:
    reports = {f"r{n}": Report(id=f"r{n}", text=text, published_at=day, language="en", outlet=f"Outlet {n}")
               for n, (day, text) in enumerate(case["reports"])}  # fmt: skip
    claims = {claim.id: claim for report in reports.values() for claim in read(report)}
    incidents = [view for view in link(list(claims.values()), reports) if isinstance(view, Incident)]
    tolls = [
        reconcile([claims[c] for c in one.claims], TollScope(measure=Measure.KILLED, incident=one.id), "best").best
        for one in incidents
    ]
    assert sorted(toll for toll in tolls if toll) == case["killed"]


@pytest.mark.parametrize("case", cases("name"))
def test_a_bad_report_stops_nothing(case: Case, tmp_path: Path) -> None:
    raw = bytes.fromhex(case["hex"]) if "hex" in case else case["bytes"].encode("utf8")
    (tmp_path / case["name"]).write_bytes(raw)
    good = {"id": "good", "published": SATURDAY, "text": "Gunmen killed nine villagers in Homs on Friday."}
    for name in ("a.jsonl", "z.jsonl"):
        (tmp_path / name).write_text(json.dumps({**good, "id": name}) + "\n", encoding="utf8")
    with Monitor.create(tmp_path / "w") as monitor:
        monitor.ingest([tmp_path / name for name in ("a.jsonl", case["name"], "z.jsonl")])
        read_ = [claim.report for claim in monitor.claims() if claim.quantity.low == 9]
        told = [*monitor.store.quarantined(), *monitor.store.issues(), *monitor.store.reports()]
    assert sorted(read_) == ["a.jsonl", "z.jsonl"]
    assert len(told) >= 3  # the bad one is kept somewhere: as a report, with an issue, or in quarantine
