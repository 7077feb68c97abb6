"""The options that several commands share, with their help."""

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from marsad.errors import QueryError
from marsad.model import Interval


class Format(StrEnum):
    """How a list is printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


WorkspaceOption = Annotated[
    Path | None,
    typer.Option("--workspace", "-w", help="The workspace's folder. Default: the one this folder lies in."),
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="A table to read, or JSON, or JSON Lines.")]
PolicyOption = Annotated[
    str | None,
    typer.Option(
        "--policy",
        "-p",
        help="Counting policy: range, conservative, best, corroborated, or a YAML file. Default: the workspace's.",
    ),
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", help="As known at the end of that day, 2025-03-12. Default: all that is known.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")]
JobsOption = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read reports.")]


def day(text: str | None, option: str) -> date | None:
    """The day that an option names. Raises QueryError that quotes it."""
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # date.fromisoformat takes a week for its Monday
    except ValueError as error:
        raise QueryError(f"{option} {text!r} is not a day: write it as 2025-03-12") from error


def days(start: str | None, end: str | None) -> Interval:
    """The days from one option to another. Raises QueryError where they are in the wrong order."""
    first, last = day(start, "--from"), day(end, "--to")
    if first and last and first > last:
        raise QueryError(f"--from {first} is after --to {last}: give the first day of the harm, then the last")
    return Interval.of(first, last)
