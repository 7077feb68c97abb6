"""Constructions that say one thing only, in sentences of our own: the learned decisions must leave them alone."""

import pytest

from marsad.extract import extract
from marsad.extract.en.certain import CERTAIN
from marsad.extract.en.judge import LEARNED
from marsad.model import Category, Claim, Measure, Relation, Report, Scope


def read(text: str) -> dict[str, Claim]:
    """The claims by their number phrase, published on Saturday 8 March 2025."""
    claims = extract(Report(id="r", text=text, published_at="2025-03-08", language="en"))
    return {claim.quantity.text or "": claim for claim in claims}


def test_every_learned_field_has_its_list() -> None:
    assert set(CERTAIN) == set(LEARNED)
    assert all(construction.__doc__ for some in CERTAIN.values() for construction in some)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nine farmers have been murdered this month alone in Nigeria's Kaduna state, a local chief said.", "Nine"),
        ("Shelling killed 31 people in Kharkiv in February alone, the governor said.", "31"),
    ],
)
def test_a_count_of_a_period_alone_is_running(text: str, words: str) -> None:
    assert read(text)[words].scope is Scope.CUMULATIVE


def test_a_count_since_a_late_day_is_running_and_one_since_long_ago_is_left_open() -> None:
    late = read("Raids on hamlets near Bria have cost 17 lives since Monday, a chief said.")["17"]
    assert late.scope is Scope.CUMULATIVE
    old = read("Gunmen killed six men in Idlib on Friday. The war has killed 400,000 people since 2011.")["400,000"]
    assert "certain" not in old.reasons["scope"]


def test_nobody_is_part_of_nobody() -> None:
    none = read("The raid on the village killed 14 men. No women were among the dead, a nurse said.")["No"]
    assert (none.relation, none.quantity.low, none.victims.category) == (Relation.TOTAL, 0, Category.WOMEN)


def test_those_joined_by_and_are_not_among_the_others() -> None:
    found = read("Four sisters aged between 5 and 12 and their grandmother were killed by shelling in Idlib on Friday.")
    assert [claim.relation for claim in found.values()] == [Relation.TOTAL] * 2
    assert sum(claim.quantity.low or 0 for claim in found.values()) == 5


def test_a_count_since_a_day_is_not_that_day() -> None:
    time = read("At least 70 people have been killed in Sweida since Tuesday, the monitor said.")["At least 70"].time
    assert time is not None
    assert time.start is not None and time.end is not None
    assert str(time.start) == "2025-03-04"
    assert time.end > time.start


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("The police said on Wednesday that gunmen had killed four guards the previous night.", "four", "2025-03-04"),
        ("On Tuesday 14 people were wounded by a mine. Two of them died the following day.", "Two", "2025-03-05"),
    ],
)
def test_a_day_told_of_the_harm_counts_from_the_day_before_it(text: str, words: str, day: str) -> None:
    time = read(text)[words].time
    assert time is not None
    assert (str(time.start), str(time.end)) == (day, day)


def test_who_leaves_hospital_is_no_new_victim() -> None:
    found = read(
        "Seven people were wounded in the blast in Quetta on Monday. Three of the injured have been discharged."
    )
    assert list(found) == ["Seven people"[:5]]


def test_the_age_behind_a_comma_counts_nobody() -> None:
    found = read("The soldier, 41, shot dead two robbers in Bogota on Friday.")
    assert {words: claim.measure for words, claim in found.items()} == {"two": Measure.KILLED}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Of the 40 people killed in the raid, 11 were under the age of 16.", "11"),
        ("Of the 40 people killed in the raid, nine were younger than five.", "nine"),
    ],
)
def test_an_age_tells_children(text: str, words: str) -> None:
    found = read(text)
    assert set(found) == {"the 40", words}
    assert found[words].victims.category is Category.CHILDREN


def test_who_claims_responsibility_gives_no_number() -> None:
    found = read("A bomb killed six policemen in Peshawar on Friday, and the Taliban claimed responsibility.")
    assert found["six"].attribution is None or found["six"].attribution.source is None
    said = read("A rebel spokesman claimed responsibility for the ambush and said nine soldiers had died.")
    assert said["nine"].attribution is not None
    assert "rebel" in (said["nine"].attribution.text or "")
