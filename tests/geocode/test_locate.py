"""Described places: what is certain, what is not, and why. Over a small index of invented villages."""

from pathlib import Path

import pytest
from tests.geocode.dumps import dump, geojson
from tests.geocode.test_traps import claim_of

from marsad.errors import QueryError
from marsad.geocode import Gazetteer, geocode
from marsad.geocode.imports import import_file
from marsad.geocode.locate import Located, locate
from marsad.geocode.precision import acled_precision, geometry, reach_km, ucdp_precision
from marsad.geocode.within import units
from marsad.geocode.wording import wording
from marsad.model import Place, PlacePrecision


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    folder = tmp_path_factory.mktemp("places")
    import_file(dump(folder / "SY.txt"), folder / "g.sqlite")
    import_file(geojson(folder / "SY_outlines.geojson"), folder / "g.sqlite")
    return Gazetteer.of(folder / "g.sqlite")


def asked(gazetteer: Gazetteer, description: str, admin1: str | None = None, admin2: str | None = None) -> Located:
    return locate(description, gazetteer, country="SY", admin1=admin1, admin2=admin2)


FOUND = [
    # what is asked, province, district -> id of the answer
    ("Ayn al Qit", None, None, "geonames:101"),
    ("عين القط", None, None, "geonames:101"),
    ("Ein el-Qit village", "Latakia Governorate", None, "geonames:101"),  # consonants alone, in a province
    ("Kafr Nimr", "Aleppo", None, "geonames:105"),
    ("Kafr Nimr", "Latakia", "Haffa district", "geonames:104"),
    ("Der Nemr town", "Latakia", "Al-Haffa", "geonames:102"),
    ("Dayr Nimar", "Latakia", "Haffa", "geonames:102"),
    ("Warda", "Latakia", "Haffa", "geonames:106"),  # a part of its name, in the district
    ("Nowhere/Dayr Nimr village", "Latakia", None, "geonames:102"),  # the second of two names
    ("Manqash air base", "Aleppo", "Azaz", "geonames:107"),
]


@pytest.mark.parametrize(("description", "admin1", "admin2", "wanted"), FOUND)
def test_found(gazetteer: Gazetteer, description: str, admin1: str | None, admin2: str | None, wanted: str) -> None:
    answer = asked(gazetteer, description, admin1, admin2)
    assert answer.certain, answer.reason
    assert answer.candidates[0].candidate.place.id == wanted, answer.candidates


def test_two_that_the_words_do_not_tell_apart_give_the_area_of_both(gazetteer: Gazetteer) -> None:
    answer = asked(gazetteer, "Kafr Nimr", "Latakia")
    assert not answer.certain
    assert "do not tell Kafr Nimr (Manatiqat Jablah, Latakia, SY) and Kafr Nimr (Al Haffah" in answer.reason
    place = answer.place
    assert place is not None
    assert (place.name, place.id, place.precision) == ("Latakia", None, PlacePrecision.PROVINCE)
    assert place.latitude == pytest.approx(35.48)  # between the two, with a radius that reaches both
    assert place.radius_km is not None and 19 < place.radius_km < 25


def test_an_unknown_name_gives_the_smallest_area_that_was_told(gazetteer: Gazetteer) -> None:
    for admin1, admin2, name in [
        (None, None, "Syria"),
        ("Latakia", None, "Latakia"),
        ("Latakia", "Haffa", "Al Haffah"),
        ("Latakia", "Unheard-of district", "Latakia"),
    ]:
        answer = asked(gazetteer, "Zzyzx village", admin1, admin2)
        assert (answer.certain, answer.place and answer.place.name) == (False, name)
        assert answer.reason == f"no place called “Zzyzx village” is known: only {name} is certain"


def test_a_name_in_the_wrong_province_is_not_taken(gazetteer: Gazetteer) -> None:
    assert not asked(gazetteer, "Ayn al Qit", "Aleppo").certain


def test_loose_readings_need_a_province_or_district(gazetteer: Gazetteer) -> None:
    assert not asked(gazetteer, "Oyn al Qotta").certain
    assert not asked(gazetteer, "Qit").certain


def test_something_named_by_what_it_is_near_is_near_it(gazetteer: Gazetteer) -> None:
    answer = asked(gazetteer, "Dayr Nimr grain silos", "Latakia")
    place = answer.place
    assert place is not None and answer.certain
    assert (place.id, place.precision, place.radius_km) == (None, PlacePrecision.SITE, 8.0)
    assert (acled_precision(place), ucdp_precision(place)) == (2, 2)


def test_a_road_lies_between_its_ends(gazetteer: Gazetteer) -> None:
    place = asked(gazetteer, "Road between Ayn al Qit and Dayr Nimr", "Latakia").place
    assert place is not None and place.latitude == pytest.approx(35.46)
    assert place.radius_km is not None and 18 < place.radius_km < 20
    assert (acled_precision(place), ucdp_precision(place)) == (2, 2)


def test_units_are_found_as_units(gazetteer: Gazetteer) -> None:
    assert asked(gazetteer, "Latakia Governorate").place == Gazetteer.embedded().lookup("Latakia", "SY")[0].place
    district = asked(gazetteer, "Al-Haffa district", "Latakia").place
    assert district is not None and (district.name, district.precision) == ("Al Haffah", PlacePrecision.DISTRICT)
    assert not asked(gazetteer, "Eastern Latakia Governorate").certain  # a part of it, whichever


def test_the_wider_of_a_province_and_its_capital_is_certain() -> None:
    answer = locate("Latakia", Gazetteer.embedded())
    assert answer.place is not None and answer.place.precision is PlacePrecision.PROVINCE
    assert {one.candidate.place.precision for one in answer.candidates[:2]} == {
        PlacePrecision.PROVINCE,
        PlacePrecision.SETTLEMENT,
    }


def test_two_large_towns_of_two_countries_are_not_told_apart() -> None:
    answer = locate("Tripoli", Gazetteer.embedded())
    assert (answer.place, answer.certain) == (None, False)
    assert "LY" in answer.reason and "LB" in answer.reason
    assert locate("Tripoli", Gazetteer.embedded(), country="LB").certain


def test_an_unknown_country_is_an_error() -> None:
    with pytest.raises(QueryError, match="'QQ'"):
        locate("Jableh", Gazetteer.embedded(), country="QQ")


def test_lands_are_imported_with_their_names(gazetteer: Gazetteer) -> None:
    for name in ("Sea of Reeds", "Reed Land", "أرض القصب"):
        place = asked(gazetteer, name).place
        assert place is not None and (place.name, place.precision) == ("Sea of Reeds", PlacePrecision.REGION)
        drawn = geometry(place, gazetteer)
        assert drawn is not None and drawn["geometry"]["type"] == "Polygon"


def test_imported_villages_and_lands_are_read_in_reports(gazetteer: Gazetteer) -> None:
    for report, name, admin2 in [
        (
            "Gunmen killed ⟦nine⟧ people in the village of Dayr Nimr, in Latakia province, Syria.",
            "Dayr Nimr",
            "Al Haffah",
        ),
        ("Shelling killed ⟦two⟧ people in Reed Land, Syria.", "Sea of Reeds", None),
    ]:
        claim, source = claim_of(report)
        place = geocode([claim], source, gazetteer)[0].place
        assert place is not None and (place.name, place.admin2) == (name, admin2)
        without = geocode([claim], source)[0].place
        assert without is None or without.id is None


GEOMETRIES = [
    ("Syria", None, 6, "Point"),
    ("Latakia Governorate", 3, 4, "Polygon"),
    ("Haffa district", 2, 3, "Polygon"),
    ("Dayr Nimr", 1, 1, "Point"),
    ("Matar Manqash", 1, 1, "Point"),
]


@pytest.mark.parametrize(("name", "acled", "ucdp", "shape"), GEOMETRIES)
def test_codes_and_shapes(gazetteer: Gazetteer, name: str, acled: int | None, ucdp: int, shape: str) -> None:
    place = asked(gazetteer, name).place
    assert place is not None
    assert (acled_precision(place), ucdp_precision(place)) == (acled, ucdp)
    drawn = geometry(place, gazetteer)
    assert drawn is not None and drawn["geometry"]["type"] == shape
    assert (drawn["properties"]["radius_km"] is None) == (shape == "Polygon")


def test_a_sea_is_water_to_ucdp_and_a_nothing_is_nothing() -> None:
    sea = next(c.place for c in Gazetteer.embedded().wide("Black Sea"))
    assert (acled_precision(sea), ucdp_precision(sea)) == (3, 7)
    words = Place(text="somewhere")
    found = (acled_precision(words), ucdp_precision(words), reach_km(words), geometry(words, Gazetteer.embedded()))
    assert found == (None, None, None, None)


def test_a_wide_place_is_never_a_pin() -> None:
    """Every country, unit and land of the tables that has a point says how far it reaches."""
    gazetteer = Gazetteer.embedded()
    for name in ("Syria", "Latakia", "Syrian coast", "Darfur", "Sahel", "Donbas", "Eastern Ghouta", "Kurdistan Region"):
        for candidate in gazetteer.wide(name):
            assert candidate.place.radius_km is not None and candidate.place.radius_km >= 10, name


WORDINGS = [
    ("Jableh", ("Jableh",), False),
    ("Kobane/Ayn al Arab town", ("Kobane", "Ayn al Arab"), False),
    ("Silos east of Palmyra", ("Palmyra",), True),
    ("Mintaqat Markaz Homs district", ("Homs",), False),
    ("Khuwayn al Kabir village (Tell al-Khuwayn)", ("Khuwayn al Kabir", "Tell al-Khuwayn"), False),
    ("Sugar factory", (), False),
    ("eastern Hama countryside", ("Hama",), True),
]


@pytest.mark.parametrize(("description", "names", "beside"), WORDINGS)
def test_wording(description: str, names: tuple[str, ...], beside: bool) -> None:
    said = wording(description)
    assert (said.names, said.beside) == (names, beside)


def test_units_after_a_name(gazetteer: Gazetteer) -> None:
    assert units(["Haffa district", "SY"], gazetteer) == ("SY", "Latakia", "Haffa district")
    assert units(["Latakia", "Syria"], gazetteer) == ("SY", "Latakia", None)
    assert units([], gazetteer) == (None, None, None)
    with pytest.raises(QueryError, match="'Mordor'"):
        units(["Mordor"], gazetteer)


def test_the_imported_files_are_named_where_a_workspace_or_the_user_has_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from marsad.geocode.home import file_for, file_in

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    work = tmp_path / "work"
    assert file_for(work) is None
    import_file(dump(tmp_path / "SY.txt"), file_in(None))
    assert file_for(work) == file_for() == tmp_path / "home" / "marsad" / "gazetteer.sqlite"
    import_file(dump(tmp_path / "SY.txt"), file_in(work))
    assert file_for(work) == work / "gazetteer.sqlite"
    assert file_for() == tmp_path / "home" / "marsad" / "gazetteer.sqlite"
