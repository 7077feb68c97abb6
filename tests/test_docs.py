"""The documentation says what the program is: commands, options, records, answers, examples and links are compared."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from enum import EnumType
from pathlib import Path
from typing import Any

import httpx
import pytest
import typer

from marsad import model
from marsad.cli import app
from marsad.extract.en.quantities import find
from marsad.model import Category, Claim, Measure, Modality, Relation, Scope, SourceKind, TollScope
from marsad.monitor import Monitor
from marsad.reconcile import SHIPPED, load_policy, reconcile
from marsad.reconcile.rules import RULES
from marsad.store import Settings, Workspace
from tests.publish.drafts import town
from tests.reconcile.made import BAIDOA, HAMA, HOMS, LATAKIA, SYRIA, TARTUS, WHOLE, claim, days, subset
from tests.web.server import client as serving
from tests.web.stock import fill

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *(ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md"))])
LONGEST = 500  # lines

_FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_CODE = re.compile(r"`([^`]+)`")
_OPTION = re.compile(r"(?<![\w-])(--?[a-z][\w-]*)")


def text_of(path: Path) -> str:
    """A page as text."""
    return path.read_text(encoding="utf8")


def prose_of(path: Path) -> str:
    """A page without its code blocks."""
    return _FENCE.sub("", text_of(path))


def section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next of its level or above, without code blocks."""
    text = _FENCE.sub("", text)
    level = len(heading) - len(heading.lstrip("#"))
    found = re.search(rf"^{re.escape(heading)}$(.*?)(?=^#{{1,{level}}} |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"there is no heading {heading!r}"
    return found[1]


def rows(text: str) -> list[list[str]]:
    """The cells of the tables in a text, without their heads."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    rules = {n for n, row in enumerate(cells) if all(re.fullmatch(r":?-+:?", cell) for cell in row)}
    return [row for n, row in enumerate(cells) if n not in rules and n + 1 not in rules]


def names(text: str) -> list[str]:
    """What the first cells of the tables in a text name in code."""
    return [name for row in rows(text) for name in _CODE.findall(row[0])]


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in _HEADING.findall(prose_of(path)))
    return {heading.strip().replace(" ", "-") for heading in plain}


def named(path: Path) -> str:
    """A page's name in the list of tests."""
    return str(path.relative_to(ROOT))


# Every page


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_links_lead_somewhere(path: Path) -> None:
    for target in _LINK.findall(prose_of(path)):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = path.parent / name if name else path
        assert file.exists(), f"{target}: no such file"
        assert not anchor or anchor in anchors(file), f"{target}: no such heading"


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_pages_are_short(path: Path) -> None:
    assert len(text_of(path).splitlines()) < LONGEST


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_nothing_of_the_workplace_is_named(path: Path) -> None:
    assert not [word for word in ("/work/", "farm-", ".library") if word in text_of(path)]


def test_every_page_is_in_the_index() -> None:
    index = text_of(DOCS / "README.md")
    for path in DOCS.rglob("*.md"):
        assert path.name == "README.md" or f"({path.relative_to(DOCS)})" in index, f"{path}: not in docs/README.md"


# Commands


def commands() -> dict[str, Any]:
    """Name -> command, "gazetteer add" for one in a group; under the empty name `marsad` itself."""
    whole: Any = typer.main.get_command(app)
    found = {"": whole}
    for name, command in whole.commands.items():
        found[name] = command
        found |= {f"{name} {inner}": one for inner, one in getattr(command, "commands", {}).items()}
    return found


def options() -> dict[str, set[str]]:
    """Command -> its options; under the empty name those of `marsad` itself."""
    helps = {"-h", "--help"}
    return {
        name: {word for one in command.params for word in (*one.opts, *one.secondary_opts) if word[0] == "-"} | helps
        for name, command in commands().items()
    }


def arguments(name: str) -> set[str]:
    """The names of a command's arguments, in capitals."""
    return {str(one.name).upper() for one in commands()[name].params if one.param_type_name == "argument"}


COMMANDS = options()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented_and_no_other(name: str) -> None:
    told = section(text_of(DOCS / "reference" / "cli.md"), f"## marsad {name}".strip())
    wanted = COMMANDS[name] | (arguments(name) if name else set())
    assert set(names(told)) == wanted


def test_no_command_is_documented_that_does_not_exist() -> None:
    told = re.findall(r"^## marsad ?(.*)$", text_of(DOCS / "reference" / "cli.md"), re.MULTILINE)
    assert sorted(told) == sorted(COMMANDS)


def commands_in(path: Path) -> Iterator[str]:
    """The lines of a page's code blocks, and the words in code, that call the program."""
    blocks = [match[3] for match in _FENCE.finditer(text_of(path))]
    lines = [line.strip().removeprefix("$ ") for block in blocks for line in block.splitlines()]
    for line in [*lines, *_CODE.findall(prose_of(path))]:
        yield from (part.strip() for part in line.split("&&") if part.strip().startswith("marsad "))


CALLS = [(named(path), call) for path in PAGES for call in commands_in(path)]


@pytest.mark.parametrize(("page", "call"), CALLS, ids=[f"{page}: {call[:60]}" for page, call in CALLS])
def test_commands_in_the_text_exist(page: str, call: str) -> None:
    _, name, *rest = call.split()
    name = f"{name} {rest[0]}" if rest and f"{name} {rest[0]}" in COMMANDS else name
    if name.startswith(("-", "[", "COMMAND")):
        assert set(_OPTION.findall(call)) <= COMMANDS[""]
        return
    assert name in COMMANDS, f"{page} calls `{call}`"
    assert set(_OPTION.findall(call.partition("#")[0])) <= COMMANDS[name], f"{page} calls `{call}`"


def test_the_first_two_commands() -> None:
    blocks = [match[3] for match in _FENCE.finditer(text_of(ROOT / "README.md"))]
    lines = [line.partition("#")[0].strip() for block in blocks for line in block.splitlines()]
    assert [line for line in lines if line][:2] == ["make demo", "make test"]


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_make_targets_exist(path: Path) -> None:
    known = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    called = {target for code in _CODE.findall(text_of(path)) for target in re.findall(r"^make ([a-z]+)", code)}
    assert called <= known


# Records, settings, policies

RECORDS = {
    "claim.md": "Claim Span Quantity Victims Place Interval Attribution Perpetrator Measure Modality Category Scope "
    "Relation PlacePrecision TimePrecision Certainty SourceKind",
    "toll.md": "Toll TollScope LedgerLine Contradiction Effect",
    "workspace.md": "Report Judgement Verdict",
}


@pytest.mark.parametrize(("page", "record"), [(page, name) for page, all_ in RECORDS.items() for name in all_.split()])
def test_records_and_vocabularies(page: str, record: str) -> None:
    kind: Any = getattr(model, record)
    closed = isinstance(kind, EnumType)
    wanted = [str(value) for value in kind] if closed else [field.name for field in fields(kind)]
    assert names(section(text_of(DOCS / "reference" / page), f"### `{record}`")) == wanted


def test_settings(tmp_path: Path) -> None:
    page = text_of(DOCS / "reference" / "workspace.md")
    Workspace.create(tmp_path / "work").close()
    shown = next(match[3] for match in _FENCE.finditer(page) if match[2] == "toml")
    assert shown == text_of(tmp_path / "work" / "marsad.toml")
    wanted = {name: str(value) for name, value in tomllib.loads(shown).items()}
    told = {row[0].strip("`"): row[2].strip("`") for row in rows(section(page, "## marsad.toml"))}
    assert told == {field.name: wanted.get(field.name, "not set") for field in fields(Settings)}


def test_the_policy_to_write(tmp_path: Path) -> None:
    page = text_of(DOCS / "how-to" / "own-policy.md")
    (tmp_path / "mine.yaml").write_text(next(m[3] for m in _FENCE.finditer(page) if m[2] == "yaml"), encoding="utf8")
    assert load_policy(str(tmp_path / "mine.yaml")).name == "un-first"
    assert names(section(page, "## The rules")) == list(RULES)


def test_the_policies_are_told() -> None:
    assert names(section(text_of(DOCS / "methodology.md"), "## Policies")) == list(SHIPPED)


def test_dependencies() -> None:
    plain = tomllib.loads(text_of(ROOT / "pyproject.toml"))
    extras = plain["project"]["optional-dependencies"].values()
    lists = [plain["project"]["dependencies"], *extras, *plain["dependency-groups"].values()]
    wanted = {re.split(r"[\[<>=~! ]", name)[0] for one in lists for name in one}
    assert set(names(text_of(DOCS / "explanation" / "dependencies.md"))) == wanted


# The pages' JSON


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of a real server over a small workspace."""
    with Monitor.create(tmp_path_factory.mktemp("docs") / "work") as monitor:
        fill(monitor, town())
        with serving(monitor) as made:
            yield made


TWINS = ["index", "incidents", "reports", "set-aside", "sitrep", "methodology"]


@pytest.mark.parametrize("name", TWINS)
def test_twins(client: httpx.Client, name: str) -> None:
    told = section(text_of(DOCS / "reference" / "json.md"), f"### `/{name}.json`")
    assert set(names(told)) == set(client.get(f"/{name}.json").json())


def test_twins_of_one(client: httpx.Client) -> None:
    page = text_of(DOCS / "reference" / "json.md")
    entry = set(names(section(page, "### Entry")))
    listed = client.get("/incidents.json").json()["incidents"][0]
    assert entry | {"toll"} == set(listed)
    assert set(names(section(page, "### Toll"))) == set(listed["toll"])
    one = client.get(f"/incidents/{listed['id']}.json").json()
    assert entry | set(names(section(page, "### `/incidents/ID.json`"))) == set(one)
    assert set(names(section(page, "### Sentence"))) == set(one["ledger"][0]["sentence"])
    report = client.get(f"/reports/{one['reports'][0]['id']}.json").json()
    assert set(names(section(page, "### `/reports/ID.json`"))) == set(report)


def test_parameters(client: httpx.Client) -> None:
    event = client.get("/incidents.json").json()["incidents"][0]
    report = client.get("/reports.json").json()["reports"][0]["id"]
    page = section(text_of(DOCS / "reference" / "json.md"), "## Addresses")
    told = {twin[0]: set(_CODE.findall(row[2])) for row in rows(page) if (twin := re.findall(r"`(/[^`]*)`", row[1]))}
    assert len(told) == 8
    for twin, parameters in told.items():
        address = twin.replace("/incidents/ID", f"/incidents/{event['id']}").replace(
            "/reports/ID", f"/reports/{report}"
        )
        refused = client.get(address, params={"nonsense": "1"}).json()["error"]["message"]
        known = refused.partition("known here: ")[2]
        assert parameters == (set(known.split(", ")) - {"none"}), twin


# The methodology's numbers

WORDS = rows(section(text_of(DOCS / "methodology.md"), "## Numbers and vague words"))


@pytest.mark.parametrize(("words", "low", "high"), WORDS, ids=[row[0] for row in WORDS])
def test_number_words(words: str, low: str, high: str) -> None:
    found = find(f"{words[0].upper()}{words[1:]} people were killed.")
    assert [(told(amount.low, "–"), told(amount.high, "–")) for amount in found] == [(low, high)]


def told(number: int | None, otherwise: str = "not known") -> str:
    """A number as the page writes it."""
    return otherwise if number is None else f"{number:,}"


def bomb(low: int | None, high: int | str | None = "same", **more: Any) -> Claim:
    """A claim about one bomb, by police unless named."""
    usual = {"scope": Scope.INCIDENT, "at": BAIDOA, "when": days("2"), "by": "police", "kind": SourceKind.POLICE}
    return claim(low, high, **{**usual, **more})


TOTAL = claim(1383, None, on="12")
NEW = claim(1500, None, on="14")
LARGE = claim(1018, None, on="9")
PROVINCES = ((683, LATAKIA), (433, TARTUS), (255, HAMA), (12, HOMS))
HOSPITAL = {"by": "hospital", "kind": SourceKind.HOSPITAL}
RESIDENTS = {"by": "residents", "kind": SourceKind.WITNESS}
REPORTED = [bomb(7, on="2", **HOSPITAL), bomb(9, on="2"), bomb(12, on="2", **RESIDENTS)]

# (how the example begins, its claims, what is asked)
EXAMPLES: list[tuple[str, list[Claim], TollScope]] = [
    ("Police say at least 5", [bomb(5, None, on="2"), bomb(7, on="3"), bomb(9, on="4")], WHOLE),
    ("Police say 103", [bomb(103, on="3"), bomb(84, on="4")], WHOLE),
    (
        "One source counts 4,047",
        [claim(4047, on="2", when=days("2023-10-07", "2025-03-02")), claim(123, when=days("3", "8"))],
        WHOLE,
    ),
    ("Two outlets carry", [claim(1225, on="11"), claim(1200, None, on="12")], WHOLE),
    ("A monitor says 1,383", [claim(1383, on="12"), claim(24, on="14", relation=Relation.ADDITION)], WHOLE),
    (
        "It says on 14 March",
        [
            claim(1383, on="12"),
            NEW,
            claim(24, on="14", report=NEW.report, relation=Relation.ADDITION, parent=NEW.id, start=80),
        ],
        WHOLE,
    ),
    ('"At least 1,383: 683', [TOTAL, *(subset(n, TOTAL, at=place) for n, place in PROVINCES)], WHOLE),
    (
        "The four provinces",
        [claim(n, at=place, on="12", start=n) for n, place in PROVINCES],
        TollScope(place=SYRIA),
    ),
    ('"At least 1,018, including', [LARGE, subset(745, LARGE, category=Category.CIVILIAN)], WHOLE),
    (
        '"Nine soldiers and two',
        [
            bomb(9, category=Category.STATE_FORCES, report="a"),
            bomb(2, category=Category.CIVILIAN, report="a", start=30),
        ],
        WHOLE,
    ),
    ('Police say "dozens"', [bomb(24, 99, modality=Modality.VAGUE)], WHOLE),
    ('"20 casualties"', [bomb(20, measure=Measure.KILLED_OR_INJURED)], WHOLE),
    (
        "Nine killed by a bomb",
        [bomb(9), bomb(500_000, None, scope=Scope.BACKGROUND, report="b", at=SYRIA)],
        WHOLE,
    ),
    (
        "The army says that it killed",
        [bomb(40, by="army", kind=SourceKind.ARMED_FORCES, category=Category.NONSTATE_FIGHTERS)],
        WHOLE,
    ),
    ("A hospital says 7 and police", [bomb(7, on="3", **HOSPITAL), bomb(9, on="3")], WHOLE),
]


def example(begins: str) -> str:
    """The example of the methodology that begins so, on one line."""
    quotes = re.findall(r"(?:^> .*\n)+", text_of(DOCS / "methodology.md"), re.MULTILINE)
    found = [" ".join(line.removeprefix("> ") for line in quote.splitlines()) for quote in quotes]
    return next(quote for quote in found if quote.startswith(begins))


def bounds_told(toll: model.Toll) -> str:
    """A toll's three figures as the page writes them."""
    return f"low {told(toll.low)}, best {told(toll.best)}, high {told(toll.high)}"


@pytest.mark.parametrize(("begins", "claims", "scope"), EXAMPLES, ids=[row[0] for row in EXAMPLES])
def test_counting_examples(begins: str, claims: list[Claim], scope: TollScope) -> None:
    toll = reconcile(claims, scope)
    assert f"Toll: {bounds_told(toll)}" in example(begins)
    corroborated = re.search(r"corroborated ([\d,]+), pending ([\d,]+)", example(begins))
    if corroborated:
        assert corroborated.groups() == (told(toll.corroborated), told(toll.pending))


def test_every_counting_example_is_checked() -> None:
    rules = section(text_of(DOCS / "methodology.md"), "## Counting rules")
    assert rules.count("Toll: ") == len(EXAMPLES)


@pytest.mark.parametrize("policy", SHIPPED)
def test_policy_example(policy: str) -> None:
    shown = f"`{policy}`: {bounds_told(reconcile(REPORTED, WHOLE, policy))}"
    assert shown in example("A hospital says 7, police")
