"""Puts drafts into a workspace."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from marsad.monitor import Monitor
from tests.publish.drafts import Draft


def fill(monitor: Monitor, drafts: Iterable[Draft]) -> None:
    """Store the reports with their claims, as an import does."""
    for draft in drafts:
        monitor.store.add(replace(draft.report, recorded_at=datetime(2025, 3, 20, tzinfo=UTC)), draft.claims)
