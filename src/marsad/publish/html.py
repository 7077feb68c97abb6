"""A situation report as HTML: a page that stands alone and prints, or the body of a page of the web app."""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from marsad.model import parse_stamp
from marsad.publish import words
from marsad.publish.sitrep import Block, Citation, Days, Figure, Finding, Part, SituationReport, Table, Words


@dataclass(frozen=True, slots=True)
class Links:
    """Where a claim's sentence and an incident's ledger are shown, as functions that give an address."""

    claim: Callable[[str, str], str]
    ledger: Callable[[str], str]
    report: Callable[[str], str]


def page(report: SituationReport) -> str:
    """The report as one self-contained page: its style is within, and nothing else may load."""
    style = files("marsad.publish").joinpath("templates", "sitrep.css").read_text(encoding="utf8")
    digest = base64.b64encode(hashlib.sha256(style.encode("utf8")).digest()).decode()
    template = environment().get_template("page.html")
    # The style is our own file; it is inserted as it is so that its digest holds.
    return template.render(report=report, style=Markup(style), digest=digest, links=None)  # noqa: S704


def body(report: SituationReport, links: Links) -> Markup:
    """The report without a page around it, with links into the web app."""
    module = environment().get_template("body.html")
    return Markup(module.render(report=report, links=links))  # noqa: S704


def environment() -> Environment:
    """Jinja2 with autoescape on everything, and the functions that the templates use."""
    made = Environment(
        loader=PackageLoader("marsad.publish"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters.update(shown=words.shown, kind=kind, stamp=stamp, days=words.days, web=web, day=words.day)
    made.globals.update(quoted=quoted, is_table=is_table)
    return made


def kind(part: Part) -> str:
    """Which part of a sentence it is, for the templates."""
    names = {Words: "words", Days: "days", Figure: "figure", Finding: "finding", str: "text"}
    return names[type(part)]


def is_table(block: Block) -> bool:
    """Whether a block is a table."""
    return isinstance(block, Table)


def stamp(value: str | None) -> str:
    """A date of publication in words."""
    return words.days(parse_stamp(value)) if value else "date not known"


def web(url: str | None) -> str | None:
    """The address, if it is one of the web; None for anything else (`javascript:` and the like)."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def quoted(cited: Citation) -> tuple[str, str, str]:
    """The cited sentence cut in three: before the number phrase, the phrase, after it."""
    text, first = cited.quote, cited.sentence.start
    if cited.figure is None:
        return (words.shown(text), "", "")
    start, end = (max(0, min(len(text), at - first)) for at in (cited.figure.start, cited.figure.end))
    return (words.shown(text[:start]), words.shown(text[start:end]), words.shown(text[end:]))
