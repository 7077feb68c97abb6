"""The files of a source, in the order of their names, on every machine the same."""

import os
from collections.abc import Iterator
from pathlib import Path

from marsad.ingest.issue import Refused

_WORKSPACE = "marsad.toml"


def files(source: Path) -> Iterator[Path | Refused]:
    """The file itself, or the files of a folder and its sub-folders.

    Names that begin with a dot are not reports. A workspace's own files are left out, so that a folder of reports may
    lie in it. Links to folders are refused: they may lead in circles.
    """
    if source.is_dir():
        yield from _folder(source)
    elif not source.exists():
        yield Refused("is not there", "check the name", origin=shown(source))
    elif not source.is_file():
        yield Refused("is neither a file nor a folder", "name a file or a folder", origin=shown(source))
    else:
        yield source


def _folder(folder: Path) -> Iterator[Path | Refused]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        yield Refused(f"cannot be listed ({error.strerror})", "check its permissions", origin=shown(folder))
        return
    ours = any(entry.name == _WORKSPACE for entry in entries)
    for entry in entries:
        if entry.name.startswith(".") or (ours and (entry.name == "evidence" or entry.name.startswith("marsad."))):
            continue
        if entry.is_symlink() and entry.is_dir():
            yield Refused("is a link to a folder", "name that folder itself", origin=shown(entry))
        else:
            yield from files(entry)


def shown(path: Path) -> str:
    """The path as text that can be printed and stored, also where a name is not UTF-8."""
    return os.fsencode(path).decode("utf8", "replace")
