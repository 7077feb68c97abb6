"""`marsad sitrep` and `marsad serve`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.options import AsOfOption, PolicyOption, WorkspaceOption, day
from marsad.cli.output import console, dumped
from marsad.errors import InputError, QueryError


class Form(StrEnum):
    """How a situation report is written."""

    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"


def sitrep(
    workspace: WorkspaceOption = None,
    as_of: AsOfOption = None,
    policy: PolicyOption = None,
    incident: Annotated[
        str | None, typer.Option(help="One incident or episode, by its id. Default: the leading ones.")
    ] = None,
    form: Annotated[Form, typer.Option("--format", "-f", help="Markdown, HTML or JSON.")] = Form.MARKDOWN,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file to write. Default: print it.")] = None,
) -> None:
    """Write a situation report in which every figure leads to the sentence it stands in.

    `marsad sitrep --as-of 2025-03-12 -f html -o sitrep.html`
    """
    from marsad.monitor import Monitor
    from marsad.publish.gather import situation_report

    until = day(as_of, "--as-of")
    with Monitor.open(workspace) as monitor:
        chosen = None
        if incident is not None:
            chosen = [view for view in monitor.incidents(until) if view.id == incident]
            if not chosen:
                raise QueryError(f"no incident or episode {incident!r}: list them with `marsad incidents`")
        report = situation_report(
            monitor, policy=policy or monitor.workspace.settings.policy, as_of=until, incidents=chosen
        )
    text = _written(report, form)
    if output is None:
        typer.echo(text)
        return
    try:
        output.write_text(text, encoding="utf8")
    except OSError as error:
        raise InputError(f"cannot write {output} ({error.strerror}): name another file") from error
    console(error=True).print(f"wrote {output}")


def _written(report: object, form: Form) -> str:
    from marsad.publish.html import page
    from marsad.publish.markdown import markdown
    from marsad.publish.plain import to_plain
    from marsad.publish.sitrep import SituationReport

    assert isinstance(report, SituationReport)
    if form is Form.MARKDOWN:
        return markdown(report)
    return page(report) if form is Form.HTML else dumped(to_plain(report), indent=1)


def serve(
    workspace: WorkspaceOption = None,
    host: Annotated[
        str, typer.Option(help="The address to listen on. There are no accounts yet: keep it loopback.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port.")] = 8765,
) -> None:
    """Serve the workspace's pages, each with a `.json` twin, on this machine alone. Stop with Ctrl-C.

    `marsad serve --port 8765`
    """
    from marsad.monitor import Monitor
    from marsad.web import serve as run

    with Monitor.open(workspace) as monitor:
        folder = monitor.workspace.folder
    console().print(f"serving {folder} at http://{host}:{port}/ — stop with Ctrl-C")
    run(folder, host, port)
