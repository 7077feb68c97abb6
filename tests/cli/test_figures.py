"""`marsad toll`, `marsad sitrep` and `marsad demo`: figures, what they rest on, and every option that moves them."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from marsad.model import Toll, from_json
from tests.cli.command import Told, marsad
from tests.cli.test_lists import bomb


def toll(workspace: Path, *options: str) -> dict[str, Any]:
    told = marsad("toll", "-w", workspace, "--format", "json", *options)
    assert (told.code, told.err) == (0, ""), told
    made: dict[str, Any] = json.loads(told.out)
    from_json(Toll, made)
    return made


def effects(made: dict[str, Any]) -> dict[str, str]:
    return {line["claim"]: line["effect"] for line in made["ledger"]}


# Each option narrows or widens what is counted: the option, then (low, best, high).
@pytest.mark.parametrize(
    ("options", "figures"),
    [
        (["--place", "Khartoum"], (3, 3, 3)),
        (["--place", "SD"], (3, 3, 3)),  # all of one country is counted from below and above
        (["--place", "Sudan", "--measure", "injured"], (None, None, None)),  # not told is not 0
        (["--place", "Homs, SY", "--class", "children"], (2, 2, None)),
        (["--from", "2025-03-08", "--to", "2025-03-08", "--place", "Sudan"], (3, 3, 3)),
        (["--from", "2025-04-01"], (None, None, None)),
        (["--to", "2025-03-01"], (None, None, None)),
        (["--as-of", "2025-03-06"], (None, None, None)),
        (["--place", "Norway"], (None, None, None)),
    ],
)
def test_what_is_asked_for(stocked: Path, options: list[str], figures: tuple[int | None, ...]) -> None:
    made = toll(stocked, *options)
    low, best, high = figures
    assert (made["low"], made["best"]) == (low, best)
    assert high is None or made["high"] in (high, None)
    if best is None:
        assert made["reason"]


def test_the_scope_is_told_as_asked(stocked: Path) -> None:
    made = toll(
        stocked,
        *("--place", "Homs", "--from", "2025-03-01", "--to", "2025-03-31", "--measure", "killed", "--class", "any"),
        *("--policy", "best", "--as-of", "2025-03-08"),
    )
    scope = made["scope"]
    assert (scope["measure"], scope["category"], scope["place"]["country"]) == ("killed", "any", "SY")
    assert (scope["days"]["start"], scope["days"]["end"]) == ("2025-03-01", "2025-03-31")
    assert (made["policy"], made["as_of"]) == ("best", "2025-03-08")


def test_one_incident(stocked: Path) -> None:
    incident = bomb(marsad("incidents", "-w", stocked, "-f", "jsonl").rows)
    made = toll(stocked, "--incident", incident["id"])
    assert set(effects(made)) == set(incident["claims"])
    assert (made["low"], made["best"], made["high"]) == (6, 6, 7)
    assert made["roots"] == 2
    past = toll(stocked, "--incident", incident["id"], "--as-of", "2025-03-07")
    assert (past["low"], past["best"], past["high"]) == (5, 5, 5)


def test_the_same_evidence_under_each_policy(stocked: Path) -> None:
    tolls = {name: toll(stocked, "-p", name) for name in ("range", "conservative", "best", "corroborated")}
    assert {name: made["policy"] for name, made in tolls.items()} == {name: name for name in tolls}
    assert len({frozenset(effects(made)) for made in tolls.values()}) == 1
    assert len({(made["low"], made["best"], made["high"]) for made in tolls.values()}) > 1


def test_a_policy_of_ones_own(stocked: Path, tmp_path: Path) -> None:
    from marsad import reconcile

    shipped = Path(reconcile.__file__).parent / "policies" / "conservative.yaml"
    mine = tmp_path / "mine.yaml"
    mine.write_text(shipped.read_text(encoding="utf8").replace("policy: conservative", "policy: mine"), encoding="utf8")
    made = toll(stocked, "--policy", str(mine))
    assert made["policy"] == "mine"
    assert made["best"] == toll(stocked, "--policy", "conservative")["best"]


def test_the_policy_of_the_workspace_is_the_default(stocked: Path) -> None:
    assert toll(stocked)["policy"] == "range"


def test_a_toll_for_people(stocked: Path) -> None:
    short = marsad("toll", "-w", stocked, "--place", "Khartoum")
    heading, figure, roots, *_ = short.out.splitlines()
    assert heading == "killed, any, Khartoum (SD)"  # the country is told: a name may mean another place
    assert "3" in figure
    assert "policy range, as of all that is known" in figure
    assert roots.startswith("independent roots 1,")
    assert "add --explain" in short.out
    assert "strike" not in short.out


def test_explain_shows_each_claim_with_its_reason(stocked: Path) -> None:
    made = toll(stocked)
    told = marsad("toll", "-w", stocked, "--explain")
    lines = told.out.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("said "))
    ledger = lines[at + 1 :]
    assert len(ledger) == len(made["ledger"]) == 5
    for line in made["ledger"]:
        assert line["why"]
        assert any(line["why"] in shown and line["effect"] in shown and line["report"] in shown for shown in ledger)


def test_json_lines_of_a_toll_are_one_line(stocked: Path) -> None:
    (row,) = marsad("toll", "-w", stocked, "-f", "jsonl").rows
    assert row == toll(stocked)


# Situation reports


def sitrep(workspace: Path, *options: str | Path) -> Told:
    told = marsad("sitrep", "-w", workspace, *options)
    assert told.code == 0, told
    return told


def test_a_situation_report_in_markdown(stocked: Path) -> None:
    text = sitrep(stocked).out
    assert text.startswith("# ")
    assert "policy range" in text
    assert re.search(r"\*\*6\D7\*\*\[\^\d+\]", text)  # every figure has its note
    notes = dict(re.findall(r"^\[\^(\d+)\]: (.*)$", text, re.MULTILINE))
    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) == set(notes)
    assert any("killed seven people" in note for note in notes.values())


def test_a_situation_report_in_html(stocked: Path, tmp_path: Path) -> None:
    told = sitrep(stocked, "--format", "html", "--output", tmp_path / "sitrep.html", "--as-of", "2025-03-08")
    assert told.out == ""
    assert told.err == f"wrote {tmp_path / 'sitrep.html'}\n"
    page = (tmp_path / "sitrep.html").read_text(encoding="utf8")
    assert "</html>" in page
    assert "killed seven people" in page
    assert not re.search(r"(src|href)=.?https?:", page)  # nothing is fetched when it is opened


def test_a_situation_report_in_json(stocked: Path) -> None:
    made = json.loads(sitrep(stocked, "-f", "json", "--policy", "best", "--as-of", "2025-03-07").out)
    text = json.dumps(made)
    assert "bomb-1" in text
    assert "bomb-2" not in text  # not known yet on that day
    assert "strike" not in text


def test_a_situation_report_of_one_incident(stocked: Path) -> None:
    incident = bomb(marsad("incidents", "-w", stocked, "-f", "jsonl").rows)
    text = sitrep(stocked, "--incident", incident["id"]).out
    assert "Homs" in text
    assert "Khartoum" not in text


def test_a_situation_report_that_cannot_be_written(stocked: Path, tmp_path: Path) -> None:
    refusal = marsad("sitrep", "-w", stocked, "-o", tmp_path / "no" / "such" / "folder.md").refusal
    assert "cannot write" in refusal
    assert "name another file" in refusal


def test_a_situation_report_of_nothing(work: Path) -> None:
    assert sitrep(work).out.startswith("# ")


# The demo


@pytest.fixture(scope="module")
def demonstrated(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Told]:
    folder = tmp_path_factory.mktemp("demo") / "d"
    told = marsad("demo", "--no-serve", "--dir", folder)
    assert told.code == 0, told
    return folder, told


def test_the_demo_shows_how_the_figure_moved(demonstrated: tuple[Path, Told]) -> None:
    _, told = demonstrated
    days = re.findall(r"^(\d{4}-\d\d-\d\d)  \d+ reports?$", told.out, re.MULTILINE)
    assert days == sorted(days)
    assert len(days) == 6
    said = [
        line for line in told.out.splitlines() if line.startswith("Syrian Observatory for Human Rights") and "→" in line
    ]
    assert re.findall(r"\d[\d,]*\d", said[-1].split("civilian")[0]) == ["340", "1,018", "1,225", "1,383", "1,500"]


def test_the_demo_leaves_a_workspace_and_a_situation_report(demonstrated: tuple[Path, Told]) -> None:
    folder, told = demonstrated
    for name in ("sitrep-2025-03-12.md", "sitrep-2025-03-12.html"):
        assert f"wrote {folder / name}" in told.out
        assert "1,383" in (folder / name).read_text(encoding="utf8")
    assert toll(folder, "--as-of", "2025-03-09")["as_of"] == date(2025, 3, 9).isoformat()


def test_the_demo_clears_only_what_it_made(demonstrated: tuple[Path, Told], work: Path) -> None:
    folder, told = demonstrated
    again = marsad("demo", "--no-serve", "--dir", folder)
    assert again.out == told.out  # the same, to the letter
    assert "was not made by the demo" in marsad("demo", "--no-serve", "--dir", work).err
    assert (work / "marsad.toml").is_file()
