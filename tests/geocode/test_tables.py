"""The reference tables agree with the embedded settlements, and with the shared dump where it is there."""

import csv
from pathlib import Path

import pytest

from marsad.geocode import Gazetteer
from marsad.geocode.cities import load
from marsad.geocode.keys import exact_key
from marsad.geocode.tables import countries, not_places, regions, unit_name, units

SHARED = Path(__file__).parents[3] / "shared" / "data" / "gazetteer" / "admin1CodesASCII.txt"

# A town of each unit, as GeoNames gives it: it must carry the code that the table gives to the unit's name.
TOWNS = [
    ("SY", "Jablah", "Latakia"),
    ("SY", "Baniyas", "Tartus"),
    ("SY", "Saraqib", "Idlib"),
    ("UA", "Mariupol", "Donetsk"),
    ("UA", "Bucha", "Kyiv"),
    ("NG", "Maiduguri", "Borno"),
    ("NG", "Jos", "Plateau"),
    ("NG", "Gusau", "Zamfara"),
    ("SD", "El Fasher", "North Darfur"),
    ("SD", "Nyala", "South Darfur"),
    ("SS", "Malakal", "Upper Nile"),
    ("CD", "Goma", "North Kivu"),
    ("CD", "Bunia", "Ituri"),
    ("BF", "Djibo", "Sahel"),
    ("ML", "Kidal", "Kidal"),
    ("NE", "Diffa", "Diffa"),
    ("SO", "Baidoa", "Bay"),
    ("SO", "Beledweyne", "Hiiraan"),
    ("ET", "Axum", "Tigray"),
    ("YE", "Taiz", "Taiz"),
    ("IQ", "Mosul", "Nineveh"),
    ("IQ", "Ramadi", "Anbar"),
    ("IQ", "Tikrit", "Salah al-Din"),
    ("AF", "Lashkar Gah", "Helmand"),
    ("AF", "Jalalabad", "Nangarhar"),
    ("PK", "Quetta", "Balochistan"),
    ("PK", "Peshawar", "Khyber Pakhtunkhwa"),
    ("MM", "Myitkyina", "Kachin"),
    ("MM", "Sittwe", "Rakhine"),
    ("PS", "Rafah", "Gaza Strip"),
    ("PS", "Jenin", "West Bank"),
    ("LB", "Sidon", "South Lebanon"),
    ("LB", "Baalbek", "Baalbek-Hermel"),
    ("LY", "Derna", "Derna"),
    ("MX", "Culiacan", "Sinaloa"),
    ("CO", "Tumaco", "Nariño"),
    ("HT", "Port-au-Prince", "Ouest"),
    ("IN", "Imphal", "Manipur"),
    ("IN", "Srinagar", "Jammu and Kashmir"),
    ("MZ", "Pemba", "Cabo Delgado"),
    ("EG", "Arish", "North Sinai"),
    ("TR", "Cizre", "Sirnak"),
    ("IR", "Zahedan", "Sistan and Baluchestan"),
    ("RU", "Shebekino", "Belgorod"),
]


@pytest.mark.parametrize(("country", "town", "unit"), TOWNS)
def test_a_town_lies_in_the_unit_of_its_code(country: str, town: str, unit: str) -> None:
    found = Gazetteer.embedded().lookup(town, country)
    assert unit in {candidate.place.admin1 for candidate in found}


def test_every_unit_has_settlements_or_is_known_to_have_none() -> None:
    assert sorted(name for name in units() if name not in load().centres) == []


def test_names_of_units_are_unique_within_their_country() -> None:
    for country in {unit.country for unit in units().values()}:
        names = [exact_key(unit.name) for unit in units().values() if unit.country == country]
        assert len(names) == len(set(names)), country


def test_parts_and_containers_of_regions_are_names_of_units() -> None:
    names = {(unit.country, unit.name) for unit in units().values()}
    for region in regions():
        wanted = [*region.parts, *([region.within] if region.within else [])]
        assert all((region.country, part) in names for part in wanted), region.id
        assert region.country is None or region.country in countries(), region.id


def test_a_unit_outside_the_tables_keeps_its_code() -> None:
    assert unit_name("FR", "11") == "FR.11"


def test_words_that_yaml_would_read_as_truth_values_are_words() -> None:
    assert {"on", "no", "yes"} <= not_places().common_words
    assert "NO" in countries()


@pytest.mark.skipif(not SHARED.exists(), reason="../shared/data/gazetteer is absent")
@pytest.mark.parametrize("country", ["SY", "NG", "SD", "BF", "IQ", "AF", "YE", "LB", "MZ", "ML"])
def test_units_are_those_of_the_shared_dump(country: str) -> None:
    """Codes differ there (Who's On First), names must not: nearly every unit of the dump is known by some spelling."""
    with SHARED.open(encoding="utf8") as file:
        rows = [row for row in csv.reader(file, delimiter="\t") if row[0].startswith(f"{country}.") and row[1]]
    gazetteer = Gazetteer.embedded()
    missing = [row[1] for row in rows if not any(c.country == country for c in gazetteer.lookup(row[1]))]
    assert len(missing) <= len(rows) * 0.35, missing
