"""`marsad init` and `marsad ingest`."""

from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.options import Format, FormatOption, JobsOption, QuietOption, WorkspaceOption
from marsad.cli.output import console, progress, show
from marsad.errors import InputError


def init(
    folder: Annotated[Path, typer.Argument(help="The folder to make; it may exist, but hold no workspace yet.")],
    database: Annotated[
        str | None,
        typer.Option(
            help="A database URL, such as postgresql+psycopg://user@host/name. Default: SQLite in the folder."
        ),
    ] = None,
) -> None:
    """Make a workspace: a folder with `marsad.toml`, the database and `evidence/`.

    `marsad init work`
    """
    from marsad.monitor import Monitor

    with Monitor.create(folder, database) as monitor:
        console().print(f"made the workspace {monitor.workspace.folder}")
        console().print(f"next: cd {folder} && marsad ingest FILE…")


def ingest(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders: .txt, .md, .jsonl, .json.")],
    workspace: WorkspaceOption = None,
    jobs: JobsOption = 1,
    quiet: QuietOption = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Take in reports, keep their bytes as evidence, and read their claims.

    What cannot be read is quarantined with its reason (`marsad doctor` lists it) and the rest goes on. Stopped at any
    moment, the same command goes on where it was; what is stored already is skipped.

    `marsad ingest ../reports/ more.jsonl`
    """
    from marsad.monitor import Monitor, Progress

    with Monitor.open(workspace) as monitor, progress("reports", quiet=quiet) as bar:
        task = bar.add_task("reports", total=None, note="")
        before = {entry.id for entry in monitor.store.quarantined()}

        def tell(at: Progress) -> None:
            bar.update(task, completed=at.done, total=max(at.expected, at.done), note=at.at[-40:])

        run = monitor.ingest(paths, jobs=jobs, progress=tell)
        refused = [entry for entry in monitor.store.quarantined() if entry.id not in before]
    for entry in refused:
        console(error=True).print(f"{entry.origin}: {entry.reason}; {entry.next_step}", soft_wrap=True)
    show([run.counts], [(name, name) for name in run.counts], form)
    if run.counts["rejected"] and not run.counts["reports"] and not run.counts["duplicates"]:
        raise InputError("nothing could be taken in: the lines above say why")
