"""The labelled articles as reports and claims: what a perfect reader would extract.

Used to try the later stages (link, reconcile, publish) without the errors of the earlier ones. Articles that are set
aside (`set_aside.json`) are left out unless asked for; nobody looks at them while building.
"""

import json
import pathlib
from typing import Any

from marsad.model import (
    Attribution,
    Category,
    Certainty,
    Claim,
    Interval,
    Measure,
    Modality,
    Perpetrator,
    Place,
    Quantity,
    Relation,
    Report,
    Scope,
    Span,
    Victims,
    parse_stamp,
)

HERE = pathlib.Path(__file__).parent
GOLD = HERE.parent.parent / "shared" / "eval" / "claims-dev"


def set_aside() -> set[str]:
    """The ids of the articles that nobody reads."""
    return set(json.loads((HERE / "set_aside.json").read_text(encoding="utf8"))["articles"])


def reports(gold: pathlib.Path = GOLD, *, language: str | None = "en", aside: bool = False) -> list[Report]:
    """The labelled articles as reports, in the order of the file."""
    left_out = set() if aside else set_aside()
    return [
        Report(
            id=article["id"],
            text=(gold / "texts" / f"{article['id']}.txt").read_text(encoding="utf8"),
            url=article["url"],
            outlet=article["outlet"],
            published_at=article["published"],
            language=article["lang"],
        )
        for article in json.loads((gold / "articles.json").read_text(encoding="utf8"))
        if language in (None, article["lang"]) and article["id"] not in left_out
    ]


def claims(report: Report, gold: pathlib.Path = GOLD) -> list[Claim]:
    """The labels of one article as claims. Places carry words and country alone; nothing is geocoded or rooted."""
    rows = json.loads((gold / "labels.json").read_text(encoding="utf8")).get(report.id, [])
    ids = [
        Claim.id_of(report.id, row["start"], row["start"] + len(row["raw"]), Measure(row["measure"]), n)
        for n, row in enumerate(rows)
    ]
    return [_claim(report, row, n, ids) for n, row in enumerate(rows)]


def _claim(report: Report, row: dict[str, Any], n: int, ids: list[str]) -> Claim:
    parent = row["subset_of"] if row["subset_of"] is not None else row.get("repeat_of")
    start, end = row["start"], row["start"] + len(row["raw"])
    return Claim(
        id=ids[n],
        report=report.id,
        measure=Measure(row["measure"]),
        quantity=Quantity(
            low=row["low"], high=row["high"], modality=Modality(row["modality"]), text=row["raw"], start=start, end=end
        ),
        sentence=Span(start=start, end=end),
        victims=Victims(text=row["victim"], category=Category(row["category"]), group=row["group"]),
        scope=Scope(row["scope"]),
        relation=Relation(row["relation"]),
        parent=ids[parent] if isinstance(parent, int) and 0 <= parent < len(ids) else None,
        place=Place(text=row["where"], country=row["country"]) if row["where"] or row["country"] else None,
        time=_time(row),
        attribution=Attribution(source=row["attributed_to"], text=row["attributed_to"], via=row["via"]),
        perpetrator=Perpetrator(text=row["perpetrator"]),
        certainty=Certainty(row["certainty"]),
        conflict=row["conflict"],
        superseded=bool(row.get("superseded")),
        confidence=1.0,
        extractor="gold",
        said_at=report.published_at,
    )


def _time(row: dict[str, Any]) -> Interval | None:
    if not row["when_start"]:
        return None
    first, last = parse_stamp(row["when_start"]), parse_stamp(row["when_end"] or row["when_start"])
    return Interval.of(first.start, last.end)
