"""Plain text: one file, one report. Its id is the file's name without suffix; its date is what the text begins with."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from marsad.ingest.dateline import dateline
from marsad.ingest.decoding import decode
from marsad.ingest.issue import MOST_BYTES, Refused
from marsad.ingest.piece import Draft, Piece
from marsad.model import Report


class PlainText:
    """Text files. The stored text is the decoded text, character for character; there is no title."""

    NAME: ClassVar[str] = "plain text"
    SUFFIXES: ClassVar[tuple[str, ...]] = (".txt", ".md", "")

    def pieces(self, path: Path) -> Iterator[Piece | Refused]:
        """The file as one piece. Raises Refused for a file that is too large."""
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise Refused(f"has {size} bytes, more than {MOST_BYTES}", "split it: one file a report, or JSON Lines")
        yield Piece(origin=str(path), content=path.read_bytes(), name=path.stem)

    def draft(self, piece: Piece) -> Draft:
        """The report in the file. Raises Refused."""
        text, issues = decode(piece.content)
        found = dateline(text)
        if found.stamp is None:
            issues.append(f"no publication date: {found.reason}; days such as 'on Saturday' stay unresolved")
        return Draft(Report(id=piece.name, text=text, published_at=found.stamp), tuple(issues))
