"""A real workspace that the commands themselves made: read by many tests, changed by none."""

from pathlib import Path

import pytest

from tests.cli.command import marsad
from tests.cli.stock import jsonl


@pytest.fixture(autouse=True)
def _no_fixed_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the four reports, for reading."""
    folder = tmp_path_factory.mktemp("cli")
    assert marsad("init", folder / "work").code == 0
    assert marsad("ingest", jsonl(folder / "in.jsonl"), "-w", folder / "work").code == 0
    return folder / "work"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A new, empty workspace."""
    assert marsad("init", tmp_path / "work").code == 0
    return tmp_path / "work"
