"""A place word of a text."""

from dataclasses import dataclass

from marsad.geocode.gazetteer import Candidate, Level
from marsad.geocode.patterns import Role


@dataclass(frozen=True, slots=True)
class Mention:
    """A place word. `means` is what the name may mean, `level` what the name or the text makes of it.

    `people` is a country code where the word is a demonym or an organisation of one country. `sounded` tells that the
    name was found by its sound alone. `locative` tells that a preposition or a type word puts something there, `typed`
    what the text itself calls it, `called` the type word after it (" district"). `part` is the direction in "northern
    Syria". `role` is what the word does in its sentence; None is a possible place of harm.
    """

    start: int
    end: int
    text: str
    level: Level
    means: tuple[Candidate, ...] = ()
    people: str | None = None
    locative: bool = False
    typed: Level | None = None
    sounded: bool = False
    part: str | None = None
    role: Role | None = None
    called: str = ""

    @property
    def name(self) -> str:
        """The words without the type word after them."""
        return self.text.removesuffix(self.called)
