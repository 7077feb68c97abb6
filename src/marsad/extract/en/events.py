"""What happened: the event type in ACLED's words and the mechanism, from the words near a number; null where unstated.

The kinds, their order and their words are in `events.yaml`.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from marsad.extract.en.cues import compile_words


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event: ACLED's event type and sub-event type, the mechanism of harm, and the words for it."""

    event_type: str
    sub_event_type: str
    mechanism: str
    words: re.Pattern[str]


@cache
def kinds() -> list[Kind]:
    """The kinds in the order in which they are tried."""
    rows = yaml.safe_load(files("marsad.extract.en").joinpath("events.yaml").read_text(encoding="utf8"))
    return [Kind(row["type"], row["sub"], row["mechanism"], compile_words(row["words"])) for row in rows]


def find(text: str) -> Kind | None:
    """The first kind, in the order of the list, that a text names; or None."""
    return next((kind for kind in kinds() if kind.words.search(text)), None)
