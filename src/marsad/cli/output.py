"""What commands print: a table for people, JSON for programs. Data goes to standard output, else to standard error."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from marsad.cli.options import Format

Row = dict[str, Any]


class _Safe(Console):
    """A console that never hands a terminal a control character of a report: an escape could hide or forge figures."""

    def print(self, *objects: Any, **options: Any) -> None:
        super().print(*(visible(thing) if isinstance(thing, str) else thing for thing in objects), **options)


def visible(text: str) -> str:
    """The text with control characters and direction overrides made visible; line ends stay."""
    from marsad.publish.words import shown as seen

    return seen(text).replace("\r", "\N{SYMBOL FOR CARRIAGE RETURN}")


def dumped(value: Any, *, indent: int | None = None) -> str:
    """JSON for standard output: exact, with every control character escaped, C1 too."""
    return json.dumps(value, ensure_ascii=False, indent=indent).translate(_C1)


_C1 = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def console(*, error: bool = False) -> Console:
    """Where people read. Text of reports is never taken for markup.

    Lines are folded to a terminal's width, or to COLUMNS where it is set; in a file or a pipe a row is a line.
    """
    console = _Safe(stderr=error, markup=False, highlight=False, soft_wrap=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _UNFOLDED
    return console


_UNFOLDED = 10_000


def show(rows: Iterable[Row], columns: Sequence[tuple[str, str]], form: Format, *, title: str | None = None) -> None:
    """Print rows: as a table of the named columns (heading, key), or whole as JSON or JSON Lines."""
    if form is Format.JSONL:
        for row in rows:
            sys.stdout.write(dumped(row) + "\n")
    elif form is Format.JSON:
        sys.stdout.write(dumped(list(rows), indent=1) + "\n")
    else:
        table(rows, columns, title=title)


def table(rows: Iterable[Row], columns: Sequence[tuple[str, str]], *, title: str | None = None) -> None:
    """Print a table; a value that is not known is a dash."""
    drawn = Table(title=title, title_justify="left", box=None, pad_edge=False, header_style="bold")
    for heading, key in columns:
        drawn.add_column(heading, overflow="fold", no_wrap=key == "id")  # an id is to be copied
    for row in rows:
        drawn.add_row(*(Text(shown(row.get(key))) for _, key in columns))
    console().print(drawn)


def shown(value: object) -> str:
    """A value for people: figures grouped, null as a dash."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    return visible(str(value))


def bounds(low: int | None, high: int | None) -> str:
    """Two bounds as people write them: "340", "at least 340", "1,400–1,700", "up to 12"."""
    if low is None and high is None:
        return "–"
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


@contextmanager
def progress(what: str, *, quiet: bool) -> Iterator[Progress]:
    """A progress bar on standard error, with rate and time left; none where it is not a terminal or not wanted."""
    bar = Progress(
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[note]}"),
        console=console(error=True),
        disable=quiet or not sys.stderr.isatty(),
        transient=True,
    )
    with bar:
        yield bar
