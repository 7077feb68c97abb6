"""Hostile texts: how long one takes to read, by its size, in a process of its own: `python -m benchmarks.hostile`.

Machine-made text of several makes, each read at one size and at twice that size. `growth` is how many times as long the
second takes: about 2 is linear. No text hangs a reader whose growth is 2 for all makes, whatever the size.
"""

import json
import random
import time
from collections.abc import Callable

from marsad.model import Report

SIZE = 25_000  # characters of the smaller text; `seconds_a_mb` is reckoned from the larger

LEAD = "Gunmen killed five people in Homs on Friday.\n"


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda size: piece * (size // len(piece))


def _anything(size: int) -> str:
    chance = random.Random(20250308)
    return "".join(chr(chance.choice((chance.randrange(32, 0x250), chance.randrange(0x10FFFF)))) for _ in range(size))


MAKES: dict[str, Callable[[int], str]] = {
    "one endless number": _repeated("1"),
    "one endless word": _repeated("a"),
    "numbers and commas": _repeated("1,"),
    "number words": _repeated("hundred and "),
    "claims without an end": _repeated("5 killed and "),
    "claims in sentences": _repeated("Gunmen killed 5 people in Homs. "),
    "hedges": _repeated("at least "),
    "dates": _repeated("between 1 and 2 March "),
    "names": _repeated("New York al-"),
    "speakers": _repeated("he said according to "),
    "brackets": _repeated("("),
    "empty lines": _repeated("\n"),
    "tables": _repeated("Homs | 5 | killed\n"),
    "HTML": _repeated("<td class='n'>5</td>"),
    "right-to-left marks": _repeated("\u200f5\u202e killed\u2066 "),
    "half surrogates": _repeated("\ud800 5 killed"),
    "control characters": _repeated("\x00\x07\x1b[31m5"),
    "any characters": _anything,
}


def main() -> None:
    """Print a JSON line a make."""
    from marsad.monitor import read

    def seconds(text: str) -> float:
        report = Report(id="hostile", text=LEAD + text + "\n" + LEAD, published_at="2025-03-08", language="en")
        begun = time.process_time()
        read(report)
        return time.process_time() - begun

    seconds(LEAD)
    for name, make in MAKES.items():
        once, twice = seconds(make(SIZE)), seconds(make(2 * SIZE))
        growth = round(twice / max(once, 0.005), 1)
        print(json.dumps({"make": name, "seconds_a_mb": round(twice * 1e6 / (2 * SIZE), 2), "growth": growth}))


if __name__ == "__main__":
    main()
