"""Workspaces: made private, found from within, refused with one clear line."""

import stat
from pathlib import Path

import pytest

from marsad.errors import WorkspaceError
from marsad.store import Evidence, Settings, Workspace
from tests.store.records import report


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_made_private_and_opened_again(tmp_path: Path) -> None:
    folder = tmp_path / "watch" / "syria"
    made = Workspace.create(folder)
    made.store.add(report(), [])
    made.evidence.keep(b"bytes")
    assert _mode(folder) == 0o700
    for path in folder.rglob("*"):
        assert _mode(path) == (0o700 if path.is_dir() else 0o600), path
    assert {path.name for path in folder.iterdir()} >= {"marsad.toml", "marsad.sqlite", "evidence"}
    made.close()
    opened = Workspace.open(folder)
    assert opened.settings == Settings()
    assert opened.store.has("r1")
    opened.close()


def test_on_postgresql(tmp_path: Path, postgres_url: str) -> None:
    made = Workspace.create(tmp_path / "w", database_url=postgres_url)
    made.store.add(report(), [])
    made.close()
    opened = Workspace.open(tmp_path / "w")
    assert opened.store.has("r1")
    assert not opened.store.database.sqlite
    opened.close()


def test_found_from_a_folder_within(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Workspace.create(tmp_path / "w").close()
    inner = tmp_path / "w" / "inbox" / "march"
    inner.mkdir(parents=True)
    found = Workspace.find(inner)
    assert found.folder == (tmp_path / "w").resolve()
    found.close()
    monkeypatch.chdir(inner)
    Workspace.find().close()
    with pytest.raises(WorkspaceError, match=r"no workspace in .* or above it"):
        Workspace.find(tmp_path)


def test_made_once(tmp_path: Path) -> None:
    Workspace.create(tmp_path).close()
    with pytest.raises(WorkspaceError, match="is a workspace already"):
        Workspace.create(tmp_path)


def test_an_interrupted_making_can_be_made_again(tmp_path: Path) -> None:
    Workspace.create(tmp_path).close()
    (tmp_path / "marsad.toml").unlink()  # it is written last
    Workspace.create(tmp_path).close()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('database = "sqlite:///x\npolicy = 1', r"marsad\.toml cannot be read: .*line 1"),
        ("version = 99", r"newer version of Marsad \(version 99\): upgrade"),
        ('colour = "red"', r"no field 'colour'; correct it \(known settings: version, database"),
        ("policy = 7", r"not a Settings: Expected `str`, got `int`.*policy"),
        ('database = "oracle://x"', "neither an SQLite file nor PostgreSQL"),
        ('database = "sqlite:///gone.sqlite"', "no database at .*gone.sqlite"),
        (b"\xff\xfe", "cannot be read"),
    ],
)
def test_a_broken_settings_file(tmp_path: Path, content: str | bytes, told: str) -> None:
    content = content.encode() if isinstance(content, str) else content
    (tmp_path / "marsad.toml").write_bytes(content)
    with pytest.raises(WorkspaceError, match=told) as raised:
        Workspace.open(tmp_path)
    assert "\n" not in str(raised.value)


def test_what_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="is not a workspace"):
        Workspace.open(tmp_path)
    (tmp_path / "file").write_text("x")
    with pytest.raises(WorkspaceError, match="cannot make a workspace in"):
        Workspace.create(tmp_path / "file")


def test_a_relative_sqlite_path_is_relative_to_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = Workspace.create(Path("w"), database_url="sqlite:///claims.sqlite")
    assert (tmp_path / "w" / "claims.sqlite").exists()
    made.close()


def test_evidence_is_kept_once_and_whole(tmp_path: Path) -> None:
    evidence = Evidence(tmp_path)
    name = evidence.keep(b"as received")
    before = evidence.path(name).stat().st_mtime_ns
    assert evidence.keep(b"as received") == name
    assert evidence.path(name).stat().st_mtime_ns == before
    assert evidence.read(name) == b"as received"
    assert evidence.path(name) == tmp_path / name[:2] / name[2:]


def test_evidence_that_is_gone_or_changed_is_told(tmp_path: Path) -> None:
    evidence = Evidence(tmp_path)
    name = evidence.keep(b"as received")
    evidence.path(name).write_bytes(b"altered")
    with pytest.raises(WorkspaceError, match="was changed"):
        evidence.read(name)
    evidence.path(name).unlink()
    with pytest.raises(WorkspaceError, match="restore the folder"):
        evidence.read(name)


def test_what_a_killed_run_left_half_written_is_swept(tmp_path: Path) -> None:
    import os

    evidence = Evidence(tmp_path)
    evidence.keep(b"whole")
    (tmp_path / "ab").mkdir()
    old, new = tmp_path / "ab" / ".part-old", tmp_path / "ab" / ".part-new"
    for part in (old, new):
        part.write_bytes(b"half")
    os.utime(old, (0, 0))
    assert evidence.sweep() == 1
    assert new.exists()  # another run may be writing it
