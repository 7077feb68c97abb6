"""Who governs and who rebels: patterns with their examples, texts that contradict themselves, texts that do not."""

from pathlib import Path

import pytest

from marsad.assess import roles
from marsad.assess.framing import PATTERNS, Pattern, party
from marsad.model import Report

FIRST_REPORT = Path(__file__).parents[3] / "shared" / "reports" / "000_c8cc1be963771d53.txt"


@pytest.mark.parametrize(("pattern", "text"), [(p, t) for p in PATTERNS for t in p.matches])
def test_patterns_match_their_examples(pattern: Pattern, text: str) -> None:
    assert pattern.regex.search(text), (pattern.name, text)


@pytest.mark.parametrize(("pattern", "text"), [(p, t) for p in PATTERNS for t in p.misses])
def test_patterns_do_not_match_what_they_must_not(pattern: Pattern, text: str) -> None:
    found = pattern.regex.search(text)
    assert found is None, (pattern.name, found)


NAMES = [
    ("Bashar al-Assad", "Assad"),
    ("Assad", "Assad"),
    ("Omar al-Bashir", "Bashir"),
    (None, "the government"),
    ("Syrian", None),  # a former Syrian president and the Syrian government are two
    ("Sudanese", None),
]


@pytest.mark.parametrize(("name", "wanted"), NAMES)
def test_party(name: str | None, wanted: str | None) -> None:
    assert party(name) == wanted


CONTRADICTING = [
    # (why the case exists, text, party)
    ("former government, present power base",
     "Gunmen loyal to the former government of Rashid Karam attacked. The rift within Karam\u2019s power base grows.",
     "Karam"),
    ("ousted president, still in office",
     "Troops clashed with guards of ousted president Salim Darwa. President Salim Darwa ordered a curfew.", "Darwa"),
    ("old regime, forces of today",
     "Villagers fear the old Karam regime. Karam's security forces set up checkpoints on Monday.", "Karam"),
    ("fallen, and holding on",
     "Since the fall of Darwa the town is quiet. Darwa still holds power in the capital.", "Darwa"),
    ("a stronghold of the government that resists it",
     "Shelling hit strongholds of the Norlandian government. Fighters there are resisting the government's control.",
     "the government"),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "text", "who"), CONTRADICTING, ids=[c[0] for c in CONTRADICTING])
def test_texts_that_contradict_themselves(reason: str, text: str, who: str) -> None:
    found = roles(Report(id="r", text=text))
    assert [conflict.party for conflict in found] == [who], reason
    assert len({mention.says for mention in found[0].mentions}) == 2
    for mention in found[0].mentions:
        assert text[mention.span.start : mention.span.end] == mention.text
        assert mention.text in found[0].sentence or len(found[0].mentions) > 2


CONSISTENT = [
    ("one leader out, another in",
     "Remnants of the former government of Karam attacked. President Lina Haddad promised justice."),
    ("the past rule of one who fell",
     "The ousted president Salim Darwa fled. In 2011 protests against Darwa's rule were put down."),
    ("a nationality is not a leader", "The former Syrian president fled. The Syrian government said nothing."),
    ("the same side twice", "President Darwa spoke. Darwa's army advanced."),
    ("former in both", "Darwa's fall was quick. The former government of Darwa left debts; the old Darwa regime fell."),
    ("nothing about power", "A bomb killed five people in the market, police said."),
    ("empty", ""),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "text"), CONSISTENT, ids=[c[0] for c in CONSISTENT])
def test_texts_that_do_not(reason: str, text: str) -> None:
    assert roles(Report(id="r", text=text)) == [], reason


def test_other_languages_are_left_alone() -> None:
    assert roles(Report(id="r", text=CONTRADICTING[0][1], language="ar")) == []


def test_the_first_report() -> None:
    if not FIRST_REPORT.exists():
        pytest.skip("the project's first report (../shared/reports) is not here")
    found = roles(Report(id="r", text=FIRST_REPORT.read_text(encoding="utf8")))
    assert [conflict.party for conflict in found] == ["Assad", "the government"]
    assert "former government" in found[0].sentence
    assert "power base" in found[0].sentence
