"""Reports for the tests of the command line: one bomb by two voices on two days, and a strike far away."""

import json
from pathlib import Path

BOMB = "A car bomb killed five people in Homs on Friday, the Syrian Observatory for Human Rights said."
BOMB_LATER = (
    "A car bomb killed seven people, including two children, in Homs on Friday, "
    "the Syrian Observatory for Human Rights said."
)
BOMB_MINISTRY = "The Syrian health ministry said a car bomb killed six people in the city of Homs on Friday."
STRIKE = "An air strike killed three people in Khartoum, Sudan, on Saturday, a hospital official said."

LINES = [
    {"id": "bomb-1", "published": "2025-03-07", "outlet": "Wire One", "language": "en", "text": BOMB},
    {"id": "bomb-2", "published": "2025-03-08", "outlet": "Wire One", "language": "en", "text": BOMB_LATER},
    {"id": "bomb-3", "published": "2025-03-08", "outlet": "Wire Two", "language": "en", "text": BOMB_MINISTRY},
    {"id": "strike", "published": "2025-03-08", "outlet": "Wire Two", "language": "en", "text": STRIKE},
]


def jsonl(path: Path, *more: str) -> Path:
    """The four reports as JSON Lines, with other lines after the second."""
    lines = [json.dumps(line) for line in LINES]
    lines[2:2] = more
    path.write_text("\n".join(lines) + "\n", encoding="utf8")
    return path
