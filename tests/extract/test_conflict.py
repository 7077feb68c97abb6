"""Conflict or not: topics by words, and the decision on reports that no training saw (all written for this test)."""

import pytest

from marsad.extract import extract
from marsad.extract.en.conflict import weigh
from marsad.extract.en.conflict_choice import LEAD, Story
from marsad.model import Report

OTHER = [
    "A cruise ship ran aground off Chile on Sunday and two passengers died of cold, the coast guard said.",
    "Eleven cyclists were hurt when a van drove into them near Girona. The sun had blinded the driver.",
    "Ice storm kills nine\n\nNine people died as ice brought down power lines across Texas on Tuesday, officials said.",
    "Dengue fever has killed 48 people in Bangladesh this month, most of them in Dhaka's hospitals.",
    "A scaffold fell from the tenth storey of a hotel in Doha, killing three painters.",
    "A farmer killed his brother with a spade after a quarrel over an inheritance, police in Punjab said.",
    "The goalkeeper was one of four players injured in the cup final; he will be out for a month.",
    "Twelve crew were rescued and five are missing after a trawler went down in a gale off Iceland.",
    "Shares in the carmaker were slaughtered on Monday after it said 5,000 jobs would go.",
    "A tour bus rolled over on a wet road in Yucatan; 14 tourists were killed and 20 hurt.",
    "Six pupils drowned when their canoe tipped over on the way home from school in Malawi.",
    "An explosion in a grain silo killed two workers in Iowa. Dust is thought to have caught fire.",
    "A student who shot dead three classmates in Nebraska had been expelled the week before, the sheriff said.",
    "The eruption of the volcano forced 8,000 people from their homes and killed one man.",
]

CONFLICT = [
    "Two teachers were shot dead on their way to school by men on a motorcycle in Yala, Thailand.",
    "A rocket hit a bakery in the city of Zaporizhzhia on Monday. Eight people were killed, the governor said.",
    "Hooded men threw grenades into a bar in Bujumbura, killing four customers and wounding nine.",
    "Clashes between two clans over a well left 17 dead in central Somalia, elders said.",
    "Police opened fire on a march against the president in Lomé, and five marchers died.",
    "The junta's planes bombed a monastery where villagers had taken shelter. Twenty-three were killed.",
    "Eleven inmates were beheaded as gangs fought for a wing of the prison in Manaus.",
    "A woman was killed and her son hurt by a cluster bomblet in a field near Nabatieh.",
    "Farmers found the bodies of seven labourers whom militants had taken from a camp in Assam.",
    "Rival cartels fought for three hours in a town in Zacatecas; at least 20 gunmen died.",
    "Security forces detained 300 people after protests over a blasphemous film, a rights group said.",
    "A suicide attack on a mosque in Herat killed 29 worshippers during Friday prayers.",
    "An aid convoy was hit from the air near El Obeid, killing five drivers.",
    "Herdsmen set huts on fire and killed 12 villagers in a night raid in Benue, residents said.",
]


def verdicts(text: str) -> set[bool]:
    claims = extract(Report(id="r", text=text, published_at="2025-03-08", language="en"))
    return {claim.conflict for claim in claims}


@pytest.mark.parametrize("text", OTHER, ids=lambda text: text[:40])
def test_other_harm_is_not_conflict(text: str) -> None:
    assert True not in verdicts(text)


@pytest.mark.parametrize("text", CONFLICT, ids=lambda text: text[:40])
def test_conflict(text: str) -> None:
    assert verdicts(text) == {True}


def test_floods_told_in_a_report_of_war_are_not_war() -> None:
    story = Story(
        "Shelling killed nine people in Taiz on Monday, medics said.\n\nFloods drowned 14 people in the province."
    )
    war, _ = story.of_sentence("Shelling killed nine people in Taiz on Monday, medics said.")
    floods, why = story.of_sentence("Floods drowned 14 people in the province.")
    assert (war, floods) == (True, False)
    assert why.startswith("learned")


def test_the_longest_word_counts_and_the_first_lines_twice() -> None:
    strike = weigh("An air strike hit the town.")
    assert strike.words == ("air strike",)  # not "strike" too
    assert strike.violence == 2 * weigh("x" * LEAD + " An air strike hit the town.").violence


def test_a_text_of_neither_is_not_conflict() -> None:
    assert weigh("The parliament met.").conflict is False
