"""A real workspace with a few reports, and a client of the app over it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from marsad.model import Quarantined
from marsad.monitor import Monitor
from marsad.web import create_app
from tests.publish.drafts import town
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


@pytest.fixture
def client(workspace: Path) -> Iterator[TestClient]:
    """A client that asks by the loopback name, as a browser does."""
    with Monitor.open(workspace) as monitor:
        yield TestClient(create_app(monitor), base_url="http://127.0.0.1")
