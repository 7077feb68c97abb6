"""What the rules see: numbers and persons of a sentence, and the harm they read, before anything learned decides."""

import pytest

from marsad.extract.en.candidates import page_of
from marsad.model import Report


def seen(text: str) -> dict[str, str | None]:
    """The mentions of a text that the rules read as harm, with the measure."""
    page = page_of(Report(id="one", text=text, published_at="2024-06-07", language="en"))
    return {c.mention.text: c.harm.measure.value for c in page.candidates if c.harm} if page else {}


SINGLES = [
    # An article before a noun of no list: only a strict construction makes it a victim.
    ("Gunmen shot and killed an administrator of the district.", {"an administrator": "killed"}),
    ("A parcel bomb went off, injuring a secretary.", {"a secretary": "injured"}),
    ("Armed men shot the owner to death.", {"the owner": "killed"}),
    # What an owner or a title stands before.
    ("The mosque's prayer leader was killed.", {"The mosque's prayer leader": "killed"}),
    ("Militants killed police officer Asad Orr.", {"Asad Orr": "killed"}),
    # One person told twice in one breath is one.
    ("Hassan Deri, a member of the council, was gunned down.", {"Hassan Deri": "killed"}),
    ("Gunmen killed the militia commander Abu Orde.", {"the militia commander Abu Orde": "killed"}),
    # Standing for a person.
    ("One guard was killed and another was wounded.", {"One": "killed", "another": "injured"}),
    ("One of the men was killed and the other injured.", {"One": "killed", "the other": "injured"}),
    ("Two gunmen opened fire on an interpreter, killing him.", {"him": "killed"}),
    ("He blew up the gate, killing himself and six recruits.", {"himself": "killed", "six": "killed"}),
    # Told by being listed, either way round.
    ("Sami Orr is one of the dead.", {"Sami Orr": "killed"}),
    ("Two soldiers and a guide were among those killed.", {"Two": "killed", "a guide": "killed"}),
    ("Among the dead were four policemen and the cook.", {"four": "killed", "the cook": "killed"}),
    ("The dead are Ravi Dolan and Dinesh Pal.", {"Ravi Dolan": "killed", "Dinesh Pal": "killed"}),
]

NOBODY = [
    "Rattan was not injured in the attack.",
    "Police asked whether anyone was wounded.",
    "A church was burnt down in an arson attack by two men and a woman.",
    "The attackers shot at a bus and fled.",
    "A bomb killed nine. Eleven people remain in hospital.",
    "The victims, aged 31, 43 and 49, were killed at noon.",
]

HARMS = [
    # The gravest of what is told of the same people; denied ones do not count.
    ("A constable was wounded by a bomb and later died.", {"A constable": "killed"}),
    ("A policeman was shot and seriously wounded.", {"A policeman": "injured"}),
    ("Two of those wounded later died.", {"Two": "killed"}),
    # Verbs that kill only with "to death".
    ("Two labourers were stabbed at a building site.", {"Two": "injured"}),
    ("Two labourers were stabbed to death at a building site.", {"Two": "killed"}),
    ("A village elder was beaten to death with stones.", {"A village elder": "killed"}),
    ("A man was fatally shot at noon.", {"A man": "killed"}),
    # Both harms of the same people, either.
    ("The strike killed or wounded at least 60 people.", {"at least 60": "killed_or_injured"}),
    # Inverted.
    ("Confirmed dead are fifty-three people.", {"fifty-three": "killed"}),
    ("The missing of the attack are two nurses and a cook.", {"two": "missing", "a cook": "missing"}),
    # Said by what hit them, or how they are.
    ("Four soldiers were hit by shrapnel and wounded.", {"Four": "injured"}),
    ("Five victims are in critical condition.", {"Five": "injured"}),
    # Nobody, in other words.
    ("There were no reports of casualties.", {"no": "killed_or_injured"}),
    ("The mine destroyed a tractor, without casualties.", {"without": "killed_or_injured"}),
    ("It landed without causing any injuries.", {"without causing any": "injured"}),
    ("The shell did not wound anyone.", {"anyone": "injured"}),
]

LISTS = [
    (
        "Four children and eight men among the dead, nine women among the injured.",
        {"Four": "killed", "eight": "killed", "nine": "injured"},
    ),
    (
        "Killed: 12 men, one woman; wounded: seven; missing: six.",
        {"12": "killed", "one": "killed", "seven": "injured", "six": "missing"},
    ),
    (
        "Killed / injured by town: Orm 17 / 22; Tell 13 / 6.",
        {"17": "killed", "22": "injured", "13": "killed", "6": "injured"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SINGLES + HARMS + LISTS)
def test_the_rules_read(text: str, expected: dict[str, str]) -> None:
    found = seen(text)
    assert {words: found.get(words) for words in expected} == expected


@pytest.mark.parametrize(("text", "expected"), SINGLES)
def test_nobody_else_is_seen(text: str, expected: dict[str, str]) -> None:
    assert set(seen(text)) - {"one"} <= set(expected)  # "one of the dead" may be seen beside the name


@pytest.mark.parametrize("text", NOBODY)
def test_words_that_tell_of_nobody_harmed(text: str) -> None:
    assert set(seen(text)) <= {"nine"}


def test_a_pronoun_is_news_only_of_somebody_new() -> None:
    told = seen("A guard was killed at the gate. He was killed by a sniper.")
    assert told == {"A guard": "killed"}


def test_the_harm_of_a_single_person_who_fled_is_not_displacement() -> None:
    assert "displaced" not in seen("A gunman killed two men and fled.").values()
