"""The published JSON Schemas, one file a record: `python -m marsad.model.schemas docs/reference/schema` writes them.

They are made from the records, never by hand; a test holds the files and the records together.
"""

import inspect
import json
import sys
from pathlib import Path
from typing import Any

from marsad.model.claim import Claim
from marsad.model.codec import schema
from marsad.model.incident import Episode, Incident
from marsad.model.judgement import Judgement, Quarantined, Run
from marsad.model.place import Place
from marsad.model.report import Report
from marsad.model.source import Actor, Source
from marsad.model.toll import Toll

PUBLISHED: tuple[type, ...] = (
    Report, Claim, Place, Source, Actor, Incident, Episode, Toll, Judgement, Run, Quarantined,
)  # fmt: skip
"""The records that leave the program; quantities, intervals and the like stand inside these."""


def documents() -> dict[str, str]:
    """File name to the text of the file."""
    return {
        f"{kind.__name__.lower()}.json": json.dumps(_cleaned(schema(kind)), ensure_ascii=False, indent=1) + "\n"
        for kind in PUBLISHED
    }


def write(folder: Path) -> list[Path]:
    """Write every file; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in documents().items():
        path = folder / name
        path.write_text(text, encoding="utf8")
        paths.append(path)
    return paths


def _cleaned(plain: Any) -> Any:
    """The same with the indentation of docstrings removed: newer versions of Python do that themselves."""
    if isinstance(plain, dict):
        return {
            name: inspect.cleandoc(value) if name == "description" and isinstance(value, str) else _cleaned(value)
            for name, value in plain.items()
        }
    return [_cleaned(item) for item in plain] if isinstance(plain, list) else plain


if __name__ == "__main__":
    sys.stdout.writelines(f"{path}\n" for path in write(Path(sys.argv[1])))
