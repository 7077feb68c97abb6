"""The learned choice: which of the places of a report a claim means, the reason, and what other weights make of it."""

import re

import pytest
from tests.geocode.test_geocode import claims_of

from marsad.geocode import geocode, learned
from marsad.geocode.gazetteer import Gazetteer
from marsad.geocode.options import options
from marsad.geocode.reading import Reading
from marsad.geocode.scene import Scene
from marsad.geocode.signs import near, standing
from marsad.model import Claim, Scope

# One claim a case: the report with its number in ⟦ ⟧, and the name that the place must have.
CASES = [
    # A preposition right after the number; "people in X" are no residents who speak.
    ("Rebels killed ⟦43⟧ people in Komanda, Ituri Province, DRC.", "Komanda"),
    ("Militiamen killed ⟦nine⟧ people in the town of Baniyas, in Tartus province, Syria.", "Baniyas"),
    # Where the attackers come from, or whose war it is, is not where the harm is.
    ("Lebanon: Israel's attacks killed ⟦31⟧ people in Nabatieh on Sunday.", "Nabatiye et Tahta"),
    # The dateline and the byline file the text, no more.
    ("AMMAN/BEIRUT: A mine killed ⟦two⟧ farmers near Homs, Syria, on Friday.", "Homs"),
    ("Mine kills farmers\nAnn Lee and Omar Haddad, in Beirut\n\nA mine killed ⟦two⟧ men near Homs, Syria.", "Homs"),
    # Told in the next sentence, of the same event.
    (
        "A bomb went off in Quetta, Pakistan, on Monday.\n\nPolice said ⟦12⟧ people died and the toll may rise.",
        "Quetta",
    ),
    # Two incidents in one report: each in its town.
    ("A mine went off near Homs, Syria, on Sunday. In Hama, a drone killed ⟦four⟧ men.", "Hama"),
    ("In Hama, Syria, a drone killed two men. In Homs, a mine killed ⟦four⟧ others.", "Homs"),
    # The hospital abroad treats.
    ("A strike on Idlib, Syria, killed ⟦six⟧ people; others were taken to hospital in Antakya.", "Idlib"),
]


@pytest.mark.parametrize(("marked", "name"), CASES, ids=lambda value: re.sub(r"\W+", "-", value)[:50])
def test_the_place_of_the_harm(marked: str, name: str) -> None:
    claims, report = claims_of(marked, Scope.INCIDENT)
    place = geocode(claims, report)[0].place
    assert place is not None and place.name is not None
    assert place.name.split(",")[0] == name, geocode(claims, report)[0].reasons["place"]


def test_a_name_that_lies_elsewhere_is_a_place_of_the_report_without_a_point() -> None:
    """Turkey has a Solhan: a report of Burkina Faso means another, which no list knows; it gets no pin."""
    claims, report = claims_of("Gunmen entered Solhan, and ⟦132⟧ people died. Burkina Faso mourned.", Scope.INCIDENT)
    place = geocode(claims, report)[0].place
    assert place is not None and place.text == "Solhan" and place.country == "BF"
    assert place.id is None and place.latitude is None


def scene_of(marked: str, scope: Scope = Scope.INCIDENT) -> tuple[Scene, list[Claim]]:
    claims, report = claims_of(marked, scope)
    return Scene(Reading.of(claims, report, Gazetteer.embedded())), claims


def test_options_are_places_lists_and_the_unnamed_country() -> None:
    scene, _ = scene_of("⟦Nine⟧ died in Homs and Hama. The Syrian army withdrew from Homs.")
    found = {option.key: len(option.seen) for option in options(scene.reading)}
    assert found["SY", "homs"] == 2 and found["SY", "homs", "SY", "hama"] == 1
    assert found["SY", "syria"] == 0  # no word names it


def test_background_takes_no_town_of_another_paragraph() -> None:
    text = "Raids killed two people in Sidon, Lebanon.\n\nThe war has killed ⟦4,000⟧ people."
    scene, claims = scene_of(text, Scope.BACKGROUND)
    allowed = {option.key for option in scene.options if scene.possible(option, claims[0])}
    assert ("LB", "lebanon") in allowed and ("LB", "sidon") not in allowed


def test_a_number_after_another_goes_where_that_was_put() -> None:
    scene, claims = scene_of("Libya: in Derna ⟦10⟧ were killed and ⟦eight⟧ hurt, in Benghazi ⟦two⟧.")
    assert [key and key[-1] for key in map(scene.direct, claims)] == ["derna", "derna", "benghazi"]


def test_signs_lie_between_their_bounds() -> None:
    scene, claims = scene_of("In Homs, Syria, ⟦five⟧ died.\n\nIn Hama ⟦two⟧ were killed, ⟦>one⟧ of them a child.")
    for option in scene.options:
        values = list(standing(scene, option).values())
        values += [value for claim in claims for value in near(scene, option, claim).values()]
        assert all(0.0 <= value <= 3.0 for value in values)


def test_the_reason_names_the_signs_and_the_weights_decide() -> None:
    claims, report = claims_of("⟦Five⟧ people were killed in Homs, Syria.", Scope.INCIDENT)
    assert "learned 0." in geocode(claims, report)[0].reasons["place"]
    none = learned.Weights({}, 5.0)
    with learned.using(learned.Model(none, none)):  # no sign weighs anything, and nowhere a lot
        assert geocode(claims, report)[0].place is None
    wide = learned.Weights({"country": 9.0, "itself": 9.0}, -5.0)
    with learned.using(learned.Model(wide, wide)):
        place = geocode(claims, report)[0].place
    assert place is not None and place.name == "Syria"


def test_shares_add_up_to_less_than_one_by_that_of_nowhere() -> None:
    shares = learned.shares({0: 1.0, 1: 0.0}, learned.Weights({}, 0.0))
    assert sum(shares.values()) == pytest.approx(1 - shares[1])


def test_weights_for_other_signs_are_refused() -> None:
    with pytest.raises(ValueError, match="train again"):
        learned.from_json({"version": learned.VERSION + 1})


def test_many_places_and_claims_take_linear_time() -> None:
    """Six hundred claims and more places: what a hostile report may hold."""
    marked = "Syria. " + " ".join(f"In Homs{chr(97 + n % 26)} and in Hama ⟦{n + 2}⟧ died." for n in range(600))
    claims, report = claims_of(marked)
    assert all(claim.place is not None for claim in geocode(claims, report))
