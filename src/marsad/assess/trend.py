"""How a toll moved over time, and which claims moved it.

A change is a change of what is known, not of what happened: the dead of one day are often told on a later one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from marsad.model import Effect, Toll
from marsad.reconcile.wording import day

WINDOWS = (1, 3)


@dataclass(frozen=True, slots=True)
class Change:
    """From one day's toll to the last one's. `amount` is null where either figure is not known.

    `moved` are the claims that count now and did not count then, in the order of the ledger.
    """

    since: date
    before: int | None
    after: int | None
    moved: tuple[str, ...]

    @property
    def amount(self) -> int | None:
        """How many more (or, below 0, fewer) people."""
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True, slots=True)
class Trend:
    """The first and last day of a toll's history, and its changes: since the start, and in the last 1 and 3 days.

    A change is null where the history does not reach back so far. The figure is the toll's best, or its low where no
    best is known.
    """

    first: tuple[date, int | None] | None
    last: tuple[date, int | None] | None
    since_start: Change | None
    last_day: Change | None
    last_3_days: Change | None
    sentence: str


def trend(history: Sequence[tuple[date, Toll]]) -> Trend:
    """The trend of a history, oldest first, as `marsad.reconcile.history` gives it."""
    if not history:
        return Trend(None, None, None, None, None, "Nothing is known, so there is no trend.")
    (first_day, first), (last_day, last) = history[0], history[-1]
    start = _change(first_day, first, last) if first_day != last_day else None
    recent = [_since(history, days) for days in WINDOWS]
    return Trend(
        first=(first_day, _figure(first)),
        last=(last_day, _figure(last)),
        since_start=start,
        last_day=recent[0],
        last_3_days=recent[1],
        sentence=_sentence(history, start, recent[1]),
    )


def _since(history: Sequence[tuple[date, Toll]], days: int) -> Change | None:
    last_day, last = history[-1]
    earlier = [(day, toll) for day, toll in history if day <= last_day - timedelta(days=days)]
    return _change(*earlier[-1], last) if earlier else None


def _change(since: date, before: Toll, after: Toll) -> Change:
    counted = _counted(before)
    moved = tuple(claim for claim in _counted(after) if claim not in counted)
    return Change(since, _figure(before), _figure(after), moved)


def _counted(toll: Toll) -> list[str]:
    return [line.claim for line in toll.ledger if line.effect is Effect.COUNTED]


def _figure(toll: Toll) -> int | None:
    return toll.best if toll.best is not None else toll.low


def _sentence(history: Sequence[tuple[date, Toll]], start: Change | None, recent: Change | None) -> str:
    last_day, last = history[-1]
    now = _figure(last)
    if now is None:
        return f"No figure is known on {day(last_day)}."
    if start is None:
        return f"{now:,} on {day(last_day)}, the only day with a figure so far."
    if start.before is None or start.amount is None:
        return f"{now:,} on {day(last_day)}; no figure was known on {day(start.since)}."
    text = f"From {start.before:,} on {day(start.since)} to {now:,} on {day(last_day)}: {_moved(start.amount)}"
    if recent is not None and recent.since != start.since and recent.amount is not None:
        text += f"; since {day(recent.since)}, {_moved(recent.amount)}"
    return f"{text}."


def _moved(amount: int) -> str:
    if amount == 0:
        return "no change"
    return f"{amount:,} more" if amount > 0 else f"{-amount:,} fewer, a revision"
