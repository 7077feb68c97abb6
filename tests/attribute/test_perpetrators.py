"""Words of a perpetrator to an actor, on the day of the harm; and who is never one."""

from datetime import date

import pytest

from marsad.attribute import attribute
from marsad.model import Claim, Scope
from tests.attribute.made import claim, report


def done(
    text: str,
    does: str,
    *,
    country: str | None,
    on: date | None,
    says: str | None = None,
    place: str | None = None,
    scope: Scope = Scope.INCIDENT,
) -> Claim:
    of = report(text, published=None)
    return attribute([claim(of, "12", says, country=country, does=does, on=on, place=place, scope=scope)], of)[0]


IDENTIFIED = [
    # Damascus fell on 8 December 2024: the same words mean others from that day.
    ("government forces", "SY", date(2024, 12, 7), "act:sy-assad"),
    ("government forces", "SY", date(2024, 12, 8), "act:sy-transitional"),
    ("Syrian security forces", "SY", date(2012, 5, 25), "act:sy-assad"),
    ("Syrian security forces", "SY", date(2025, 3, 8), "act:sy-transitional"),
    # A name whose days are over, and a day that is not known, stay open.
    ("Assad's forces", "SY", date(2025, 3, 8), None),
    ("government forces", "SY", None, None),
    # "The army" needs a country, said or of the harm.
    ("the army", "NG", date(2020, 1, 1), "act:ng-forces"),
    ("the army", None, date(2020, 1, 1), None),
    ("Congolese soldiers", "CF", date(2020, 1, 1), "act:fardc"),
    # The Taliban are insurgents, then the government.
    ("the Taliban", "AF", date(2019, 1, 1), "act:taliban"),
    ("the Taliban", "AF", date(2022, 1, 1), "act:taliban-state"),
    # Spellings, and words beside a name that add nothing.
    ("Daesh", "IQ", date(2015, 1, 1), "act:is"),
    ("suspected Boko Haram gunmen", "NG", date(2015, 1, 1), "act:boko-haram"),
    ("Israeli airstrikes", "LB", date(2024, 11, 1), "act:il-forces"),
    ("US drone", "IQ", date(2020, 1, 3), "act:us-forces"),
    # The ADF of the Congo is not that of Australia.
    ("ADF", "CD", date(2024, 1, 1), "act:adf"),
    ("ADF", "AU", date(2024, 1, 1), None),
    # A description names nobody; two actors are not one.
    ("gunmen", "PK", date(2020, 1, 1), None),
    ("Syrian and Russian regimes", "SY", date(2016, 1, 1), None),
]


@pytest.mark.parametrize(("does", "country", "on", "actor"), IDENTIFIED)
def test_words_mean_the_actor_of_the_day_and_place(
    does: str, country: str | None, on: date | None, actor: str | None
) -> None:
    found = done(f"An attack by {does} killed 12.", does, country=country, on=on)
    assert found.perpetrator.text == does
    assert found.perpetrator.id == actor
    assert found.reasons["perpetrator"]


NEVER = [
    # One who counts the dead.
    ("12 were killed, says SOHR.", "SOHR", "SOHR", None),
    ("12 were killed, says UNICEF.", "UNICEF", None, None),
    ("12 were killed, Reuters says.", "Reuters", None, None),
    # The source of the number, where the sentence does not make it the agent.
    ("12 were killed, Hamas said.", "Hamas", "Hamas", None),
    # The place of the harm.
    ("12 were killed in Syria on Monday.", "Syria", None, "Syria"),
]


@pytest.mark.parametrize(("text", "does", "says", "place"), NEVER)
def test_a_source_or_a_place_is_no_perpetrator(text: str, does: str, says: str | None, place: str | None) -> None:
    found = done(text, does, country="SY", on=date(2025, 3, 8), says=says, place=place)
    assert found.perpetrator.text is None and found.perpetrator.id is None
    assert does in found.reasons["perpetrator"]


AGENTS = [
    ("Hamas said it killed 12 soldiers.", "Hamas", "Hamas", None, "act:hamas"),
    ("12 were killed by Israel, officials said.", "Israel", None, "Israel", "act:il-forces"),
    ("Israel killed 12 people in the town.", "Israel", None, "Israel", "act:il-forces"),
]


@pytest.mark.parametrize(("text", "does", "says", "place", "actor"), AGENTS)
def test_the_text_can_make_a_source_or_a_place_the_agent(
    text: str, does: str, says: str | None, place: str | None, actor: str
) -> None:
    assert done(text, does, country="IL", on=date(2024, 3, 8), says=says, place=place).perpetrator.id == actor


def test_a_report_that_names_nobody_says_so() -> None:
    of = report("SOHR said 12 died.")
    found = attribute([claim(of, "12", "SOHR")], of)[0]
    assert found.perpetrator.text is None
    assert found.reasons["perpetrator"] == "the text names no perpetrator"


def test_background_without_days_is_not_dated_by_the_report() -> None:
    found = done(
        "Government forces killed 12 in the war.", "Government forces", country="SY", on=None, scope=Scope.BACKGROUND
    )
    assert found.perpetrator.id is None
