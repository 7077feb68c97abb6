"""The gazetteer and the places that a user asks for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from marsad.errors import QueryError
from marsad.geocode import Gazetteer, Level, cities, find
from marsad.model import PlacePrecision

FOUND = [
    ("Syria", "geonames:163843", "SY", None, PlacePrecision.COUNTRY),
    ("SY", "geonames:163843", "SY", None, PlacePrecision.COUNTRY),
    ("SYR", "geonames:163843", "SY", None, PlacePrecision.COUNTRY),
    ("DRC", "geonames:203312", "CD", None, PlacePrecision.COUNTRY),
    ("Latakia", "adm1:SY.02", "SY", "Latakia", PlacePrecision.PROVINCE),  # the widest of the name
    ("Lattakia", "adm1:SY.02", "SY", "Latakia", PlacePrecision.PROVINCE),
    ("Latakia city", "geonames:173576", "SY", "Latakia", PlacePrecision.SETTLEMENT),
    ("Jebleh", "geonames:169304", "SY", "Latakia", PlacePrecision.SETTLEMENT),  # by its sound
    ("Tripoli, LB", "geonames:266826", "LB", "North Lebanon", PlacePrecision.SETTLEMENT),
    ("Tripoli, Lebanon", "geonames:266826", "LB", "North Lebanon", PlacePrecision.SETTLEMENT),
    ("Syrian coast", "region:syrian-coast", "SY", None, PlacePrecision.REGION),
    ("Gaza", "adm1:PS.GZ", "PS", "Gaza Strip", PlacePrecision.PROVINCE),
    ("Kerman", "adm1:IR.29", "IR", "Kerman", PlacePrecision.PROVINCE),
    ("اللاذقية", "geonames:173576", "SY", "Latakia", PlacePrecision.SETTLEMENT),
]


@pytest.mark.parametrize(("query", "id_", "country", "admin1", "precision"), FOUND)
def test_find(query: str, id_: str, country: str, admin1: str | None, precision: PlacePrecision) -> None:
    place = find(query)
    assert (place.id, place.country, place.admin1, place.precision) == (id_, country, admin1, precision)
    assert place.latitude is not None and place.longitude is not None


def test_syria_stands_where_the_contract_says() -> None:
    assert (find("Syria").latitude, find("Syria").longitude) == (35.0, 38.0)


@pytest.mark.parametrize("query", ["Tripoli", "Hyderabad"])
def test_an_ambiguous_name_names_its_candidates(query: str) -> None:
    with pytest.raises(QueryError, match=r"may be .*; .*add the country"):
        find(query)


@pytest.mark.parametrize("query", ["Xyzzyville", "Tripoli, Nowhereland", ""])
def test_an_unknown_name_is_an_error_that_quotes_it(query: str) -> None:
    with pytest.raises(QueryError, match="is known"):
        find(query)


def test_the_coast_contains_its_towns_and_not_its_neighbours() -> None:
    coast = find("Syrian coast")
    assert coast.contains(find("Jableh, SY")) is True
    assert coast.contains(find("Latakia")) is True
    assert coast.contains(find("Homs")) is False
    assert find("Syria").contains(coast) is True


def test_lookup_is_by_country_and_widest_first() -> None:
    found = Gazetteer.embedded().lookup("Tripoli", "LB")
    assert {candidate.country for candidate in found} == {"LB"}
    assert [c.level for c in Gazetteer.embedded().lookup("Latakia")] == [Level.PROVINCE, Level.SETTLEMENT]


def test_the_index_is_made_in_the_cache_folder_and_read_again(tmp_path: Path) -> None:
    """A fresh process with an empty cache folder makes the file; its arrays answer as those of this process."""
    code = "from marsad.geocode.cities import load; print([c.geonameid for c in load().named('Jableh')])"
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == str([c.geonameid for c in cities.load().named("Jableh")])
    assert len(list((tmp_path / "marsad").iterdir())) == 1


def test_without_a_cache_folder_the_index_stays_in_memory(tmp_path: Path) -> None:
    """A folder that cannot be made is no error, and the same bytes answer from memory."""
    blocker = tmp_path / "marsad"
    blocker.write_text("a file where the folder should be", encoding="utf8")
    assert cities.keep(blocker / "cities.bin", b"") is False
    cities.load()
    kept = next(cities.cache_folder().glob("cities-*.bin"))
    in_memory = cities.Cities(memoryview(kept.read_bytes()))
    assert in_memory.named("Jableh") == cities.load().named("Jableh")
