"""The Syrian coast in March 2025, as the Observatory counted it: a series with increments and breakdowns.

Figures: the labelled articles of that episode (by the Syrian Observatory for Human Rights, a ministry, the UN inquiry).
"""

from datetime import date

import pytest

from marsad.model import Category, Effect, Modality, Place, Relation, Scope, SourceKind, TollScope
from marsad.reconcile import SHIPPED, by_root, history, reconcile
from tests.reconcile.made import COAST, HAMA, HOMS, LATAKIA, TARTUS, WHOLE, claim, days, effects, subset, why

CIVILIAN, SOLDIERS, FIGHTERS = Category.CIVILIAN, Category.STATE_FORCES, Category.NONSTATE_FIGHTERS
PLACES: list[Place] = [LATAKIA, TARTUS, HAMA, HOMS]

FIRST = claim(340, category=CIVILIAN, on="8", report="a")
ALL = claim(1018, on="8", report="b")
BY_CLASS = [subset(n, ALL, category=c) for n, c in ((745, CIVILIAN), (125, SOLDIERS), (148, FIGHTERS))]
THIRD = claim(1225, category=CIVILIAN, on="11", report="c")
THIRD_PARTS = [subset(n, THIRD, at=p) for n, p in zip((658, 384, 171, 12), PLACES, strict=True)]
FOURTH = claim(1383, category=CIVILIAN, on="12", report="d")
FOURTH_PARTS = [subset(n, FOURTH, at=p) for n, p in zip((683, 433, 255, 12), PLACES, strict=True)]
MORE = claim(158, category=CIVILIAN, on="12", report="d", relation=Relation.ADDITION, parent=FOURTH.id, start=90)
MORE_PARTS = [subset(n, MORE, at=p) for n, p in zip((49, 25, 84), (TARTUS, LATAKIA, HAMA), strict=True)]
FIFTH = claim(1500, None, category=CIVILIAN, on="14", report="e")
ANOTHER = claim(24, category=CIVILIAN, on="14", report="e", relation=Relation.ADDITION, parent=FIFTH.id, start=90)
SOHR = [FIRST, ALL, *BY_CLASS, THIRD, *THIRD_PARTS, FOURTH, *FOURTH_PARTS, MORE, *MORE_PARTS, FIFTH, ANOTHER]
MINISTRY = claim(
    16, None, by="ministry", kind=SourceKind.MINISTRY, category=SOLDIERS, on="12", at=LATAKIA, when=days("6"),
    scope=Scope.INCIDENT,
)  # fmt: skip
INQUIRY = claim(
    1400, 1700, by="un-inquiry", kind=SourceKind.UN_BODY, on="2025-08-14", when=days("2025-03-01", "2025-03-31")
)
EVERY = [*SOHR, MINISTRY, INQUIRY]
CIVILIANS = TollScope(category=CIVILIAN, incident="ep_1")


def test_the_series_of_the_observatory() -> None:
    figures = by_root(SOHR, WHOLE)["sohr"]
    assert [f.low for f in figures] == [340, 1018, 1225, 1383, 1500]
    assert [f.category for f in figures] == [CIVILIAN, Category.ANY, CIVILIAN, CIVILIAN, CIVILIAN]
    assert not any(f.revision for f in figures)
    assert [f.current for f in figures] == [False, True, False, False, True]


def test_increments_are_never_added_twice() -> None:
    toll = reconcile(SOHR, CIVILIANS)
    assert (toll.low, toll.best, toll.high) == (1500, 1500, None)
    found = effects(toll)
    assert found[MORE.id] is Effect.CONTAINED
    assert found[ANOTHER.id] is Effect.CONTAINED
    assert "not added again" in why(toll, ANOTHER)
    assert {found[part.id] for part in MORE_PARTS} == {Effect.CONTAINED}


def test_what_became_of_each_total() -> None:
    toll = reconcile(SOHR, CIVILIANS)
    found = effects(toll)
    assert [found[c.id] for c in (FIRST, THIRD, FOURTH, FIFTH)] == [Effect.SUPERSEDED] * 3 + [Effect.COUNTED]
    assert "revision" not in why(toll, FOURTH)


def test_breakdowns_are_contained_and_add_up() -> None:
    toll = reconcile([c for c in SOHR if c.report in ("a", "b", "c", "d")], CIVILIANS)
    assert toll.best == 1383
    for part in FOURTH_PARTS[:3]:
        assert effects(toll)[part.id] is Effect.CONTAINED
        assert "adds up" in why(toll, part)
    assert effects(toll)[THIRD_PARTS[0].id] is Effect.SUPERSEDED
    assert not toll.contradictions


def test_classes_that_share_no_one_add_up_to_a_lower_bound() -> None:
    # 1,018 in all on the 8th; by the 14th 1,500 civilians, while the 125 and 148 fighters of the 8th still stand.
    toll = reconcile(SOHR, WHOLE)
    assert toll.low == 1500 + 125 + 148
    assert toll.high is None
    assert effects(toll)[ALL.id] is Effect.SUPERSEDED
    assert "utgrown" in why(toll, ALL)
    assert "civilians alone" in why(toll, FIFTH)


def test_a_civilian_count_alone_is_the_best_figure_there_is_for_all() -> None:
    toll = reconcile([FOURTH], WHOLE, "best")
    assert (toll.low, toll.best, toll.high) == (1383, 1383, None)
    assert toll.reason
    assert "no source gives a complete count" in toll.reason.lower()


def test_an_incident_inside_the_count_is_contained_not_added() -> None:
    toll = reconcile([FOURTH, MINISTRY], WHOLE)
    assert toll.best == 1383
    assert effects(toll)[MINISTRY.id] is Effect.CONTAINED
    assert "lower bound: at least 16" in why(toll, MINISTRY)
    assert toll.roots == 2
    assert toll.corroborated == 16
    assert toll.pending == 1383 - 16


def test_the_most_reliable_source_gives_the_best_and_others_its_range() -> None:
    toll = reconcile(EVERY, WHOLE, "best")
    assert toll.best == 1400
    assert (toll.low, toll.high) == (1400, None)  # the Observatory's lower bound exceeds the inquiry's 1,700
    assert toll.corroborated == 1400
    assert [(c.gap, set(c.claims)) for c in toll.contradictions] == []


def test_policies_differ_on_the_same_evidence() -> None:
    tolls = {name: reconcile(EVERY, WHOLE, name) for name in ("range", "conservative", "best", "corroborated")}
    assert {name: toll.policy for name, toll in tolls.items()} == {name: name for name in tolls}
    assert tolls["conservative"].best == 1400
    assert tolls["corroborated"].low == tolls["corroborated"].best == 1400
    assert {toll.corroborated for toll in tolls.values()} == {1400}


def test_the_past_can_be_seen_as_it_was() -> None:
    past = dict(history(SOHR, CIVILIANS))
    assert {d.day: toll.best for d, toll in past.items()} == {8: 745, 11: 1225, 12: 1383, 14: 1500}
    assert past[date(2025, 3, 11)] == reconcile(SOHR, CIVILIANS, as_of=date(2025, 3, 11))


def test_a_province_is_asked_for() -> None:
    toll = reconcile(EVERY, TollScope(place=LATAKIA, days=days("6", "12")))
    assert toll.best == 683
    found = effects(toll)
    assert found[FOURTH.id] is Effect.OUT_OF_SCOPE  # the whole coast, and one class of people
    assert found[FOURTH_PARTS[1].id] is Effect.OUT_OF_SCOPE
    assert found[MINISTRY.id] is Effect.CONTAINED


def test_a_total_of_all_bounds_a_class_from_above() -> None:
    toll = reconcile([ALL], CIVILIANS)
    assert (toll.low, toll.best, toll.high) == (None, None, 1018)
    assert "bounds the figure from above" in why(toll, ALL)
    assert reconcile([claim(1000, None)], CIVILIANS).high is None


def test_a_report_that_only_names_the_country_speaks_of_the_episode() -> None:
    wide = claim(1400, at=Place(id="country:SY", country="SY", name="Syria"), by="outlet", on="12")
    assert effects(reconcile([FOURTH, THIRD, wide], WHOLE))[wide.id] is Effect.COUNTED
    assert COAST.id


def test_parts_told_as_such_are_never_added_to_their_whole() -> None:
    # Hama and Homs are no part of "the coast", but the source counts them in its 1,383: adding them would count twice.
    earlier = reconcile([THIRD, *THIRD_PARTS, FOURTH, *FOURTH_PARTS], CIVILIANS)
    assert (earlier.low, earlier.best) == (1383, 1383)
    assert {effects(earlier)[part.id] for part in FOURTH_PARTS} <= {Effect.CONTAINED, Effect.REPEATS}


def test_a_class_that_stays_below_the_total_is_no_figure_for_the_whole() -> None:
    fighters = claim(213, category=FIGHTERS, on="8", report="f")
    assert [f.low for f in by_root([ALL, fighters], WHOLE)["sohr"]] == [1018]


def test_a_total_that_later_classes_outgrow_says_so() -> None:
    fighters = claim(213, category=FIGHTERS, on="8", report="f")
    toll = reconcile([ALL, fighters, FOURTH], WHOLE)
    assert toll.low == 1383 + 213
    assert effects(toll)[ALL.id] is Effect.SUPERSEDED
    assert "Outgrown" in why(toll, ALL)


@pytest.mark.parametrize("policy", SHIPPED)
def test_a_vague_word_bounds_and_never_becomes_the_number(policy: str) -> None:
    toll = reconcile([claim(24, 99, modality=Modality.VAGUE, on="8", report="g")], WHOLE, policy)
    assert toll.best is None
    assert toll.reason
    assert (toll.low or 0) <= 24


@pytest.mark.parametrize("policy", SHIPPED)
def test_a_breakdown_without_its_total_adds_up(policy: str) -> None:
    # Four provinces that share no one: the Observatory asserts 1,383 in all, though it never says so here.
    provinces = [claim(n, category=CIVILIAN, on="12", report="p", at=p, start=i * 30)
                 for i, (n, p) in enumerate(zip((683, 433, 255, 12), PLACES, strict=True))]  # fmt: skip
    toll = reconcile(provinces, CIVILIANS, policy)
    assert toll.low == 1383
    assert {line.effect for line in toll.ledger} == {Effect.COUNTED}


def test_a_part_without_a_class_is_never_the_total() -> None:
    # "340 civilians … 31 people in one village": 31 is a part of the 340, though its words name no class.
    village = subset(31, FIRST)
    toll = reconcile([FIRST, village], WHOLE)
    assert toll.low == 340
    assert effects(toll)[village.id] is Effect.CONTAINED


def test_one_toll_told_on_two_days_is_not_two_tolls() -> None:
    # The bomb was on the 6th; "one more died on the 8th, and the toll went up to 101" dates the 101 on the 8th.
    first = claim(101, by="police", on="7", at=LATAKIA, when=days("6"), scope=Scope.INCIDENT)
    again = claim(101, by="ministry", on="8", at=LATAKIA, when=days("8"), scope=Scope.INCIDENT)
    assert reconcile([first, again], WHOLE, "best").best == 101


def test_two_small_attacks_with_one_number_are_two() -> None:
    first = claim(2, by="police", on="7", at=LATAKIA, when=days("6"), scope=Scope.INCIDENT)
    second = claim(2, by="police", on="9", at=LATAKIA, when=days("9"), scope=Scope.INCIDENT)
    assert reconcile([first, second], WHOLE, "best").low == 4
