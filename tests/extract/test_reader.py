# ruff: noqa: E501 - a case is easier to read on one line
"""English sentences to claims: a table of what must be read, each case with the failure it stands for.

The numbers in comments are those of the contract's list of what goes wrong. Sentences are our own.
"""

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.extract import extract
from marsad.model import Claim, Report

SATURDAY = "2025-03-08"


def read(text: str, published: str | None = SATURDAY) -> list[Claim]:
    return extract(Report(id="r", text=text, published_at=published, language="en"))


@dataclass
class Case:
    """A text and the claims it must give: the number's text with the fields that matter. `None` alone: no claim."""

    name: str
    text: str
    claims: list[tuple[str, dict[str, Any]]] = field(default_factory=list)


def fields(claim: Claim) -> dict[str, Any]:
    return {
        "measure": claim.measure.value,
        "low": claim.quantity.low,
        "high": claim.quantity.high,
        "category": claim.victims.category.value,
        "scope": claim.scope.value,
        "relation": claim.relation.value,
        "certainty": claim.certainty.value,
        "conflict": claim.conflict,
        "source": claim.attribution.source,
        "start": claim.time and str(claim.time.start),
        "end": claim.time and str(claim.time.end),
        "perpetrator": claim.perpetrator.text,
        "mechanism": claim.mechanism,
    }


CASES = [
    Case(
        "passive, at least, who says it, a recent span read as a running count (1)",
        "At least 340 people have been killed in recent days in clashes in Syria, the monitor said on Saturday.",
        [("At least 340", {"low": 340, "high": None, "measure": "killed", "scope": "cumulative", "source": "the monitor"})],
    ),
    Case(
        "active, with a list that counts two classes (7)",
        "A suicide bomber killed at least nine soldiers and two civilians at a checkpoint on Friday, police said.",
        [
            ("at least nine", {"low": 9, "category": "state_forces", "mechanism": "suicide bomb", "start": "2025-03-07"}),
            ("two", {"low": 2, "high": 2, "measure": "killed", "category": "civilian"}),
        ],
    ),
    Case(
        "killed and wounded in one clause, the wounded elliptic",
        "The airstrike killed 12 people, including five children, and wounded 30 others, health officials said.",
        [
            ("12", {"measure": "killed", "low": 12, "source": "health officials"}),
            ("five", {"relation": "subset", "category": "children", "measure": "killed"}),
            ("30", {"measure": "injured", "low": 30}),
        ],
    ),
    Case(
        "nominal: deaths, with words for the number",
        "The ministry reported twenty-three deaths and forty injuries in the shelling.",
        [("twenty-three", {"measure": "killed", "low": 23}), ("forty", {"measure": "injured", "low": 40})],
    ),
    Case(
        "a toll that moves, on a named event",
        "The death toll from Monday's car bombing at the market has risen to nine, the ministry said.",
        [("nine", {"measure": "killed", "low": 9, "start": "2025-03-03", "scope": "incident"})],
    ),
    Case(
        "left dead",
        "Fighting near the border left 13 soldiers dead and 20 wounded on Thursday.",
        [("13", {"measure": "killed", "category": "state_forces"}), ("20", {"measure": "injured"})],
    ),
    Case("claimed the lives", "The ambush claimed the lives of 20 rebels on Friday.", [("20", {"measure": "killed", "category": "nonstate_fighters"})]),
    Case("bodies of", "The bodies of nine men shot by gunmen were found on Friday.", [("nine", {"measure": "killed", "low": 9})]),
    Case("missing", "After the attack 14 villagers were missing.", [("14", {"measure": "missing", "category": "civilian"})]),
    Case("abducted", "Gunmen abducted 110 schoolgirls on Friday.", [("110", {"measure": "abducted", "low": 110, "perpetrator": "Gunmen"})]),
    Case("displaced", "The fighting displaced 29,350 people.", [("29,350", {"measure": "displaced", "low": 29350})]),
    Case("between", "Between 1,400 and 1,700 people were killed in the massacres.", [("Between 1,400 and 1,700", {"low": 1400, "high": 1700})]),
    Case("up to", "Up to 30 civilians were killed in the raid on Friday.", [("Up to 30", {"low": None, "high": 30})]),
    Case("dozens (8)", "Dozens were wounded in the missile attack.", [("Dozens", {"low": 24, "high": 99, "measure": "injured"})]),
    Case("hundreds (8)", "Hundreds of people were feared dead after the gunmen's raid.", [("Hundreds", {"low": 200, "high": None, "certainty": "reported"})]),
    Case("no one (4)", "No one was killed in the drone attack, officials said.", [("No one", {"low": 0, "high": 0, "measure": "killed"})]),
    Case("no casualties (4)", "There were no casualties in the rocket attack.", [("no", {"low": 0, "high": 0, "measure": "killed_or_injured"})]),
    Case("a single person", "A soldier was killed by gunmen on Friday.", [("A soldier", {"low": 1, "measure": "killed", "category": "state_forces"})]),
    Case(
        "a boast is not a fact (5)",
        "The rebels claimed to have killed 20 soldiers in the ambush, the militants said.",
        [("20", {"certainty": "reported", "measure": "killed"})],
    ),
    Case("a threat (5)", "The militants vowed to kill 100 soldiers in the next attack.", [("100", {"certainty": "hypothetical"})]),
    Case(
        "background told as context (3)",
        "A bomb killed five people at the market on Friday, police said.\n\nIn October last year a bomb attack killed 32 people.",
        [("five", {"scope": "incident"}), ("32", {"scope": "background"})],
    ),
    Case("the whole war (1)", "Gunmen killed two villagers on Friday.\n\nThe war has killed more than 500,000 people since 2011.",
        [("two", {"scope": "incident"}), ("more than 500,000", {"low": 500000})]),
    Case("a road accident (14)", "A bus plunged into a ravine, killing 12 passengers. The bus crash was an accident.", [("12", {"conflict": False})]),
    Case("an earthquake (14)", "The earthquake killed 589 people in the province.", [("589", {"conflict": False})]),
    Case(
        "parts that add up are parts, whatever the words (7)",
        "The observatory counts 1,225 civilians killed since 6 March. It lists 658 for Latakia, 384 for Tartus, 171 for Hama and 12 for Homs.",
        [("1,225", {"relation": "total", "scope": "cumulative", "category": "civilian"})]
        + [(n, {"relation": "subset", "measure": "killed", "category": "civilian"}) for n in ("658", "384", "171", "12")],
    ),
    Case("dateline and passage of days (19)", "DAMASCUS, March 8 (Xinhua) -- Gunmen killed 16 soldiers on March 6, the ministry said.",
        [("16", {"start": "2025-03-06", "end": "2025-03-06"})]),
    Case("overnight (19)", "Missiles killed 17 people overnight, the governor said.", [("17", {"start": "2025-03-07", "end": "2025-03-08"})]),
    Case("the speaker is no killer (10)", "The Observatory said security forces killed 12 villagers on Friday.",
        [("12", {"perpetrator": "security forces", "source": "The Observatory"})]),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_reads(case: Case) -> None:
    got = [(claim.quantity.text, fields(claim)) for claim in read(case.text)]
    assert [text for text, _ in got] == [text for text, _ in case.claims]
    for (text, found), (_, wanted) in zip(got, case.claims, strict=True):
        assert {name: found[name] for name in wanted} == wanted, text


NOT_COUNTED = [
    (
        "ages, years, distances (13)",
        "The 45-year-old, aged 45, walked 20 km in 2011 after the attack wounded nobody else he knew.",
    ),
    ("money and percentages (13)", "The attack cost $300 million and 40 percent of the bombed market."),
    ("things (13)", "Shelling destroyed 27 houses and killed 30 cows."),
    ("dates and times (13)", "The bomb exploded on 8 March at 9.30 pm, killing nobody."),
    ("attackers are not victims", "About 30 gunmen attacked the village."),
    ("survivors", "Rescuers found 12 survivors after the blast; they were unhurt."),
]


@pytest.mark.parametrize(("name", "text"), NOT_COUNTED, ids=[name for name, _ in NOT_COUNTED])
def test_counts_no_people(name: str, text: str) -> None:
    assert [claim.quantity.text for claim in read(text) if claim.quantity.low] == []


def test_offsets_point_at_the_number_in_the_stored_text() -> None:
    text = "Headline\n\n  Gunmen killed  340 people.  \n\nAnother 24 were wounded, “police” said.\n"
    for claim in read(text):
        assert text[claim.quantity.start : claim.quantity.end] == claim.quantity.text
        assert claim.sentence.start <= (claim.quantity.start or 0) < claim.sentence.end


def test_every_field_has_its_reason() -> None:
    (claim,) = read("Gunmen killed nine villagers in the market on Friday, police said.")
    assert {"measure", "victims", "time", "scope", "attribution", "conflict", "relation", "certainty"} <= set(
        claim.reasons
    )


def test_the_same_text_gives_the_same_claims() -> None:
    text = "Gunmen killed nine villagers on Friday. Another 12 were wounded, police said."
    assert read(text) == read(text)


def test_without_a_publication_date_relative_days_stay_unresolved() -> None:
    (claim,) = read("Gunmen killed nine villagers on Friday.", published=None)
    assert claim.time is None
    assert "not known" in claim.reasons["time"]


WORDS = st.sampled_from(
    [
        "killed",
        "12",
        "people",
        "\u200f",
        "1,018",
        "\n",
        ".",
        "soldiers",
        "\x00",
        "wounded",
        "<b>",
        "و",
        "between",
        "and",
        "5",
        "-",
        "١٢",
        "said",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for claim in read(text):
        assert text[claim.quantity.start : claim.quantity.end] == claim.quantity.text


@pytest.mark.parametrize("text", ["killed 12 " * 5_000, "a" * 200_000, "1 " * 50_000, "killed, " * 20_000])
def test_hostile_lengths_end(text: str) -> None:
    read(text)
