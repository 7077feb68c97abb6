"""The five probe articles: three outlets on one market bomb, a roadside bomb the same day, and the Syrian coast.

The claims are written down by hand from the texts, as a table, so that the link stage is tried without the errors of
the stages before it.
"""

import json
import pathlib
from datetime import date

import pytest

from marsad.link import link
from marsad.model import (
    Certainty,
    Claim,
    Episode,
    Incident,
    Interval,
    Measure,
    Place,
    Quantity,
    Relation,
    Report,
    Scope,
    Span,
)

PROBE = pathlib.Path(__file__).parents[3] / "shared" / "eval" / "probe_articles.jsonl"
MARKET = Place(text="Baidoa", country="SO")
ROAD = Place(text="the road between Baidoa and Daynunay", country="SO")
COAST = Place(text="Latakia and Tartous", country="SY")
MONDAY = Interval.day(date(2026, 3, 2))
TWO_DAYS = Interval.of(date(2026, 3, 6), date(2026, 3, 8))

# report, words, measure, scope, relation, index of the parent, certainty, place, days
ROWS: list[tuple[str, str, Measure, Scope, Relation, int | None, Certainty, Place | None, Interval | None]] = [
    ("A1", "at least five", Measure.KILLED, Scope.INCIDENT, Relation.TOTAL, None, Certainty.ASSERTED, MARKET, MONDAY),
    ("A1", "14", Measure.INJURED, Scope.INCIDENT, Relation.TOTAL, None, Certainty.ASSERTED, MARKET, MONDAY),
    (
        "A1",
        "32",
        Measure.KILLED,
        Scope.BACKGROUND,
        Relation.TOTAL,
        None,
        Certainty.ASSERTED,
        Place(text="Mogadishu", country="SO"),
        Interval.of(date(2025, 10, 1), date(2025, 10, 31)),
    ),
    ("A1", "No children", Measure.KILLED, Scope.INCIDENT, Relation.SUBSET, 0, Certainty.ASSERTED, MARKET, MONDAY),
    ("A2", "At least seven", Measure.KILLED, Scope.INCIDENT, Relation.TOTAL, None, Certainty.ASSERTED, MARKET, MONDAY),
    ("A2", "seven bodies", Measure.KILLED, Scope.INCIDENT, Relation.REPEAT, 4, Certainty.ASSERTED, None, MONDAY),
    ("A2", "two soldiers", Measure.KILLED, Scope.INCIDENT, Relation.SUBSET, 5, Certainty.ASSERTED, None, MONDAY),
    ("A2", "20 soldiers", Measure.KILLED, Scope.INCIDENT, Relation.TOTAL, None, Certainty.REPORTED, MARKET, None),
    # "has risen to nine": read as a count by some extractors
    ("A3", "nine", Measure.KILLED, Scope.CUMULATIVE, Relation.TOTAL, None, Certainty.ASSERTED, MARKET, MONDAY),
    (
        "A3",
        "seven of the victims",
        Measure.KILLED,
        Scope.INCIDENT,
        Relation.SUBSET,
        8,
        Certainty.ASSERTED,
        None,
        MONDAY,
    ),
    (
        "A4",
        "Two Somali soldiers",
        Measure.KILLED,
        Scope.INCIDENT,
        Relation.TOTAL,
        None,
        Certainty.ASSERTED,
        ROAD,
        MONDAY,
    ),
    (
        "A4",
        "another was wounded",
        Measure.INJURED,
        Scope.INCIDENT,
        Relation.TOTAL,
        None,
        Certainty.ASSERTED,
        ROAD,
        MONDAY,
    ),
    (
        "A5",
        "More than 1,000",
        Measure.KILLED,
        Scope.CUMULATIVE,
        Relation.TOTAL,
        None,
        Certainty.ASSERTED,
        COAST,
        TWO_DAYS,
    ),
    ("A5", "745 civilians", Measure.KILLED, Scope.CUMULATIVE, Relation.SUBSET, 12, Certainty.ASSERTED, COAST, TWO_DAYS),
    (
        "A5",
        "about 40 men",
        Measure.KILLED,
        Scope.INCIDENT,
        Relation.TOTAL,
        None,
        Certainty.ASSERTED,
        Place(text="al-Mukhtariya, Latakia", country="SY"),
        Interval.of(date(2026, 3, 6), date(2026, 3, 8)),
    ),
    (
        "A5",
        "500,000",
        Measure.KILLED,
        Scope.BACKGROUND,
        Relation.TOTAL,
        None,
        Certainty.ASSERTED,
        Place(text="Syria", country="SY"),
        Interval(start=date(2011, 1, 1)),
    ),
]


def load() -> tuple[list[Claim], dict[str, Report]]:
    if not PROBE.exists():
        pytest.skip(f"the probe articles are not here: {PROBE}")
    rows = [json.loads(line) for line in PROBE.read_text(encoding="utf8").splitlines()]
    reports = {
        row["id"]: Report(
            id=row["id"],
            text=f"{row['headline']}\n\n{row['text']}",
            title=row["headline"],
            outlet=row["outlet"],
            published_at=row["date"],
        )
        for row in rows
    }
    ids = [f"clm_{n:02}" for n in range(len(ROWS))]
    claims = []
    for n, (report, words, measure, scope, relation, parent, certainty, place, time) in enumerate(ROWS):
        start = reports[report].text.index(words, len(reports[report].title or ""))
        number = next((int(digits) for word in words.split() if (digits := word.replace(",", "")).isdigit()), None)
        claims.append(
            Claim(
                id=ids[n],
                report=report,
                measure=measure,
                quantity=Quantity(low=number, text=words, start=start, end=start + len(words)),
                sentence=Span(start=start, end=start + len(words)),
                scope=scope,
                relation=relation,
                parent=None if parent is None else ids[parent],
                certainty=certainty,
                place=place,
                time=time,
                said_at=reports[report].published_at,
            )
        )
    return claims, reports


def mains() -> dict[str, Incident | Episode]:
    claims, reports = load()
    return {report: one for one in link(claims, reports) for report in one.main_reports}


def test_three_outlets_on_one_bomb_are_one_incident() -> None:
    of = mains()
    assert of["A1"].main_reports == ("A1", "A2", "A3")
    assert isinstance(of["A1"], Incident)
    assert of["A1"].name == "Car bombing in Baidoa, 2 March 2026"


def test_the_roadside_bomb_of_the_same_day_is_its_own_incident() -> None:
    of = mains()
    assert of["A4"].main_reports == ("A4",)
    assert of["A4"].parent is None
    assert of["A4"].name == "Roadside bombing, the road between Baidoa and Daynunay, 2 March 2026"


def test_the_coast_is_an_episode_that_holds_its_village() -> None:
    coast = mains()["A5"]
    assert isinstance(coast, Episode)
    assert coast.name == "Violence in Latakia and Tartous, 6\N{EN DASH}8 March 2026"
    assert len(coast.incidents) == 1
    assert "clm_14" in coast.claims


def test_background_gives_no_main_report_and_joins_nothing_of_today() -> None:
    claims, reports = load()
    past = [one for one in link(claims, reports) if "clm_02" in one.claims or "clm_15" in one.claims]
    assert [one.main_reports for one in past] == [(), ()]
    assert all(len(one.claims) == 1 for one in past)


def test_every_join_says_why() -> None:
    of = mains()
    said = " ".join(why.sentence for why in of["A1"].why)
    assert "both name Baidoa" in said
    assert "both date it to 2 March 2026" in said
    assert all(why.weight for why in of["A1"].why)
