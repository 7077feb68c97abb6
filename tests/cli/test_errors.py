"""What a user did wrong, or what is in the way: one line that names it and the next step, and an exit code."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.command import marsad
from tests.cli.stock import jsonl


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["toll", "--as-of", "yesterday"], "--as-of 'yesterday' is not a day: write it as 2025-03-12"),
        (["claims", "--as-of", "2025-02-30"], "--as-of '2025-02-30' is not a day: write it as 2025-03-12"),
        (["incidents", "--as-of", "2025-03"], "--as-of '2025-03' is not a day: write it as 2025-03-12"),
        (["sitrep", "--as-of", "2025-W10"], "--as-of '2025-W10' is not a day: write it as 2025-03-12"),
        (["toll", "--from", "March"], "--from 'March' is not a day: write it as 2025-03-12"),
        (["toll", "--to", "8/3/2025"], "--to '8/3/2025' is not a day: write it as 2025-03-12"),
        (
            ["toll", "--from", "2025-03-09", "--to", "2025-03-08"],
            "--from 2025-03-09 is after --to 2025-03-08: give the first day of the harm, then the last",
        ),
        (["toll", "--incident", "evt_no"], "no incident or episode 'evt_no': list them with `marsad incidents`"),
        (["sitrep", "--incident", "evt_no"], "no incident or episode 'evt_no': list them with `marsad incidents`"),
    ],
)
def test_what_was_asked_for_wrongly(stocked: Path, command: list[str], told: str) -> None:
    assert marsad(*command, "-w", stocked).refusal == told


@pytest.mark.parametrize("command", ["toll", "incidents", "sitrep"])
def test_a_policy_that_does_not_exist(stocked: Path, command: str) -> None:
    refusal = marsad(command, "-w", stocked, "--policy", "guess").refusal
    assert "no policy 'guess'" in refusal
    assert "range, conservative, best, corroborated" in refusal


@pytest.mark.parametrize("content", ["", "rules: 5", "policy: [", "- a\n- b"])
def test_a_policy_file_that_is_none(stocked: Path, tmp_path: Path, content: str) -> None:
    (tmp_path / "mine.yaml").write_text(content, encoding="utf8")
    assert "mine.yaml" in marsad("toll", "-w", stocked, "--policy", tmp_path / "mine.yaml").refusal


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("Qwertyville", "no place named 'Qwertyville' is known"),
        ("Tripoli", "'Tripoli' may be"),  # one in Libya, one in Lebanon: nobody guesses
        ("Homs, Nowhereland", "'Nowhereland'"),
        ("", "no place named ''"),
    ],
)
def test_a_place_that_is_not_known(stocked: Path, place: str, told: str) -> None:
    assert told in marsad("toll", "-w", stocked, "--place", place).refusal


def commands(tmp_path: Path) -> list[list[str | Path]]:
    """Every command that opens a workspace."""
    ingest: list[str | Path] = ["ingest", jsonl(tmp_path / "in.jsonl")]
    return [ingest, ["claims"], ["incidents"], ["toll"], ["sitrep"], ["serve"], ["doctor"]]


def test_a_folder_that_is_no_workspace(tmp_path: Path) -> None:
    for command in commands(tmp_path):
        refusal = marsad(*command, "-w", tmp_path).refusal
        assert refusal == f"{tmp_path} is not a workspace (no marsad.toml): make one with `marsad init`"


def test_no_workspace_here_or_above(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command in commands(tmp_path)[:-1]:  # doctor says so in its list
        assert marsad(*command).refusal.startswith(f"no workspace in {tmp_path} or above it")


def test_the_workspace_one_stands_in(stocked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(stocked / "evidence")
    assert len(marsad("claims", "-f", "jsonl").rows) == 5
    assert marsad("claims", "-f", "jsonl") == marsad("claims", "-f", "jsonl", "-w", "..")
    assert marsad("toll", "--place", "Khartoum").code == 0


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("version = 1\ncolour = 'red'\n", "has no field 'colour'"),
        ("version = 99\n", "newer version of Marsad"),
        ("version = \n", "cannot be read"),
        ("busy_seconds = 'long'\n", "busy_seconds"),
        ("database = 'sqlite:///gone.sqlite'\n", "no database at"),
    ],
)
def test_settings_that_cannot_be_used(work: Path, settings: str, told: str) -> None:
    (work / "marsad.toml").write_text(settings, encoding="utf8")
    assert told in marsad("claims", "-w", work).refusal


# What is wrong with the words of the command is exit code 2, with a hint at the help.
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nonsense"], "No such command 'nonsense'"),
        (["toll", "--class", "persons"], "'civilian'"),
        (["toll", "--measure", "murdered"], "'killed'"),
        (["claims", "--format", "xml"], "'jsonl'"),
        (["ingest"], "Missing argument"),
        (["ingest", "--jobs", "0", "x"], "Invalid value for '--jobs'"),
        (["serve", "--port", "99999"], "65535"),
        (["toll", "--colour"], "No such option"),
    ],
)
def test_usage(arguments: list[str], told: str) -> None:
    done = marsad(*arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_no_command_shows_the_help() -> None:
    done = marsad()
    assert done.code == 2
    assert "Usage: marsad" in done.out + done.err


# A database that another program holds


@contextmanager
def held(workspace: Path, *, from_readers_too: bool) -> Iterator[None]:
    other = sqlite3.connect(workspace / "marsad.sqlite", isolation_level=None)
    if from_readers_too:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@pytest.fixture
def hurried(work: Path, tmp_path: Path) -> Path:
    """A workspace with the four reports that waits only a moment for a lock."""
    toml = work / "marsad.toml"
    settings = toml.read_text(encoding="utf8")
    assert "busy_seconds = 5.0" in settings
    toml.write_text(settings.replace("busy_seconds = 5.0", "busy_seconds = 0.1"), encoding="utf8")
    assert marsad("ingest", jsonl(tmp_path / "in.jsonl"), "-w", work).code == 0
    return work


def locked(workspace: Path) -> str:
    where = workspace / "marsad.sqlite"
    return f"{where} is locked by another program (waited 0.1 s): let that one finish, then run this again"


def test_a_database_that_is_being_written(hurried: Path, tmp_path: Path) -> None:
    with held(hurried, from_readers_too=False):
        assert marsad("ingest", tmp_path / "in.jsonl", "-w", hurried).refusal == locked(hurried)
        assert len(marsad("claims", "-w", hurried, "-f", "jsonl").rows) == 5  # readers are not held up
    assert marsad("ingest", tmp_path / "in.jsonl", "-w", hurried).code == 0


def test_a_database_that_nobody_else_may_read(hurried: Path, tmp_path: Path) -> None:
    with held(hurried, from_readers_too=True):
        for command in commands(tmp_path):
            assert marsad(*command, "-w", hurried).refusal == locked(hurried)
    assert len(marsad("claims", "-w", hurried, "-f", "jsonl").rows) == 5


def test_a_database_that_is_none(work: Path) -> None:
    (work / "marsad.sqlite").write_bytes(b"This is a letter, not a database." * 100)
    for side in ("marsad.sqlite-wal", "marsad.sqlite-shm"):
        (work / side).unlink(missing_ok=True)
    assert "is not an SQLite database" in marsad("claims", "-w", work).refusal
