"""`marsad gazetteer` and `marsad places`, as a user calls them."""

from pathlib import Path

import pytest

from tests.cli.command import marsad
from tests.geocode.dumps import dump, geojson
from tests.geocode.test_download import mirror as mirror  # a real server on loopback

REPORT = "A car bomb exploded at a market in Dayr Nimr in Syria on Saturday, killing nine people, police said.\n"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user without imports, standing in no workspace."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "user"))
    monkeypatch.chdir(tmp_path)


def test_import_list_and_remove(tmp_path: Path) -> None:
    done = marsad("gazetteer", "import", dump(tmp_path / "SY.zip"), geojson(tmp_path / "SY_x.geojson"), "-f", "jsonl")
    assert [(row["name"], row["kind"], row["state"], row["places"]) for row in done.rows] == [
        ("SY", "places", "new", 13),
        ("SY_x", "polygons", "new", 3),
    ]
    assert str(tmp_path / "user" / "marsad" / "gazetteer.sqlite") in done.err
    (first, second) = marsad("gazetteer", "list", "-f", "jsonl").rows
    assert (first["countries"], len(first["sha256"]), second["name"]) == (["SY"], 64, "SY_x")
    assert marsad("gazetteer", "remove", "SY").code == 0
    assert [row["name"] for row in marsad("gazetteer", "list", "-f", "jsonl").rows] == ["SY_x"]
    assert "no file 'SY' was imported" in marsad("gazetteer", "remove", "SY").refusal


def test_nothing_imported_is_said(tmp_path: Path) -> None:
    done = marsad("gazetteer", "list")
    assert done.code == 0 and "nothing was imported" in done.err


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("a\tb\n", encoding="utf8")
    done = marsad("gazetteer", "import", tmp_path / "bad.txt", dump(tmp_path / "SY.txt"), "-f", "jsonl")
    assert done.code == 1
    assert [row["name"] for row in done.rows] == ["SY"]
    assert "2 columns a line, where a GeoNames dump has 19" in done.err
    assert "1 of the files could not be imported" in done.err


def test_add_fetches_only_what_is_asked_for(mirror: str, tmp_path: Path) -> None:
    done = marsad("gazetteer", "add", "sy", "--from", mirror, "-f", "jsonl")
    assert done.code == 0, done
    assert [(row["name"], row["kind"]) for row in done.rows] == [
        ("SY", "places"), ("admin1CodesASCII", "codes"), ("admin2Codes", "codes"),
    ]  # fmt: skip
    assert "Dayr Nimr" in marsad("places", "Dayr Nimr").out


def test_add_offline_is_one_line() -> None:
    assert "are you online?" in marsad("gazetteer", "add", "SY", "--from", "http://127.0.0.1:9/").refusal
    assert "no country 'QQ'" in marsad("gazetteer", "add", "QQ").refusal


def test_claims_use_what_the_user_imported_and_a_workspace_its_own(tmp_path: Path, work: Path) -> None:
    (tmp_path / "r.txt").write_text(REPORT, encoding="utf8")

    def read(*arguments: str | Path) -> set[str | None]:
        return {row["place"]["id"] for row in marsad("claims", *arguments, "-f", "jsonl").rows}

    without = read(tmp_path / "r.txt")
    assert "geonames:102" not in without
    marsad("gazetteer", "import", dump(tmp_path / "SY.txt"), "-w", work)
    assert read(tmp_path / "r.txt") == without
    marsad("ingest", tmp_path / "r.txt", "-w", work)
    assert read("-w", work) == {"geonames:102"}
    marsad("gazetteer", "import", tmp_path / "SY.txt", "--user")
    assert read(tmp_path / "r.txt") == {"geonames:102"}


def test_places_show_candidates_scores_and_the_reason(tmp_path: Path) -> None:
    marsad("gazetteer", "import", dump(tmp_path / "SY.txt"))
    told = marsad("places", "Kafr Nimr", "--in", "SY")
    assert told.code == 0
    assert told.out.count("its name, in ") == 3
    assert "not certain; the area: Syria" in told.out
    (row,) = marsad("places", "Kafr Nimr, Azaz district, SY", "-f", "jsonl").rows
    assert (row["certain"], row["answer"]["id"], row["answer"]["acled_precision"]) == (True, "geonames:105", 1)
    assert row["candidates"][0]["why"] == "its name, in Azaz district"
    assert row["answer"]["geometry"]["properties"]["radius_km"] == 5.0


def test_places_without_imports(tmp_path: Path) -> None:
    told = marsad("places", "Jableh")
    assert "answer: Jablah (Latakia, SY), settlement, ACLED 1, UCDP 1" in told.out
    assert "no answer: the words do not tell Tripoli" in marsad("places", "Tripoli").out
    assert "no country, province or district named 'Mordor'" in marsad("places", "Jableh", "--in", "Mordor").refusal


def test_user_and_workspace_are_two_places(work: Path, tmp_path: Path) -> None:
    refusal = marsad("gazetteer", "import", dump(tmp_path / "SY.txt"), "--user", "-w", work).refusal
    assert "--user and --workspace name two places" in refusal
