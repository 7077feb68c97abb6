"""Fetching a dump, from a real server on loopback; offline it is one clear line."""

import http.server
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from tests.geocode.dumps import dump

from marsad.errors import InputError, QueryError
from marsad.geocode.download import VARIABLE, fetch, names_of


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder; one name of it breaks off."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        if self.path.endswith("/short.zip"):
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"only this")
        else:
            super().do_GET()


@pytest.fixture
def mirror(tmp_path: Path) -> Iterator[str]:
    """The address of a dump folder."""
    folder = tmp_path / "mirror" / "export" / "dump"
    folder.mkdir(parents=True)
    dump(folder / "SY.zip")
    for name in ("admin1CodesASCII.txt", "admin2Codes.txt"):
        (folder / name).write_text("SY.L1\tLattakia\tLattakia\t1\n", encoding="utf8")
    handler = partial(Quiet, directory=str(tmp_path / "mirror"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/export/dump/"
        server.shutdown()


def test_fetched_as_it_is(mirror: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[str, int]] = []
    path = fetch(names_of("sy"), tmp_path, mirror, lambda name, done: heard.append((name, done)))
    assert path.read_bytes() == (tmp_path / "mirror/export/dump/SY.zip").read_bytes()
    assert heard[-1] == ("SY.zip", path.stat().st_size)
    monkeypatch.setenv(VARIABLE, mirror)
    assert fetch("SY.zip", tmp_path / "mirror").exists()


def test_what_the_host_does_not_have(mirror: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"LB\.zip: the host answers 404 .*marsad gazetteer import FILE"):
        fetch("LB.zip", tmp_path, mirror)


def test_what_breaks_off(mirror: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"short\.zip(: broke off| cannot be fetched)"):
        fetch("short.zip", tmp_path, mirror)


def test_offline(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"cannot be fetched .*are you online\?") as error:
        fetch("SY.zip", tmp_path, "http://127.0.0.1:9/")
    assert "\n" not in str(error.value)


def test_no_country_and_no_web_address(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="'QQ'"):
        names_of("QQ")
    with pytest.raises(QueryError, match="https://"):
        fetch("SY.zip", tmp_path, "file:///etc/passwd#")
