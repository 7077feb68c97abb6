"""Trends over a history, and what is unclear about a toll: tables over real tolls."""

from dataclasses import replace

from marsad.assess import Point, trend, unclear
from marsad.model import Category, Effect, Modality, Report, SourceKind, TollScope
from marsad.reconcile import history, reconcile
from tests.reconcile.made import WHOLE, claim, days

SERIES = [claim(340, on="8"), claim(1018, on="9"), claim(1225, on="11"), claim(1383, on="12"), claim(1500, on="14")]


def test_trend_of_a_rising_count() -> None:
    found = trend(history(SERIES, WHOLE))
    assert found.first is not None
    assert found.last is not None
    assert (found.first[1], found.last[1]) == (340, 1500)
    assert found.since_start is not None
    assert found.last_day is not None
    assert found.last_3_days is not None
    assert (found.since_start.amount, found.last_day.amount, found.last_3_days.amount) == (1160, 117, 275)
    assert found.last_3_days.since.day == 11
    assert found.since_start.moved == (SERIES[-1].id,)
    assert found.sentence == (
        "From 340 on 8 March 2025 to 1,500 on 14 March 2025: 1,160 more; since 11 March 2025, 275 more."
    )


def test_trend_of_a_revision() -> None:
    found = trend(history([claim(103, on="8"), claim(84, on="9")], WHOLE))
    assert "19 fewer, a revision" in found.sentence


def test_trend_of_one_day_and_of_nothing() -> None:
    one = trend(history(SERIES[:1], WHOLE))
    assert (one.since_start, one.last_day, one.last_3_days) == (None, None, None)
    assert "only day" in one.sentence
    assert trend([]).sentence == "Nothing is known, so there is no trend."
    vague = trend(history([claim(None, None, on="8")], WHOLE))
    assert vague.sentence == "No figure is known on 8 March 2025."


def test_a_first_day_without_a_figure_gives_no_amount() -> None:
    found = trend(history([claim(None, None, on="8"), claim(12, on="9")], WHOLE))
    assert found.since_start is not None
    assert found.since_start.amount is None
    assert "no figure was known" in found.sentence


def test_what_is_unclear() -> None:
    total = claim(40, on="9")
    other = claim(30, by="police", on="9")
    vague = claim(24, 99, by="ministry", on="8", modality=Modality.VAGUE, at=None, when=None)
    nameless = claim(35, by="outlet", kind=SourceKind.OUTLET, on="9")
    nameless = replace(nameless, attribution=replace(nameless.attribution, source=None))
    boast = claim(90, by="group", kind=SourceKind.ARMED_GROUP, category=Category.STATE_FORCES, on="9")
    claims = [total, other, vague, nameless, boast]
    found = unclear(claims, reconcile(claims, WHOLE))
    points = {concern.point: concern for concern in found}
    assert set(points) == {
        Point.CONTRADICTION,
        Point.AWAITING_REVIEW,
        Point.UNATTRIBUTED,
        Point.VAGUE,
        Point.UNKNOWN_PLACE,
        Point.UNKNOWN_TIME,
    }
    assert points[Point.AWAITING_REVIEW].claims == (boast.id,)
    assert points[Point.UNATTRIBUTED].claims == (nameless.id,)
    assert points[Point.VAGUE].claims == points[Point.UNKNOWN_PLACE].claims == (vague.id,)
    assert all(concern.sentence.endswith(".") for concern in found)


def test_one_source_alone_is_said() -> None:
    found = unclear(SERIES, reconcile(SERIES, WHOLE))
    assert [concern.point for concern in found] == [Point.SINGLE_SOURCE]
    assert "sohr" in found[0].sentence


def test_a_self_contradicting_text_is_listed_with_its_sentences() -> None:
    text = "The former government of Karam fell. Karam's army attacked."
    found = unclear([], reconcile([], TollScope()), [Report(id="r", text=text)])
    assert [(c.point, c.report, len(c.spans)) for c in found] == [(Point.ROLES, "r", 2)]


def test_nothing_unclear() -> None:
    claims = [claim(40, on="9", when=days("6", "9")), claim(40, by="police", on="9")]
    toll = reconcile(claims, WHOLE)
    assert {line.effect for line in toll.ledger} == {Effect.COUNTED}
    assert unclear(claims, toll) == []
