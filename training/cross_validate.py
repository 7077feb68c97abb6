"""Cross-validated figures: each fold is read by the real reader with models fitted on the others, then scored."""

import json
import pathlib
import subprocess
import sys
import tempfile
from typing import Any

from evals import gold
from evals.claims import SCORER, part

from marsad.attribute import attribute
from marsad.geocode import geocode
from marsad.geocode import learned as place_weights
from marsad.model import Claim, to_line
from training import places
from training.train_en import Folds

SURE = 0.9


def cross_validated(folds: Folds) -> dict[str, Any]:
    """The scorer's figures over all articles that were read, and how often sure claims were right."""
    claims: list[Claim] = []
    sure: list[bool] = []
    exams = places.exams(folds)
    placing = places.models(exams)
    for exam in exams:
        sure += _right(exam.claims, exam.labels)
        with place_weights.using(placing[exam.fold]):
            claims += attribute(geocode(exam.claims, exam.report), exam.report)
    return {**_scored(claims), "sure": len(sure), "sure_and_right": round(sum(sure) / max(1, len(sure)), 3)}


def _right(claims: list[Claim], labels: Any) -> list[bool]:
    """For each claim of confidence 0.9 or more, whether a label overlaps it and tells the same measure."""
    spans = [(row["start"], row["start"] + len(row["raw"]), row["measure"]) for row in labels]
    return [
        any(start < (c.quantity.end or 0) and (c.quantity.start or 0) < end and c.measure.value == measure
            for start, end, measure in spans)
        for c in claims if c.confidence >= SURE
    ]  # fmt: skip


def _scored(claims: list[Claim]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as temporary:
        root = pathlib.Path(temporary)
        folder = part(root / "gold", {report.id for report in gold.reports()})
        (root / "claims.jsonl").write_text("".join(to_line(claim) + "\n" for claim in claims), encoding="utf8")
        command = [sys.executable, str(SCORER), str(folder), str(root / "claims.jsonl"), "--lang", "en", "--json"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[0])
    return figures
