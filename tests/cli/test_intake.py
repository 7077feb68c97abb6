"""`marsad init` and `marsad ingest`: what comes in, what is refused and why, and that the rest goes on."""

import json
import stat
from pathlib import Path

import pytest

from tests.cli.command import marsad
from tests.cli.stock import BOMB, LINES, STRIKE, jsonl


def counts(*arguments: str | Path) -> dict[str, int]:
    told = marsad("ingest", *arguments, "--format", "json")
    assert told.code == 0, told
    (row,) = json.loads(told.out)
    assert isinstance(row, dict)
    return row


def test_init_makes_a_private_folder(tmp_path: Path) -> None:
    told = marsad("init", tmp_path / "a" / "work")
    assert (told.code, told.err) == (0, "")
    assert str(tmp_path / "a" / "work") in told.out
    assert "marsad ingest" in told.out  # the next step
    assert {path.name for path in (tmp_path / "a" / "work").iterdir()} >= {"marsad.toml", "marsad.sqlite", "evidence"}
    assert stat.S_IMODE((tmp_path / "a" / "work").stat().st_mode) == 0o700


def test_init_twice_keeps_the_first(work: Path) -> None:
    before = (work / "marsad.toml").read_bytes()
    assert "is a workspace already" in marsad("init", work).refusal
    assert (work / "marsad.toml").read_bytes() == before


def test_init_with_a_database_that_is_not_understood(tmp_path: Path) -> None:
    refusal = marsad("init", tmp_path / "w", "--database", "mysql://root:secret@host/x").refusal
    assert "neither an SQLite file nor PostgreSQL" in refusal
    assert "secret" not in refusal
    assert not (tmp_path / "w").exists()


def test_a_database_of_another_name(tmp_path: Path) -> None:
    assert marsad("init", tmp_path / "w", "--database", "sqlite:///claims.sqlite").code == 0
    assert (tmp_path / "w" / "claims.sqlite").is_file()
    assert marsad("doctor", "-w", tmp_path / "w").code == 0


def test_text_json_lines_and_folders(work: Path, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(f"7 March 2025; {BOMB}\n", encoding="utf8")
    folder = tmp_path / "more"
    (folder / "deep").mkdir(parents=True)
    jsonl(folder / "lines.jsonl")
    (folder / "deep" / "two.txt").write_text(f"8 March 2025; {STRIKE}\n", encoding="utf8")
    done = counts(tmp_path / "one.txt", folder, "-w", work)
    assert (done["reports"], done["duplicates"], done["rejected"]) == (6, 0, 0)
    assert done["claims"] >= 7
    told = marsad("claims", "-w", work, "-f", "jsonl")
    assert {row["report"] for row in told.rows} == {"one", "two", *(line["id"] for line in LINES)}


def test_a_second_time_all_is_there_already(work: Path, tmp_path: Path) -> None:
    lines = jsonl(tmp_path / "in.jsonl")
    assert counts(lines, "-w", work)["reports"] == 4
    again = counts(lines, "-w", work, "--jobs", "1", "--quiet")
    assert (again["reports"], again["duplicates"], again["claims"]) == (0, 4, 0)


def test_several_processes_read_the_same(work: Path, tmp_path: Path) -> None:
    lines = jsonl(tmp_path / "in.jsonl")
    assert counts(lines, "-w", work, "--jobs", "2")["reports"] == 4
    marsad("init", tmp_path / "other")
    counts(lines, "-w", tmp_path / "other")
    assert (
        marsad("claims", "-w", work, "-f", "jsonl").rows
        == marsad("claims", "-w", tmp_path / "other", "-f", "jsonl").rows
    )


def test_what_cannot_be_read_is_told_line_by_line_and_the_rest_goes_on(work: Path, tmp_path: Path) -> None:
    bad = jsonl(tmp_path / "in.jsonl", "{broken", '["a list"]', '{"id": "empty", "text": " "}')
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "page.txt").write_bytes(b"%PDF-1.7 \x00\x01\x02")
    (tmp_path / "photo.jpeg").write_bytes(b"\xff\xd8\xff\x00")
    told = marsad(
        "ingest", bad, tmp_path / "empty.txt", tmp_path / "page.txt", tmp_path / "photo.jpeg", "-w", work, "-f", "jsonl"
    )
    assert told.code == 0  # something was taken in; what was not is told, and kept in quarantine
    (done,) = told.rows
    assert (done["reports"], done["rejected"]) == (4, 6)
    for words in (
        ["in.jsonl:3", "is not JSON", "ingest the file again"],
        ["in.jsonl:4", "is a list, not an object"],
        ["in.jsonl:5", "has no text"],
        ["empty.txt", "is empty"],
        ["page.txt", "PDF", "save the report as plain UTF-8 text"],
        ["photo.jpeg", "has no reader (.jpeg)"],
    ):
        assert [line for line in told.err.splitlines() if all(word in line for word in words)], (words, told.err)
    assert len(told.err.splitlines()) == 6


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("missing.txt", None, "is not there"),
        ("empty.txt", b"", "is empty"),
        ("binary.txt", b"\x00\x01\x02\x03" * 50, "is not text"),
        ("broken.jsonl", b"{", "is not JSON"),
        ("wrong.json", b'[1, "two"]', "not an object"),
    ],
)
def test_nothing_could_be_taken_in(work: Path, tmp_path: Path, name: str, content: bytes | None, reason: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    told = marsad("ingest", tmp_path / name, "-w", work)
    assert told.code == 1
    first, *_, last = told.err.splitlines()
    assert name in first
    assert reason in first
    assert last == "marsad: nothing could be taken in: the lines above say why"


def test_a_report_without_a_date_is_taken_in_and_told(work: Path, tmp_path: Path) -> None:
    (tmp_path / "undated.txt").write_text(f"{BOMB}\n", encoding="utf8")
    done = counts(tmp_path / "undated.txt", "-w", work)
    assert (done["reports"], done["rejected"], done["issues"]) == (1, 0, 1)
    (claim,) = marsad("claims", "-w", work, "-f", "jsonl").rows
    assert claim["said_at"] is None
    assert claim["time"] is None or claim["time"]["start"] is None  # "on Friday" is no day that could be told
    doctor = marsad("doctor", "-w", work, "-f", "jsonl").rows
    assert [row for row in doctor if row["state"] == "issue" and "no publication date" in row["found"]]


def test_an_id_that_is_taken_is_refused(work: Path, tmp_path: Path) -> None:
    counts(jsonl(tmp_path / "in.jsonl"), "-w", work)
    (tmp_path / "new.jsonl").write_text(json.dumps({**LINES[0], "text": "Another text: 99 dead."}), encoding="utf8")
    told = marsad("ingest", tmp_path / "new.jsonl", "-w", work)
    assert told.code == 1
    assert "'bomb-1' is that of another stored report" in told.err
