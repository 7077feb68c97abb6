"""Small reports and claims for the tests of the link stage."""

from dataclasses import dataclass, field
from datetime import date

from marsad.model import (
    Attribution,
    Certainty,
    Claim,
    Interval,
    Measure,
    Place,
    Quantity,
    Relation,
    Report,
    Scope,
    Span,
    Victims,
)


def days(first: str, last: str | None = None) -> Interval:
    """The days from `first` to `last`, ISO dates."""
    return Interval.of(date.fromisoformat(first), date.fromisoformat(last or first))


@dataclass
class Story:
    """A report under construction: each `says` adds a sentence and the claim it makes."""

    id: str
    published: str | None
    text: str = ""
    claims: list[Claim] = field(default_factory=list)

    def says(
        self,
        sentence: str,
        number: int,
        *,
        place: Place | str | None = None,
        time: Interval | None = None,
        scope: Scope = Scope.INCIDENT,
        relation: Relation = Relation.TOTAL,
        parent: int | None = None,
        measure: Measure = Measure.KILLED,
        certainty: Certainty = Certainty.ASSERTED,
        conflict: bool = True,
        victims: Victims | None = None,
        source: str | None = None,
    ) -> "Story":
        """Add a sentence that holds the number in digits, and its claim."""
        start = len(self.text) + sentence.index(str(number))
        self.text += f"{sentence} "
        self.claims.append(
            Claim(
                id=Claim.id_of(self.id, start, start + len(str(number)), measure, len(self.claims)),
                report=self.id,
                measure=measure,
                quantity=Quantity(low=number, high=number, start=start, end=start + len(str(number))),
                sentence=Span(start=start, end=start + len(str(number))),
                victims=victims or Victims(),
                scope=scope,
                relation=relation,
                parent=None if parent is None else self.claims[parent].id,
                place=Place(text=place, country="SY") if isinstance(place, str) else place,
                time=time,
                attribution=Attribution(source=source),
                certainty=certainty,
                conflict=conflict,
                said_at=self.published,
            )
        )
        return self

    @property
    def report(self) -> Report:
        """The report as it stands."""
        return Report(id=self.id, text=self.text, published_at=self.published)


def together(*stories: Story) -> tuple[list[Claim], dict[str, Report]]:
    """The claims and reports of the stories."""
    return [claim for story in stories for claim in story.claims], {story.id: story.report for story in stories}
