"""The directories: what is shipped is sound, what a workspace adds is checked, and voices are told apart."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.attribute import Directory, attribute, independent
from marsad.attribute.directory import load, shipped
from marsad.attribute.words import clean, fold, slug
from marsad.errors import InputError
from marsad.model import Attribution, Claim
from tests.attribute.made import claim, report

A = {"id": "a", "name": "Alpha Monitor", "kind": "monitor"}
FORCE = {"id": "f", "name": "The Force", "kind": "state forces", "country": "XX"}


def test_the_shipped_directory_is_large_and_sound() -> None:
    directory = shipped()
    assert len(directory.sources) >= 80 and len(directory.actors) >= 80
    assert set(directory.acled) <= {actor.id for actor in directory.actors}
    inter = {"State forces", "Rebel group", "Political militia", "Identity militia", "External/Other forces"}
    assert set(directory.acled.values()) <= inter


def test_every_source_is_found_by_each_of_its_names() -> None:
    directory = shipped()
    for source in directory.sources:
        for name in (source.name, *source.aliases):
            assert directory.find(name) is source, name


BAD: list[tuple[list[dict[str, Any]], list[dict[str, Any]], str]] = [
    ([A, {"id": "b", "name": "Beta", "kind": "monitor", "aliases": ["alpha monitor"]}], [], "names src:a and src:b"),
    ([{"id": "a", "name": "Alpha", "kind": "moniter"}], [], "'moniter' is not one of"),
    ([{"id": "a", "name": "Alpha", "kind": "monitor", "alias": []}], [], "unknown field 'alias'"),
    ([{"id": "a", "name": "Alpha", "kind": "monitor", "relays": ["nobody"]}], [], "is no source"),
    ([{"id": "a", "name": "Alpha", "kind": "monitor", "institution": "police"}], [], "needs a country"),
    ([], [FORCE, {**FORCE, "id": "g"}], "on the same days"),
    ([], [{**FORCE, "from": "yesterday"}], "must be days"),
]


@pytest.mark.parametrize(("sources", "actors", "message"), BAD)
def test_a_bad_entry_is_refused_by_name(
    sources: list[dict[str, Any]], actors: list[dict[str, Any]], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        Directory(sources, actors)


def test_a_workspace_adds_and_replaces_entries(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text(
        "- {id: watch, name: Valley Watch, kind: monitor}\n"
        "- {id: sohr, name: The Observatory of Syria, kind: monitor}\n"
    )
    directory = load(tmp_path)
    own, replaced = directory.find("Valley Watch"), directory.find("The Observatory of Syria")
    assert own and replaced and (own.id, replaced.id) == ("src:watch", "src:sohr")
    assert directory.find("SOHR") is None
    of = report("Valley Watch said 12 died.")
    assert attribute([claim(of, "12", "Valley Watch")], of, directory)[0].attribution.root == "src:watch"


def test_a_workspace_file_that_is_no_list_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text("sohr: yes\n")
    with pytest.raises(InputError, match="must be a list"):
        load(tmp_path)


def test_capitals_keep_a_name_from_being_a_word() -> None:
    text = "Those who told us of it: WHO, the UN, and RT. It is a start."
    assert [hit.source.id for hit in shipped().hits(text)] == ["src:who", "src:un", "src:rt"]


def rooted(root: str | None) -> Claim:
    of = report("Some 12 died.")
    return replace(claim(of, "12"), attribution=Attribution(root=root))


VOICES = [
    ("src:sohr", "src:sohr", False, "both go back to Syrian Observatory for Human Rights"),
    ("src:sohr", "src:snhr", True, "different first sources"),
    # OCHA passes on the figures of the ministry in Gaza; either way round.
    ("src:ocha", "src:ps-moh", False, "passes on the numbers of"),
    ("src:ps-moh", "src:ocha", False, "passes on the numbers of"),
    # Nobody can show that two unnamed sources are two.
    ("generic:sy:sources", "src:sohr", False, "may be anybody"),
    ("generic:pk:police", "generic:in:police", True, "different first sources"),
    ("generic:pk:police", "generic:pk:police", False, "both go back to unnamed police in PK"),
    (None, "src:sohr", False, "is not known"),
]


@pytest.mark.parametrize(("first", "second", "apart", "why"), VOICES)
def test_independence_is_between_roots(first: str | None, second: str, apart: bool, why: str) -> None:
    found, sentence = independent(rooted(first), rooted(second))
    assert found is apart
    assert why in sentence


@given(st.sampled_from([row[0] for row in VOICES]), st.sampled_from([row[1] for row in VOICES]))
def test_independence_is_symmetric(first: str | None, second: str) -> None:
    assert independent(rooted(first), rooted(second))[0] == independent(rooted(second), rooted(first))[0]


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(max_size=60))
def test_any_words_resolve_to_something(words: str) -> None:
    """Extraction may hand over anything; the stage never fails, and a slug is never empty."""
    of = report("Some 12 died, they said.")
    found = attribute([claim(of, "12", words)], of)[0]
    assert found.attribution.root and found.reasons["attribution"]
    assert slug(words) and clean(words) is not None
