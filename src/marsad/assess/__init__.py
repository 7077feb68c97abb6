"""What a toll tells beyond its number: how it moved, and what is unclear about it."""

from marsad.assess.concerns import Concern, Point, unclear
from marsad.assess.context import Context, context
from marsad.assess.roles import Mention, RoleConflict, roles
from marsad.assess.trend import Change, Trend, trend

__all__ = [
    "Change",
    "Concern",
    "Context",
    "Mention",
    "Point",
    "RoleConflict",
    "Trend",
    "context",
    "roles",
    "trend",
    "unclear",
]
