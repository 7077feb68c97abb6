"""A number on its way to a claim, as the rules of relation see it among the others of its report."""

from dataclasses import dataclass

from marsad.extract.en.mentions import Mention
from marsad.model import Measure, Relation, Scope, Victims


@dataclass(slots=True)
class Told:
    """A number on its way to a claim, with what relation needs to know of it."""

    mention: Mention
    measure: Measure
    victims: Victims
    scope: Scope
    source: str | None
    relation: Relation = Relation.TOTAL
    parent: int | None = None
    why: str = "no sign of a larger number it belongs to"

    @property
    def value(self) -> int | None:
        """The number itself, however it is bounded."""
        return self.mention.low if self.mention.low is not None else self.mention.high
