"""Harm by the style of a list: whether its harm words stand before their numbers or behind them, consistently.

"Four children and eight men among the dead, nine women among the injured" tells the harm behind the numbers; "killed:
12 men, one woman; wounded: seven" before them. The first and the last item of the list show which.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Token

from marsad.extract.en.harm import Harm
from marsad.extract.en.listing import harm_words
from marsad.extract.en.mentions import Mention
from marsad.extract.en.wording import words_of
from marsad.model import Measure

FEWEST, FEWEST_HEADED = 3, 2  # numbers: fewer show no style
HEADED = "headed"
"""The name of the construction "killed: 12 men; wounded: seven", which is surer than the grammar of a list."""


class _Word(NamedTuple):
    token: Token
    measure: Measure


def by_style(doc: Doc, told: Sequence[Mention]) -> dict[int, Harm]:
    """The harm of each number of a sentence by the style of its list, by the place of the number; empty where none."""
    numbers = [mention.number.i for mention in told if not mention.single]
    if len(numbers) < FEWEST_HEADED:
        return {}
    lemmas = words_of(doc).lemmas
    words = [_Word(doc[n], measure) for n, measure in harm_words(doc).items() if lemmas[n] != "victim"]
    if len({word.measure for word in words}) < 2:
        return {}
    if all(word.token.i + 1 < len(doc) and word.token.nbor().text == ":" for word in words):
        return _before(numbers, words, HEADED)
    if len(numbers) < FEWEST or not _alternate(numbers, words):
        return {}
    first, last = min(words[0].token.i, numbers[0]), max(words[-1].token.i, numbers[-1])
    if first in numbers and last not in numbers:
        return _behind(numbers, words)
    if first not in numbers and last in numbers:
        return _before(numbers, words)
    return {}


def _alternate(numbers: list[int], words: list[_Word]) -> bool:
    """Whether a number stands between every two harm words that differ: else the words are no heads of a list."""
    return all(
        a.measure is b.measure or any(a.token.i < number < b.token.i for number in numbers) for a, b in pairwise(words)
    )


def _behind(numbers: list[int], words: list[_Word]) -> dict[int, Harm]:
    """Each number with the next harm word behind it."""
    found: dict[int, Harm] = {}
    place = 0
    for number in numbers:
        while place < len(words) and words[place].token.i < number:
            place += 1
        if place < len(words):
            found[number] = Harm(words[place].measure, words[place].token, "by_style")
    return found


def _before(numbers: list[int], words: list[_Word], name: str = "by_style") -> dict[int, Harm]:
    """Each number with the last harm word before it."""
    found: dict[int, Harm] = {}
    place = -1
    for number in numbers:
        while place + 1 < len(words) and words[place + 1].token.i < number:
            place += 1
        if place >= 0:
            found[number] = Harm(words[place].measure, words[place].token, name)
    return found
