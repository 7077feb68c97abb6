"""Claims that take no part in the arithmetic: what each is called, and that its sentence says why."""

from datetime import UTC, datetime

import pytest

from marsad.model import Category, Certainty, Claim, Effect, Judgement, Measure, Scope, SourceKind, TollScope, Verdict
from marsad.reconcile import reconcile
from tests.reconcile.made import LATAKIA, TARTUS, WHOLE, claim, days, effects, why

LATAKIA_ONLY = TollScope(place=LATAKIA, days=days("6", "20"))

CASES = [
    # (why the case exists, claim, scope, effect, words of the sentence)
    ("a bus crash", claim(12, conflict=False), WHOLE, Effect.NOT_CONFLICT, "not done by conflict"),
    ("a projection", claim(1000, certainty=Certainty.HYPOTHETICAL), WHOLE, Effect.NOT_ASSERTED, "projection"),
    ("a denial", claim(5, certainty=Certainty.DENIED), WHOLE, Effect.NOT_ASSERTED, "denies"),
    ("the whole war, as context", claim(500_000, scope=Scope.BACKGROUND), WHOLE, Effect.BACKGROUND, "background"),
    ("injured, where killed are counted", claim(9, measure=Measure.INJURED), WHOLE, Effect.OUT_OF_SCOPE, "injured"),
    ("soldiers, where civilians are counted", claim(16, category=Category.STATE_FORCES),
     TollScope(category=Category.CIVILIAN), Effect.OUT_OF_SCOPE, "no one of whom"),
    ("another province", claim(16, at=TARTUS), LATAKIA_ONLY, Effect.OUT_OF_SCOPE, "Tartus lies outside Latakia"),
    ("no place, where one is asked for", claim(16, at=None), LATAKIA_ONLY, Effect.OUT_OF_SCOPE, "not known"),
    ("last year", claim(16, at=LATAKIA, when=days("2024-05-01")), LATAKIA_ONLY, Effect.OUT_OF_SCOPE, "1 May 2024"),
    ("many", claim(None, None), WHOLE, Effect.AWAITING_REVIEW, "no number"),
    ("a group's boast of dead soldiers", claim(20, by="al-shabaab", kind=SourceKind.ARMED_GROUP,
     category=Category.STATE_FORCES), WHOLE, Effect.AWAITING_REVIEW, "party to the fighting"),
    ("a group's hedged figure", claim(20, kind=SourceKind.ARMED_GROUP, certainty=Certainty.REPORTED), WHOLE,
     Effect.AWAITING_REVIEW, "party to the fighting"),
    ("an army's count of dead militants", claim(50, by="army", kind=SourceKind.ARMED_FORCES,
     category=Category.NONSTATE_FIGHTERS), WHOLE, Effect.AWAITING_REVIEW, "party to the fighting"),
    ("an army's count of its own dead", claim(16, by="army", kind=SourceKind.ARMED_FORCES,
     category=Category.STATE_FORCES), WHOLE, Effect.COUNTED, "stands"),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "made", "scope", "effect", "words"), CASES, ids=[c[0] for c in CASES])
def test_effects(reason: str, made: Claim, scope: TollScope, effect: Effect, words: str) -> None:
    toll = reconcile([made], scope)
    assert effects(toll) == {made.id: effect}, reason
    assert words in why(toll, made)
    if effect is not Effect.COUNTED:
        assert (toll.low, toll.best, toll.high, toll.roots) == (None, None, None, 0)
        assert toll.reason


def judged(verdict: Verdict, made: Claim) -> dict[str, Judgement]:
    when = datetime(2025, 3, 9, tzinfo=UTC)
    return {made.id: Judgement(id="j", verdict=verdict, subjects=(made.id,), who="Amal", when=when, why="Wrong town.")}


def test_a_reviewer_comes_first() -> None:
    made = claim(12, conflict=False)
    toll = reconcile([made], WHOLE, rejected=judged(Verdict.REJECT, made))
    assert effects(toll) == {made.id: Effect.REJECTED}
    assert "Amal" in why(toll, made)
    assert "Wrong town." in why(toll, made)


def test_a_reviewer_can_accept_what_waits() -> None:
    boast = claim(20, by="group", kind=SourceKind.ARMED_GROUP, category=Category.STATE_FORCES)
    toll = reconcile([boast], WHOLE, rejected=judged(Verdict.ACCEPT, boast))
    assert effects(toll) == {boast.id: Effect.COUNTED}
    assert toll.low == 20


def test_background_counts_where_its_days_are_asked_for() -> None:
    war = claim(500_000, None, scope=Scope.BACKGROUND, at=None, when=days("2011-03-15", "2025-03-08"))
    decade = TollScope(days=days("2011-01-01", "2025-12-31"))
    assert effects(reconcile([war], decade))[war.id] is not Effect.BACKGROUND


def test_what_is_said_later_does_not_appear() -> None:
    first, later = claim(340, on="8"), claim(1018, on="9")
    toll = reconcile([first, later], WHOLE, as_of=first.said_on)
    assert [line.claim for line in toll.ledger] == [first.id]
    assert toll.best == 340


def test_undated_claims_are_considered() -> None:
    undated = claim(7, on=None, report="x", when=days("6", "8"))
    assert len(reconcile([undated], WHOLE, as_of=days("6").start).ledger) == 1


def test_an_explicit_zero_gives_zero_with_its_claim() -> None:
    none = claim(0, scope=Scope.INCIDENT)
    toll = reconcile([none], WHOLE)
    assert (toll.low, toll.best, toll.high, toll.reason) == (0, 0, 0, None)
    assert effects(toll) == {none.id: Effect.COUNTED}


def test_no_casualties_means_that_nobody_was_killed() -> None:
    none = claim(0, measure=Measure.KILLED_OR_INJURED, scope=Scope.INCIDENT)
    assert reconcile([none], WHOLE).best == 0


def test_no_children_among_the_dead_is_zero_children_and_says_nothing_of_all() -> None:
    none = claim(0, category=Category.CHILDREN)
    assert reconcile([none], TollScope(category=Category.CHILDREN, incident="x")).best == 0
    toll = reconcile([none], WHOLE)
    assert effects(toll) == {none.id: Effect.COUNTED}
    assert toll.high is None
    assert toll.reason
