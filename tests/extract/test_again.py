"""The same people told again, and others who are not."""

import pytest

from marsad.extract.en.again import told_again
from marsad.extract.en.candidates import page_of
from marsad.extract.en.mentions import Mention
from marsad.model import Report


def last_and_first(text: str) -> tuple[Mention, Mention]:
    """The first and the last person or number of the text that was harmed."""
    page = page_of(Report(id="one", text=text, published_at="2024-06-07", language="en"))
    assert page is not None
    told = [c.mention for c in page.candidates if c.harm]
    return told[0], told[-1]


SAME = [
    "A guard was killed at the gate. The guard was killed by a sniper.",
    "Gunmen killed Amin Rastu at his home. The victim was killed at noon.",
    "Bilal Kasi was shot dead on Monday. Kasi was killed in his car.",
    "An Israeli woman was shot and killed. Salit Orr, 28, was killed in her car.",
    "Two clerics were killed in Dol. The two clerics were killed as they drove home.",
    "Five people were killed. All five were killed by one shell.",
]
OTHERS = [
    "A guard was killed at the gate. A guard was killed at the well.",
    "A guard was killed at the gate. The driver was killed a day later.",
    "Bilal Kasi was shot dead on Monday. Ravi Dolan was killed on Friday.",
    "Two clerics were killed in Dol. Two clerics were killed in Orm.",
    "Two clerics were killed in Dol. The three guards were killed later.",
]


@pytest.mark.parametrize("text", SAME)
def test_told_again(text: str) -> None:
    assert told_again(*last_and_first(text))


@pytest.mark.parametrize("text", OTHERS)
def test_somebody_else(text: str) -> None:
    assert not told_again(*last_and_first(text))
