"""Records as JSON, both ways: nothing is lost, and nothing that is not the record gets in."""

import json
from dataclasses import FrozenInstanceError, fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.model import (
    BadRecord,
    Claim,
    Incident,
    Interval,
    Judgement,
    Place,
    Quantity,
    Report,
    Source,
    Toll,
    from_json,
    from_line,
    to_json,
    to_line,
)
from marsad.model.codec import trusted
from tests.model.records import KINDS, of

kinds = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


@kinds
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_record_comes_back_as_it_was(kind: type, data: st.DataObject) -> None:
    record = data.draw(of(kind))
    line = to_line(record)
    assert "\n" not in line
    assert from_line(kind, line) == from_line(kind, line.encode()) == trusted(kind, line) == record
    assert from_json(kind, to_json(record)) == record
    assert json.loads(line) == to_json(record)  # any other reader of JSON sees the same


@kinds
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_records_are_frozen_and_can_stand_in_sets(kind: type, data: st.DataObject) -> None:
    record = data.draw(of(kind))
    for field in fields(record):
        with pytest.raises(FrozenInstanceError):
            setattr(record, field.name, None)
    assert not hasattr(record, "__dict__")  # slots: no attribute can be hung on it either
    assert len({record, replace(record)}) == 1


@kinds
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_an_unknown_field_is_refused_by_name(kind: type, data: st.DataObject) -> None:
    plain = to_json(data.draw(of(kind)))
    with pytest.raises(BadRecord, match=f"^{kind.__name__} has no field 'colour'$"):
        from_json(kind, {**plain, "colour": "red"})


@kinds
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_each_field_insists_on_its_type(kind: type, data: st.DataObject) -> None:
    plain = to_json(data.draw(of(kind)))
    for name, value in plain.items():
        wrong: Any = 5 if not isinstance(value, int | float) or isinstance(value, bool) else "five"
        if value is None:
            wrong = {"not": "a value"} if not _object(kind, name) else 5
        with pytest.raises(BadRecord, match=rf"^not a {kind.__name__}: .*`\$\.{name}`$"):
            from_json(kind, {**plain, name: wrong})


def _object(kind: type, name: str) -> bool:
    """Whether a field that is null here may hold a record: then an object is not of the wrong type."""
    return "Place" in str(kind.__annotations__[name]) or "Interval" in str(kind.__annotations__[name])


CLAIM: dict[str, Any] = {
    "id": "clm_1",
    "report": "r",
    "measure": "killed",
    "quantity": {"low": 340},
    "sentence": {"start": 0, "end": 9},
}


def test_the_least_claim() -> None:
    claim = from_json(Claim, CLAIM)
    assert claim.quantity.high is None  # "not bounded", never 0
    assert (claim.place, claim.time, claim.parent, claim.said_on) == (None, None, None, None)
    assert claim.harm


# What is changed in a good claim, and the path that the one line of refusal must name.
@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({"measure": "murdered"}, "$.measure"),
        ({"scope": "war"}, "$.scope"),
        ({"certainty": "maybe"}, "$.certainty"),
        ({"measure": None}, "$.measure"),
        ({"quantity": {"low": "340"}}, "$.quantity.low"),
        ({"quantity": {"low": 340.5}}, "$.quantity.low"),
        ({"quantity": {"low": True}}, "$.quantity.low"),  # in Python a bool is an int; here it is not
        ({"quantity": {"lower": 340}}, "quantity.lower"),
        ({"quantity": {"modality": "roughly\nso"}}, "$.quantity.modality"),
        ({"quantity": {"low": 9, "high": 3}}, "$.quantity"),
        ({"quantity": {"low": -1}}, "$.quantity"),
        ({"sentence": {"start": 9, "end": 3}}, "$.sentence"),
        ({"sentence": {"start": 9}}, "$.sentence"),
        ({"victims": {"category": "soldiers"}}, "$.victims.category"),
        ({"place": {"precision": "street"}}, "$.place.precision"),
        ({"place": {"parts": ["Latakia", 4]}}, "$.place.parts[1]"),
        ({"place": {"town": "Jableh"}}, "place.town"),
        ({"time": {"start": "2025-02-30"}}, "$.time.start"),
        ({"time": {"start": "2025-03-09", "end": "2025-03-08"}}, "$.time"),
        ({"attribution": {"kind": "friend"}}, "$.attribution.kind"),
        ({"conflict": "yes"}, "$.conflict"),
        ({"confidence": 1.5}, "confidence"),
        ({"confidence": float("nan")}, "confidence"),  # JSON has no such number: it would come back as null
        ({"said_at": "last week"}, "said_at"),
        ({"reasons": {"place": 3}}, "$.reasons"),
        ({"col\nour": "red"}, "col\\nour"),
    ],
)
def test_refusals_name_the_field_in_one_line(change: dict[str, Any], names: str) -> None:
    with pytest.raises(BadRecord) as raised:
        from_json(Claim, {**CLAIM, **change})
    told = str(raised.value)
    assert names in told
    assert "Claim" in told
    assert "\n" not in told


@pytest.mark.parametrize("missing", ["id", "report", "measure", "quantity", "sentence"])
def test_a_missing_field_is_named(missing: str) -> None:
    with pytest.raises(BadRecord, match=f"required field `{missing}`"):
        from_json(Claim, {name: value for name, value in CLAIM.items() if name != missing})


def test_fields_inside_lists_are_looked_for_too() -> None:
    toll = to_json(
        Toll(scope=from_json(Toll, {"scope": {}, "policy": "best", "as_of": None}).scope, policy="best", as_of=None)
    )
    line = {"claim": "c", "report": "r", "effect": "counted", "why": "The only one.", "colour": "red"}
    with pytest.raises(BadRecord, match=r"Toll has no field 'ledger\.colour'"):
        from_json(Toll, {**toll, "ledger": [line]})


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "not JSON"),
        ("{broken", "not JSON"),
        ('{"id": "a", "text": "t"} {}', "not JSON"),
        (b'{"id": "\xff", "text": "t"}', "not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("null", "Expected `object`"),
        ("[]", "Expected `object`"),
        ("5", "Expected `object`"),
        ('{"id": "a", "text": "t", "published_at": "soon"}', "published_at: not an ISO 8601 date: 'soon'"),
    ],
)
def test_lines_that_are_no_report(line: str | bytes, told: str) -> None:
    with pytest.raises(BadRecord) as raised:
        from_line(Report, line)
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


@given(st.text(max_size=40))
def test_any_line_is_a_report_or_a_bad_record(line: str) -> None:
    try:
        from_line(Report, line)
    except BadRecord as error:
        assert "\n" not in str(error)


def test_written_as_others_read_it() -> None:
    # Dates as ISO text, vocabularies as their words, tuples as lists, letters as they are.
    place = Place(text="جبلة", parts=("Latakia",))
    assert to_line(Interval(start=None, end=None)) == '{"start":null,"end":null,"precision":null,"text":null}'
    assert to_json(place)["parts"] == ["Latakia"]
    assert "جبلة" in to_line(place)
    assert to_json(Quantity(low=0, high=0)) == {
        "low": 0, "high": 0, "modality": "exact", "text": None, "start": None, "end": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (lambda: Report(id="r", text="t", published_at="soon"), "published_at: not an ISO 8601 date: 'soon'"),
        (lambda: Toll(scope=_scope(), policy="p", as_of=None, low=5, best=3), "low <= best <= high, not 5, 3, None"),
        (lambda: Toll(scope=_scope(), policy="p", as_of=None, best=5, high=3), "low <= best <= high"),
        (lambda: Toll(scope=_scope(), policy="p", as_of=None, low=5, high=3), "low <= best <= high"),
        (lambda: Toll(scope=_scope(), policy="p", as_of=None, low=-1), "low <= best <= high"),
    ],
)
def test_records_that_cannot_be(made: Any, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        made()


def _scope() -> Any:
    return from_json(Toll, {"scope": {}, "policy": "p", "as_of": None}).scope


def test_required_fields_have_no_default() -> None:
    # An id, a reason or a kind that nobody gave must not come from a default.
    for kind, missing in ((Source, "kind"), (Incident, "claims"), (Judgement, "why")):
        with pytest.raises(BadRecord, match="required field"):
            from_json(kind, {})
        assert missing in kind.__dataclass_fields__
