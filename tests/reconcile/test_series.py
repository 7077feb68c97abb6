"""Series of one root: what supersedes, what revises, what only relays, what starts again; and increments."""

from typing import Any

import pytest

from marsad.model import Category, Claim, Effect, Modality, Relation, Scope, SourceKind, TollScope
from marsad.reconcile import by_root, reconcile
from tests.reconcile.made import BAIDOA, LATAKIA, TARTUS, WHOLE, claim, days, effects, subset, why

S, R, C, X = Effect.SUPERSEDED, Effect.REPEATS, Effect.COUNTED, Effect.CONTAINED


def one(low: int | None, high: int | str | None = "same", **fields: Any) -> Claim:
    """A claim about one bomb."""
    return claim(low, high, **{"scope": Scope.INCIDENT, "at": BAIDOA, "when": days("2"), **fields})


CASES = [
    # (why the case exists, claims of one root, best, effects in order)
    ("5, 7, 9 of one bomb are 9", [one(5, None, on="2"), one(7, on="3"), one(9, on="4")], 9, [S, S, C]),
    ("a fall is a revision", [one(103, on="3"), one(84, on="4")], 84, [S, C]),
    ("a revision to an open figure", [one(103, on="3"), one(84, None, on="4")], 84, [S, C]),
    ("a relay", [one(9, on="2"), one(9, on="3", report="other")], 9, [C, R]),
    ("a relay that lost its 'at least'", [one(9, None, on="2"), one(9, on="3")], 9, [C, R]),
    ("a rounding", [claim(1225, on="11"), claim(1200, None, on="12")], 1225, [C, R]),
    ("an 'about' rounded up", [claim(1383, on="11"), claim(1400, on="12", modality=Modality.ABOUT)], 1383, [C, R]),
    ("'dozens' after 40", [one(40, on="2"), one(24, 99, on="3", modality=Modality.VAGUE)], 40, [C, R]),
    ("a late relay of an old figure", [one(5, on="2"), one(9, on="3"), one(5, on="4", report="z")], 9, [S, C, R]),
    ("two of one day: the smaller is the earlier", [one(9, on="2", report="a"), one(5, on="2", report="b")], 9, [S, C]),
    ("an undated figure stands by its size", [one(7, on=None, report="u"), one(5, on="2"), one(9, on="3")], 9, None),
    ("the smaller of one report is part of the larger",
     [one(9, on="2", report="a"), one(3, on="2", report="a", start=50)], 9, [X, C]),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "claims", "best", "wanted"), CASES, ids=[c[0] for c in CASES])
def test_series(reason: str, claims: list[Claim], best: int, wanted: list[Effect] | None) -> None:
    toll = reconcile(claims, WHOLE)
    assert toll.best == best, reason
    if wanted:
        assert [line.effect for line in toll.ledger] in (wanted, wanted[::-1]), reason


def test_an_undated_figure_is_not_said_to_be_early() -> None:
    undated, small, large = one(7, on=None, report="u"), one(5, on="2"), one(9, on="3")
    found = effects(reconcile([undated, small, large], WHOLE))
    assert (found[small.id], found[undated.id], found[large.id]) == (S, S, C)
    assert effects(reconcile([one(12, on=None, report="u"), large], WHOLE))[large.id] is S


def test_a_fall_is_called_a_revision_with_its_size() -> None:
    old, new = one(103, on="3"), one(84, on="4")
    toll = reconcile([old, new], WHOLE)
    assert "lower by 19: a revision" in why(toll, old)
    assert [f.revision for f in by_root([old, new], WHOLE)["sohr"]] == [False, True]


def test_a_text_that_calls_a_figure_replaced() -> None:
    old = one(103, on="4", report="a", superseded=True)
    new = one(84, on="4", report="a", start=60)
    toll = reconcile([old, new], WHOLE)
    assert (toll.best, effects(toll)[old.id]) == (84, S)
    assert "presents 103 as replaced by 84" in why(toll, old)


def test_a_replaced_figure_is_withdrawn_under_every_name() -> None:
    # "The 103 given at first counted some twice": the emergency office gave 103 a day before.
    first = one(103, by="emergency office", on="3")
    told = one(103, by="officials", on="4", report="b", superseded=True)
    new = one(84, by="minister", on="4", report="b", start=60)
    toll = reconcile([first, told, new], WHOLE)
    assert (toll.low, toll.best, toll.high) == (84, 84, 84)
    assert effects(toll)[first.id] is S


def test_small_replaced_figures_are_not_withdrawn_under_other_names() -> None:
    first = one(3, by="hospital", on="3")
    told = one(3, by="police", on="4", report="b", superseded=True)
    assert effects(reconcile([first, told, one(4, by="police", on="4", report="b", start=60)], WHOLE))[first.id] is C


def test_a_count_that_starts_again_is_no_revision() -> None:
    # The Lebanese ministry's counter: 4,047 until 4 December 2024, 123 since 2 March 2026 (Lebanon, daily table).
    old = claim(4047, by="moph", on="2024-12-04", when=days("2023-10-08", "2024-12-04"))
    new = claim(123, by="moph", on="2026-03-05", when=days("2026-03-02", "2026-03-05"))
    asked = TollScope(days=days("2023-10-01", "2026-12-31"))
    toll = reconcile([old, new], asked)
    assert "new series, not a revision" in why(toll, new)
    assert "revision by" not in why(toll, old)
    assert toll.low == 4047 + 123


ADDED = Relation.ADDITION


def test_an_increment_without_a_total_moves_the_series_once() -> None:
    total = claim(1383, on="12")
    more = claim(24, on="13", relation=ADDED, report="x")
    relay = claim(24, on="13", relation=ADDED, report="y")
    toll = reconcile([total, more, relay], WHOLE)
    assert toll.best == 1383 + 24
    assert [effects(toll)[c.id] for c in (total, more, relay)] == [C, C, R]
    assert "Adds 24 to 1,383" in why(toll, more)


def test_two_increments_of_different_days_both_move_it() -> None:
    total = claim(100, on="12")
    first = claim(24, on="13", relation=ADDED, when=days("13"))
    second = claim(24, on="14", relation=ADDED, when=days("14"))
    assert reconcile([total, first, second], WHOLE).best == 148


def test_a_later_total_holds_the_increments_before_it() -> None:
    claims = [claim(1383, on="12"), claim(24, on="13", relation=ADDED), claim(1450, on="14")]
    toll = reconcile(claims, WHOLE)
    assert toll.best == 1450
    assert [effects(toll)[c.id] for c in claims] == [S, S, C]
    assert "increment" in why(toll, claims[1])


def test_an_increment_after_an_old_total_told_again_moves_it() -> None:
    # "Another 24 were killed on Thursday, on top of the 1,383 of Wednesday."
    old = claim(1383, on="12", report="a")
    again = claim(1383, on="13", report="b", when=days("6", "12"))
    more = claim(24, on="13", report="b", relation=ADDED, parent=again.id, start=60, when=days("13"))
    assert reconcile([old, again, more], WHOLE).best == 1407
    # where its days do not show that it came after the total, it is taken to be in it
    unclear = claim(24, on="13", report="b", relation=ADDED, parent=again.id, start=60)
    assert reconcile([old, again, unclear], WHOLE).best == 1383


def test_an_increment_alone_is_a_lower_bound() -> None:
    toll = reconcile([claim(24, on="13", relation=ADDED)], WHOLE)
    assert (toll.low, toll.high) == (24, None)
    beside = reconcile([claim(24, on="13", relation=ADDED), claim(50, by="police", on="12")], WHOLE)
    assert beside.best == 50


def test_repeats_of_one_report_are_one_voice() -> None:
    # The outlet tells the number in its own voice, then with its source: the source is the root.
    headline = one(100, by="outlet", kind=SourceKind.OUTLET, on="2", report="a")
    plain = Claim(**{f: getattr(headline, f) for f in headline.__dataclass_fields__ if f != "attribution"})
    named = one(100, by="hospital", on="2", report="a", start=80, relation=Relation.REPEAT, parent=plain.id)
    toll = reconcile([plain, named], WHOLE)
    assert toll.roots == 1
    assert toll.corroborated is None
    assert {line.root for line in toll.ledger} == {"hospital"}
    assert effects(toll)[named.id] is R


def test_parts_of_two_places_sum_where_nobody_counts_the_whole() -> None:
    # Two villages, two sources: no one speaks of both; both are in the episode.
    here = claim(10, by="x", at=LATAKIA, when=days("7"), scope=Scope.INCIDENT)
    there = claim(20, by="y", at=TARTUS, when=days("7"), scope=Scope.INCIDENT)
    there_too = claim(24, by="z", at=TARTUS, when=days("7"), scope=Scope.INCIDENT, on="9")
    toll = reconcile([here, there, there_too], WHOLE)
    assert (toll.low, toll.best, toll.high) == (30, 34, None)
    assert toll.reason
    assert "no source counts the whole" in toll.reason.lower()
    assert set(effects(toll).values()) == {C}


def test_some_of_them_is_contained() -> None:
    total = one(284, on="4", category=Category.ANY)
    toll = reconcile([total, subset(220, total)], WHOLE)
    assert toll.best == 284
    assert effects(toll)[subset(220, total).id] is X
