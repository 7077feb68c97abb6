"""The monitor: the stages put together over a workspace. What the command line and the web pages are made of.

Reading a report needs no store: the rest is imported when it is first asked for, so that files are read at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from marsad.monitor.reading import read

if TYPE_CHECKING:
    from marsad.monitor.intake import Progress
    from marsad.monitor.monitor import Monitor

_LATER = {"Monitor": "marsad.monitor.monitor", "Progress": "marsad.monitor.intake"}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)


__all__ = ["Monitor", "Progress", "read"]
