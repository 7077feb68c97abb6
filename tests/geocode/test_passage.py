"""The shape of texts: sentences, headline, lead, datelines."""

import pytest

from marsad.geocode.passage import Passage

SENTENCES = [
    ("One died. Two were hurt.", 2),
    ("Gen. Ali said so. Lt. Col. Hassan agreed.", 2),  # titles end no sentence
    ("The U.S. Army said 5 p.m. was the time.", 1),  # nor do abbreviations
    ("A headline\n\nA text follows here.", 2),  # a line does
    ("He said “no.” Then he left.", 2),  # a quotation's end does
    ("", 0),
]
DATELINES = [
    ("BAIDOA, March 2 (Wire One) - A bomb", "BAIDOA"),
    ("TEHRAN – Over 1,018 people", "TEHRAN"),
    ("DAMASCUS, March 12 (Xinhua) -- The latest", "DAMASCUS"),
    ("KYIV (Reuters) – A missile", "KYIV"),
    ("MAIDUGURI, Nigeria (AP) — 105 women", "Nigeria"),
    ("KINSHASA, DRC | Xinhua | Sources said", "KINSHASA"),
    ("(Nairobi) – By ordering", "Nairobi"),
    ("BELGOROD, March 19. /TASS/. Attacks", "BELGOROD"),
]
NO_DATELINE = ["A bomb in Kabul - the third this week", "SOHR said five died.", "Ten people were killed in Homs"]


@pytest.mark.parametrize(("text", "count"), SENTENCES)
def test_sentences(text: str, count: int) -> None:
    assert len(Passage(text).sentences) == count


@pytest.mark.parametrize(("text", "place"), DATELINES)
def test_dateline(text: str, place: str) -> None:
    at = text.index(place)
    assert any(start <= at < end for start, end in Passage(text).datelines)


@pytest.mark.parametrize("text", NO_DATELINE)
def test_no_dateline(text: str) -> None:
    assert not Passage(text).datelines


def test_a_headline_is_a_short_first_line_without_a_stop() -> None:
    assert Passage("Five die in Homs\n\nFive people died on Monday.").headline == 0
    assert Passage("Five people died in Homs.\n\nMore followed.").headline is None
    assert Passage("One line").headline is None


def test_every_number_lies_in_its_sentence() -> None:
    passage = Passage("A headline\n\nFirst one. Second one.")
    assert [passage.index_at(s.start) for s in passage.sentences] == [0, 1, 2]
