"""When the harm happened: phrases of time in a sentence, resolved against the day of publication.

The forms are declared in `when.yaml`, their arithmetic in `dates.py`.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import yaml

from marsad.extract.en.cues import compile_words
from marsad.extract.en.dates import RESOLVERS, Anchor, Resolver
from marsad.model import Interval

MONTHLY = frozenset(
    {
        "month",
        "month as subject",
        "month of last year",
        "day and month",
        "days of a month",
        "last month",
        "this year",
        "last year",
    }
)
"""The forms for which the month of publication is enough."""

DATES = frozenset({"iso date", "days of a month", "full date", "month and year", "day and month"})
"""The forms whose figures are those of a date, never of people."""


@dataclass(frozen=True, slots=True)
class When:
    """A time phrase: its offsets in the sentence, the days, and whether it opens a running count ("since Thursday")."""

    start: int
    end: int
    interval: Interval | None
    form: str
    running: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form of `when.yaml`: its name, its pattern, what reads it, and its examples."""

    name: str
    pattern: re.Pattern[str]
    resolve: Resolver
    examples: dict[str, str]


@cache
def forms() -> list[Form]:
    """The forms in the order in which they are tried."""
    rows = yaml.safe_load(files("marsad.extract.en").joinpath("when.yaml").read_text(encoding="utf8"))
    put_in = next(row["put_in"] for row in rows if "put_in" in row)
    return [
        Form(
            name=row["form"],
            pattern=compile_words([row["words"]], put_in),
            resolve=RESOLVERS[row["reads"]],
            examples={str(phrase): str(days) for phrase, days in row["examples"].items()},
        )
        for row in rows
        if "form" in row
    ]


_SINCE = re.compile(
    r"\b(?:since|starting|started|began|begun|broke\s+out)\s+(?:(?:the|on|last|early|late|in|of)\s+){0,4}$", re.I
)


def find(text: str, today: Anchor, about: Anchor = None) -> list[When]:
    """The time phrases of a sentence, none overlapping another, in order; the form listed first wins.

    `today` is the day of publication, `about` a day of its month where no more is known: enough to resolve months.
    """
    taken: list[When] = []
    for form in forms():
        anchor = today or (about if form.name in MONTHLY else None)
        for match in form.pattern.finditer(text):
            if not any(match.start() < other.end and other.start < match.end() for other in taken):
                taken.append(_when(form, match, text, anchor))
    return sorted(taken, key=lambda when: when.start)


def _when(form: Form, match: re.Match[str], text: str, today: Anchor) -> When:
    interval = form.resolve(match, today)
    running = match.group().lower().startswith("since") or bool(
        _SINCE.search(text[max(0, match.start() - 40) : match.start()])
    )
    if running and interval and today and interval.start and interval.start <= today:
        interval = Interval.of(interval.start, today)
    if interval is not None:
        interval = replace(interval, text=match.group().strip())
    return When(match.start(), match.end(), interval, form.name, running)


_DATELINE_AFTER = re.compile(r"\s*(?:,?\s*(?:19|20)\d\d)?\s*(?:\(|--|–|—|-\s|;|:|\||$)")
_DATELINE_BEFORE = re.compile(r"^[^a-z]{0,40}(?:\w+\s*/\s*)?(?:[A-Z(][\w'’.)-]*,?\s*){0,4}$")


def of_dateline(text: str, when: When) -> bool:
    """Whether a day belongs to the dateline ("DAMASCUS, March 12 (Xinhua) --"), not to the harm."""
    if when.form not in ("full date", "day and month", "iso date") or when.start > 40:
        return False
    return bool(_DATELINE_BEFORE.match(text[: when.start]) and _DATELINE_AFTER.match(text, when.end))
