"""Folders of reports for tests of the monitor, and what a store holds, as text that can be compared."""

import json
from datetime import UTC, datetime
from pathlib import Path

from marsad.monitor import Monitor
from marsad.store import Workspace, rows

NOON = datetime(2025, 3, 9, 12, tzinfo=UTC)


def folder(path: Path, texts: int = 12, lines: int = 8) -> Path:
    """A folder with text files, JSON Lines, and bad input between them: `texts + lines` good reports."""
    path.mkdir(parents=True)
    for number in range(texts):
        text = f"8 March 2025; At least {number + 1} people were killed and {number} hurt.\n"
        (path / f"t{number:02}.txt").write_text(text, encoding="utf8")
    (path / "t05 empty.txt").write_bytes(b"")
    rows = [
        {"id": f"j{number:02}", "published": "2025-03-09", "text": f"Report {number}: {number * 3} killed.", "by": "A."}
        for number in range(lines)
    ]
    written = [json.dumps(row) for row in rows]
    written.insert(3, "{broken")
    written.insert(5, json.dumps({**rows[0], "text": "Another text under the id of the first: 99."}))
    (path / "u.jsonl").write_text("\n".join(written) + "\n", encoding="utf8")
    return path


def monitor(path: Path, url: str | None = None) -> Monitor:
    """A monitor over a new or existing workspace, whose clock stands still."""
    workspace = Workspace.open(path) if (path / "marsad.toml").exists() else Workspace.create(path, database_url=url)
    return Monitor(workspace, clock=lambda: NOON)


def dump(of: Monitor) -> list[str]:
    """Reports, claims, issues, quarantine and evidence: all that a run leaves but the record of the run itself."""
    store = of.store
    lines = [rows.written(record) for record in (*store.reports(), *store.claims(), *store.quarantined())]
    lines += [f"{report}: {sentence}" for report, sentence in sorted(store.issues())]
    # Half-written evidence of a killed run has a hidden name, until a later run sweeps it.
    kept = (path for path in of.workspace.evidence.folder.rglob("*") if path.is_file())
    return lines + sorted(path.name for path in kept if not path.name.startswith("."))
