"""Each command says what it is for, with an example to copy. That the reference tells all: tests/test_docs.py."""

from typing import Any

import pytest
from typer.main import get_command

from marsad.cli import app

COMMANDS: dict[str, Any] = dict(get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_and_option_has_its_help(name: str) -> None:
    command = COMMANDS[name]
    assert f"`marsad {name}" in command.help
    for parameter in command.params:
        assert parameter.help or parameter.name == "help", f"{name} {parameter.opts}"
