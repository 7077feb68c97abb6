"""Killed and injured on short narratives: the shared scorer over our claims.

    python -m evals.narratives [--errors N]

The narratives are for scoring and tuning only: nothing of them is copied into the project.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
from typing import Any

from evals import gold
from evals.claims import predictions
from marsad.model import Report

SCORER = gold.GOLD.parent / "score_narratives.py"
NARRATIVES = gold.GOLD.parent / "narratives-dev.jsonl.gz"


def reports() -> list[Report]:
    """The narratives as reports, as the scorer writes them."""
    done = subprocess.run(
        [sys.executable, str(SCORER), str(NARRATIVES), "--reports"], check=True, capture_output=True, text=True
    )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return [Report(id=row["id"], text=row["text"], published_at=_day(row["published"]), language="en") for row in rows]


def _day(stamp: str | None) -> str | None:
    """The day of a narrative, or its month or year where no more is coded (a day or month of 00)."""
    if not stamp:
        return None
    parts = stamp.split("-")
    return "-".join(parts[: next((n for n, part in enumerate(parts) if int(part) == 0), len(parts))]) or None


def score(*, errors: int = 0) -> dict[str, Any]:
    """The scorer's figures; errors are printed as it prints them."""
    with tempfile.TemporaryDirectory() as temporary:
        file = pathlib.Path(temporary) / "claims.jsonl"
        file.write_text(predictions(reports()), encoding="utf8")
        command = [sys.executable, str(SCORER), str(NARRATIVES), str(file), "--json", "--errors", str(errors)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    first, *rest = done.stdout.splitlines()
    if errors:
        print("\n".join(rest))
    result: dict[str, Any] = json.loads(first)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0)
    print(json.dumps(score(errors=parser.parse_args().errors), indent=1))


if __name__ == "__main__":
    main()
