"""The house stays a house: imports go one way, and each stage shows one verb.

`model/` imports nothing of ours; a stage imports only itself and what stands before it; nothing imports the web pages
or the command line. Read from the source, so that an import inside a function counts too.
"""

import ast
from importlib import import_module
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "marsad"

STAGES = ["ingest", "extract", "geocode", "attribute", "link", "reconcile", "assess", "publish"]
"""In the order in which data flows."""

BELOW = {"model", "errors"}
"""What everything may import."""

ALLOWED: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "store": {"model", "errors"},
    "review": {"model", "errors"},
    **{stage: {"model", "errors", *STAGES[:n]} for n, stage in enumerate(STAGES)},
    "monitor": {"model", "errors", "store", "review", *STAGES},
    "web": {"model", "errors", "store", "review", "monitor", *STAGES},
    "cli": {"model", "errors", "store", "review", "monitor", "web", *STAGES},
}

VERBS = {
    "ingest": "ingest",
    "extract": "extract",
    "geocode": "geocode",
    "attribute": "attribute",
    "link": "link",
    "reconcile": "reconcile",
    "publish": "publish",
}


def room(path: Path) -> str:
    """The room a file stands in: the folder or file right under `marsad/`."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The rooms that a file imports, anywhere in it."""
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide where things come from"
            names = [node.module or ""]
            if node.module == "marsad":
                names = [f"marsad.{alias.name}" for alias in node.names]
        rooms |= {name.split(".")[1] for name in names if name.startswith("marsad.")}
    return rooms - {"__version__"}


FILES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_one_way(path: Path) -> None:
    here = room(path)
    if here == "__init__":
        assert imported(path) == set()
        return
    assert here in ALLOWED, f"{here}: a new room; say in ALLOWED what it may import"
    wrong = imported(path) - ALLOWED[here] - {here}
    assert not wrong, f"{path.relative_to(SOURCE)} imports {sorted(wrong)}, which stand after {here} or beside it"


def test_nothing_imports_the_pages_or_the_command_line() -> None:
    for path in FILES:
        if room(path) not in ("web", "cli"):
            assert not imported(path) & {"web", "cli"}, path


def test_every_room_of_the_design_is_there() -> None:
    rooms = {path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert {"model", *STAGES, "review", "store", "web"} <= rooms


@pytest.mark.parametrize(("stage", "verb"), VERBS.items())
def test_each_stage_shows_its_verb(stage: str, verb: str) -> None:
    package = import_module(f"marsad.{stage}")
    assert verb in package.__all__
    assert all(hasattr(package, name) for name in package.__all__)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_module_says_what_it_promises(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf8")))


LONGEST = 350  # lines; the habit is 60 to 250


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_room_grows_too_large(path: Path) -> None:
    assert len(path.read_text(encoding="utf8").splitlines()) <= LONGEST


def test_nothing_of_the_workplace_is_named() -> None:
    words = ("/work/", "farm-", ".library")
    for path in FILES:
        text = path.read_text(encoding="utf8")
        assert not [word for word in words if word in text], path
