"""What was set aside or replaced in a report that was taken in, and what was refused."""

from dataclasses import dataclass

#: A report is at most this many bytes; more is a mistake (an archive, a data dump) and would fill the memory.
MOST_BYTES = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One line about a report that was taken in: something in it was left out, replaced or not found."""

    report: str
    origin: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.sentence}"


class Refused(Exception):
    """Input that gives no report: why, and what to do. Turned into a `Quarantined` record; the batch goes on."""

    def __init__(self, reason: str, next_step: str, *, origin: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.next_step = next_step
        self.origin = origin
