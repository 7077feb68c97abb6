"""One run of ingest: received, kept as evidence, read, stored. Killed at any moment, it can be run again.

A report is stored with its claims in one transaction, in the order of the source; what is stored already is skipped
before it is read. So an interrupted run and its repetition leave what one uninterrupted run leaves.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from marsad import __version__
from marsad.errors import InputError, MarsadError, WorkspaceError
from marsad.ingest import Issue, expected, ingest
from marsad.model import Claim, Quarantined, Report, Run, content_id
from marsad.monitor.reading import Outcome, Reader, readings
from marsad.store import Presence, Workspace

#: What a run counts: reports stored, reports that were there already, input refused, claims and issue lines stored.
COUNTS = ("reports", "duplicates", "rejected", "claims", "issues")


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run has come. `expected` is about how many reports there are; `at` is the one just dealt with."""

    done: int
    expected: int
    at: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Received:
    report: Report
    issues: tuple[str, ...]
    source: Path


def _report(received: _Received) -> Report:
    return received.report


class Intake:
    """A run over some files and folders."""

    def __init__(
        self,
        workspace: Workspace,
        reader: Reader,
        clock: Callable[[], datetime],
        jobs: int = 1,
        progress: Callable[[Progress], None] | None = None,
    ) -> None:
        self.workspace, self.store = workspace, workspace.store
        self.reader, self.clock, self.jobs, self.progress = reader, clock, jobs, progress
        self.counts = dict.fromkeys(COUNTS, 0)
        self.done = self.expected = 0

    def run(self, paths: Sequence[Path]) -> Run:
        """Take everything in. Raises KeyboardInterrupt that says how much is stored, and MarsadError."""
        command = " ".join(["ingest", *(os.fsencode(path).decode("utf8", "replace") for path in paths)])
        # A run is an act, not content: two at the same moment over the same files are two.
        run = Run(id=f"run_{uuid4().hex[:20]}", command=command, version=__version__, started_at=self.clock())
        self.store.record_run(run, "started")
        try:
            self.workspace.evidence.sweep()
            self.expected = sum(expected(path) for path in paths) if self.progress else 0
            with closing(readings(self._new(paths), _report, self.reader, self.jobs)) as outcomes:
                for received, outcome in outcomes:
                    self._read(received, outcome)
        except KeyboardInterrupt:
            self.store.record_run(replace(run, counts=self.counts), "stopped")
            raise KeyboardInterrupt(self._stopped()) from None
        run = replace(run, finished_at=self.clock(), counts=self.counts)
        self.store.record_run(run, "finished")
        return run

    def _stopped(self) -> str:
        # Asked of the store: the interrupt may fall between a report's commit and its count.
        there = self.store.counts()["reports"]
        return f"stopped: {there} reports are stored with their claims; run the same command again to go on"

    def _new(self, paths: Sequence[Path]) -> Iterator[_Received]:
        """The reports that are not stored yet; the others, and what is refused, are dealt with on the way."""
        issues: list[Issue] = []
        for path in paths:
            language = self.workspace.settings.language
            for found in ingest(path, keep=self._keep, language=language, on_issue=issues.append, clock=self.clock):
                sentences = tuple(issue.sentence for issue in issues)
                issues.clear()
                if isinstance(found, Quarantined):
                    self._refuse(found)
                elif not self._there(found, path):
                    yield _Received(found, sentences, path)

    def _keep(self, content: bytes) -> str:
        try:
            return self.workspace.evidence.keep(content)
        except OSError as error:
            folder = self.workspace.evidence.folder
            raise WorkspaceError(f"cannot write to {folder} ({error.strerror}): free space or permissions") from error

    def _there(self, report: Report, source: Path) -> bool:
        """Whether the report's id is taken: by the same report, which is skipped, or by another, which is refused."""
        presence = self.store.presence(report)
        if presence is Presence.SAME:
            self.counts["duplicates"] += 1
            self._tell(report.id)
        elif presence is Presence.CHANGED:
            self._refuse(
                self._entry(
                    report,
                    source,
                    f"its id {report.id!r} is that of another stored report",
                    "a changed page is a new report: give it an id of its own, and `revises` with the old id",
                )
            )
        return presence is not Presence.ABSENT

    def _read(self, received: _Received, outcome: Outcome) -> None:
        report = received.report
        if isinstance(outcome, MarsadError) and not isinstance(outcome, InputError):
            raise outcome  # something is missing or broken for every report, not for this one
        if isinstance(outcome, Exception):
            told = f"cannot be read ({type(outcome).__name__}: {outcome})"
            self._refuse(self._entry(report, received.source, told, "send this line and the report to the developers"))
            return
        self._add(received, outcome)

    def _add(self, received: _Received, claims: list[Claim]) -> None:
        report = received.report
        issues = received.issues + self._twins(report)
        try:
            added = self.store.add(report, claims, issues=issues)
        except ValueError as error:  # a claim that does not point into its report
            told = f"cannot be read ({error})"
            self._refuse(self._entry(report, received.source, told, "send this line and the report to the developers"))
            return
        if not added:  # the same id came twice among those read ahead, or from another program
            self._there(report, received.source)
            return
        for name, number in (("reports", 1), ("claims", len(claims)), ("issues", len(issues))):
            self.counts[name] += number
        self._tell(report.id)

    def _twins(self, report: Report) -> tuple[str, ...]:
        twins = self.store.with_bytes(report.sha256) if report.sha256 else []
        return tuple(f"the same bytes are stored as report {twin!r} too" for twin in twins)

    def _entry(self, report: Report, source: Path, reason: str, next_step: str) -> Quarantined:
        origin = f"{source} (report {report.id})"
        id_ = content_id("qua", [origin, reason, report.sha256])
        return Quarantined(
            id=id_, origin=origin, reason=reason, next_step=next_step, when=self.clock(), sha256=report.sha256
        )

    def _refuse(self, entry: Quarantined) -> None:
        self.store.quarantine(entry)
        self.counts["rejected"] += 1
        self._tell(entry.origin)

    def _tell(self, at: str) -> None:
        self.done += 1
        if self.progress:
            self.progress(Progress(done=self.done, expected=self.expected, at=at, counts=dict(self.counts)))
