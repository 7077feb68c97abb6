"""What is taken in, what is refused with which line, and that the batch goes on."""

import codecs
import json
import os
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import marsad.ingest
from marsad.ingest import Issue, expected, ingest
from marsad.ingest.issue import MOST_BYTES
from marsad.model import Quarantined, Report, bytes_id

NOON = datetime(2025, 3, 9, 12, tzinfo=UTC)
GOOD = {"id": "good", "published": "2025-03-08", "text": "Three were killed."}


def take(source: Path, **options: Any) -> tuple[list[Report], list[Quarantined], list[Issue]]:
    """Reports, refusals and issues of a source."""
    issues: list[Issue] = []
    found = list(ingest(source, on_issue=issues.append, clock=lambda: NOON, **options))
    reports = [item for item in found if isinstance(item, Report)]
    return reports, [item for item in found if isinstance(item, Quarantined)], issues


def lines(path: Path, *items: object) -> Path:
    path.write_text("".join(f"{item if isinstance(item, str) else json.dumps(item)}\n" for item in items), "utf8")
    return path


def test_the_public_names() -> None:
    assert marsad.ingest.__all__ == ["Issue", "expected", "ingest"]


def test_a_text_file(tmp_path: Path) -> None:
    content = "8 March, 2025; Three were killed.\r\nTwo were hurt: «قتيل».\r\n".encode()
    file = tmp_path / "coast.v2.txt"
    file.write_bytes(content)
    (report,), refused, issues = take(file, language="en")
    assert report == Report(
        id="coast.v2",
        text=content.decode(),  # line ends too: offsets point into the text as it was encoded
        published_at="2025-03-08",
        recorded_at=NOON,
        language="en",
        sha256=bytes_id(content),
    )
    assert (refused, issues) == ([], [])


def test_a_line_of_json(tmp_path: Path) -> None:
    full = {
        "id": "x/1",
        "url": "https://example.org/1",
        "outlet": "Example",
        "published_at": "2025-03-08T11:55:00Z",
        "language": "ar",
        "title": "Clashes",
        "text": "Three were killed.",
        "restates": "https://example.org/0",
        "revises": "x/0",
    }
    file = lines(tmp_path / "a.jsonl", full)
    (report,), refused, issues = take(file, language="en")
    assert {name: getattr(report, name) for name in full} == full
    assert report.sha256 == bytes_id(json.dumps(full).encode())
    assert (refused, issues) == ([], [])


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a", "a.TXT"])
def test_suffixes_of_text(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Three were killed.")
    (report,), refused, issues = take(tmp_path / name)
    assert (report.id, report.published_at, refused) == ("a", None, [])
    assert issues[0].sentence.startswith("no publication date: the text does not begin with a date")


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json"])
def test_suffixes_of_lines(tmp_path: Path, name: str) -> None:
    reports, refused, _ = take(lines(tmp_path / name, GOOD, "", "  ", {**GOOD, "id": "other"}))
    assert ([report.id for report in reports], refused) == (["good", "other"], [])


def test_json_files_of_one_document(tmp_path: Path) -> None:
    array = tmp_path / "array.json"
    array.write_text(json.dumps([GOOD, 7, {**GOOD, "id": "other"}], indent=2))
    reports, refused, _ = take(array)
    assert [report.id for report in reports] == ["good", "other"]
    assert [(entry.origin, entry.reason) for entry in refused] == [(f"{array}[2]", "is the number 7, not an object")]
    one = tmp_path / "one.json"
    one.write_text(json.dumps(GOOD, indent=2))
    assert [report.id for report in take(one)[0]] == ["good"]


# (name, bytes, the reason's words): each is refused, in one line.
FILES = [
    ("empty.txt", b"", "is empty"),
    ("blank.txt", b" \n\t\r\n", "is empty"),
    ("bom.txt", codecs.BOM_UTF8, "is empty"),
    ("zeros.txt", b"Three\0were killed", "zero bytes"),
    ("noise.txt", bytes(range(1, 32)) * 20, "control characters"),
    ("report.txt", b"%PDF-1.7 ...", "is a PDF file"),
    ("letter.txt", b"PK\x03\x04....", "is a ZIP or office file"),
    ("photo", b"\xff\xd8\xff\xe0....", "is an image"),
    ("report.pdf", b"%PDF-1.7 ...", "has no reader (.pdf)"),
    ("page.html", b"<html>", "has no reader (.html)"),
    ("half.txt", codecs.BOM_UTF16_LE + b"a\x00b", "broken at byte"),
    ("huge.txt", b"a" * (MOST_BYTES + 1), "more than 10000000"),
]


@pytest.mark.parametrize(("name", "content", "reason"), FILES)
def test_files_that_are_refused(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "zz good.txt").write_text("Three were killed.")
    reports, refused, _ = take(tmp_path)
    assert [report.id for report in reports] == ["zz good"]  # the batch goes on
    (entry,) = refused
    assert entry.origin == str(tmp_path / name)
    assert reason in entry.reason
    assert entry.next_step
    assert "\n" not in entry.reason + entry.next_step
    assert entry.when == NOON


# (line, the reason's words)
LINES: list[tuple[object, str]] = [
    ('{"id": "x", "text": ', "is not JSON: "),
    ("nonsense", "is not JSON"),
    ("[1, 2]", "is a list, not an object"),
    ("null", "is null, not an object"),
    ("true", "is a truth value"),
    ("[" * 100_000, "nested too deeply"),
    ({"id": "x"}, "has no text"),
    ({"id": "x", "text": ""}, "has no text"),
    ({"id": "x", "text": " \n "}, "has no text"),
    ({"id": "x", "text": None}, "has no text"),
    ({"id": "x", "text": 5}, "text is the number 5, not text"),
    ({"id": "x", "text": ["a"]}, "text is a list, not text"),
    ({"id": "", "text": "t"}, "id is the text"),
    ({"id": [1], "text": "t"}, "id is a list"),
    ({"id": True, "text": "t"}, "id is a truth value"),
    ({"id": "\ud800", "text": "t"}, "characters that cannot be stored"),
    ({"id": "x", "text": "t", "title": 5}, "title is the number 5"),
    ({"id": "x", "text": "t", "date": "2025-13-45"}, "date: not an ISO 8601 date: '2025-13-45'"),
    ({"id": "x", "text": "t", "date": "08/03/2025"}, "date: 08/03/2025 does not tell"),
    ({"id": "x", "text": "t", "published": 1741435200}, "published is the number 1741435200, not a date"),
    ({"id": "x", "text": "t", "published": "soon"}, "'soon'"),
]


@pytest.mark.parametrize(("line", "reason"), LINES)
def test_lines_that_are_refused(tmp_path: Path, line: object, reason: str) -> None:
    file = lines(tmp_path / "a.jsonl", GOOD, line, {**GOOD, "id": "after"})
    reports, (entry,), _ = take(file)
    assert [report.id for report in reports] == ["good", "after"]
    assert entry.origin == f"{file}:2"
    assert reason in entry.reason
    assert entry.next_step
    assert "\n" not in entry.reason + entry.next_step
    assert entry.sha256 is not None  # its bytes are kept as evidence too


def test_a_line_that_is_not_utf8(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(json.dumps(GOOD).encode() + b'\n{"text": "caf\xe9"}\n')
    reports, (entry,), _ = take(file)
    assert len(reports) == 1
    assert entry.reason == "is not UTF-8 (byte 13)"


# (fields, the issue's words): each is accepted, and told.
ISSUES: list[tuple[dict[str, Any], str]] = [
    ({"author": "A. B."}, "field 'author' is not one that Marsad reads"),
    ({"published": None}, "no publication date"),
    ({"published": "2025-03-08", "date": "2025-03-07"}, "date is '2025-03-07' but published is '2025-03-08'"),
    ({"text": "Three \ud83d were killed"}, "text: 1 character(s) that cannot be stored"),
    ({"text": "Three \0 were \0 killed"}, "text: 2 character(s) that cannot be stored"),
    ({"title": "Cla\0shes"}, "title: 1 character(s)"),
]


@pytest.mark.parametrize(("fields", "sentence"), ISSUES)
def test_lines_that_are_accepted_with_an_issue(tmp_path: Path, fields: dict[str, Any], sentence: str) -> None:
    file = lines(tmp_path / "a.jsonl", {**GOOD, **fields})
    (report,), refused, (issue,) = take(file)
    assert refused == []
    assert sentence in issue.sentence
    assert (issue.report, issue.origin) == ("good", f"{file}:1")
    assert len(report.text) == len({**GOOD, **fields}["text"])  # replaced one for one: offsets stay


def test_a_field_given_twice(tmp_path: Path) -> None:
    file = lines(tmp_path / "a.jsonl", '{"text": "one", "text": "two", "date": "2025-03-08"}')
    (report,), _, (issue,) = take(file)
    assert report.text == "two"
    assert issue.sentence == "field 'text' is given twice: the last one counts"


def test_ids_that_lines_bring_or_not(tmp_path: Path) -> None:
    file = lines(tmp_path / "a.jsonl", {"id": 17, "text": "t"}, {"text": "t"}, {"text": "t", "id": None})
    reports, refused, _ = take(file)
    assert [report.id for report in reports] == ["17", *[Report.id_of("t", None, None, None, None)] * 2]
    assert refused == []


def test_a_line_that_is_too_long_is_not_held_in_memory(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    with file.open("wb") as out:
        out.write(b'{"text": "')
        for _ in range(60):
            out.write(b"a" * 1_000_000)
        out.write(b'"}\n')
        out.write(json.dumps(GOOD).encode() + b"\n")
    tracemalloc.start()
    reports, (entry,), _ = take(file)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [report.id for report in reports] == ["good"]
    assert "more than 10000000 bytes" in entry.reason
    assert entry.origin == f"{file}:1"
    assert peak < 45_000_000


def test_encodings(tmp_path: Path) -> None:
    text = "8 March 2025\nThree were killed in Alep: «حلب»."
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        (tmp_path / encoding).write_bytes(text.encode(encoding))
    reports, refused, issues = take(tmp_path)
    assert [report.text for report in reports] == [text] * 4
    assert (refused, issues) == ([], [])


def test_another_encoding_is_a_guess_and_said_to_be_one(tmp_path: Path) -> None:
    text = "8 марта. По меньшей мере трое человек были убиты, ещё двое получили ранения в результате обстрела города."
    (tmp_path / "a.txt").write_bytes(text.encode("cp1251"))
    (report,), _, issues = take(tmp_path)
    assert report.text == text
    assert "read as cp1251, a guess" in issues[0].sentence


def test_missing_and_odd_sources(tmp_path: Path) -> None:
    _, (entry,), _ = take(tmp_path / "none.txt")
    assert (entry.origin, entry.reason, entry.next_step) == (f"{tmp_path}/none.txt", "is not there", "check the name")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "circle").symlink_to(tmp_path)
    (tmp_path / ".hidden").write_text("not a report")
    reports, refused, _ = take(tmp_path)
    assert reports == []
    assert [(Path(entry.origin).name, entry.reason) for entry in refused] == [
        ("circle", "is a link to a folder"),
        ("dangling.txt", "is not there"),
        ("pipe", "is neither a file nor a folder"),
    ]


def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("Three were killed.")
    reports, (entry,), _ = take(tmp_path)
    assert reports == []
    assert entry.reason == "has a name that is not UTF-8"
    entry.origin.encode()  # can be stored


def test_a_file_without_permission(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Three were killed.")
    file.chmod(0)
    if os.access(file, os.R_OK):
        pytest.skip("this user may read everything")
    _, (entry,), _ = take(tmp_path)
    assert "cannot be read (Permission denied)" in entry.reason


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that fails to be read (Linux)")
def test_a_file_that_the_disk_does_not_give() -> None:
    reports, (entry,), _ = take(Path("/proc/self/mem"))
    assert reports == []
    assert entry.reason == "cannot be read (Input/output error)"


def test_a_folder_is_walked_in_order_and_a_workspace_does_not_eat_itself(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y.txt", "c.txt", "B.txt", "evidence/ab/cdef", "marsad.toml", "marsad.sqlite"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Three were killed.")
    reports, refused, _ = take(tmp_path)
    assert [report.id for report in reports] == ["B", "y", "z", "b", "c"]
    assert refused == []


def test_bytes_are_kept_before_the_report_is_given(tmp_path: Path) -> None:
    kept: list[bytes] = []

    def keep(content: bytes) -> str:
        kept.append(content)
        return bytes_id(content)

    file = lines(tmp_path / "a.jsonl", GOOD, "broken")
    for item in ingest(file, keep=keep):
        assert item.sha256 == bytes_id(kept[-1])
    assert kept == [json.dumps(GOOD).encode(), b"broken"]


def test_it_streams(tmp_path: Path) -> None:
    file = lines(tmp_path / "a.jsonl", *({**GOOD, "id": f"r{number}"} for number in range(1000)))
    kept: list[bytes] = []

    def keep(content: bytes) -> str:
        kept.append(content)
        return bytes_id(content)

    next(ingest(file, keep=keep))
    assert len(kept) == 1


def test_how_many_are_expected(tmp_path: Path) -> None:
    lines(tmp_path / "a.jsonl", GOOD, GOOD, GOOD)
    (tmp_path / "b.txt").write_text("x")
    (tmp_path / "c.pdf").write_text("x")
    assert expected(tmp_path) == 5
    assert expected(tmp_path / "none") == 1


def test_issues_without_a_listener_are_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    list(ingest(lines(tmp_path / "a.jsonl", {**GOOD, "author": "A."})))
    assert "a.jsonl:1: field 'author' is not one" in caplog.text


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400), name=st.sampled_from(["a.txt", "a.jsonl", "a.json"]))
def test_no_bytes_stop_the_batch(tmp_path: Path, content: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(content)
    reports, refused, _ = take(tmp_path / name)
    for report in reports:
        assert report.text.strip()
        report.text.encode()
    for entry in refused:
        assert "\n" not in entry.reason
