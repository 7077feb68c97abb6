"""Where imported places are kept: in the workspace, or for all of a user's work.

A workspace that has a `gazetteer.sqlite` of its own is read with that one alone, so that it gives the same claims on
another machine. Any other reading uses the user's, where there is one. Where neither is, the embedded gazetteer is all.
"""

import os
import sys
from pathlib import Path

from marsad.geocode.index import FILE


def user_folder() -> Path:
    """Where this user's programs keep their data: $XDG_DATA_HOME, or the system's usual folder."""
    if os.environ.get("XDG_DATA_HOME"):
        return Path(os.environ["XDG_DATA_HOME"]) / "marsad"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "marsad" / "data"
    folder = "Library/Application Support" if sys.platform == "darwin" else ".local/share"
    return Path.home() / folder / "marsad"


def file_in(workspace: Path | None) -> Path:
    """The file of a workspace, or the user's where none is given; it need not exist."""
    return (workspace or user_folder()) / FILE


def file_for(workspace: Path | None = None) -> Path | None:
    """The file that a reading in the workspace, or in none, uses; None where nothing was imported."""
    candidates = [file_in(workspace)] if workspace else []
    return next((path for path in (*candidates, file_in(None)) if path.is_file()), None)
