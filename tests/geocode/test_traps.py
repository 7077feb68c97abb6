"""The adversarial list: names that mislead. Every failing case is printed with what came out and why."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from marsad.geocode import geocode
from marsad.model import Claim, Measure, Quantity, Report, Scope, Span

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "traps.yaml").read_text(encoding="utf8"))


def claim_of(marked: str, scope: str = "incident") -> tuple[Claim, Report]:
    """The claim of the number between ⟦ ⟧, and its report."""
    found = re.search("⟦(.*?)⟧", marked)
    assert found, marked
    text = marked.replace("⟦", "").replace("⟧", "")
    start, end = found.start(), found.end() - 2
    claim = Claim(
        id=Claim.id_of("r", start, end, Measure.KILLED),
        report="r",
        measure=Measure.KILLED,
        quantity=Quantity(low=1, high=1, text=found.group(1), start=start, end=end),
        sentence=Span(start=start, end=end),
        scope=Scope(scope),
    )
    return claim, Report(id="r", text=text, published_at="2025-03-08")


def faults(case: dict[str, Any]) -> list[str]:
    """What is wrong with the place that the case got."""
    claim, report = claim_of(case["report"], case.get("scope", "incident"))
    placed = geocode([claim], report)[0]
    place, why = placed.place, placed.reasons["place"]
    if case.get("none"):
        return [] if place is None else [f"expected no place, got {place.text!r}: {why}"]
    if place is None:
        return [f"no place: {why}"]
    got = {
        "country": place.country,
        "name": place.name,
        "text": place.text,
        "admin1": place.admin1,
        "precision": place.precision,
    }
    wrong = [f"{key} {got[key]!r}, not {case[key]!r}: {why}" for key in got if key in case and got[key] != case[key]]
    if "not" in case and case["not"] in f"{place.text} {place.name}":
        wrong.append(f"took {case['not']!r}: {why}")
    return wrong


@pytest.mark.parametrize("case", CASES, ids=lambda case: re.sub(r"\W+", "-", case["report"])[:60])
def test_trap(case: dict[str, Any]) -> None:
    assert not faults(case), f"{case['report']}\n  " + "\n  ".join(faults(case))


def test_the_list_is_long_enough() -> None:
    assert len(CASES) >= 60
