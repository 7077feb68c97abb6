"""The situation report as a plain record: sections of sentences and tables in which no number stands uncited.

The types carry the rule. A sentence is made of parts; the literal words of a template may hold no digit, and a
`Figure` cannot be made without the claims it rests on. So a number that leads to no sentence cannot be written.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from string import Formatter

from marsad.model import Interval, Report, Span

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of a record, as they stand there: a name, a phrase. Shown isolated, never read as a number of people."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """One day or several."""

    interval: Interval

    @staticmethod
    def on(day: date) -> "Days":
        """One day."""
        return Days(interval=Interval.day(day))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of people (`basis` "claim" or "toll") or of sources ("count"), and the claims that it rests on.

    `low` and `high` are its bounds; `ledger` is the incident whose ledger shows how it came about.
    Raises ValueError where no claim is given.
    """

    text: str
    claims: tuple[str, ...]
    low: int | None = None
    high: int | None = None
    basis: str = "claim"
    ledger: str | None = None

    def __post_init__(self) -> None:
        if not self.claims:
            raise ValueError(f"a figure needs a claim that it rests on: {self.text!r} has none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence of a report that is cited without being a claim's."""

    report: str
    span: Span

    @property
    def key(self) -> str:
        """What it is cited by."""
        return f"{self.report}:{self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A sentence of the stage that decided, and the claims or passages it speaks of.

    Raises ValueError where it holds a number and neither is given.
    """

    text: str
    claims: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()

    def __post_init__(self) -> None:
        if _DIGIT.search(self.text) and not (self.claims or self.passages):
            raise ValueError(f"a finding with a number needs the claims it speaks of: {self.text!r}")


Part = str | Words | Days | Figure | Finding


@dataclass(frozen=True, slots=True)
class Sentence:
    """Parts in order. Raises ValueError where literal words hold a digit."""

    parts: tuple[Part, ...]

    def __post_init__(self) -> None:
        for part in self.parts:
            if isinstance(part, str) and _DIGIT.search(part):
                raise ValueError(f"a number in a template has no source: {part!r}")


def say(template: str, **parts: Part | Sentence) -> Sentence:
    """The sentence that a template and named parts make: `say("{who} counted {n} dead.", who=…, n=…)`."""
    made: list[Part] = []
    for literal, name, _, _ in Formatter().parse(template):
        if literal:
            made.append(literal)
        if name is not None:
            part = parts[name]
            made.extend(part.parts if isinstance(part, Sentence) else (part,))
    return Sentence(tuple(made))


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Sentences that belong together; `items` is true for a list of them."""

    sentences: tuple[Sentence, ...]
    heading: Sentence | None = None
    items: bool = False


def paragraph(*told: Sentence, heading: Sentence | None = None, items: bool = False) -> Paragraph:
    """A paragraph whose sentences each start with a capital letter."""
    return Paragraph(sentences=tuple(start(one) for one in told), heading=heading, items=items)


def start(told: Sentence) -> Sentence:
    """The sentence with its first letter capital, where its first part is words or a figure."""
    if not told.parts or isinstance(told.parts[0], Days):
        return told
    first = told.parts[0]
    if isinstance(first, str):
        return Sentence((_capital(first), *told.parts[1:]))
    return Sentence((replace(first, text=_capital(first.text)), *told.parts[1:]))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells under named columns."""

    caption: Sentence
    columns: tuple[str, ...]
    rows: tuple[tuple[Sentence, ...], ...]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the report under one heading."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The sentence that a mark [n] leads to. `quote` is the stored text of `sentence`; `figure` lies within it.

    `claim` is null for a passage that no number was read from.

    `restates` is the address of the page that the report tells again in other words, or None for an original.
    """

    n: int
    claim: str | None
    report: str
    outlet: str | None
    published: str | None
    url: str | None
    restates: str | None
    quote: str
    sentence: Span
    figure: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One report of the list of reports; `citations` are the marks that lead to it."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    restates: str | None
    language: str | None
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationReport:
    """What is known at the end of `as_of` under `policy`, in sections, with every sentence it cites."""

    title: str
    policy: str
    as_of: date | None
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    reports: tuple[Listed, ...]
    marks: dict[str, int] = field(default_factory=dict, hash=False)

    def numbers(self, part: Part) -> list[int]:
        """The marks of what a part cites, in order."""
        return sorted({self.marks[key] for key in cited(part)})


def cited(part: Part) -> tuple[str, ...]:
    """What a part cites: the ids of claims, the keys of passages."""
    if isinstance(part, Finding):
        return (*part.claims, *(passage.key for passage in part.passages))
    return part.claims if isinstance(part, Figure) else ()


def sentences(section: Section) -> list[Sentence]:
    """Every sentence of a section, in reading order."""
    found: list[Sentence] = []
    for block in section.blocks:
        if isinstance(block, Table):
            found += [block.caption, *(cell for row in block.rows for cell in row)]
        else:
            found += ([block.heading] if block.heading else []) + list(block.sentences)
    return found


def citation(n: int, claim: str | None, span: Span, figure: Span | None, report: Report) -> Citation:
    """The citation of one claim's sentence in its report."""
    return Citation(
        n=n,
        claim=claim,
        report=report.id,
        outlet=report.outlet,
        published=report.published_at,
        url=report.url,
        restates=report.restates,
        quote=report.text[span.start : span.end],
        sentence=span,
        figure=figure,
    )
