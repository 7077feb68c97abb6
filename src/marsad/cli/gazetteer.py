"""`marsad gazetteer`: bring places in, and list what is there."""

import tempfile
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from marsad.cli.options import Format, FormatOption, QuietOption, WorkspaceOption
from marsad.cli.output import console, progress, show
from marsad.errors import InputError, WorkspaceError

app = typer.Typer(
    name="gazetteer",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    help="""Places beyond those that come with Marsad: villages, Arabic names, outlines of provinces.

    They go into the workspace this folder lies in, or the one named with `-w`; with `--user`, and where there is no
    workspace, into your own folder, for all that you read.

    `marsad gazetteer import SY.zip` · `marsad gazetteer list`""",
)

COLUMNS = [("file", "name"), ("country", "countries"), ("kind", "kind"), ("places", "places"), ("left out", "rejected"),
           ("imported", "imported"), ("SHA-256", "sha256")]  # fmt: skip
DONE = [("file", "name"), ("country", "countries"), ("kind", "kind"), ("places", "places"), ("state", "state"),
        ("left out", "rejected"), ("first reason", "first_reason")]  # fmt: skip

UserOption = Annotated[bool, typer.Option("--user", help="Your own folder, not the workspace's.")]


@app.command("import")
def import_(
    paths: Annotated[list[Path], typer.Argument(help="GeoNames dumps, admin code files or GeoJSON; .gz and .zip too.")],
    workspace: WorkspaceOption = None,
    user: UserOption = False,
    country: Annotated[
        str | None, typer.Option(help="ISO code of the polygons' country, where the file does not tell.")
    ] = None,
    quiet: QuietOption = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Import files of places. Each file is one step: stopped half-way, it is as if it had not begun.

    The same file again is no work; another file of the same name replaces the first. Lines that cannot be read are
    left out, with their number and the first reason.

    `marsad gazetteer import SY.zip admin1CodesASCII.txt SY_admin.geojson`
    """
    into = _target(workspace, user)
    refused = _import(paths, into, country, quiet, form)
    if refused:
        raise InputError(f"{refused} of the files could not be imported: the lines above say why")


@app.command("add")
def add(
    countries: Annotated[list[str], typer.Argument(help="ISO codes of countries, such as SY.")],
    workspace: WorkspaceOption = None,
    user: UserOption = False,
    mirror: Annotated[
        str | None, typer.Option("--from", help="Another address of the dump folder. Default: GeoNames' own.")
    ] = None,
    quiet: QuietOption = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Fetch countries' dumps from download.geonames.org, and import them. This makes requests to the network.

    GeoNames learns your address and which countries you ask for. Its data are CC BY 4.0: name it when you publish.

    `marsad gazetteer add SY LB`
    """
    from marsad.geocode.download import CODES, fetch, names_of

    into = _target(workspace, user)
    names = [*map(names_of, countries), *CODES]
    with tempfile.TemporaryDirectory(prefix="marsad-") as folder, progress("files", quiet=quiet) as bar:
        task = bar.add_task("files", total=len(names), note="")
        paths = []
        for name in names:
            paths.append(
                fetch(name, Path(folder), mirror, lambda n, done: bar.update(task, note=f"{n} {done:,} bytes"))
            )
            bar.advance(task)
        bar.stop()
        refused = _import(paths, into, None, quiet, form)
    if refused:
        raise InputError(f"{refused} of the files could not be imported: the lines above say why")


@app.command("list")
def list_(workspace: WorkspaceOption = None, user: UserOption = False, form: FormatOption = Format.TABLE) -> None:
    """List what was imported: country, places, file, day and hash.

    `marsad gazetteer list`
    """
    from marsad.geocode.index import opened
    from marsad.model import to_json

    path = _target(workspace, user)
    if not path.is_file():
        console(error=True).print(f"nothing was imported into {path}", soft_wrap=True)
        show([], COLUMNS, form)
        return
    index = opened(path)
    rows = [to_json(file) for file in index.files()]
    index.close()
    show([_shown(row) if form is Format.TABLE else row for row in rows], COLUMNS, form)


@app.command("remove")
def remove(
    names: Annotated[list[str], typer.Argument(help="Names of files, as `marsad gazetteer list` shows them.")],
    workspace: WorkspaceOption = None,
    user: UserOption = False,
) -> None:
    """Take imported files out again.

    `marsad gazetteer remove SY`
    """
    from marsad.geocode.imports import remove as removed

    path = _target(workspace, user)
    for name in names:
        if not path.is_file() or not removed(name, path):
            raise InputError(f"no file {name!r} was imported into {path}: see `marsad gazetteer list`")
        console().print(f"took {name} out of {path}", soft_wrap=True)


def _target(workspace: Path | None, user: bool) -> Path:
    """The file that is meant. Raises WorkspaceError for a folder that is no workspace."""
    from marsad.geocode.home import file_in
    from marsad.store import find_folder

    if user and workspace:
        raise WorkspaceError("--user and --workspace name two places: give one of them")
    return file_in(None if user else find_folder(workspace))


def _import(paths: list[Path], into: Path, country: str | None, quiet: bool, form: Format) -> int:
    """Import the files and show what became of each; gives how many were refused."""
    from marsad.geocode.imports import import_file

    done: list[dict[str, Any]] = []
    refused = []
    with progress("files", quiet=quiet) as bar:
        task = bar.add_task("files", total=len(paths), note="")
        for path in paths:
            try:
                file = import_file(path, into, country=country, told=partial(_tell, bar, task, path.name))
                done.append({name: getattr(file, name) for name in file.__slots__})
            except InputError as error:
                refused.append(str(error))
            bar.advance(task)
    for line in refused:
        console(error=True).print(line, soft_wrap=True)
    if done:
        show([_shown(row) if form is Format.TABLE else row for row in done], DONE, form)
        console(error=True).print(f"in {into}", soft_wrap=True)
    return len(refused)


def _tell(bar: Any, task: Any, name: str, lines: int) -> None:
    bar.update(task, note=f"{name} {lines:,} lines")


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    """A row for people: many countries as their number, a hash by its beginning."""
    countries = row["countries"]
    few = " ".join(countries) if len(countries) <= 3 else f"{len(countries)} countries"
    return {**row, "countries": few, "kind": str(row["kind"]), "sha256": str(row.get("sha256", ""))[:12]}
