"""What a report says can never steer the terminal it is printed on."""

import json
from pathlib import Path

import pytest

from tests.cli.command import marsad

ESCAPE = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202e"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A report whose id, outlet and words carry control sequences."""
    path = tmp_path / "in.jsonl"
    row = {
        "id": f"r{ESCAPE}",
        "published": "2025-03-08",
        "language": "en",
        "outlet": f"o{ESCAPE}",
        "text": f"Gunmen killed nine villagers {ESCAPE} in the market on Friday, police {ESCAPE} said.",
    }
    path.write_text(json.dumps(row) + "\n", encoding="utf8")
    return path


def harmless(text: str) -> bool:
    return not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 or c == "\u202e" for c in text)


@pytest.mark.parametrize("form", ["table", "json", "jsonl"])
def test_claims(hostile: Path, form: str) -> None:
    told = marsad("claims", hostile, "--format", form)
    assert told.code == 0
    assert harmless(told.out + told.err)


def test_json_stays_exact(hostile: Path) -> None:
    row = marsad("claims", hostile, "--format", "jsonl").rows[0]
    assert row["report"] == f"r{ESCAPE}"


@pytest.mark.parametrize(
    "command",
    [
        ("incidents",),
        ("toll", "--explain"),
        ("toll", "-f", "json"),
        ("claims", "--explain"),
        ("doctor",),
        ("sitrep", "-f", "json"),
    ],
)
def test_every_command(hostile: Path, work: Path, command: tuple[str, ...]) -> None:
    assert harmless(marsad("ingest", hostile, "-w", work).out)
    told = marsad(*command, "-w", work)
    assert told.code == 0
    assert harmless(told.out + told.err)


def test_a_refusal(tmp_path: Path) -> None:
    told = marsad("claims", tmp_path / f"no{ESCAPE}.txt")
    assert harmless(told.out + told.err)
