"""What lists: claims of files and of a workspace, incidents, doctor; as a table, as JSON, as JSON Lines."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from marsad.cli import doctor as doctor_module
from marsad.model import Claim, from_json
from tests.cli.command import Told, marsad
from tests.cli.stock import BOMB, LINES, jsonl

SCORER = Path(__file__).parents[3] / "shared" / "eval" / "score_incidents.py"

FIELDS = {  # the contract of the claim: names are fixed, more may be added
    "id", "report", "measure", "quantity", "sentence", "victims", "scope", "relation", "parent", "place", "time",
    "attribution", "perpetrator", "mechanism", "certainty", "conflict", "confidence", "extractor",
}  # fmt: skip


def figures(told: Told) -> list[tuple[str, int]]:
    return [(row["report"], row["quantity"]["low"]) for row in told.rows]


# Claims


def test_claims_of_a_file_need_no_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text(f"7 March 2025; {BOMB}\n", encoding="utf8")
    told = marsad("claims", "one.txt", "--format", "jsonl")
    (row,) = told.rows
    assert set(row) >= FIELDS
    assert (row["report"], row["measure"], row["quantity"]["low"]) == ("one", "killed", 5)
    assert (row["time"]["start"], row["time"]["end"]) == ("2025-03-07", "2025-03-07")
    assert row["attribution"]["source"] == "Syrian Observatory for Human Rights"
    assert row["place"]["country"] == "SY"
    assert list(tmp_path.iterdir()) == [tmp_path / "one.txt"]  # nothing was left behind


def test_the_number_is_where_the_claim_says(tmp_path: Path) -> None:
    lines = jsonl(tmp_path / "in.jsonl")
    texts = {line["id"]: line["text"] for line in LINES}
    for row in marsad("claims", lines, "-f", "jsonl").rows:
        quantity, sentence = row["quantity"], row["sentence"]
        text = texts[row["report"]]
        assert text[quantity["start"] : quantity["end"]] == quantity["text"]
        assert quantity["text"] in text[sentence["start"] : sentence["end"]]


def test_claims_of_files_and_of_the_workspace_are_the_same(stocked: Path, tmp_path: Path) -> None:
    of_files = marsad("claims", jsonl(tmp_path / "in.jsonl"), "--format", "jsonl")
    assert figures(of_files) == [("bomb-1", 5), ("bomb-2", 7), ("bomb-2", 2), ("bomb-3", 6), ("strike", 3)]
    of_workspace = marsad("claims", "--workspace", stocked, "--format", "jsonl")
    assert {row["id"]: row for row in of_files.rows} == {row["id"]: row for row in of_workspace.rows}
    for row in of_workspace.rows:
        from_json(Claim, row)


def test_claims_as_of_a_past_day(stocked: Path) -> None:
    assert figures(marsad("claims", "-w", stocked, "--as-of", "2025-03-07", "-f", "jsonl")) == [("bomb-1", 5)]
    assert marsad("claims", "-w", stocked, "--as-of", "2025-03-06", "-f", "jsonl").rows == []


def test_claims_as_json_and_as_a_table(stocked: Path) -> None:
    lines = marsad("claims", "-w", stocked, "-f", "jsonl")
    assert json.loads(marsad("claims", "-w", stocked, "-f", "json").out) == lines.rows
    table = marsad("claims", "-w", stocked).out.splitlines()
    assert len(table) == 1 + len(lines.rows)  # a pipe is not folded: a row is a line
    assert table[0].split()[:3] == ["report", "number", "measure"]
    assert "bomb-2" in table[2]
    assert "Syrian Observatory for Human Rights" in table[2]


def test_claims_explained(stocked: Path) -> None:
    told = marsad("claims", "-w", stocked, "--explain")
    assert told.code == 0
    assert "'five' killed" in told.out
    assert any("attribution" in line or "source:" in line for line in told.out.splitlines())


def test_one_bad_file_among_good_ones(tmp_path: Path) -> None:
    lines = jsonl(tmp_path / "in.jsonl", "{broken")
    told = marsad("claims", tmp_path / "missing.txt", lines, "-f", "jsonl")
    assert told.code == 1  # a program must notice; what could be read was given all the same
    assert len(told.rows) == 5
    assert f"{tmp_path / 'missing.txt'}: is not there; check the name" in told.err
    assert "in.jsonl:3: is not JSON" in told.err
    assert told.err.splitlines()[-1] == "marsad: 2 of the inputs could not be read: the lines above say why"


@pytest.mark.parametrize("option", [["--as-of", "2025-03-08"], ["--workspace", "."]])
def test_options_that_say_nothing_about_files(tmp_path: Path, option: list[str]) -> None:
    assert "go with the claims of a workspace" in marsad("claims", jsonl(tmp_path / "in.jsonl"), *option).refusal


def test_report_text_is_never_taken_for_markup(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(
        "7 March 2025; Gunmen killed five [red]traders[/red] in Homs on Friday.\n", "utf8"
    )
    table = marsad("claims", tmp_path / "one.txt")
    assert table.code == 0
    assert "\x1b" not in table.out


# Incidents


def test_incidents_have_the_shape_that_the_evaluation_reads(stocked: Path) -> None:
    rows = marsad("incidents", "-w", stocked, "--format", "jsonl").rows
    assert rows
    ids = {row["id"] for row in rows}
    main: list[str] = []
    for row in rows:
        assert row["kind"] in ("incident", "episode")
        assert row["parent"] is None or row["parent"] in ids
        assert set(row["main_reports"]) <= set(row["reports"])
        main += row["main_reports"]
        for measure, toll in row["toll"].items():
            assert measure in ("killed", "injured", "killed_or_injured", "missing", "detained", "abducted", "displaced")
            assert set(toll) == {"low", "best", "high"}
            known = [number for number in (toll["low"], toll["best"], toll["high"]) if number is not None]
            assert known == sorted(known)
    assert len(main) == len(set(main)) == 4  # each report is mainly about one incident


def bomb(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return max((row for row in rows if "bomb-1" in row["reports"]), key=lambda row: len(row["reports"]))


def test_one_bomb_is_one_incident(stocked: Path) -> None:
    rows = marsad("incidents", "-w", stocked, "-f", "jsonl").rows
    assert bomb(rows)["reports"] == ["bomb-1", "bomb-2", "bomb-3"]
    (strike,) = (row for row in rows if "strike" in row["reports"])
    assert strike["reports"] == ["strike"]
    assert strike["toll"]["killed"]["low"] == 3


def test_incidents_by_day_and_policy(stocked: Path) -> None:
    past = marsad("incidents", "-w", stocked, "--as-of", "2025-03-07", "-f", "jsonl").rows
    assert [row["reports"] for row in past] == [["bomb-1"]]
    assert past[0]["toll"]["killed"] == {"low": 5, "best": 5, "high": 5}
    assert marsad("incidents", "-w", stocked, "--as-of", "2025-03-01", "-f", "jsonl").rows == []
    tolls = {
        policy: bomb(marsad("incidents", "-w", stocked, "-p", policy, "-f", "jsonl").rows)["toll"]["killed"]
        for policy in ("range", "best")
    }
    assert tolls["range"] == {"low": 6, "best": 6, "high": 7}
    assert tolls["best"] == {"low": 6, "best": 7, "high": 7}  # the same evidence, another policy, another toll


def test_incidents_as_a_table(stocked: Path) -> None:
    rows = marsad("incidents", "-w", stocked, "-f", "jsonl").rows
    assert json.loads(marsad("incidents", "-w", stocked, "-f", "json").out) == rows
    heading, *lines = marsad("incidents", "-w", stocked).out.splitlines()
    assert heading.split() == ["id", "kind", "what", "days", "killed", "reports", "of"]
    assert [line.split()[0] for line in lines] == [row["id"] for row in rows]


def test_the_evaluation_reads_it(stocked: Path, tmp_path: Path) -> None:
    if not SCORER.is_file():
        pytest.skip("needs ../shared/eval")
    gold = {
        "articles": [{"id": line["id"], "lang": "en"} for line in LINES],
        "same_incident": {
            "same_episode_multi_day": [], "same_incident": [["bomb-1", "bomb-2", "bomb-3"]],
            "look_alikes_not_same": [["bomb-1", "strike"]],
        },
        "episodes": {
            "homs": {"articles": ["bomb-1", "bomb-2"], "accepted": {"measure": "killed", "low": 6, "high": 7}},
        },
    }  # fmt: skip
    for name, content in gold.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(content), encoding="utf8")
    lines = tmp_path / "incidents.jsonl"
    lines.write_text(marsad("incidents", "-w", stocked, "-p", "best", "-f", "jsonl").out, encoding="utf8")
    command = [sys.executable, str(SCORER), str(tmp_path), str(lines), "--json"]
    score = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert score["in_two_incidents"] == []
    assert score["look_alikes_merged"] == 0
    assert score["tolls_inside"] == "1/1"


# Doctor


def test_doctor_lists_the_quarantine_with_its_next_step(work: Path, tmp_path: Path) -> None:
    marsad("ingest", jsonl(tmp_path / "in.jsonl", "{broken"), "-w", work)
    told = marsad("doctor", "-w", work, "--format", "jsonl")
    assert told.code == 0
    (row,) = (row for row in told.rows if row["state"] == "quarantined")
    assert row["what"].endswith("in.jsonl:3")
    assert "is not JSON" in row["found"]
    assert "ingest the file again" in row["next_step"]
    table = marsad("doctor", "-w", work)
    assert table.code == 0
    assert any("quarantined" in line and "in.jsonl:3" in line for line in table.out.splitlines())
    assert json.loads(marsad("doctor", "-w", work, "-f", "json").out) == told.rows


def test_doctor_tells_of_reports_in_languages_that_are_not_read(work: Path, tmp_path: Path) -> None:
    line = {"id": "de-1", "published": "2025-03-08", "language": "xx", "text": "Words of no known language, 5."}
    (tmp_path / "in.jsonl").write_text(json.dumps(line), encoding="utf8")
    assert marsad("ingest", tmp_path / "in.jsonl", "-w", work).code == 0
    (row,) = (row for row in marsad("doctor", "-w", work, "-f", "jsonl").rows if row["state"] == "unread")
    assert "de-1" in row["found"]


def test_doctor_outside_of_a_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = marsad("doctor", "-f", "jsonl")
    assert told.code == 0  # nothing is missing: a workspace is not needed to read files
    assert [row["next_step"] for row in told.rows if row["what"] == "workspace"] == ["marsad init DIR"]
    assert {"marsad", "SQLite", "spacy", "sqlalchemy"} <= {row["what"] for row in told.rows if row["state"] == "ok"}


def test_doctor_ends_with_1_where_something_is_missing(stocked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert importlib.util.find_spec("no_such_part") is None
    monkeypatch.setitem(doctor_module.__dict__["PARTS"], "no-such-part", "reads minds")
    told = marsad("doctor", "-w", stocked, "-f", "jsonl")
    assert told.code == 1
    (row,) = (row for row in told.rows if row["state"] == "missing")
    assert row["next_step"] == "pip install no-such-part (reads minds)"
