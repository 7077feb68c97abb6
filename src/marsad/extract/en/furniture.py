"""What stands around an article and is no part of it: related links, captions, cookie notices, footers.

A text that was stored with its page's furniture is read without it. The lines are replaced by spaces, so that every
offset stays that of the stored text. The signs are in `furniture.yaml`.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from marsad.extract.en.declared import declared

LINK = 120  # characters: a longer line is no link
_SENTENCE = re.compile(r"[.!?][\"'”’)]*$")


@cache
def signs() -> dict[str, Any]:
    """The file of signs, with its examples."""
    found: dict[str, Any] = declared("furniture.yaml")
    return found


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(signs()[name])})$", re.I)


@lru_cache(maxsize=1)  # a report is asked for twice
def without(text: str) -> str:
    """The text with its furniture replaced by spaces; of the same length."""
    kept = [line if is_article else _blank(line) for line, is_article in _judged(text)]
    return "".join(kept)


def _blank(line: str) -> str:
    return " " * (len(line) - 1) + "\n" if line.endswith("\n") else " " * len(line)


def _judged(text: str) -> Iterator[tuple[str, bool]]:
    links = False
    for line in text.splitlines(keepends=True) if "\n" in text else [text]:
        words = line.strip().lstrip("•*-–> ")
        if len(words) > LINK * 4:
            links = False
            yield line, True
            continue
        link = len(words) <= LINK and not _SENTENCE.search(words)
        if link and ((words and _pattern("opens").match(words)) or links):
            links = True
            yield line, False
            continue
        links = False
        yield line, not (words and _pattern("line").match(words))
