"""The parts of the link stage, as tables."""

from datetime import date

import pytest

from marsad.link import kinds, link, places, separation, times, words
from marsad.link.clusters import agglomerate
from marsad.link.places import Relation
from marsad.model import Place, Report
from tests.link.stories import Story, together


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Tartus", "Tartous", Relation.SAME),  # two spellings
        ("Da\u011fl\u0131ca, Hakkari", "Daglica, Hakkari", Relation.SAME),  # marks left out
        ("Sheikh Zuweid, North Sinai", "Sheikh Zuwayed, North Sinai", Relation.SHARED),  # too short to tell: same area
        ("Bokkos and Barkin-Ladi, Plateau", "Barkin Ladi and Bokkos LGAs, Plateau State", Relation.SAME),  # two heads
        ("Bokkos LGA", "Barkin Ladi and Bokkos LGAs", Relation.WITHIN),  # one of two
        ("Karrada, Baghdad", "Baghdad", Relation.WITHIN),
        ("20 km east of Baidoa", "Baidoa", Relation.BESIDE),  # the road is not the town
        ("Jableh, Latakia", "Baniyas, Tartus", Relation.APART),
        ("Khan Yunis", "Khan Shaykhun", Relation.APART),  # one shared word is not the place
        ("Datu Piang, Maguindanao", "Datu Unsay, Maguindanao", Relation.SHARED),
        (None, "Jableh", Relation.UNKNOWN),
    ],
)
def test_places_by_their_words(a: str | None, b: str | None, expected: Relation) -> None:
    one = None if a is None else Place(text=a, country="XX")
    two = None if b is None else Place(text=b, country="XX")
    assert places.relation(one, two) is expected
    assert places.relation(two, one) is expected


def test_a_country_holds_its_towns_and_not_the_other_way() -> None:
    syria, town = Place(text="Syria", country="SY"), Place(text="Jableh", country="SY")
    assert places.lies_in(town, syria) is True
    assert places.lies_in(syria, town) is False


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2025-03-08", "2025-03-08", "8 March 2025"),
        ("2025-03-06", "2025-03-12", "6\N{EN DASH}12 March 2025"),
        ("2025-03-30", "2025-04-02", "30 March \N{EN DASH} 2 April 2025"),
        ("2024-12-30", "2025-01-02", "30 December 2024 \N{EN DASH} 2 January 2025"),
        ("2025-03-01", "2025-03-31", "March 2025"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("2011-01-01", "2024-12-31", "2011\N{EN DASH}2024"),
        ("2025-02-01", "2025-03-31", "February \N{EN DASH} March 2025"),
    ],
)
def test_days_in_a_name(start: str, end: str, expected: str) -> None:
    assert times.written((date.fromisoformat(start), date.fromisoformat(end))) == expected


@pytest.mark.parametrize(
    ("text", "back", "described"),
    [
        ("In a separate attack, gunmen killed 2.", False, "separate attack, gunmen killed 2"),
        ("It came hours after a separate car bombing at the market.", True, "separate car bombing at the market"),
        ("A second bombing killed 4.", False, "second bombing killed 4"),
        ("Elsewhere, 3 died.", False, "Elsewhere, 3 died"),
        ("An earlier attack killed 9.", True, "earlier attack killed 9"),
    ],
)
def test_cues_that_tell_events_apart(text: str, back: bool, described: str) -> None:
    assert [(cue.back, cue.text) for cue in separation.cues(text)] == [(back, described)]


@pytest.mark.parametrize("text", ["The attack killed 2.", "Another 24 died.", "Two separate rooms burnt."])
def test_what_is_no_cue(text: str) -> None:
    assert separation.cues(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A car bomb exploded", "Car bombing"),
        ("Warplanes hit; the attack", "Air strike"),
        ("Gunmen attacked, a massacre", "Shooting"),
        ("They were attacked", "Attack"),
        ("Nothing of note", None),
    ],
)
def test_the_kind_that_names_an_event(text: str, expected: str | None) -> None:
    assert kinds.leading(kinds.kinds(text)) == expected


def test_a_plain_bombing_contradicts_no_blast() -> None:
    assert not kinds.contradict(frozenset({"Bombing"}), frozenset({"Car bombing"}))
    assert kinds.contradict(frozenset({"Car bombing"}), frozenset({"Roadside bombing"}))
    assert not kinds.contradict(frozenset(), frozenset({"Shooting"}))


def test_sentences_are_found_by_offset() -> None:
    page = words.read(Report(id="a", text="One died. Two died.\nThree died."))
    assert page.sentence(10, 11) == (10, 20)


def test_what_cannot_be_linked_is_not_linked_through_a_third() -> None:
    scores = {(0, 1): 2.0, (1, 2): 1.0}
    joined = agglomerate(3, scores, lambda a, b: bool({0, 2} <= {*a, *b}))
    assert [one.members for one in joined] == [(0, 1), (2,)]


def test_the_sum_across_clusters_decides() -> None:
    # 2 is drawn to 1 less than it is pushed away by 0
    joined = agglomerate(3, {(0, 1): 2.0, (1, 2): 1.0, (0, 2): -1.5}, lambda a, b: False)
    assert [one.members for one in joined] == [(0, 1), (2,)]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Jableh", "Violence in Jableh"),
        ("near Foneko", "Violence near Foneko"),
        ("Syrian coast", "Violence on the Syrian coast"),
        ("West Bank", "Violence in the West Bank"),
        ("the road to Daynunay", "Violence, the road to Daynunay"),
    ],
)
def test_names_read_as_english(place: str, expected: str) -> None:
    found = link(*together(Story("a", None).says("1 died.", 1, place=place)))
    assert [one.name for one in found] == [expected]
