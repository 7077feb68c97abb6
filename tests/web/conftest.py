"""A real workspace with a few reports, and a client of the app over it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from marsad.model import Quarantined
from marsad.monitor import Monitor
from tests.publish.drafts import town
from tests.web.server import client as serving
from tests.web.stock import fill


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the town's three reports and an input that could not be read."""
    folder = tmp_path_factory.mktemp("workspace")
    with Monitor.create(folder) as monitor:
        fill(monitor, town())
        monitor.store.quarantine(
            Quarantined(
                id="qua_1", origin="bad.jsonl:3", reason="not JSON", next_step="mend the line", when=datetime.now(UTC)
            )
        )
    return folder


@pytest.fixture(scope="session")
def client(workspace: Path) -> Iterator[httpx.Client]:
    """A client that asks by the loopback name, as a browser does."""
    with Monitor.open(workspace) as monitor, serving(monitor) as made:
        yield made
