"""`marsad toll`: how many people, according to whom, as of which day, and which sentences say so."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from marsad.cli.options import AsOfOption, Format, FormatOption, PolicyOption, WorkspaceOption, day, days
from marsad.cli.output import bounds, console, dumped, shown, table
from marsad.model import Category, Measure, Place, Toll, TollScope, to_json

LEDGER = [
    ("said", "said_on"), ("source", "source"), ("figure", "figure"), ("effect", "effect"), ("why", "why"),
    ("report", "report"),
]  # fmt: skip


def toll(
    workspace: WorkspaceOption = None,
    place: Annotated[str | None, typer.Option(help="A place by name or country code: Latakia, Syria, SY.")] = None,
    start: Annotated[str | None, typer.Option("--from", help="First day of the harm, 2025-03-06.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="Last day of the harm.")] = None,
    measure: Annotated[Measure, typer.Option(help="The kind of harm.")] = Measure.KILLED,
    category: Annotated[Category, typer.Option("--class", help="The class of victims.")] = Category.ANY,
    incident: Annotated[str | None, typer.Option(help="One incident or episode, by its id.")] = None,
    policy: PolicyOption = None,
    as_of: AsOfOption = None,
    explain: Annotated[bool, typer.Option("--explain", help="The whole ledger: what each claim did, and why.")] = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Reconcile what the sources say into a toll: low, best, high, and what each claim considered did to it.

    `marsad toll --place Latakia --from 2025-03-06 --class civilian --policy best --as-of 2025-03-12 --explain`
    """
    from marsad.monitor import Monitor

    until, asked = day(as_of, "--as-of"), days(start, end)
    with Monitor.open(workspace) as monitor:
        where = _place(place, workspace)
        scope = TollScope(measure=measure, category=category, place=where, days=asked, incident=incident)
        reached = monitor.toll(scope, policy, until)
    if form is Format.TABLE:
        _print(reached, explain)
    else:
        sys.stdout.write(dumped(to_json(reached), indent=1 if form is Format.JSON else None) + "\n")


def _place(name: str | None, workspace: Path | None) -> Place | None:
    if name is None:
        return None
    from marsad.geocode import Gazetteer, find
    from marsad.geocode.home import file_for
    from marsad.store import find_folder

    return find(name, Gazetteer.of(file_for(find_folder(workspace))))


def _print(reached: Toll, explain: bool) -> None:
    out = console()
    out.print(f"{reached.scope.measure.value}, {reached.scope.category.value}, {_where(reached)}", style="bold")
    out.print(f"{_headline(reached)}   policy {reached.policy}, as of {reached.as_of or 'all that is known'}")
    beyond = f"corroborated {shown(reached.corroborated)}, pending {shown(reached.pending)}"
    out.print(f"independent roots {reached.roots}, {beyond}")
    if reached.reason:
        out.print(reached.reason, soft_wrap=True)
    for contradiction in reached.contradictions:
        out.print(f"contradiction: {contradiction.sentence}", soft_wrap=True)
    effects: dict[str, int] = {}
    for line in reached.ledger:
        effects[line.effect.value] = effects.get(line.effect.value, 0) + 1
    out.print("ledger: " + (", ".join(f"{n} {effect}" for effect, n in sorted(effects.items())) or "no claim"))
    if explain:
        table([_line(line) for line in reached.ledger], LEDGER)
    elif reached.ledger:
        out.print("add --explain for the ledger line by line")


def _where(reached: Toll) -> str:
    """The place with its country: a name that was meant otherwise ("Tripoli", "Atlantis") must be seen."""
    place = reached.scope.place
    if place is None:
        return reached.scope.incident or "everywhere"
    return f"{place.name} ({place.country})" if place.country else str(place.name)


def _headline(reached: Toll) -> str:
    best = f"best {reached.best:,}" if reached.best is not None else "no best estimate"
    return f"{bounds(reached.low, reached.high)} ({best})"


def _line(line: Any) -> dict[str, Any]:
    return {**to_json(line), "figure": bounds(line.low, line.high)}
