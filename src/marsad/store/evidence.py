"""The evidence folder: bytes as they were received, named by their SHA-256, written once and whole."""

import contextlib
import os
import tempfile
import time
from pathlib import Path

from marsad.errors import WorkspaceError
from marsad.model import bytes_id

# A half-written file of a killed run is older than this before anyone removes it: another run may be writing now.
_STALE_SECONDS = 3600.0


class Evidence:
    """Content-addressed files: `ab/cdef…` holds the bytes whose SHA-256 is `abcdef…`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Where the bytes of this SHA-256 are kept."""
        return self.folder / sha256[:2] / sha256[2:]

    def keep(self, content: bytes) -> str:
        """Keep the bytes and give their SHA-256. Written beside and renamed: a file that is there is whole."""
        sha256 = bytes_id(content)
        path = self.path(sha256)
        if not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._write(path, content)
        return sha256

    def _write(self, path: Path, content: bytes) -> None:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")  # mode 0o600
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                Path(name).unlink()
            raise
        _sync_folder(path.parent)

    def read(self, sha256: str) -> bytes:
        """The bytes as received. Raises WorkspaceError where they are missing or are no longer what they were."""
        path = self.path(sha256)
        try:
            content = path.read_bytes()
        except FileNotFoundError as error:
            raise WorkspaceError(
                f"evidence {sha256} is not in {self.folder}: restore the folder from a copy"
            ) from error
        if bytes_id(content) != sha256:
            raise WorkspaceError(f"{path} was changed: its bytes are no longer those received; restore it from a copy")
        return content

    def sweep(self) -> int:
        """Remove what killed runs left half-written; gives how many files."""
        stale = [part for part in self.folder.glob("*/.part-*") if time.time() - part.stat().st_mtime > _STALE_SECONDS]
        for part in stale:
            part.unlink(missing_ok=True)
        return len(stale)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself last through a power cut. Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
