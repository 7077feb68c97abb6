"""The published JSON Schemas: the files are what the records are, and what the stages make is valid under them."""

import json
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from marsad.extract import extract
from marsad.model import Claim, Report, Toll, TollScope, to_json
from marsad.model.schemas import documents
from marsad.reconcile import reconcile
from tests.model.records import KINDS, of

FOLDER = Path(__file__).parents[2] / "docs" / "reference" / "schema"

kinds = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


@cache
def validator(kind: type) -> Any:
    return Draft202012Validator(json.loads((FOLDER / f"{kind.__name__.lower()}.json").read_text(encoding="utf8")))


def test_the_files_are_what_the_records_are() -> None:
    there = {path.name: path.read_text(encoding="utf8") for path in FOLDER.glob("*.json")}
    assert there == documents(), "run: python -m marsad.model.schemas docs/reference/schema"


def test_the_command_writes_them(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "marsad.model.schemas", str(tmp_path / "schema")]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert told.stderr == ""
    written = [Path(line) for line in told.stdout.splitlines()]
    assert {path.name: path.read_text(encoding="utf8") for path in written} == documents()


@kinds
def test_each_is_a_schema(kind: type) -> None:
    Draft202012Validator.check_schema(validator(kind).schema)


@kinds
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_any_record_is_valid(kind: type, data: st.DataObject) -> None:
    validator(kind).validate(to_json(data.draw(of(kind))))


def test_what_is_no_record_is_not_valid() -> None:
    with pytest.raises(ValidationError):
        validator(Claim).validate({"id": "clm_1", "report": "r", "measure": "murdered"})


@pytest.fixture(scope="module")
def claims() -> list[Claim]:
    text = (
        "A car bomb killed at least 12 people, including three children, in Homs on Friday, the Syrian Observatory "
        "for Human Rights said. The health ministry said nine people were killed and dozens wounded."
    )
    return extract(Report(id="r1", text=text, outlet="Wire", published_at="2025-03-08", language="en"))


def test_extracted_claims_are_valid(claims: list[Claim]) -> None:
    assert [claim.quantity.low for claim in claims][:2] == [12, 3]
    for claim in claims:
        validator(Claim).validate(to_json(claim))


def test_a_toll_is_valid(claims: list[Claim]) -> None:
    toll = reconcile(claims, TollScope(), "best", date(2025, 3, 9))
    assert toll.ledger
    validator(Toll).validate(to_json(toll))
