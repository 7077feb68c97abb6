"""How a sentence lists its harm: number before word ("12 killed, 5 injured") or behind it ("killed 12, injured 5").

Writers keep to one order within a clause. Which one is read off the row of numbers and harm words in the clause: one
that opens with a number and closes with a harm word puts the number first, and the other way round.
"""

from dataclasses import dataclass

from spacy.tokens import Doc

from marsad.extract.en.context import harm_of
from marsad.extract.en.wording import words_of
from marsad.model import Measure

CLAUSE = frozenset(";:.!?–—|•")  # marks that a list does not cross
REACH = 60  # tokens looked at to either side
_KEY = "marsad harm words"


@dataclass(frozen=True, slots=True)
class Listing:
    """Where a number stands in the row of its clause: the order kept, the measure by that order, the row as letters."""

    order: str
    measure: Measure | None
    row: str


def harm_words(doc: Doc) -> dict[int, Measure]:
    """The harm words of a sentence by their place; found once a sentence."""
    found: dict[int, Measure] | None = doc.user_data.get(_KEY)
    if found is None:
        words = words_of(doc)
        told = map(harm_of, words.lemmas, words.kinds, words.lower)
        found = {place: measure for place, measure in enumerate(told) if measure}
        doc.user_data[_KEY] = found
    return found


def listing_of(doc: Doc, number: int, numbers: frozenset[int]) -> Listing:
    """The listing of the number at a place, given the places of all numbers that may count people."""
    first, last = _clause(doc, number)
    words = harm_words(doc)
    row = [place for place in range(first, last) if place in words or place in numbers]
    letters = "".join("n" if place in numbers else "h" for place in row)
    order = _order(letters)
    found = _along(order, row, number, words)
    return Listing(order, found, _squeezed(letters))


def _clause(doc: Doc, number: int) -> tuple[int, int]:
    first, last, texts = number, number, words_of(doc).texts
    while first > 0 and number - first < REACH and texts[first - 1] not in CLAUSE:
        first -= 1
    while last < len(texts) and last - number < REACH and (last == number or texts[last] not in CLAUSE):
        last += 1
    return first, last


def _order(letters: str) -> str:
    if "h" not in letters:
        return "none"
    if letters[0] == letters[-1]:
        return "number both ends" if letters[0] == "n" else "word both ends"
    return "number first" if letters[0] == "n" else "word first"


def _along(order: str, row: list[int], number: int, words: dict[int, Measure]) -> Measure | None:
    right = next((words[place] for place in row if place > number and place in words), None)
    left = next((words[place] for place in reversed(row) if place < number and place in words), None)
    if order == "number first":
        return right
    return left if order == "word first" else None


def _squeezed(letters: str) -> str:
    """The row with runs of numbers and of words as one: "nhnh" for "12 killed, 5 injured"."""
    short = "".join(letter for place, letter in enumerate(letters) if not place or letters[place - 1] != letter)
    return short if len(short) <= 6 else short[:6] + "+"
