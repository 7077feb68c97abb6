"""When the harm happened: phrases of time in a sentence, resolved against the day of publication.

The forms are declared in `when.yaml`; `dates.py`, `periods.py` and `eras.py` do their arithmetic. A phrase that cannot
be resolved is kept without days, with the reason.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from marsad.extract.en.cues import compile_words
from marsad.extract.en.dates import CALENDAR, Anchor, NotADate, Resolver, Unresolved
from marsad.extract.en.declared import declared
from marsad.extract.en.eras import ERAS
from marsad.extract.en.periods import RELATIVE, count_of
from marsad.extract.en.phrases import When, joined
from marsad.model import Interval

__all__ = ["DATES", "MONTHLY", "NO_DAY", "NO_YEAR", "Form", "When", "find", "forms", "of_dateline"]

RESOLVERS = {**CALENDAR, **RELATIVE, **ERAS}

MONTHLY = frozenset(
    {
        "month",
        "month as subject",
        "bare month",
        "month of last year",
        "day and month",
        "day of last year",
        "days of a month",
        "months of a year",
        "last month",
        "this year",
        "last year",
        "year",
        "bare year",
        "years",
    }
)
"""The forms for which the month of publication is enough."""

DATES = frozenset(
    {"iso date", "figures", "days of a month", "full date", "month and year", "day and month", "day of last year",
     "other calendar", "same day of a year", "day of this month"}
)  # fmt: skip
"""The forms whose figures are those of a date, never of people."""

NO_DAY = "a relative day, and the day of publication is not known"
NO_YEAR = "a day or month without its year, and the day of publication is not known"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of `when.yaml`: its name, its pattern, what reads it, what it needs, and its examples."""

    name: str
    pattern: re.Pattern[str]
    resolve: Resolver
    needs: tuple[str, ...]
    told: str | int | None
    examples: dict[str, str]


@cache
def forms() -> list[Form]:
    """The forms in the order in which they are tried."""
    rows = declared("when.yaml")
    put_in = next(row["put_in"] for row in rows if "put_in" in row)
    return [
        Form(
            name=row["form"],
            pattern=compile_words([row["words"]], put_in),
            resolve=RESOLVERS[row["reads"]],
            needs=tuple(row["needs"]),
            told=row.get("told"),
            examples={str(phrase): str(days) for phrase, days in row["examples"].items()},
        )
        for row in rows
        if "form" in row
    ]


_SIGNS = {
    "MONTH": re.compile(
        r"\b(?:J(?:an|AN|u[nl]|U[NL])|F(?:eb|EB)|M(?:a[ry]|A[RY])|A(?:pr|PR|ug|UG)|S(?:ep|EP)|O(?:ct|CT)|N(?:ov|OV)|D(?:ec|EC))"
    ),
    "WEEKDAY": re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"),
    "YEAR": re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)"),
    "FIGURES": re.compile(r"\d[-/.]\d"),
}
"""What a sentence must have before the dearer patterns are tried."""


@cache
def _needs() -> list[tuple[str, list[tuple[int, Form]]]]:
    """What is needed, each with the forms that need it and their places: a need is looked for once a sentence."""
    forms_by_need: dict[str, list[tuple[int, Form]]] = {}
    for place, form in enumerate(forms()):
        for need in form.needs:
            forms_by_need.setdefault(need, []).append((place, form))
    return list(forms_by_need.items())


def _worth_trying(text: str) -> list[Form]:
    lowered, found = text.lower(), dict[int, Form]()
    for need, listed in _needs():
        sign = _SIGNS.get(need)
        if sign.search(text) if sign else need in lowered:
            found.update(listed)
    return [found[place] for place in sorted(found)]


_SINCE = re.compile(
    r"\b(?:since|starting|started|began|begun|broke\s+out|erupted)"
    r"\s+(?:(?:the|on|last|early|late|in|of|end|beginning|start)\s+){0,4}$"
    r"|\bsince\s+(?:[\w'’-]+\s+){1,8}$",
    re.I,
)


def find(text: str, today: Anchor, about: Anchor = None) -> list[When]:
    """The time phrases of a sentence, none overlapping another, in order; the form listed first wins.

    `today` is the day of publication, `about` a day of its month where no more is known: enough to resolve months.
    """
    return list(_found(text, today, about))


@lru_cache(maxsize=64)  # a report's first sentences are asked twice: for its news, and for their own claims
def _found(text: str, today: Anchor, about: Anchor) -> tuple[When, ...]:
    taken: list[When] = []
    for form in _worth_trying(text):
        anchor = today or (about if form.name in MONTHLY else None)
        for match in form.pattern.finditer(text):
            if not any(match.start() < other.end and other.start < match.end() for other in taken):
                when = _when(form, match, text, anchor, today)
                if when:
                    taken.append(when)
    return tuple(joined(sorted(taken, key=lambda when: when.start), text))


def _when(form: Form, match: re.Match[str], text: str, anchor: Anchor, today: Anchor) -> When | None:
    try:
        interval, why = form.resolve(match, anchor), NO_YEAR if form.name in MONTHLY else NO_DAY
    except NotADate:
        return None
    except Unresolved as error:
        interval, why = None, str(error)
    except (OverflowError, ValueError):
        interval, why = None, "outside the calendar"
    shift = _shift(form.told, match)
    if interval is None:
        return When(match.start(), match.end(), None, form.name, why=why, shift=shift)
    running = form.name == "years into" or match.group().lower().startswith("since")
    running = running or bool(_SINCE.search(text[max(0, match.start() - 80) : match.start()]))
    named = replace(interval, text=match.group().strip())
    return When(
        match.start(), match.end(), _run_on(named, today) if running else named, form.name, running, "", named, shift
    )


def _run_on(named: Interval, today: Anchor) -> Interval:
    """From a beginning to the day of publication, or to a day that is not known."""
    if today and named.start and named.start > today:
        return named
    return replace(Interval.of(named.start, today), text=named.text)


def _shift(told: str | int | None, match: re.Match[str]) -> int | None:
    if told is None or isinstance(told, int):
        return told
    return count_of(match["count"]) * (-1 if told == "count back" else 1)


_HEADING = re.compile(r"(?:^|\W)(?:date|dated|published|updated|posted|last modified)\W{1,3}(?:on\s+)?$", re.I)
_DATELINE_AFTER = re.compile(r"\s*(?:,?\s*(?:19|20)\d\d)?\s*(?:\(|--|–|—|-\s|;|:|\||$)")
_DATELINE_BEFORE = re.compile(r"^[^a-z]{0,40}(?:\w+\s*/\s*)?(?:[A-Z(][\w'’.)-]*,?\s*){0,4}$")


def of_dateline(text: str, when: When) -> bool:
    """Whether a day belongs to the dateline ("DAMASCUS, March 12 (Xinhua) --"), not to the harm."""
    if when.form not in ("full date", "day and month", "iso date") or when.start > 40:
        return False
    if _HEADING.search(text[: when.start]):
        return True
    return bool(_DATELINE_BEFORE.match(text[: when.start]) and _DATELINE_AFTER.match(text, when.end))
