"""Killed at any moment and run again, ingest leaves what one uninterrupted run leaves."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from marsad.store import Store, Workspace
from tests.monitor.reader import numbers, slow_numbers
from tests.monitor.reports import dump, folder, monitor

ROOT = Path(__file__).parents[2]

PROGRAM = """
import sys
from pathlib import Path
from tests.monitor.reader import slow_numbers
from tests.monitor.reports import monitor
if __name__ == "__main__":
    with monitor(Path(sys.argv[1])) as watch:
        print("ready", flush=True)
        run = watch.ingest([Path(sys.argv[2])], reader=slow_numbers, jobs=int(sys.argv[3]))
        print(run.counts, flush=True)
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder(tmp_path_factory.mktemp("kill") / "in")


@pytest.fixture(scope="module")
def whole(source: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What an uninterrupted run leaves."""
    with monitor(tmp_path_factory.mktemp("whole") / "w") as watch:
        watch.ingest([source], reader=numbers)
        return dump(watch)


def _start(workspace: Path, source: Path, program: Path, jobs: int = 1) -> "subprocess.Popen[str]":
    program.write_text(PROGRAM)
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    command = [sys.executable, str(program), str(workspace), str(source), str(jobs)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def _stored(store: Store) -> int:
    return store.counts()["reports"]


def _wait_for(workspace: Path, reports: int) -> None:
    """Until so many reports are stored, as another program sees it."""
    watch = Workspace.open(workspace)
    end = time.monotonic() + 30
    while _stored(watch.store) < reports and time.monotonic() < end:
        time.sleep(0.002)
    watch.close()


def _kill(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


# At the very start, at the first transaction, in the middle, near the end; the delay moves the moment within a report.
@pytest.mark.parametrize(("after", "delay"), [(0, 0.0), (1, 0.002), (10, 0.023), (19, 0.0)])
def test_killed_and_run_again(
    tmp_path: Path, source: Path, whole: list[str], store_url: str, after: int, delay: float
) -> None:
    workspace = tmp_path / "w"
    monitor(workspace, store_url if store_url.startswith("postgresql") else None).close()
    process = _start(workspace, source, tmp_path / "program.py")
    _wait_for(workspace, after)
    time.sleep(delay)
    _kill(process)
    with monitor(workspace) as watch:
        there = _stored(watch.store)
        assert after <= there < 21
        assert len({claim.report for claim in watch.store.claims()}) == there  # each with its claims, or not there
        run = watch.ingest([source], reader=numbers)
        assert run.counts["reports"] == 20 - there
        assert run.counts["duplicates"] == there
        assert dump(watch) == whole


def test_killed_again_and_again(tmp_path: Path, source: Path, whole: list[str]) -> None:
    workspace = tmp_path / "w"
    monitor(workspace).close()
    for more in (6, 13):
        process = _start(workspace, source, tmp_path / "program.py")
        _wait_for(workspace, more)
        _kill(process)
    with monitor(workspace) as watch:
        watch.ingest([source], reader=slow_numbers)
        assert dump(watch) == whole
        finished = [run.finished_at is not None for run in watch.store.runs()]
        assert finished == [False, False, True]


def test_processes_that_read_end_with_a_killed_parent(tmp_path: Path, source: Path, whole: list[str]) -> None:
    workspace = tmp_path / "w"
    monitor(workspace).close()
    process = _start(workspace, source, tmp_path / "program.py", jobs=2)
    _wait_for(workspace, 4)
    _kill(process)
    end = time.monotonic() + 10
    while _session(process.pid) and time.monotonic() < end:
        time.sleep(0.05)
    assert _session(process.pid) == []
    with monitor(workspace) as watch:
        watch.ingest([source], reader=numbers)
        assert dump(watch) == whole


def _session(leader: int) -> list[int]:
    """The living processes of a session (Linux)."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, session = entry.read_text().rpartition(")")[2].split()[:4]
        except OSError:  # it ended meanwhile
            continue
        if int(session) == leader and state != "Z":
            found.append(int(entry.parent.name))
    return found


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_in_a_terminal(tmp_path: Path, source: Path, whole: list[str], jobs: int) -> None:
    workspace = tmp_path / "w"
    monitor(workspace).close()
    process = _start(workspace, source, tmp_path / "program.py", jobs)
    _wait_for(workspace, 4)
    os.killpg(process.pid, signal.SIGINT)  # a terminal interrupts the whole group
    process.wait(20)
    assert process.stdout is not None
    process.stdout.close()
    with monitor(workspace) as watch:
        (run,) = watch.store.runs()
        assert run.finished_at is None
        assert run.counts["reports"] == _stored(watch.store)
        watch.ingest([source], reader=numbers)
        assert dump(watch) == whole
