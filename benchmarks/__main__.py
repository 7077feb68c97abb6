"""Speed and memory: `make bench`, or `python -m benchmarks [--json] [--rounds N]`.

Prints articles a second of one processor core and peak memory of reading claims, beside a plain spaCy pass over the
same texts in the same run, on articles about conflict and on a mixed stream; then how long a command takes to start,
and seconds a megabyte of hostile texts of several makes.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.claims import PASSES
from benchmarks.texts import STREAMS

Row = dict[str, Any]

ROOT = Path(__file__).parent.parent

# One thread: without it the linear algebra below spaCy takes all cores, and the figures are of no core in particular.
ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

ARTICLE = (
    "8 March 2025\n\nA car bomb killed at least five people, including two children, in Homs on Friday, the Syrian "
    "Observatory for Human Rights said.\n"
)


def reading(rounds: int) -> list[Row]:
    """A row a stream and pass; the passes take turns, and of several rounds the middle one counts."""
    rows = []
    for stream in STREAMS:
        told = [[_pass(stream, name) for name in PASSES] for _ in range(rounds)]
        best = {name: _middle([turn[n] for turn in told]) for n, name in enumerate(PASSES)}
        plain = best["spacy"]["articles_a_second"]
        rows += [{**row, "times_spacy": round(row["articles_a_second"] / plain, 2)} for row in best.values()]
    return rows


def _pass(stream: str, name: str) -> Row:
    command = [sys.executable, "-m", "benchmarks.claims", stream, name]
    done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True, check=True)
    row: Row = json.loads(done.stdout)
    return row


def _middle(rows: list[Row]) -> Row:
    return sorted(rows, key=lambda row: float(row["seconds"]))[len(rows) // 2]


def hostile() -> list[Row]:
    """A row a make of hostile text."""
    command = [sys.executable, "-m", "benchmarks.hostile"]
    done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def starting(times: int = 3) -> list[Row]:
    """How long a command takes from nothing, by the clock on the wall: the median of three.

    The bytecode of all modules is there, as in any installed program: a first run, not counted, writes it.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(ARTICLE, encoding="utf8")
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "bytecode")
        commands = {"marsad --help": ["--help"], "marsad claims ONE_FILE": ["claims", str(path)]}
        return [{"command": name, "seconds": _start(rest, times, environment)} for name, rest in commands.items()]


def _start(arguments: list[str], times: int, environment: dict[str, str]) -> float:
    command = [sys.executable, "-c", "from marsad.cli import main; main()", *arguments]
    taken = []
    for _ in range(1 + times):
        begun = time.perf_counter()
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
        taken.append(time.perf_counter() - begun)
    return round(median(taken[1:]), 2)


def table(rows: list[Row], columns: list[str]) -> str:
    """Rows as aligned columns: words to the left, figures to the right."""
    figures = [not isinstance(rows[0][name], str) for name in columns]
    lines = [[name.replace("_", " ") for name in columns]]
    lines += [[_cell(row[name]) for name in columns] for row in rows]
    widths = [max(map(len, cells)) for cells in zip(*lines, strict=True)]
    return "\n".join("  ".join(map(_aligned, line, widths, figures)).rstrip() for line in lines)


def _cell(value: str | int | float) -> str:
    return value if isinstance(value, str) else f"{value:,.2f}" if isinstance(value, float) else f"{value:,}"


def _aligned(cell: str, width: int, figure: bool) -> str:
    return cell.rjust(width) if figure else cell.ljust(width)


def shown(machine: Row, read: list[Row], started: list[Row], made: list[Row]) -> str:
    """All of it for people."""
    columns = ["stream", "pass", "articles", "made", "seconds", "articles_a_second", "times_spacy", "peak_mb"]
    origins = {row["stream"]: row["origin"] for row in read}
    return "\n".join(
        [
            "Python {python}, {system}, {cores} cores\n".format(**machine),
            table(read, columns),
            *(f"{stream}: {origin}" for stream, origin in origins.items()),
            "",
            table(started, ["command", "seconds"]),
            "",
            table(made, ["make", "seconds_a_mb", "growth"]),
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.split("\n")[0])
    parser.add_argument("--json", action="store_true", help="one JSON object instead of tables")
    parser.add_argument("--rounds", type=int, default=1, help="passes over each stream; the middle one counts")
    options = parser.parse_args()
    machine = {"python": platform.python_version(), "system": platform.platform(), "cores": os.cpu_count()}
    read, started, made = reading(options.rounds), starting(), hostile()
    if options.json:
        print(json.dumps({"machine": machine, "reading": read, "starting": started, "hostile": made}, indent=1))
    else:
        print(shown(machine, read, started, made))


if __name__ == "__main__":
    main()
