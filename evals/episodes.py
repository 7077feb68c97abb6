"""Incidents, episodes and tolls, end to end from text: the shared scorer over a workspace made for it.

python -m evals.episodes
"""

import json
import pathlib
import subprocess
import sys
import tempfile
from typing import Any

from evals import gold
from marsad.cli.incidents import rows
from marsad.model import Report, to_line
from marsad.monitor import Monitor

SCORER = gold.GOLD.parent / "score_incidents.py"
POLICY = "best"


def score(reports: list[Report]) -> dict[str, Any]:
    """The scorer's figures on the given English reports, taken in as a user would, tolls under the policy `best`."""
    with tempfile.TemporaryDirectory() as temporary:
        root = pathlib.Path(temporary)
        lines = "".join(to_line(report) + "\n" for report in reports)
        (root / "reports.jsonl").write_text(lines, encoding="utf8")
        with Monitor.create(root / "workspace") as monitor:
            monitor.ingest([root / "reports.jsonl"])
            made = "".join(json.dumps(row) + "\n" for row in rows(monitor, None, POLICY))
        (root / "incidents.jsonl").write_text(made, encoding="utf8")
        command = [sys.executable, str(SCORER), str(gold.GOLD), str(root / "incidents.jsonl"), "--lang", "en", "--json"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def main() -> None:
    print(json.dumps(score(gold.reports(aside=True)), indent=1))


if __name__ == "__main__":
    main()
