"""A run of ingest: what it stores, skips and refuses, on both databases and with several processes."""

import json
from pathlib import Path

import pytest

from marsad.errors import MissingPart, WorkspaceError
from marsad.model import Claim, Report
from marsad.monitor import Monitor, Progress
from tests.monitor.reader import numbers, numbers_again, stumbling
from tests.monitor.reports import NOON, dump, folder, monitor


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return folder(tmp_path / "in")


def _url(store_url: str) -> str | None:
    return store_url if store_url.startswith("postgresql") else None


def test_a_run(tmp_path: Path, source: Path, store_url: str) -> None:
    with monitor(tmp_path / "w", _url(store_url)) as watch:
        run = watch.ingest([source], reader=numbers)
        assert run.counts == {"reports": 20, "duplicates": 0, "rejected": 3, "claims": 64, "issues": 8}
        assert (run.started_at, run.finished_at) == (NOON, NOON)
        assert list(watch.store.runs()) == [run]
        report = watch.store.report("t03")
        assert report is not None
        assert (report.published_at, report.text[:13]) == ("2025-03-08", "8 March 2025;")
        assert watch.workspace.evidence.read(report.sha256 or "") == (source / "t03.txt").read_bytes()
        assert [claim.quantity.low for claim in watch.store.claims(report="j02")] == [2, 6]
        assert list(watch.store.issues(report="j02")) == [
            ("j02", "field 'by' is not one that Marsad reads: kept in the evidence alone")
        ]


def test_what_is_refused_is_told_with_the_next_step(tmp_path: Path, source: Path) -> None:
    with monitor(tmp_path / "w") as watch:
        watch.ingest([source, tmp_path / "missing"], reader=numbers)
        told = [(Path(entry.origin).name, entry.reason.partition(":")[0]) for entry in watch.store.quarantined()]
        assert told == [
            ("t05 empty.txt", "is empty"),
            ("u.jsonl:4", "is not JSON"),
            ("in (report j00)", "its id 'j00' is that of another stored report"),
            ("missing", "is not there"),
        ]
        assert all(entry.next_step for entry in watch.store.quarantined())
        changed = list(watch.store.quarantined())[2]
        assert "`revises`" in changed.next_step
        assert b"Another text" in watch.workspace.evidence.read(changed.sha256 or "")


def test_a_second_run_adds_nothing(tmp_path: Path, source: Path, store_url: str) -> None:
    with monitor(tmp_path / "w", _url(store_url)) as watch:
        watch.ingest([source], reader=numbers)
        before = dump(watch)
        again = watch.ingest([source], reader=numbers)
        assert again.counts == {"reports": 0, "duplicates": 20, "rejected": 3, "claims": 0, "issues": 0}
        assert dump(watch) == before


def test_several_processes_leave_the_same_store(tmp_path: Path, source: Path) -> None:
    with monitor(tmp_path / "one") as one, monitor(tmp_path / "two") as two:
        first = one.ingest([source], reader=numbers)
        second = two.ingest([source], reader=numbers, jobs=2)
        assert first.counts == second.counts
        assert dump(one) == dump(two)


def test_progress(tmp_path: Path, source: Path) -> None:
    seen: list[Progress] = []
    with monitor(tmp_path / "w") as watch:
        watch.ingest([source], reader=numbers, progress=seen.append)
    assert [progress.done for progress in seen] == list(range(1, 24))
    assert {progress.expected for progress in seen} == {23}
    assert seen[0].at == "t00"
    assert seen[-1].counts["reports"] == 20


def test_a_report_that_cannot_be_read_does_not_stop_the_batch(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for word in ("DIVIDE", "REFUSE", "STRAY", "fine"):
        (source / f"{word}.txt").write_text(f"{word} 3")
    for jobs in (1, 2):
        with monitor(tmp_path / f"w{jobs}") as watch:
            run = watch.ingest([source], reader=stumbling, jobs=jobs)
            assert (run.counts["reports"], run.counts["rejected"]) == (1, 3)
            reasons = [entry.reason for entry in watch.store.quarantined()]
            assert reasons[0] == "cannot be read (ZeroDivisionError: division by zero)"
            assert reasons[1] == "cannot be read (InputError: the text has no sentences)"
            assert "is of report 'another', not of 'STRAY'" in reasons[2]


def test_what_concerns_every_report_stops_the_run(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for word in ("a fine", "b MISSING", "c fine"):
        (source / f"{word}.txt").write_text(f"{word} 3")
    with monitor(tmp_path / "w") as watch:
        with pytest.raises(MissingPart):
            watch.ingest([source], reader=stumbling)
        assert [report.id for report in watch.store.reports()] == ["a fine"]
        assert list(watch.store.quarantined()) == []


def test_a_process_that_dies_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("DIE")
    with monitor(tmp_path / "w") as watch, pytest.raises(Exception, match="fewer jobs"):
        watch.ingest([tmp_path / "a.txt"], reader=stumbling, jobs=2)


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Three were killed.")
    with monitor(tmp_path / "w") as watch:
        watch.workspace.evidence.folder.rmdir()
        watch.workspace.evidence.folder.write_text("in the way")
        with pytest.raises(WorkspaceError, match=r"cannot write to .*evidence"):
            watch.ingest([tmp_path / "a.txt"], reader=numbers)


def test_ctrl_c_says_how_much_is_stored(tmp_path: Path, source: Path) -> None:
    def interrupt(progress: Progress) -> None:
        if progress.counts["reports"] == 7:
            raise KeyboardInterrupt

    with monitor(tmp_path / "w") as watch:
        with pytest.raises(KeyboardInterrupt, match="stopped: 7 reports are stored with their claims; run the same"):
            watch.ingest([source], reader=numbers, progress=interrupt)
        (run,) = watch.store.runs()
        assert (run.finished_at, run.counts["reports"]) == (None, 7)
        assert watch.ingest([source], reader=numbers).counts["reports"] == 13


def test_the_same_bytes_under_two_names(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for name in ("a.txt", "b.txt", "c/a.txt"):
        (source / name).parent.mkdir(exist_ok=True)
        (source / name).write_text("Three were killed.")
    with monitor(tmp_path / "w") as watch:
        run = watch.ingest([source], reader=numbers)
        assert (run.counts["reports"], run.counts["duplicates"]) == (2, 1)
        assert ("b", "the same bytes are stored as report 'a' too") in list(watch.store.issues())


def test_a_changed_page_is_a_new_report(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"id": "a", "text": "5 killed"}) + "\n")
    with monitor(tmp_path / "w") as watch:
        watch.ingest([file], reader=numbers)
        file.write_text(json.dumps({"id": "a-2", "revises": "a", "text": "7 killed"}) + "\n")
        watch.ingest([file], reader=numbers)
        assert [(report.id, report.revises) for report in watch.store.reports()] == [("a", None), ("a-2", "a")]


def test_the_workspace_language_is_that_of_reports_that_state_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("3 killed")
    monitor(tmp_path / "w").close()
    settings = tmp_path / "w" / "marsad.toml"
    settings.write_text(settings.read_text().replace('# language = "en"', 'language = "ar"'))
    with monitor(tmp_path / "w") as watch:
        watch.ingest([tmp_path / "a.txt"], reader=numbers)
        report = watch.store.report("a")
        assert report is not None
        assert report.language == "ar"


def test_reading_again_appends_where_something_changed(tmp_path: Path, source: Path) -> None:
    with monitor(tmp_path / "w") as watch:
        watch.ingest([source], reader=numbers)
        assert watch.reread(reader=numbers) == 0
        assert watch.reread(reader=numbers_again) == 12  # the text files begin with a year
        assert [number for number, _ in watch.store.generations("t03")] == [1, 2]
        assert [number for number, _ in watch.store.generations("j03")] == [1]
        assert 2025 in [claim.quantity.low for claim in watch.store.generation("t03", 1)]
        assert [claim.quantity.low for claim in watch.claims(report="t03")] == [8, 4, 3]


def test_open_finds_the_workspace_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Monitor.create(tmp_path / "w").close()
    (tmp_path / "w" / "inbox").mkdir()
    monkeypatch.chdir(tmp_path / "w" / "inbox")
    with Monitor.open() as watch:
        assert watch.workspace.folder == (tmp_path / "w").resolve()
    with Monitor.open(tmp_path / "w"):
        pass
    with pytest.raises(WorkspaceError):
        Monitor.open(tmp_path)


def test_a_reader_sees_the_report_as_it_is_stored(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("8 March 2025;\r\n3 قتلى".encode())
    seen: list[Report] = []
    with monitor(tmp_path / "w") as watch:

        def look(report: Report) -> list[Claim]:
            seen.append(report)
            return []

        watch.ingest([tmp_path / "a.txt"], reader=look)
        assert seen == list(watch.store.reports())
