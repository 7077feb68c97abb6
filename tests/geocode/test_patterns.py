"""Every pattern matches its examples, and not its counter-examples."""

import re
import time

import pytest

from marsad.geocode.patterns import LOCATIVE, Pattern
from marsad.geocode.roles import PATTERNS, matches

EXAMPLES = [(p, text, True) for p in PATTERNS for text in p.match] + [
    (p, t, False) for p in PATTERNS for t in p.no_match
]


@pytest.mark.parametrize(("pattern", "text", "wanted"), EXAMPLES, ids=lambda value: getattr(value, "name", str(value)))
def test_example(pattern: Pattern, text: str, wanted: bool) -> None:
    before, word, after = re.split("[⟦⟧]", text)
    assert matches(pattern, before, after) is wanted, word


def test_every_pattern_has_examples_both_ways() -> None:
    assert all(pattern.match and pattern.no_match for pattern in PATTERNS)


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("killed in ", True),
        ("near the town of ", True),
        ("In ", True),  # the start of a sentence
        ("in the besieged city of ", True),
        ("said ", False),
        ("Bashar ", False),
    ],
)
def test_locative(before: str, wanted: bool) -> None:
    assert bool(LOCATIVE.search(before)) is wanted


def test_patterns_are_linear() -> None:
    """A long run of words that almost match takes no longer than its length."""
    before, after = "taken and Aaa, " * 4000, " has had state prime deputy" * 4000
    start = time.perf_counter()
    for pattern in PATTERNS:
        matches(pattern, before, after)
    assert time.perf_counter() - start < 5
