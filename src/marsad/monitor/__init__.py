"""The monitor: the stages put together over a workspace. What the command line and the web pages are made of."""

from marsad.monitor.intake import Progress
from marsad.monitor.monitor import Monitor
from marsad.monitor.reading import read

__all__ = ["Monitor", "Progress", "read"]
