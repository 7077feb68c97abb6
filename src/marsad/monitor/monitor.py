"""The class `Monitor`: everything a user can ask of a workspace, each a few lines over the stages."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from marsad.errors import QueryError
from marsad.model import Claim, Episode, Incident, Judgement, Run, Toll, TollScope, Verdict
from marsad.monitor.intake import Intake, Progress
from marsad.monitor.reading import Reader, read, readings
from marsad.review import Docket, check
from marsad.store import Workspace


def _now() -> datetime:
    return datetime.now(UTC)


class Monitor:
    """A workspace and the stages over it. Claims are the record; incidents and tolls are made from them when asked."""

    def __init__(self, workspace: Workspace, *, clock: Callable[[], datetime] = _now) -> None:
        self.workspace = workspace
        self.store = workspace.store
        self._clock = clock
        self._past: tuple[tuple[str, date], list[Incident | Episode]] | None = None

    @classmethod
    def create(cls, folder: Path, database_url: str | None = None) -> Self:
        """Make a workspace in a folder. Raises WorkspaceError where one is there already."""
        return cls(Workspace.create(folder, database_url=database_url))

    @classmethod
    def open(cls, folder: Path | None = None) -> Self:
        """Open the workspace of a folder; without one, that which the present folder lies in. Raises WorkspaceError."""
        return cls(Workspace.find() if folder is None else Workspace.open(folder))

    def close(self) -> None:
        """Close the store."""
        self.workspace.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # In

    def ingest(
        self,
        paths: Iterable[Path],
        *,
        progress: Callable[[Progress], None] | None = None,
        jobs: int = 1,
        reader: Reader | None = None,
    ) -> Run:
        """Take in the reports of files and folders, with their claims; skip what is stored; quarantine the rest.

        `jobs` is the number of processes that read. Can be killed and run again. Raises KeyboardInterrupt that says how
        much is stored, and MarsadError for what concerns every report (a full disk, a missing part).
        """
        return Intake(self.workspace, reader or self._reader(), self._clock, jobs, progress).run(list(paths))

    def reread(self, *, jobs: int = 1, reader: Reader | None = None) -> int:
        """Read every stored report again; where the claims differ, they become its newest reading. Gives how many did.

        Older readings stay in the store. Raises the error of a report that cannot be read now.
        """
        changed = 0
        for report, outcome in readings(self.store.reports(), lambda report: report, reader or self._reader(), jobs):
            if isinstance(outcome, Exception):
                raise outcome
            if outcome != list(self.store.claims(report=report.id)):
                self.store.add_reading(report.id, outcome)
                changed += 1
        return changed

    def judge(self, judgement: Judgement) -> bool:
        """Add a person's judgement; False where it is there already.

        Raises QueryError for an accept, correct or reject of a claim that is not there, InputError for a correction
        that cannot be applied.
        """
        if judgement.verdict in (Verdict.ACCEPT, Verdict.CORRECT, Verdict.REJECT):
            docket = self._docket()
            there = {claim.id: docket.apply(claim) for claim in self.store.some_claims(judgement.subjects)}
            for subject in judgement.subjects:
                if subject not in there:
                    raise QueryError(
                        f"no claim {subject!r} to {judgement.verdict.value}: list them with `marsad claims`"
                    )
                check(there[subject], judgement)
        return self.store.judge(judgement)

    def _reader(self) -> Reader:
        """Reading with what this workspace brings to it."""
        return partial(read, workspace=self.workspace.folder)

    # Out

    def claims(self, *, as_of: date | None = None, report: str | None = None) -> Iterator[Claim]:
        """Claims as reviewers left them; with `as_of`, those known by the end of that day.

        A report without a date counts from the day on which it was recorded here. Judgements are always all applied:
        they say what a report means, and that did not change with the day on which someone noticed it.
        """
        docket = self._docket()
        for claim in self.store.claims(as_of=as_of, report=report):
            yield docket.apply(claim)

    def rebuild(self) -> int:
        """Link all claims afresh and replace the stored incidents and episodes; gives how many there are."""
        basis = self.store.basis()  # taken first: a report that comes in meanwhile makes the views stale, not wrong
        return self.store.replace_views(self._linked(None), basis)

    def incidents(self, as_of: date | None = None) -> list[Incident | Episode]:
        """Incidents and episodes: the stored ones, rebuilt if stale; with a day, linked from what was known by then."""
        if as_of is None:
            if not self.store.views_current():
                self.rebuild()
            return list(self.store.incidents())
        key = (self.store.basis(), as_of)
        if self._past is None or self._past[0] != key:
            self._past = (key, self._linked(as_of))
        return list(self._past[1])

    def toll(self, scope: TollScope | None = None, policy: str | None = None, as_of: date | None = None) -> Toll:
        """The toll of a scope under a counting policy, as known at the end of a day, with its ledger.

        The default policy is the workspace's. Raises QueryError for an incident or policy that does not exist.
        """
        from marsad.reconcile import reconcile

        scope = scope or TollScope()
        docket = self._docket()
        considered = [docket.apply(claim) for claim in self._considered(scope, as_of)]
        chosen = policy or self.workspace.settings.policy
        return reconcile(considered, scope, chosen, as_of, rejected=docket.standing)

    def _docket(self) -> Docket:
        return Docket(self.store.judgements())

    def _linked(self, as_of: date | None) -> list[Incident | Episode]:
        from marsad.link import link

        claims = list(self.claims(as_of=as_of))
        reports = {report.id: report for report in self.store.reports(as_of=as_of)}
        return link(claims, reports)

    def _considered(self, scope: TollScope, as_of: date | None) -> Sequence[Claim]:
        if scope.incident is None:
            return list(self.store.claims(as_of=as_of))
        claims = self.store.some_claims(self._incident(scope.incident, as_of).claims, as_of=as_of)
        return sorted(claims, key=lambda claim: (claim.report, claim.id))

    def _incident(self, id_: str, as_of: date | None) -> Incident | Episode:
        """The incident as it stood on the day; one that is known only since is taken as it stands now."""
        views = self.incidents(as_of)
        if as_of is not None:
            views += self.incidents()
        for view in views:
            if view.id == id_:
                return view
        raise QueryError(f"no incident or episode {id_!r}: list them with `marsad incidents`")
