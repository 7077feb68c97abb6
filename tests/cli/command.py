"""Runs the command line: in this process where speed matters, in one of its own where the process itself is tested."""

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from marsad.cli import app

PROGRAM = [sys.executable, "-c", "from marsad.cli import main; main()"]
"""The command as a process of its own."""

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "COLUMNS"}


@dataclass(frozen=True)
class Told:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def refusal(self) -> str:
        """The one line of a command that refused; nothing else was printed."""
        assert self.code == 1, self
        assert self.out == ""
        (line,) = self.err.splitlines()
        assert line.startswith("marsad: ")
        return line.removeprefix("marsad: ")


def marsad(*arguments: str | Path) -> Told:
    """Run a command in this process. Errors that the command line does not tell are raised."""
    # One width everywhere: a terminal's, or a test runner's, would wrap the same table in another way.
    done = CliRunner(env={"COLUMNS": None}).invoke(app, [str(argument) for argument in arguments], prog_name="marsad")
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Told(done.exit_code, done.stdout, done.stderr)
