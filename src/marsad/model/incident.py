"""Incidents and episodes: views over claims, rebuilt at any time."""

from dataclasses import dataclass

from marsad.model.interval import Interval
from marsad.model.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """One reason for a decision: the feature that spoke, its weight in log-odds, and the sentence a reviewer reads."""

    feature: str
    weight: float
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One event at one place and time. `main_reports` are those whose main event it is; `parent` is its episode."""

    id: str
    name: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    main_reports: tuple[str, ...] = ()
    parent: str | None = None
    place: Place | None = None
    time: Interval | None = None
    event_type: str | None = None
    why: tuple[Why, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """A chain of incidents that is counted as a whole. `claims` holds those of its incidents too."""

    id: str
    name: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    main_reports: tuple[str, ...] = ()
    parent: str | None = None
    place: Place | None = None
    time: Interval | None = None
    event_type: str | None = None
    incidents: tuple[str, ...] = ()
    why: tuple[Why, ...] = ()
