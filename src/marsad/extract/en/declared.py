"""The reader's word lists: YAML, read by libyaml where it is there, in a tenth of the time."""

from importlib.resources import files
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parsed(text: str) -> Any:
    """What a text in YAML says. Raises yaml.YAMLError where it is none."""
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 - a safe loader, in C or in Python


def declared(name: str) -> Any:
    """What a list of this folder says, such as `declared("cues.yaml")`."""
    return parsed(files("marsad.extract.en").joinpath(name).read_text(encoding="utf8"))
