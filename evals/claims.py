"""Claims against the labels: the shared scorer, run apart on the articles that were read and those set aside.

    python -m evals.claims [--errors N]

Errors are printed for the articles that were read only.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
from typing import Any

from evals import gold
from marsad.model import Report, to_line

SCORER = gold.GOLD.parent / "score_claims.py"


def predictions(reports: list[Report]) -> str:
    """The claims of the reports as JSON Lines."""
    from marsad.monitor import read

    return "".join(to_line(claim) + "\n" for report in reports for claim in read(report))


def part(folder: pathlib.Path, ids: set[str]) -> pathlib.Path:
    """A gold folder with the given articles alone, as the scorer reads it."""
    folder.mkdir()
    articles = json.loads((gold.GOLD / "articles.json").read_text(encoding="utf8"))
    labels = json.loads((gold.GOLD / "labels.json").read_text(encoding="utf8"))
    (folder / "articles.json").write_text(json.dumps([a for a in articles if a["id"] in ids]), encoding="utf8")
    (folder / "labels.json").write_text(json.dumps({k: v for k, v in labels.items() if k in ids}), encoding="utf8")
    (folder / "texts").symlink_to((gold.GOLD / "texts").resolve())
    return folder


def score(reports: list[Report], *, errors: int = 0) -> dict[str, Any]:
    """The scorer's figures on the given reports; errors are printed as it prints them."""
    with tempfile.TemporaryDirectory() as temporary:
        root = pathlib.Path(temporary)
        folder = part(root / "gold", {report.id for report in reports})
        (root / "claims.jsonl").write_text(predictions(reports), encoding="utf8")
        command = [sys.executable, str(SCORER), str(folder), str(root / "claims.jsonl"), "--lang", "en", "--json"]
        done = subprocess.run([*command, "--errors", str(errors)], check=True, capture_output=True, text=True)
    first, *rest = done.stdout.splitlines()
    if errors:
        print("\n".join(rest))
    result: dict[str, Any] = json.loads(first)
    return result


def scores() -> dict[str, dict[str, Any]]:
    """Figures for English articles that were read and those set aside."""
    aside = gold.set_aside()
    everything = gold.reports(aside=True)
    return {
        "read": score([r for r in everything if r.id not in aside]),
        "set aside": score([r for r in everything if r.id in aside]),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0)
    arguments = parser.parse_args()
    if arguments.errors:
        print(json.dumps(score(gold.reports(), errors=arguments.errors)))
        return
    for name, figures in scores().items():
        print(name, json.dumps(figures))


if __name__ == "__main__":
    main()
