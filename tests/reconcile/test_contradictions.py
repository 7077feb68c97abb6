"""Which claims cannot all hold, and by how many people they disagree."""

from marsad.model import Category, Effect, Scope, SourceKind
from marsad.reconcile import reconcile
from tests.reconcile.made import BAIDOA, HAMA, HOMS, LATAKIA, TARTUS, WHOLE, claim, days, effects, subset, why


def test_two_sources_of_one_day() -> None:
    observatory, network = claim(1225, on="11"), claim(803, by="network", on="11")
    toll = reconcile([observatory, network], WHOLE)
    assert [(c.gap, set(c.claims)) for c in toll.contradictions] == [(422, {observatory.id, network.id})]
    assert "disagree by at least 422" in toll.contradictions[0].sentence
    assert (toll.low, toll.high) == (803, 1225)


def test_a_later_higher_figure_does_not_contradict() -> None:
    # police 7 on the 2nd, ministry 9 on the 3rd: two of the wounded died
    first = claim(7, by="police", on="2", scope=Scope.INCIDENT, at=BAIDOA, when=days("2"))
    later = claim(9, by="ministry", on="3", scope=Scope.INCIDENT, at=BAIDOA, when=days("2"))
    assert not reconcile([first, later], WHOLE).contradictions
    assert reconcile([claim(9, by="police", on="2"), claim(7, by="ministry", on="3")], WHOLE).contradictions


def test_at_least_contradicts_nothing_above_it() -> None:
    assert not reconcile([claim(100, None, on="9"), claim(400, by="other", on="9")], WHOLE).contradictions


def test_a_lower_bound_for_a_part_can_contradict_a_total() -> None:
    total = claim(30, by="ministry", on="9")
    part = claim(42, None, by="monitor", at=LATAKIA, on="9")
    toll = reconcile([total, part], WHOLE)
    assert [c.gap for c in toll.contradictions] == [12]
    assert toll.high is None  # a lower bound exceeds the only complete count


def test_parts_that_exceed_their_own_total() -> None:
    total = claim(100, on="9")
    parts = [subset(n, total, at=p) for n, p in zip((60, 30, 25), (LATAKIA, TARTUS, HAMA), strict=True)]
    toll = reconcile([total, *parts], WHOLE)
    assert [(c.gap, len(c.claims)) for c in toll.contradictions] == [(15, 4)]
    assert toll.best == 100  # a stated total is not beaten by its own breakdown


def test_a_class_counted_inside_another_is_named() -> None:
    total = claim(100, on="9")
    made = [(70, Category.CIVILIAN), (20, Category.NONSTATE_FIGHTERS), (30, Category.STATE_FORCES)]
    toll = reconcile([total, *(subset(n, total, category=c) for n, c in made)], WHOLE)
    assert "exactly one part" in toll.contradictions[0].sentence


def test_a_remainder_is_no_contradiction_and_is_told() -> None:
    total = claim(100, on="9")
    part, other = subset(60, total, at=LATAKIA), subset(30, total, at=HOMS)
    toll = reconcile([total, part, other], WHOLE)
    assert not toll.contradictions
    assert "10 belong to no part" in why(toll, part)


def test_a_source_that_a_policy_leaves_out_is_said_to_contradict() -> None:
    good = claim(100, on="9")
    bad = claim(4000, None, by="some people", kind=SourceKind.UNNAMED, on="9")
    toll = reconcile([good, bad], WHOLE, "best")
    assert effects(toll)[bad.id] is Effect.CONTRADICTS
    assert (toll.low, toll.best, toll.high) == (100, 100, 100)
    assert effects(reconcile([good, bad], WHOLE, "range"))[bad.id] is Effect.COUNTED
    alone = reconcile([bad], WHOLE, "best")
    assert alone.best == 4000  # nobody better speaks
