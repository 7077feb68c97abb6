"""The command line: one thin command a verb. Each opens the workspace, asks the monitor, and prints.

Nothing heavy is imported before a command needs it, so that `marsad --help` answers at once.
"""

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from marsad import __version__
from marsad.cli import claims, demo, doctor, gazetteer, incidents, intake, places, sitrep, toll
from marsad.errors import MarsadError


class Verbs(TyperGroup):
    """The verbs. What ends one early is told in one line: a user's error is exit code 1, Ctrl-C is 130."""

    def invoke(self, ctx: Any) -> Any:
        """Run the verb that was asked for."""
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()  # here, where a reader that has gone away can still be met
            return done
        except MarsadError as error:
            _end(str(error))
            raise typer.Exit(1) from error
        except KeyboardInterrupt as stopped:
            _end(str(stopped) or "stopped")
            raise typer.Exit(130) from stopped
        except BrokenPipeError as gone:  # `marsad claims … | head`: not an error
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python would flush into the pipe at exit
            raise typer.Exit(0) from gone


def _end(told: str) -> None:
    """The line, clear of what a terminal shows of Ctrl-C or of a progress bar."""
    from marsad.cli.output import visible

    line = visible(" ".join(told.split()))
    typer.echo(f"{chr(10) if sys.stderr.isatty() else ''}marsad: {line}", err=True)


app = typer.Typer(
    name="marsad",
    cls=Verbs,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="""Marsad reads reports of violence, keeps every attributed claim of harm with its sentence, and shows what
    each toll rests on.

    Begin with `marsad demo`, or with your own reports:

    `marsad init work` · `cd work` · `marsad ingest ../reports/` · `marsad incidents` · `marsad toll --explain` ·
    `marsad sitrep` · `marsad serve`

    A command uses the workspace it stands in, or the one named with `-w DIR`. Everything stays on this machine: no
    command but those that say so makes a request to the network.""",
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"marsad {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass


app.command("init")(intake.init)
app.command("ingest")(intake.ingest)
app.command("claims")(claims.claims)
app.command("incidents")(incidents.incidents)
app.command("toll")(toll.toll)
app.command("sitrep")(sitrep.sitrep)
app.command("serve")(sitrep.serve)
app.command("demo")(demo.demo)
app.command("doctor")(doctor.doctor)
app.command("places")(places.places)
app.add_typer(gazetteer.app)


def main() -> None:
    """Run the command line."""
    app()
