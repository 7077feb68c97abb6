# ruff: noqa: E501 - a case is easier to read on one line
"""Who says which number: our own sentences, several wordings of each construction, read by the whole reader."""

import pytest

from marsad.extract import extract
from marsad.extract.en.candidates import page_of
from marsad.extract.en.cast import cast_of
from marsad.extract.en.sentences import split
from marsad.extract.en.speakers import find
from marsad.extract.en.speech_words import SpeechWords, speech_words
from marsad.extract.en.tokens import of_letters
from marsad.model import Report


def spoken(text: str) -> dict[str, str | None]:
    """The words of the source of each number."""
    claims = extract(Report(id="r", text=text, published_at="2025-03-08", language="en"))
    return {claim.quantity.text or "": claim.attribution.text for claim in claims}


CASES = [
    # Direct and indirect speech, the speaker before and after.
    ("Police said on Friday that gunmen killed 12 villagers.", {"12": "Police"}),
    ("Gunmen killed 12 villagers on Friday, police said.", {"12": "police"}),
    ("At least 31 people were killed in the blast, said the provincial governor.", {"At least 31": "the provincial governor"}),
    ("The health ministry announced that the shelling had wounded 40 people.", {"40": "The health ministry"}),
    ("A bomb killed seven soldiers on Friday, the army confirmed.", {"seven": "the army"}),
    # According to.
    ("According to the Observatory, 24 civilians were killed on Friday.", {"24": "the Observatory"}),
    ("The attack killed 15 people and wounded 30, according to hospital officials.", {"15": "hospital officials", "30": "hospital officials"}),
    # Two speakers with two numbers in one sentence, and a count that a second speaker disputes.
    ("The ministry said 20 people were killed, but residents said the dead were 45.", {"20": "The ministry", "45": "residents"}),
    ("Officials said the strike killed 9 fighters, while villagers said it killed 17 civilians.", {"9": "Officials", "17": "villagers"}),
    ("The government says 47 people died in the protests, whereas the opposition counts 112 dead.", {"47": "The government", "112": "the opposition"}),
    ("The army says it killed 30 insurgents in the raid; residents insist that 11 of them were farmers.", {"30": "The army", "11": "residents"}),
    # Carried over: a pronoun, "the monitor added".
    ("The Hama Rights Watch said 30 civilians were killed on Friday. It said another 12 were wounded.", {"30": "The Hama Rights Watch", "another 12": "The Hama Rights Watch"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:48] for text, _ in CASES])
def test_each_number_has_its_speaker(text: str, wanted: dict[str, str]) -> None:
    got = spoken(text)
    assert {number: got.get(number) for number in wanted} == wanted


def test_the_reason_names_the_construction_and_what_weighed_most() -> None:
    (claim,) = extract(
        Report(id="r", text="Gunmen killed 12 villagers on Friday, police said.", published_at="2025-03-08")
    )
    assert claim.reasons["attribution"].startswith("says: 'police', in its own sentence; learned 0.")


def test_nobody_speaks_where_nobody_is_named() -> None:
    assert spoken("Gunmen killed 12 villagers in the market on Friday.") == {"12": None}


ROLES = [
    ("The ministry later said the road was closed.", "The ministry", "says"),
    ("The toll stands at nine, according to two hospital sources.", "two hospital sources", "according"),
    ("The network's latest report speaks of torture.", "The network", "possessor"),
    ("The attack was confirmed on Monday by the army.", "the army", "by"),
    ("The figures from the commission are lower.", "the commission", "from paper"),
    ("The road was closed, said the mayor.", "the mayor", "inverted"),
    ("The Red Crescent, for its part, said the road was closed.", "The Red Crescent", "says"),
    ("The official, citing the prosecutor, left.", "the prosecutor", "according"),
]


@pytest.mark.parametrize(("text", "words", "role"), ROLES)
def test_how_a_sentence_lets_a_phrase_speak(text: str, words: str, role: str) -> None:
    found = {speaker.words: speaker.role for speaker in find(of_letters(split(text)[0]))}
    assert found.get(words) == role


SAME = [
    # An abbreviation, a description and a pronoun are the voice named before; another name is another.
    ("Kurdish Watch for Peace said 5 died. KWP said 9 were killed.", 1),
    ("The interior ministry said 5 died. The ministry added that 9 were killed.", 1),
    ("Governor Ali Hassan said 5 died. Hassan said 9 were killed.", 1),
    ("The interior ministry said 5 died. Residents said 9 were killed.", 2),
]


@pytest.mark.parametrize(("text", "voices"), SAME)
def test_the_mentions_of_one_voice_are_brought_together(text: str, voices: int) -> None:
    page = page_of(Report(id="r", text=text, published_at="2025-03-08"))
    assert page and sum(1 for voice in cast_of(page).voices if voice.spoken) == voices


def test_a_word_under_two_headings_is_refused() -> None:
    text = "verbs: {strong: [say], counting: [say], between: []}\nnouns: {}\npronouns: {}\naccording: []\ntitles: []\n"
    with pytest.raises(ValueError, match="'say' stands under strong and counting"):
        SpeechWords(text)


def test_plurals_are_nouns_of_speakers_too() -> None:
    assert speech_words().nouns["ministries"] == speech_words().nouns["ministry"] == "body"


@pytest.mark.parametrize(
    "text", ["police said " * 5_000, "the ministry of " * 5_000, "said, " * 20_000, "A. " * 30_000]
)
def test_hostile_lengths_end(text: str) -> None:
    for sentence in split(text):
        find(of_letters(sentence))
