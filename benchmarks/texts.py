"""What is read: labelled articles on conflict, or the example where they are absent; alone, or among general news."""

import json
from pathlib import Path

from benchmarks import general
from marsad.model import Report

EXAMPLE = Path(__file__).parent.parent / "examples" / "coast-2025"

MIXED = 20
"""General articles to one on conflict, in the mixed stream."""

MOST_MIXED = 15
"""Conflict articles in the mixed stream: enough for a steady figure, few enough for a run of a minute."""


def conflict() -> tuple[list[Report], str]:
    """English articles on conflict, and where they come from, with the reason where it is not the labelled set."""
    from evals import gold

    if gold.GOLD.is_dir():
        return gold.reports(), "labelled articles, those set aside left out"
    return _example(), f"the example: {gold.GOLD} is not there"


def mixed() -> tuple[list[Report], str]:
    """One article on conflict among twenty of general news, in turn."""
    found, origin = conflict()
    chosen = found[:: max(1, len(found) // MOST_MIXED)][:MOST_MIXED]
    stream: list[Report] = []
    news = iter(general.articles(len(chosen) * MIXED))
    for report in chosen:
        stream.append(report)
        for n in range(MIXED):
            id_ = f"{report.id}-news-{n}"
            stream.append(Report(id=id_, text=next(news), published_at=report.published_at, language="en"))
    return stream, f"{len(chosen)} articles, each before {MIXED} made-up ones; from {origin}"


def _example() -> list[Report]:
    rows = [
        json.loads(line) for path in sorted(EXAMPLE.glob("*.jsonl")) for line in path.read_text("utf8").splitlines()
    ]
    return [
        Report(id=row["id"], text=row["text"], published_at=row["published"], outlet=row["outlet"], language="en")
        for row in rows
    ]


STREAMS = {"conflict": conflict, "mixed": mixed}
