"""A claim being made, and what the sentences after it need to remember."""

from dataclasses import dataclass, field

from marsad.extract.en.harm import Harm
from marsad.extract.en.speech import Speech
from marsad.extract.en.told import Told
from marsad.extract.en.when import When
from marsad.model import Interval, Scope, Victims


@dataclass(slots=True)
class Draft:
    """A claim being made: what was found so far, and why."""

    told: Told
    harm: Harm
    speech: Speech | None
    days: Interval | None
    conflict: bool
    reasons: dict[str, str] = field(default_factory=dict)
    times: list[When] = field(default_factory=list)
    confidence: float = 0.5


@dataclass(slots=True)
class Memory:
    """What a sentence needs from those before it."""

    harm: Harm | None = None
    victims: Victims | None = None
    scope: Scope | None = None
    speech: Speech | None = None
    speech_paragraph: int = -1
    days: Interval | None = None
    days_paragraph: int = -1
    running: Interval | None = None
    paragraph: int = -1
