"""The command line: one thin command a verb. Each opens the workspace, asks the monitor, and prints.

Nothing heavy is imported before a command needs it, so that `marsad --help` answers at once.
"""

import sys

import typer

from marsad.cli import claims, demo, doctor, incidents, intake, sitrep, toll
from marsad.errors import MarsadError

app = typer.Typer(
    name="marsad",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="""Marsad reads reports of violence, keeps every attributed claim of harm with its sentence, and shows what each
    toll rests on.

    Begin with `marsad demo`, or with your own reports:

    `marsad init work` · `cd work` · `marsad ingest ../reports/` · `marsad incidents` · `marsad toll --explain` ·
    `marsad sitrep` · `marsad serve`

    A command uses the workspace it stands in, or the one named with `-w DIR`. Everything stays on this machine: no
    command but those that say so makes a request to the network.""",
)
app.command("init")(intake.init)
app.command("ingest")(intake.ingest)
app.command("claims")(claims.claims)
app.command("incidents")(incidents.incidents)
app.command("toll")(toll.toll)
app.command("sitrep")(sitrep.sitrep)
app.command("serve")(sitrep.serve)
app.command("demo")(demo.demo)
app.command("doctor")(doctor.doctor)


def main() -> None:
    """Run the command line. A user's error is one line on standard error and exit code 1; Ctrl-C is exit code 130."""
    try:
        app()
    except MarsadError as error:
        typer.echo(f"marsad: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:  # the reader of our output has gone away: `marsad claims … | head`
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt as stopped:
        typer.echo(f"\nmarsad: {stopped or 'stopped'}", err=True)
        sys.exit(130)
