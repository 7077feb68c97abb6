"""Any record of any kind, for hypothesis: each field of its type, and the orders that a record insists on kept."""

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from marsad.model import Claim, Interval, Place, Quantity, Report, Span, Toll
from marsad.model.bounds import Bounds
from marsad.model.schemas import PUBLISHED

KINDS = PUBLISHED
"""Every record that has a published schema; the others stand inside these."""

PEOPLE = st.integers(0, 3_000_000)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
# Arabic, a right-to-left mark, an emoji, control characters: all but half surrogate pairs, which are no text.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
STAMPS = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map(lambda day: day.isoformat()[:7]),
    DAYS.map(lambda day: day.isoformat()[:4]),
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.sampled_from([None, UTC])).map(
        datetime.isoformat
    ),
)


@st.composite
def bounds_pairs(draw: st.DrawFn, most: int = 3_000_000) -> Bounds:
    """Two bounds in order, either of which may be unknown."""
    low, high = sorted((draw(st.integers(0, most)), draw(st.integers(0, most))))
    return (low if draw(st.booleans()) else None, high if draw(st.booleans()) else None)


@st.composite
def intervals(draw: st.DrawFn, *, known: bool = False, span: int = 40) -> Interval:
    """Days near each other, so that they often touch; unless `known`, either end may be unknown."""
    first = date(2025, 3, 1) + timedelta(days=draw(st.integers(0, span)))
    last = first + timedelta(days=draw(st.integers(0, span)))
    keep_first, keep_last = (True, True) if known else draw(st.tuples(st.booleans(), st.booleans()))
    return Interval.of(first if keep_first else None, last if keep_last else None)


_NUMBERS = st.tuples(PEOPLE, PEOPLE, PEOPLE).map(sorted)
_SPANS = st.tuples(PEOPLE, PEOPLE).map(lambda pair: Span(start=min(pair), end=max(pair)))


def _quantities() -> SearchStrategy[Quantity]:
    rest = _built(Quantity, low=st.none(), high=st.none())
    return st.builds(lambda pair, made: replace(made, low=pair[0], high=pair[1]), bounds_pairs(), rest)


def _intervals() -> SearchStrategy[Interval]:
    rest = _built(Interval, start=st.none(), end=st.none())
    return st.builds(lambda days, made: replace(made, start=days.start, end=days.end), intervals(span=4000), rest)


def _tolls() -> SearchStrategy[Toll]:
    rest = _built(Toll, low=st.none(), best=st.none(), high=st.none())
    known = st.tuples(st.booleans(), st.booleans(), st.booleans())
    return st.builds(_with_figures, rest, _NUMBERS, known)


def _with_figures(toll: Toll, numbers: list[int], known: tuple[bool, bool, bool]) -> Toll:
    low, best, high = (number if there else None for number, there in zip(numbers, known, strict=True))
    return replace(toll, low=low, best=best, high=high)


@cache
def of(kind: type[Any]) -> SearchStrategy[Any]:
    """Records of a kind."""
    if kind is Quantity:
        return _quantities()
    if kind is Interval:
        return _intervals()
    if kind is Toll:
        return _tolls()
    if kind is Span:
        return _SPANS
    if kind is Report:
        return _built(kind, published_at=st.none() | STAMPS)
    if kind is Claim:
        return _built(kind, confidence=st.floats(0, 1), said_at=st.none() | STAMPS)
    if kind is Place:
        return _built(kind, latitude=st.none() | st.floats(-90, 90), longitude=st.none() | st.floats(-180, 180))
    return _built(kind)


def _built(kind: type, **given: SearchStrategy[Any]) -> SearchStrategy[Any]:
    hints = get_type_hints(kind)
    assert is_dataclass(kind)
    return st.builds(
        kind, **{f.name: given[f.name] if f.name in given else _typed(hints[f.name]) for f in fields(kind)}
    )


_PLAIN: dict[Any, SearchStrategy[Any]] = {
    str: TEXT,
    int: PEOPLE,
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    type(None): st.none(),
    date: DAYS,
    datetime: st.datetimes(timezones=st.just(UTC)),
}


def _typed(hint: Any) -> SearchStrategy[Any]:
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return st.one_of([_typed(argument) for argument in arguments])
    if origin is tuple:
        return st.lists(_typed(arguments[0]), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(_typed(arguments[0]), _typed(arguments[1]), max_size=2)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    assert isinstance(hint, type), f"{hint}: say here how it is made"
    return of(hint)
