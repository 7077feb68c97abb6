"""Judgements replayed over claims: what each does, in any order, and what cannot be done."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import InputError
from marsad.model import Claim, Judgement, Measure, PlacePrecision, Quantity, Verdict
from marsad.review import check, replay
from tests.store.records import claim, judgement, report

REPORT = report()
CLAIM, OTHER = claim(REPORT), claim(REPORT, 1)


def correct(field: str | None, value: object, day: int = 10, claim_: Claim = CLAIM) -> Judgement:
    text = None if value is None else json.dumps(value)
    return judgement(Verdict.CORRECT, claim_.id, field=field, value=text, day=day, why="the wire was misread")


def test_nothing_judged_nothing_changed() -> None:
    judged = replay([CLAIM, OTHER], [])
    assert judged.claims == (CLAIM, OTHER)
    assert judged.claims[0] is CLAIM
    assert (judged.rejected, judged.unmatched, judged.failed) == ({}, (), {})


def test_a_rejected_claim_stays_for_the_ledger() -> None:
    reject = judgement(Verdict.REJECT, CLAIM.id)
    judged = replay([CLAIM, OTHER], [reject])
    assert judged.claims == (CLAIM, OTHER)
    assert judged.rejected == {CLAIM.id: reject}


def test_the_last_of_reject_and_accept_stands() -> None:
    reject, accept = judgement(Verdict.REJECT, CLAIM.id, day=10), judgement(Verdict.ACCEPT, CLAIM.id, day=11)
    again = judgement(Verdict.REJECT, CLAIM.id, day=12)
    assert replay([CLAIM], [reject, accept]).rejected == {}
    assert replay([CLAIM], [reject, accept, again]).rejected == {CLAIM.id: again}
    (accepted,) = replay([CLAIM], [reject, accept]).claims
    assert accepted.reasons["review"] == "accepted by Amal on 2025-03-11: seen"


def test_a_judgement_of_several_claims() -> None:
    reject = judgement(Verdict.REJECT, CLAIM.id, OTHER.id)
    assert set(replay([CLAIM, OTHER], [reject]).rejected) == {CLAIM.id, OTHER.id}


# (field, value, what the claim has then): a field of the claim, one within, a whole record, one that was null.
CORRECTIONS: list[tuple[str, object, object]] = [
    ("measure", "injured", Measure.INJURED),
    ("quantity.low", 341, 341),
    ("quantity.high", None, None),
    ("quantity", {"low": 5, "high": 9, "modality": "range"}, None),
    ("conflict", False, False),
    ("place.admin1", "Latakia", "Latakia"),
    ("place.precision", "province", PlacePrecision.PROVINCE),
    ("place", None, None),
    ("time.start", "2025-03-06", date(2025, 3, 6)),
    ("attribution.root", "sohr", "sohr"),
    ("victims.group", "Alawite", "Alawite"),
]


@pytest.mark.parametrize(("field", "value", "made"), CORRECTIONS)
def test_a_correction(field: str, value: object, made: object) -> None:
    judged = replay([CLAIM], [replace(correct(field, 0), value=json.dumps(value))])
    found: object = judged.claims[0]
    for name in field.split("."):
        found = getattr(found, name)
    if field == "quantity":
        assert isinstance(found, Quantity)
        assert found.bounds == (5, 9)
    else:
        assert found == made
    assert judged.claims[0].id == CLAIM.id
    assert judged.claims[0].reasons[field].endswith("by Amal on 2025-03-10: the wire was misread")
    assert judged.failed == {}


def test_a_correction_says_what_stood_there() -> None:
    (made,) = replay([CLAIM], [correct("quantity.low", 341)]).claims
    assert made.reasons["quantity.low"] == "corrected from 340 by Amal on 2025-03-10: the wire was misread"
    assert made.reasons["country"] == "the place"  # the machine's reasons stay


def test_the_last_correction_of_a_field_stands() -> None:
    judgements = [correct("quantity.low", 350, day=12), correct("quantity.low", 341, day=11)]
    assert replay([CLAIM], judgements).claims[0].quantity.low == 350


REFUSED: list[tuple[str | None, str | None, str]] = [
    ("quantity.lwo", "1", "has no field 'quantity.lwo'"),
    ("colour", '"red"', "has no field 'colour'"),
    ("colour.shade", '"red"', "has no field 'colour'"),
    ("quantity.low", '"five"', r"Expected `int \| null`, got `str`"),
    ("quantity.low", "-1", "0 <= low <= high"),
    ("quantity.high", "3", "0 <= low <= high"),  # below the low of 340
    ("measure", '"slain"', "Invalid enum value 'slain'"),
    ("measure.kind", '"x"', "'measure' has no fields"),
    ("quantity.low", "five", "is not JSON"),
    ("quantity.low", None, "corrects nothing"),
    (None, "1", "corrects nothing"),
    ("id", '"x"', "which is fixed"),
    ("report", '"x"', "which is fixed"),
    ("reasons.x", '"x"', "which is fixed"),
    ("said_at", '"2025-01-01"', "which is fixed"),
]


@pytest.mark.parametrize(("field", "value", "told"), REFUSED)
def test_a_correction_that_cannot_be_made(field: str | None, value: str | None, told: str) -> None:
    bad = judgement(Verdict.CORRECT, CLAIM.id, field=field, value=value)
    with pytest.raises(InputError, match=told):
        check(CLAIM, bad)
    # One that is in the store all the same does not stop the rest, and is not hidden.
    judged = replay([CLAIM, OTHER], [bad, correct("quantity.low", 341, day=11)])
    assert judged.claims[0].quantity.low == 341
    assert list(judged.failed) == [bad.id]
    assert "not applied" in judged.claims[0].reasons[f"judgement {bad.id}"]


def test_judgements_of_claims_that_are_not_there() -> None:
    gone = [judgement(Verdict.REJECT, "clm_gone"), correct("conflict", False, claim_=replace(CLAIM, id="clm_gone2"))]
    judged = replay([CLAIM], gone)
    assert judged.rejected == {}
    assert judged.unmatched == tuple(gone)


def test_verdicts_of_other_stages_are_passed_over() -> None:
    others = [Verdict.MERGE, Verdict.SPLIT, Verdict.SAME_SOURCE, Verdict.PUBLISH, Verdict.WITHDRAW]
    judged = replay([CLAIM], [judgement(verdict, CLAIM.id) for verdict in others])
    assert judged.claims[0] is CLAIM
    assert judged.unmatched == ()


makers = st.sampled_from(
    [
        lambda day: judgement(Verdict.REJECT, CLAIM.id, day=day),
        lambda day: judgement(Verdict.ACCEPT, CLAIM.id, OTHER.id, day=day),
        lambda day: correct("quantity.low", day, day=day),
        lambda day: correct("quantity.high", 400 - day, day=day),
        lambda day: correct("place.admin1", f"P{day}", day=day, claim_=OTHER),
    ]
)


@given(st.lists(st.builds(lambda make, day: make(day), makers, st.integers(1, 28)), max_size=8), st.randoms())
def test_the_order_in_which_they_are_given_does_not_matter(judgements: list[Judgement], random: object) -> None:
    shuffled = sorted(judgements, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert replay([CLAIM, OTHER], judgements) == replay([CLAIM, OTHER], [*shuffled, *judgements])
