"""Importing files of places: what is taken, what is refused, and that nothing half-done stays."""

import sqlite3
from pathlib import Path

import pytest
from tests.geocode.dumps import DUMP, OUTLINES, dump, geojson, row, square

from marsad.errors import InputError, WorkspaceError
from marsad.geocode import Gazetteer, imports
from marsad.geocode.imports import import_file, remove
from marsad.geocode.index import opened


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "home" / "gazetteer.sqlite"


@pytest.mark.parametrize("name", ["SY.txt", "SY.txt.gz", "SY.zip"])
def test_a_dump_in_each_wrapping(name: str, tmp_path: Path, into: Path) -> None:
    done = import_file(dump(tmp_path / name), into)
    assert (done.name, done.kind, done.state, done.countries) == ("SY", "places", "new", ("SY",))
    assert (done.places, done.rejected) == (13, 0)  # the stream is no place
    found = opened(into).named("عين القط")
    assert [(one.id, one.name, one.admin1, one.main) for one in found] == [
        ("geonames:101", "Ayn al Qit", "Latakia", False)
    ]


def test_provinces_bear_the_names_of_the_tables_and_districts_those_of_the_file(tmp_path: Path, into: Path) -> None:
    import_file(dump(tmp_path / "SY.txt"), into)
    places = {one.id: one for name in ("Kafr Nimr", "Ayn al Qit") for one in opened(into).named(name)}
    assert {(p.admin1, p.admin2) for p in places.values()} == {
        ("Latakia", "Manatiqat Jablah"),
        ("Latakia", "Al Haffah"),
        ("Aleppo", "Azaz"),
    }


def test_a_place_that_is_known_keeps_its_id_and_gains_names(tmp_path: Path, into: Path) -> None:
    """Jablah of the dump is the embedded gazetteer's Jablah: one place, with its people."""
    import_file(dump(tmp_path / "SY.txt"), into)
    embedded = Gazetteer.embedded().lookup("Jablah", "SY")
    both = Gazetteer.of(into).lookup("Jablah", "SY")
    assert [c.place.id for c in both] == [c.place.id for c in embedded] == ["geonames:169304"]
    assert both[0].population == embedded[0].population > 10
    assert (embedded[0].place.admin2, both[0].place.admin2) == (None, "Manatiqat Jablah")


def test_polygons_tell_the_province_of_a_place_without_one_in_either_order(tmp_path: Path) -> None:
    answers = []
    for n, order in enumerate([("dump", "outlines"), ("outlines", "dump")]):
        into = tmp_path / f"{n}.sqlite"
        for what in order:
            import_file(dump(tmp_path / "SY.txt") if what == "dump" else geojson(tmp_path / "SY_x.geojson"), into)
        answers.append([(one.admin1, one.admin2) for one in opened(into).named("Sahl Warda")])
    assert answers == [[("Latakia", "Al Haffah")]] * 2


def test_code_files_name_what_a_dump_only_numbers(tmp_path: Path) -> None:
    codes = tmp_path / "admin1CodesASCII.txt"
    codes.write_text(
        "SY.L1\tLattakia\tLattakia\t1\nSY.H1\tNewland\tNewland\t2\nXX.9\tNowhere\tNowhere\t3\n", encoding="utf8"
    )
    lines = [line for line in DUMP if "\tADM1\t" not in line]
    for n, order in enumerate([0, 1]):
        into = tmp_path / f"{n}.sqlite"
        files = [dump(tmp_path / "SY.txt", lines), codes]
        for path in files if order else reversed(files):
            import_file(path, into)
        assert {one.admin1 for one in opened(into).named("Kafr Nimr")} == {"Latakia", "Newland"}, order


def test_the_same_file_again_is_no_work_and_a_newer_one_replaces_it(tmp_path: Path, into: Path) -> None:
    path = dump(tmp_path / "SY.txt")
    assert import_file(path, into).state == "new"
    before = into.read_bytes()
    again = import_file(path, into)
    assert (again.state, again.places) == ("again", 13)
    assert into.read_bytes() == before
    assert import_file(dump(tmp_path / "SY.txt.gz", DUMP[:6]), into).state == "replaced"
    index = opened(into)
    assert [file.places for file in index.files()] == [6]
    assert index.named("Dayr Nimr") == ()
    assert index.named("Ayn al Qit") != ()


def test_bad_lines_are_left_out_with_their_number_and_the_first_reason(tmp_path: Path, into: Path) -> None:
    bad = [
        "a\tb",
        row(1, "X", at=(95.0, 36.0)),
        row(2, "Y", country="Syria"),
        row(3, ""),
        row(-4, "Z"),
        "# a comment",
        "",
    ]
    done = import_file(dump(tmp_path / "SY.txt", [*DUMP, *bad]), into)
    assert (done.places, done.rejected) == (13, 5)
    assert done.first_reason == "line 15: 2 columns, not 19"
    assert opened(into).files()[0].rejected == 5


def test_stopped_half_way_nothing_stays(tmp_path: Path, into: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import_file(dump(tmp_path / "LB.txt", [row(7, "Qaryat Sitt", country="LB")]), into)
    monkeypatch.setattr(imports, "CHUNK", 4)

    def stop(lines: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_file(dump(tmp_path / "SY.txt"), into, told=stop)
    index = opened(into)
    assert [file.name for file in index.files()] == ["LB"]
    assert index.named("Ayn al Qit") == ()
    assert import_file(dump(tmp_path / "SY.txt"), into).state == "new"


def test_taken_out_again(tmp_path: Path, into: Path) -> None:
    import_file(dump(tmp_path / "SY.txt"), into)
    assert remove("SY", into) is True
    assert remove("SY", into) is False
    index = opened(into)
    assert (index.files(), index.named("Ayn al Qit"), index.districts) == ([], (), ())


def wrong_files(folder: Path) -> dict[str, Path]:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "two.txt").write_text("a\tb\nc\td\n", encoding="utf8")
    (folder / "list.json").write_text("{}", encoding="utf8")
    (folder / "cut.txt.gz").write_bytes(dump(folder / "whole.txt.gz").read_bytes()[:200])
    (folder / "fake.zip").write_bytes(b"PK\x03\x04 and no more")
    (folder / "streams.txt").write_text(row(1, "Nahr", kind="H.STM") + "\n", encoding="utf8")
    import zipfile

    with zipfile.ZipFile(folder / "locked.zip", "w") as archive:
        archive.writestr("SY.txt", "1\tplace\n")
    locked = bytearray((folder / "locked.zip").read_bytes())
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # both say that it is encrypted
        locked[locked.index(header) + flags] |= 1
    (folder / "locked.zip").write_bytes(locked)
    with zipfile.ZipFile(folder / "none.zip", "w") as archive:
        archive.writestr("picture.png", b"1")
    geojson(folder / "nowhere.geojson", [{**square("A", "province", 1, 1, 1), "properties": {"name": "A"}}])
    return {path.name: path for path in folder.iterdir()} | {"gone.txt": folder / "gone.txt", "folder": folder}


WRONG = [
    ("empty.txt", "is empty"),
    ("two.txt", "2 columns a line, where a GeoNames dump has 19"),
    ("list.json", "no GeoJSON FeatureCollection"),
    ("cut.txt.gz", "fetch it again"),
    ("fake.zip", "cannot be opened"),
    ("locked.zip", "password required"),
    ("streams.txt", "nothing to import"),
    ("none.zip", "no tables"),
    ("nowhere.geojson", "add --country"),
    ("gone.txt", "no such file"),
    ("folder", "is a folder"),
]


@pytest.mark.parametrize(("name", "told"), WRONG)
def test_a_wrong_file_is_one_line_and_changes_nothing(name: str, told: str, tmp_path: Path, into: Path) -> None:
    import_file(dump(tmp_path / "LB.txt", [row(7, "Qaryat Sitt", country="LB")]), into)
    folder = tmp_path / "wrong"
    folder.mkdir()
    with pytest.raises(InputError, match=told) as error:
        import_file(wrong_files(folder)[name], into)
    assert "\n" not in str(error.value)
    assert [file.name for file in opened(into).files()] == ["LB"]


def test_a_country_may_be_given_for_polygons_without_one(tmp_path: Path, into: Path) -> None:
    bare = [{**one, "properties": {k: v for k, v in one["properties"].items() if k != "country"}} for one in OUTLINES]
    assert import_file(geojson(tmp_path / "areas.geojson", bare), into, country="SYR").countries == ("SY",)
    assert import_file(geojson(tmp_path / "LB_areas.geojson", bare), into).countries == ("LB",)


def test_features_that_are_no_area_are_left_out(tmp_path: Path, into: Path) -> None:
    point = {**OUTLINES[0], "geometry": {"type": "Point", "coordinates": [1, 2]}}
    thin = square("Thin", "district", 1, 1, 1)
    thin["geometry"]["coordinates"][0] = [[1, 1], [2, 2]]
    unnamed = square("", "district", 1, 1, 1)
    done = import_file(geojson(tmp_path / "SY_x.geojson", [*OUTLINES, point, thin, unnamed]), into)
    assert (done.places, done.rejected, done.first_reason) == (
        3,
        3,
        "feature 4: a geometry of type 'Point' is no polygon",
    )


def test_an_index_of_another_version_is_refused(into: Path, tmp_path: Path) -> None:
    import_file(dump(tmp_path / "SY.txt"), into)
    with sqlite3.connect(into) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(WorkspaceError, match="another version"):
        opened(into)
    with pytest.raises(WorkspaceError, match="another version"):
        import_file(dump(tmp_path / "LB.txt"), into)


def test_what_is_no_index_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.sqlite"
    path.write_text("not a database, but long enough to be looked at twice" * 20, encoding="utf8")
    with pytest.raises(WorkspaceError, match=r"gazetteer\.sqlite"):
        opened(path)


def test_the_file_is_the_owners_alone(tmp_path: Path, into: Path) -> None:
    import_file(dump(tmp_path / "SY.txt"), into)
    assert into.stat().st_mode & 0o777 == 0o600
