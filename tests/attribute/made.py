"""Reports and claims for the tables: one line of text, one number, the words of its speaker."""

from datetime import date

from marsad.model import (
    Attribution,
    Claim,
    Interval,
    Measure,
    Perpetrator,
    Place,
    Quantity,
    Relation,
    Report,
    Scope,
    Span,
)


def report(text: str, outlet: str | None = None, published: str | None = "2025-03-08") -> Report:
    return Report(id="r1", text=text, outlet=outlet, published_at=published)


def claim(
    of: Report,
    number: str,
    says: str | None = None,
    *,
    country: str | None = "SY",
    place: str | None = None,
    does: str | None = None,
    on: date | None = None,
    scope: Scope = Scope.INCIDENT,
    relation: Relation = Relation.TOTAL,
    parent: str | None = None,
) -> Claim:
    """The claim of the first place where `number` stands in the report's text."""
    start = of.text.index(number)
    value = int("".join(filter(str.isdigit, number)) or 0)
    return Claim(
        id=f"clm_{start}",
        report=of.id,
        measure=Measure.KILLED,
        quantity=Quantity(low=value, high=value, text=number, start=start, end=start + len(number)),
        sentence=_sentence(of.text, start),
        scope=scope,
        relation=relation,
        parent=parent,
        place=Place(text=place, name=place, country=country) if place or country else None,
        time=Interval.day(on) if on else None,
        attribution=Attribution(source=says, text=says),
        perpetrator=Perpetrator(text=does),
        said_at=of.published_at,
    )


def _sentence(text: str, at: int) -> Span:
    start = max(text.rfind(". ", 0, at) + 1, text.rfind("\n", 0, at) + 1)
    ends = [end for end in (text.find(". ", at), text.find("\n", at)) if end >= 0]
    return Span(start=start, end=min(ends, default=len(text) - 1) + 1)
