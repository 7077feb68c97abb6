"""What holds for every set of claims: order and relays change nothing, and no claim is lost or counted twice."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.model import Attribution, Category, Certainty, Claim, Effect, Measure, Relation, Scope, SourceKind, Toll
from marsad.model import bounds as algebra
from marsad.reconcile import SHIPPED, history, reconcile
from tests.reconcile.made import COAST, HAMA, LATAKIA, TARTUS, WHOLE, claim, days, town

PLACES = [COAST, LATAKIA, TARTUS, HAMA, town("Jableh", "Latakia"), None]
ROOTS = [
    ("sohr", SourceKind.MONITOR),
    ("police", SourceKind.POLICE),
    ("some", SourceKind.UNNAMED),
    ("group", SourceKind.ARMED_GROUP),
]


@st.composite
def one_claim(draw: st.DrawFn, number: int) -> Claim:
    low = draw(st.integers(0, 60) | st.none())
    wide = draw(st.sampled_from([0, 0, 0, 5, None]))
    high = None if wide is None else (low or 0) + wide
    said = draw(st.integers(7, 12))
    first = draw(st.integers(6, said))
    by, kind = draw(st.sampled_from(ROOTS))
    return claim(
        low, high, id=f"c{number:02}", by=by, kind=kind, on=str(said), report=f"r{draw(st.integers(0, 5))}-{said}",
        start=number, at=draw(st.sampled_from(PLACES)), when=days(f"{first}", f"{draw(st.integers(first, said))}"),
        measure=draw(st.sampled_from([Measure.KILLED] * 5 + [Measure.INJURED, Measure.KILLED_OR_INJURED])),
        category=draw(st.sampled_from([Category.ANY] * 3 + list(Category))),
        scope=draw(st.sampled_from([Scope.CUMULATIVE, Scope.CUMULATIVE, Scope.INCIDENT, Scope.BACKGROUND])),
        certainty=draw(st.sampled_from([Certainty.ASSERTED] * 4 + [Certainty.REPORTED, Certainty.HYPOTHETICAL])),
        conflict=draw(st.sampled_from([True] * 9 + [False])), superseded=draw(st.sampled_from([False] * 9 + [True])),
    )  # fmt: skip


@st.composite
def many_claims(draw: st.DrawFn) -> list[Claim]:
    """Claims with parents of their own report: totals, parts, increments and repeats."""
    made = [draw(one_claim(number)) for number in range(draw(st.integers(0, 9)))]
    return [_related(draw, made, one) for one in made]


def _related(draw: st.DrawFn, made: list[Claim], one: Claim) -> Claim:
    before = [c for c in made if c.report == one.report and c.id < one.id]
    relation = draw(st.sampled_from([Relation.TOTAL] * 3 + list(Relation)))
    if relation is Relation.TOTAL:
        return one
    return replace(one, relation=relation, parent=draw(st.sampled_from(before)).id if before else None)


def numbers(toll: Toll) -> tuple[Any, ...]:
    return (toll.low, toll.best, toll.high, toll.corroborated, toll.pending, toll.roots, toll.reason)


policies = st.sampled_from(SHIPPED)


@settings(max_examples=100, deadline=None)
@given(many_claims(), policies)
def test_every_claim_has_one_line_with_a_sentence_and_the_toll_is_in_order(claims: list[Claim], policy: str) -> None:
    toll = reconcile(claims, WHOLE, policy)
    assert sorted(line.claim for line in toll.ledger) == sorted(c.id for c in claims)
    assert all(line.why.strip().endswith((".", "!", "?")) for line in toll.ledger)
    assert {line.other for line in toll.ledger} <= {c.id for c in claims} | {None}
    assert algebra.ordered(toll.low, toll.best)
    assert algebra.ordered(toll.best, toll.high)
    assert None not in (toll.low, toll.best, toll.high) or toll.reason
    assert all(c.gap > 0 for c in toll.contradictions)


@settings(max_examples=60, deadline=None)
@given(many_claims(), policies, st.randoms())
def test_the_order_of_the_claims_changes_nothing(claims: list[Claim], policy: str, chance: Any) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert reconcile(shuffled, WHOLE, policy) == reconcile(claims, WHOLE, policy)


@settings(max_examples=60, deadline=None)
@given(many_claims(), policies)
def test_the_same_claim_twice_is_one_claim(claims: list[Claim], policy: str) -> None:
    assert reconcile([*claims, *claims], WHOLE, policy) == reconcile(claims, WHOLE, policy)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 400), st.integers(7, 20)), min_size=1, max_size=6, unique_by=lambda t: t[1]),
       st.integers(0, 5), st.integers(0, 9))  # fmt: skip
def test_a_relay_of_a_total_changes_no_number(said: list[tuple[int, int]], which: int, late: int) -> None:
    totals = [claim(n, by="sohr", on=str(d), report=f"a{d}", id=f"c{d}") for n, d in said]
    told = totals[which % len(totals)]
    day = str(date.fromisoformat(told.said_at or "").day + late)
    relay = replace(told, id="relay", report="z", said_at=str(days(day).start))
    assert numbers(reconcile([*totals, relay], WHOLE)) == numbers(reconcile(totals, WHOLE))
    assert reconcile([*totals, relay], WHOLE).roots == 1


@settings(max_examples=60, deadline=None)
@given(many_claims(), st.integers(1, 80))
def test_corroboration_never_lowers_what_is_corroborated(claims: list[Claim], low: int) -> None:
    before = reconcile(claims, WHOLE).corroborated
    voice = Attribution(source="new", root="new", kind=SourceKind.HOSPITAL)
    new = replace(claim(low, None, id="new", report="new", on="12"), attribution=voice)
    after = reconcile([*claims, new], WHOLE).corroborated
    assert (after or 0) >= (before or 0)


@settings(max_examples=50, deadline=None)
@given(many_claims(), policies)
def test_taking_out_what_was_superseded_changes_nothing_more(claims: list[Claim], policy: str) -> None:
    """Supersession is idempotent: a total that its source's later total of the same thing replaced has no say left."""
    plain = [c for c in claims if c.relation is Relation.TOTAL and not c.superseded]
    totals = [replace(c, place=COAST, time=days("6", str(c.said_on.day if c.said_on else 6))) for c in plain]
    totals = [replace(c, scope=Scope.CUMULATIVE, victims=replace(c.victims, category=Category.ANY)) for c in totals]
    toll = reconcile(totals, WHOLE, policy)
    gone = {line.claim for line in toll.ledger if line.effect is Effect.SUPERSEDED}
    relayed = {line.other for line in toll.ledger if line.effect is Effect.REPEATS}
    kept = [c for c in totals if c.id not in gone - relayed]
    assert numbers(reconcile(kept, WHOLE, policy)) == numbers(toll)


@settings(max_examples=50, deadline=None)
@given(many_claims(), policies)
def test_history_ends_where_the_toll_is(claims: list[Claim], policy: str) -> None:
    past = history(claims, WHOLE, policy)
    assert [d for d, _ in past] == sorted({d for d, _ in past})
    if past:
        assert numbers(past[-1][1])[:3] == numbers(reconcile(claims, WHOLE, policy, past[-1][0]))[:3]
