"""Ids come from content: the same on every machine and every day, another where the content is another."""

import hashlib
import json
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.model import Claim, Judgement, Measure, Report, Verdict, bytes_id, content_id
from marsad.model.ids import Part

PARTS = st.lists(st.none() | st.booleans() | st.integers() | st.text(max_size=8), max_size=4)


# Written down once. If one of these changes, every stored id and every published link is dead.
@pytest.mark.parametrize(
    ("made", "id_"),
    [
        (content_id("clm", ["report-1", 15, "killed"]), "clm_qsobkfeaxemdpx4252uc"),
        (content_id("x", []), "x_j5j43immfovaya2uxnpz"),
        (content_id("x", [None, True, 0, 1.5, "جبلة", "\n"]), "x_zvytlg5aa5ixoh7vyhva"),
        (
            Report.id_of("At least 340 died.", None, "https://example.org/a", "Wire", "2025-03-08"),
            "rep_tc5tca5vflge7biuj24b",
        ),
        (Claim.id_of("r1", 15, 27, Measure.KILLED), "clm_pfa2cv7n3nl42n2e52uw"),
        (Claim.id_of("r1", 15, 27, Measure.KILLED, 1), "clm_lsu4ewiapqyla3b3qb4h"),
        (
            Judgement.id_of(Verdict.MERGE, ("i1", "i2"), "Amal", datetime(2025, 3, 10, tzinfo=UTC)),
            "jdg_p6uwrubygxumbkpuayfv",
        ),
    ],
)
def test_ids_are_the_same_everywhere(made: str, id_: str) -> None:
    assert made == id_


def test_ids_do_not_depend_on_the_run() -> None:
    # Python's own hash of a text differs from one start to the next.
    program = "from marsad.model import content_id; print(content_id('rep', ['a', None, 3, 'ب']))"
    told = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert told == {content_id("rep", ["a", None, 3, "ب"])}


@given(PARTS, PARTS)
def test_other_content_is_another_id(a: list[Part], b: list[Part]) -> None:
    # 1 == True in Python, but they are two contents.
    same = json.dumps(a) == json.dumps(b)
    assert (content_id("x", a) == content_id("x", b)) == same


@given(PARTS)
def test_the_shape_of_an_id(parts: list[Part]) -> None:
    prefix, _, rest = content_id("rep", parts).partition("_")
    assert prefix == "rep"
    assert len(rest) == 20
    assert set(rest) <= set("abcdefghijklmnopqrstuvwxyz234567")


def test_parts_do_not_run_together() -> None:
    assert content_id("x", ["ab", "c"]) != content_id("x", ["a", "bc"])
    assert content_id("x", ["a", None]) != content_id("x", ["a"])
    assert content_id("x", ["1"]) != content_id("x", [1])
    assert content_id("x", ["a"]) != content_id("y", ["a"])


def test_half_a_surrogate_pair_has_an_id() -> None:
    assert content_id("x", ["\ud800"]) != content_id("x", ["\ud801"])


def test_claims_of_the_same_words() -> None:
    # "nine killed and wounded" is two claims of one number; so is a number told in two reports.
    ids = {
        Claim.id_of("r1", 15, 27, Measure.KILLED),
        Claim.id_of("r1", 15, 27, Measure.INJURED),
        Claim.id_of("r1", 15, 28, Measure.KILLED),
        Claim.id_of("r1", 14, 27, Measure.KILLED),
        Claim.id_of("r2", 15, 27, Measure.KILLED),
        Claim.id_of("r1", 15, 27, Measure.KILLED, 1),
    }
    assert len(ids) == 6


@given(st.binary(max_size=64))
def test_the_id_of_bytes_is_their_sha256(content: bytes) -> None:
    assert bytes_id(content) == hashlib.sha256(content).hexdigest()
