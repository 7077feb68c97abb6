"""`marsad demo`: the example, day by day: how the toll moved, the ledger behind it, the situation report, the pages."""

import shutil
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import typer

from marsad.cli.output import bounds, console, table
from marsad.errors import InputError, WorkspaceError
from marsad.model import Category, Effect, Measure, TollScope

NAME = "coast-2025"
SITREP_DAY = date(2025, 3, 12)
MARK = "made by marsad demo"


def demo(
    folder: Annotated[
        Path, typer.Option("--dir", help="Where to make the demo's workspace; an earlier one is replaced.")
    ] = Path("marsad-demo"),
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port of the web pages.")] = 8765,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the pages at the end.")] = True,
) -> None:
    """Run the main job on the example: restated bulletins on the Syrian coast, March 2025, taken in day by day.

    `marsad demo --no-serve`
    """
    from marsad.monitor import Monitor

    out = console()
    days = sorted(example().glob("*.jsonl"))
    _clear(folder)
    out.print("The Syrian coast, March 2025: restatements of pages published then, taken in day by day.", style="bold")
    out.print("The figures are those that were published at the time, not findings.\n")
    with Monitor.create(folder) as monitor:
        (folder / "DEMO").write_text(MARK + "\n", encoding="utf8")
        for path in days:
            run = monitor.ingest([path])
            _day(monitor, date.fromisoformat(path.stem), run.counts["reports"])
        _ledger(monitor, SITREP_DAY)
        written = _sitreps(monitor, folder)
    for path in written:
        out.print(f"wrote {path}")
    out.print(f"\nthe workspace stays in {folder}: try `marsad toll -w {folder} --explain`")
    if serve:
        from marsad.cli.sitrep import serve as pages

        pages(folder, port=port)


def example() -> Path:
    """The folder of the example: in the wheel, else in the clone. Raises InputError."""
    for folder in (Path(str(files("marsad"))) / "examples" / NAME, Path(__file__).parents[3] / "examples" / NAME):
        if folder.is_dir():
            return folder
    raise InputError(f"the example {NAME} is not installed: take it from the source, examples/{NAME}")


def _clear(folder: Path) -> None:
    """Remove an earlier demo, and nothing else."""
    if not folder.exists():
        return
    if not (folder / "DEMO").is_file():
        raise WorkspaceError(f"{folder} exists and was not made by the demo: name another folder with --dir")
    shutil.rmtree(folder)


def _scope(monitor: Any, day: date) -> TollScope:
    from marsad.publish.gather import leading

    views = leading(monitor.incidents(day))
    if not views:
        raise InputError(f"the example gives no incident by {day}: please report this")
    return TollScope(measure=Measure.KILLED, category=Category.ANY, incident=views[0].id)


def _day(monitor: Any, day: date, reports: int) -> None:
    from marsad.reconcile import by_root

    scope = _scope(monitor, day)
    members = set(next(view for view in monitor.incidents(day) if view.id == scope.incident).claims)
    figures = by_root((c for c in monitor.claims(as_of=day) if c.id in members), scope, day)
    console().print(f"{day}  {reports} {'report' if reports == 1 else 'reports'}", style="bold")
    rows = []
    for said in (chain for root in figures.values() for chain in _chains(root)):
        latest = said[-1]
        moved = " → ".join(bounds(one.low, one.high) for one in said)
        rows.append(
            {"source": latest.name, "figures": moved, "class": latest.category.value, "said": str(latest.said_on)}
        )
    table(rows, [("source", "source"), ("its figures, in order", "figures"), ("of", "class"), ("last said", "said")])
    tolls = {policy: monitor.toll(scope, policy, day) for policy in ("range", "conservative", "best", "corroborated")}
    told = "  ".join(f"{policy} {_toll(toll)}" for policy, toll in tolls.items())
    console().print(f"toll: {told}\n", soft_wrap=True)


def _chains(said: list[Any]) -> list[list[Any]]:
    """A root's figures: those for all or for civilians, which go on with one another, then class by class."""
    main = (Category.ANY, Category.CIVILIAN)
    rest = dict.fromkeys(one.category for one in said if one.category not in main)
    chains = [[one for one in said if one.category in main]]
    chains += [[one for one in said if one.category is category] for category in rest]
    return [chain for chain in chains if chain]


def _toll(toll: Any) -> str:
    best = f", best {toll.best:,}" if toll.best is not None else ""
    return f"{bounds(toll.low, toll.high)}{best};"


def _ledger(monitor: Any, day: date) -> None:
    toll = monitor.toll(_scope(monitor, day), "best", day)
    console().print(f"The ledger behind the toll of {day}, policy best: one line a claim considered", style="bold")
    order = {effect: n for n, effect in enumerate(Effect)}
    rows = [
        {"effect": line.effect.value, "figure": bounds(line.low, line.high), "source": line.source, "why": line.why}
        for line in sorted(toll.ledger, key=lambda line: (order[line.effect], str(line.said_on), line.claim))
    ]
    table(rows, [("effect", "effect"), ("figure", "figure"), ("source", "source"), ("why", "why")])
    console().print()


def _sitreps(monitor: Any, folder: Path) -> list[Path]:
    from marsad.publish.gather import situation_report
    from marsad.publish.html import page
    from marsad.publish.markdown import markdown

    report = situation_report(monitor, policy="best", as_of=SITREP_DAY)
    written = []
    for suffix, text in ((".md", markdown(report)), (".html", page(report))):
        path = folder / f"sitrep-{SITREP_DAY}{suffix}"
        path.write_text(text, encoding="utf8")
        written.append(path)
    return written
