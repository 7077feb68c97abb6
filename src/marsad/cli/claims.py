"""`marsad claims`: the claims of files, or of the workspace."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from marsad.cli.options import AsOfOption, Format, FormatOption, JobsOption, QuietOption, WorkspaceOption, day
from marsad.cli.output import bounds, console, progress, show
from marsad.errors import InputError, MarsadError, QueryError
from marsad.model import Claim, Quarantined, Report, to_json

COLUMNS = [
    ("report", "report"), ("number", "number"), ("measure", "measure"), ("victims", "victims"), ("scope", "scope"),
    ("relation", "relation"), ("place", "where"), ("when", "when"), ("source", "source"), ("conf.", "confidence"),
]  # fmt: skip


def claims(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files or folders to read; no workspace is needed. None: the workspace's."),
    ] = None,
    workspace: WorkspaceOption = None,
    as_of: AsOfOption = None,
    jobs: JobsOption = 1,
    quiet: QuietOption = False,
    form: FormatOption = Format.TABLE,
    explain: Annotated[bool, typer.Option("--explain", help="For each claim, the rule that set each field.")] = False,
) -> None:
    """List claims: every number of people harmed, who said it, where, when, and the sentence it stands in.

    `marsad claims report.txt` · `marsad claims reports.jsonl --format jsonl` · `marsad claims --as-of 2025-03-12`
    """
    until = day(as_of, "--as-of")
    if paths:
        if until or workspace:
            raise QueryError("--as-of and --workspace go with the claims of a workspace: leave them out, or the files")
        refused: list[str] = []
        with progress("reports", quiet=quiet) as bar:
            found = _read(paths, jobs, refused, bar)
            _print(found, form, explain)
        for line in refused:
            console(error=True).print(line, soft_wrap=True)
        if refused:
            raise InputError(f"{len(refused)} of the inputs could not be read: the lines above say why")
        return
    from marsad.monitor import Monitor

    with Monitor.open(workspace) as monitor:
        _print(monitor.claims(as_of=until), form, explain)


def _read(paths: list[Path], jobs: int, refused: list[str], bar: Any) -> Iterator[Claim]:
    from marsad.ingest import expected, ingest
    from marsad.monitor.reading import read, readings

    task = bar.add_task("reports", total=sum(expected(path) for path in paths), note="")

    def reports() -> Iterator[Report]:
        for path in paths:
            for found in ingest(path, on_issue=lambda issue: console(error=True).print(str(issue), soft_wrap=True)):
                if isinstance(found, Quarantined):
                    refused.append(f"{found.origin}: {found.reason}; {found.next_step}")
                else:
                    yield found

    for report, outcome in readings(reports(), lambda report: report, read, jobs):
        if isinstance(outcome, MarsadError) and not isinstance(outcome, InputError):
            raise outcome  # something is missing or broken for every report, not for this one
        if isinstance(outcome, Exception):
            told = f"cannot be read ({type(outcome).__name__}: {outcome})"
            refused.append(f"report {report.id}: {told}; send this line and the report to the developers")
            continue
        bar.update(task, advance=1, note=report.id[-40:])
        yield from outcome


def _print(found: Iterator[Claim], form: Format, explain: bool) -> None:
    if explain and form is Format.TABLE:
        for claim in found:
            _explained(claim)
        return
    rows = (_row(claim) if form is Format.TABLE else to_json(claim) for claim in found)
    show(rows, COLUMNS, form)


def _row(claim: Claim) -> dict[str, Any]:
    time = claim.time
    return {
        **to_json(claim),
        "number": bounds(claim.quantity.low, claim.quantity.high),
        "victims": " ".join(filter(None, [claim.victims.text, f"({claim.victims.category.value})"])),
        "where": claim.place.name or claim.place.text if claim.place else None,
        "when": f"{time.start or '?'}..{time.end or '?'}" if time else None,
        "source": claim.attribution.source,
        "confidence": f"{claim.confidence:.2f}",
        "scope": claim.scope.value if claim.harm else f"{claim.scope.value} (not counted)",
    }


def _explained(claim: Claim) -> None:
    out = console()
    out.print(f"{claim.id}  {claim.report}  {claim.quantity.text!r} {claim.measure.value}", style="bold")
    for field, value in _row(claim).items():
        reason = claim.reasons.get({"where": "place", "when": "time", "source": "attribution"}.get(field, field))
        if reason:
            out.print(f"  {field}: {value} — {reason}", soft_wrap=True)
    out.print()
