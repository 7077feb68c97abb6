"""Choice of places over whole reports: lists, inheritance, hints, hard inputs."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad import geocode as stage
from marsad.geocode import geocode
from marsad.model import Claim, Measure, Place, PlacePrecision, Quantity, Relation, Report, Scope, Span


def claims_of(marked: str, scope: Scope = Scope.CUMULATIVE) -> tuple[list[Claim], Report]:
    """One claim for each number in ⟦ ⟧; one that starts with > is a subset of the first."""
    text, found, shift = re.sub("⟦>?|⟧", "", marked), [], 0
    for match in re.finditer("⟦(>?)(.*?)⟧", marked):
        start = match.start() - shift
        shift += 2 + len(match.group(1))
        found.append((start, start + len(match.group(2)), bool(match.group(1))))
    claims = [
        Claim(
            id=Claim.id_of("r", start, end, Measure.KILLED),
            report="r",
            measure=Measure.KILLED,
            quantity=Quantity(low=1, high=1, text=text[start:end], start=start, end=end),
            sentence=Span(start=start, end=end),
            scope=scope,
            relation=Relation.SUBSET if subset else Relation.TOTAL,
            parent=Claim.id_of("r", found[0][0], found[0][1], Measure.KILLED) if subset else None,
        )
        for start, end, subset in found
    ]
    return claims, Report(id="r", text=text, published_at="2025-03-11")


def units(marked: str, scope: Scope = Scope.CUMULATIVE) -> list[str | None]:
    claims, report = claims_of(marked, scope)
    return [claim.place.admin1 or claim.place.text if claim.place else None for claim in geocode(claims, report)]


def test_the_verbs_are_those_documented() -> None:
    assert stage.__all__ == ["Candidate", "Gazetteer", "Level", "find", "geocode"]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        # The number comes first: each place goes with the number before it.
        (
            "In Syria it gives ⟦658⟧ civilian dead for Latakia, ⟦384⟧ for Tartus, ⟦171⟧ for Hama and ⟦12⟧ for Homs.",
            ["Latakia", "Tartus", "Hama", "Homs"],
        ),
        # The place comes first: each number goes with the place before it.
        (
            "Libya: in Derna ⟦10⟧ were killed and ⟦eight⟧ injured, in Ajdabiya ⟦three⟧, in Benghazi ⟦two⟧.",
            ["Derna", "Derna", "Al Wahat", "Benghazi"],
        ),
        # Headings of lines and brackets.
        ("Iraq in April\n\nNineveh: ⟦72⟧ killed.\nDiyala: ⟦17⟧ killed.", ["Nineveh", "Diyala"]),
        # A subset without a place of its own lies where its total lies, and one with a place there.
        (
            "⟦1,225⟧ civilians were killed on the Syrian coast, ⟦>132⟧ of them on Tuesday. ⟦>72⟧ died in Tartus.",
            ["Syrian coast", "Syrian coast", "Tartus"],
        ),
    ],
)
def test_numbers_and_places_of_a_list(marked: str, wanted: list[str]) -> None:
    assert units(marked) == wanted


def test_places_of_two_units_are_a_region_of_both() -> None:
    claims, report = claims_of("⟦24⟧ people were killed in Latakia and Tartous provinces, Syria.")
    place = geocode(claims, report)[0].place
    assert place is not None
    assert (place.text, place.parts, place.precision) == (
        "Latakia and Tartous",
        ("Latakia", "Tartus"),
        PlacePrecision.REGION,
    )


def test_one_event_is_in_the_city_and_a_count_over_the_province() -> None:
    marked = "⟦Five⟧ people were killed in Latakia, Syria."
    for scope, precision in ((Scope.INCIDENT, PlacePrecision.SETTLEMENT), (Scope.CUMULATIVE, PlacePrecision.PROVINCE)):
        claims, report = claims_of(marked, scope)
        place = geocode(claims, report)[0].place
        assert place is not None and place.precision is precision


def test_a_point_told_by_distance_has_a_radius_and_no_id() -> None:
    claims, report = claims_of("⟦Two⟧ soldiers died about 20 km east of Baidoa, Somalia.", Scope.INCIDENT)
    place = geocode(claims, report)[0].place
    assert place is not None and place.longitude is not None and place.latitude is not None
    assert place.id is None and place.radius_km == 10.0 and place.country == "SO"
    assert place.latitude == pytest.approx(3.114, abs=0.01) and place.longitude == pytest.approx(43.83, abs=0.02)


def test_a_hint_is_used_where_it_resolves_and_the_words_do_not_say_otherwise() -> None:
    claims, report = claims_of("⟦Five⟧ people were killed. Syria mourned.", Scope.INCIDENT)
    hinted = [replace(claims[0], place=Place(text="Jableh"))]
    place = geocode(hinted, report)[0].place
    assert place is not None and place.id == "geonames:169304"
    unknown = [replace(claims[0], place=Place(text="Xyzzyville"))]
    assert geocode(unknown, report)[0].place == geocode(claims, report)[0].place


def test_a_circle_of_parents_ends() -> None:
    claims, report = claims_of("⟦Five⟧ died and ⟦six⟧ were hurt in Homs, Syria.")
    first, second = claims
    circle = [
        replace(first, relation=Relation.SUBSET, parent=second.id),
        replace(second, relation=Relation.SUBSET, parent=first.id),
    ]
    assert [claim.place is not None for claim in geocode(circle, report)] == [True, True]


def test_every_claim_gets_a_reason_and_nothing_else_changes() -> None:
    claims, report = claims_of("⟦Five⟧ people were killed in Homs, Syria. ⟦Two⟧ others died.")
    for before, after in zip(claims, geocode(claims, report), strict=True):
        assert after.reasons["place"]
        assert replace(after, place=before.place, reasons=before.reasons) == before


def test_a_claim_without_offsets_is_placed_by_its_sentence() -> None:
    claims, report = claims_of("⟦Five⟧ people were killed in Homs, Syria.")
    bare = [replace(claims[0], quantity=Quantity(low=5, high=5))]
    assert geocode(bare, report)[0].place is not None


FIRST_REPORT = Path(__file__).parents[3] / "shared" / "reports" / "000_c8cc1be963771d53.txt"


@pytest.mark.skipif(not FIRST_REPORT.exists(), reason="../shared/reports is absent")
def test_the_first_report_is_of_syria_as_the_contract_writes_it() -> None:
    text = FIRST_REPORT.read_text(encoding="utf8")
    claims, report = claims_of(text.replace("At least 340", "⟦At least 340⟧", 1))
    place = geocode(claims, report)[0].place
    assert place is not None
    assert (place.text, place.id, place.country, place.latitude, place.longitude, place.precision) == (
        "Syria",
        "geonames:163843",
        "SY",
        35.0,
        38.0,
        PlacePrecision.COUNTRY,
    )


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """No text may stop a batch; every claim comes back with a reason."""
    marked = f"{text.replace('⟦', '').replace('⟧', '')} ⟦Five⟧ died in Homs"
    claims, report = claims_of(marked)
    assert [bool(claim.reasons["place"]) for claim in geocode(claims, report)] == [True]
