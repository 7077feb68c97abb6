"""Event type, sub-event and mechanism in ACLED's words, UCDP's type of violence: examples of `events.yaml` and more."""

import pytest

from marsad.extract import extract
from marsad.extract.en.events import Event, Kind, kinds, type_of_violence
from marsad.model import Category, Claim, Report

ACLED = {
    "Battles": {"Government regains territory", "Non-state actor overtakes territory", "Armed clash"},
    "Protests": {"Excessive force against protesters", "Protest with intervention", "Peaceful protest"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
}


def read(text: str) -> list[Claim]:
    return extract(Report(id="r", text=text, published_at="2025-03-08", language="en"))


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: f"{kind.sub_event_type}, {kind.mechanism}")
def test_kinds_are_acleds(kind: Kind) -> None:
    assert kind.sub_event_type in ACLED[kind.event_type]


@pytest.mark.parametrize(
    ("kind", "text"),
    [(kind, text) for kind in kinds() for text in kind.examples],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_examples(kind: Kind, text: str) -> None:
    first = read(text)[0]
    assert (
        first.mechanism,
        kind.sub_event_type in first.reasons["event_type"] or first.event_type != kind.event_type,
    ) == (
        kind.mechanism,
        True,
    )


OWN = [
    # each number by the words of its own piece of the sentence
    ("A car bomb killed six people in Homs; gunmen shot dead two men in Hama.", ["car bomb", "shooting"]),
    # the paragraph says what happened
    ("A suicide bomber struck the gate. Nine soldiers were killed.", ["suicide bomb"]),
    # a deed without a means has none
    ("Bandits attacked the village and killed 11 people.", [None]),
    # nothing is said of what happened
    ("Eleven soldiers died on Friday, the army said.", [None]),
]


@pytest.mark.parametrize(("text", "means"), OWN)
def test_the_means_are_those_of_the_number(text: str, means: list[str | None]) -> None:
    assert [claim.mechanism for claim in read(text) if claim.quantity.text != "A suicide bomber"] == means


def test_gunmen_against_soldiers_are_in_a_battle() -> None:
    (soldiers,) = read("Gunmen shot dead three soldiers.")
    (farmers,) = read("Gunmen shot dead three farmers.")
    assert (soldiers.event_type, farmers.event_type) == ("Battles", "Violence against civilians")


def test_an_accident_is_no_event() -> None:
    (claim,) = read("A bus crash on a mountain road killed 12 passengers. The driver had lost control on a bend.")
    assert (claim.event_type, claim.mechanism) == (None, None)


VIOLENCE = [
    (Category.STATE_FORCES, Category.NONSTATE_FIGHTERS, 1),
    (Category.NONSTATE_FIGHTERS, Category.STATE_FORCES, 1),
    (Category.NONSTATE_FIGHTERS, Category.NONSTATE_FIGHTERS, 2),
    (Category.NONSTATE_FIGHTERS, Category.CIVILIAN, 3),
    (Category.STATE_FORCES, Category.CHILDREN, 3),
    (Category.STATE_FORCES, Category.ANY, None),
    (None, Category.CIVILIAN, None),
]


@pytest.mark.parametrize(("doer", "victims", "kind"), VIOLENCE)
def test_ucdp_type_of_violence(doer: Category | None, victims: Category, kind: int | None) -> None:
    assert type_of_violence(Event(event_type="Battles"), doer, victims) == kind


def test_a_mob_is_no_organised_side() -> None:
    assert type_of_violence(Event(event_type="Riots"), Category.NONSTATE_FIGHTERS, Category.CIVILIAN) is None
