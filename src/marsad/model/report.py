"""A report: one text by one outlet, kept as it was received."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from marsad.model.ids import content_id
from marsad.model.interval import Interval

_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One text. Immutable: a changed page is a new report that `revises` the old one.

    `published_at` is when the world learnt it, an ISO 8601 date or date and time as the outlet gave it, null where it
    is not known; `recorded_at` is when this workspace did. `restates` is the address of a page that this text tells
    again in other words. `sha256` names the bytes as received, in the evidence folder.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published_at: str | None = None
    recorded_at: datetime | None = None
    language: str | None = None
    restates: str | None = None
    revises: str | None = None
    sha256: str | None = None

    def __post_init__(self) -> None:
        if self.published_at is not None:
            try:
                parse_stamp(self.published_at)
            except ValueError as error:
                raise ValueError(f"published_at: {error}") from error

    @property
    def published_on(self) -> date | None:
        """The day by the end of which it was published: the last day of a month or year given alone."""
        return None if self.published_at is None else parse_day(self.published_at)

    @property
    def published_day(self) -> date | None:
        """The very day of publication, for resolving "on Saturday"; None where only a month or year is known."""
        if self.published_at is None:
            return None
        published = parse_stamp(self.published_at)
        return published.end if published.start == published.end else None

    def legible(self) -> "Report":
        """The report with each half of a surrogate pair, which is no character, replaced; all offsets hold."""
        if self.text.isascii() or not _HALF.search(self.text):
            return self
        return replace(self, text=_HALF.sub("\N{REPLACEMENT CHARACTER}", self.text))

    @staticmethod
    def id_of(text: str, title: str | None, url: str | None, outlet: str | None, published_at: str | None) -> str:
        """The id of a report that brings none."""
        return content_id("rep", [text, title, url, outlet, published_at])


@lru_cache(maxsize=256)  # asked for every time phrase of a report
def parse_stamp(stamp: str) -> Interval:
    """The days an ISO 8601 date, date and time, month ("2025-03") or year stands for. Raises ValueError."""
    try:
        if len(stamp) == 4:
            first = date.fromisoformat(f"{stamp}-01-01")
            return Interval.of(first, first.replace(month=12, day=31))
        if "W" in stamp and len(stamp) < len("2025-W10-6"):
            raise ValueError("a week without its day")  # Python reads it as that week's Monday
        if len(stamp) == 7:
            first = date.fromisoformat(f"{stamp}-01")
            return Interval.of(first, first.replace(day=monthrange(first.year, first.month)[1]))
        return Interval.day(datetime.fromisoformat(stamp).date())
    except ValueError as error:
        raise ValueError(f"not an ISO 8601 date: {stamp!r} (write it as 2025-03-08)") from error


def parse_day(stamp: str) -> date:
    """The last day an ISO 8601 stamp stands for. Raises ValueError that quotes the value."""
    end = parse_stamp(stamp).end
    assert end is not None
    return end
