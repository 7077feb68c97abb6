"""The patterns of place talk, by name, each with texts that it must and must not match (run as tests).

Written by hand for English. All are linear: no nested repetition, and gaps are bounded.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a place word does in its sentence, where it is not the place of the harm."""

    DATELINE = "dateline"
    SPEAKER = "place of a speaker"
    ORGANISATION = "part of an organisation's name"
    DESTINATION = "where people went"
    HOSPITAL = "where people were treated"
    ORIGIN = "where people come from"
    RESIDENTS = "whose people are spoken of"
    ACTOR = "a side or its backer"
    REFERENCE = "named only to say where another place is"
    BACKGROUND = "told of another time"
    CREDIT = "source or outlet line"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression for what stands before or after a place word, and the role it gives to that word.

    In the examples ⟦ ⟧ enclose the place word.
    """

    name: str
    role: Role
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    match: tuple[str, ...] = ()
    no_match: tuple[str, ...] = ()


def one_of(words: str) -> str:
    """A group that matches any of the words; "_" stands for a space.

    >>> one_of("in next_to")
    '(?:in|next to)'
    """
    return "(?:" + "|".join(word.replace("_", " ") for word in words.split()) + ")"


def before(source: str) -> re.Pattern[str]:
    """What must stand right before the word, without case."""
    return re.compile(rf"(?:{source})$", re.IGNORECASE)


def after(source: str) -> re.Pattern[str]:
    """What must stand right after the word, without case."""
    return re.compile(source, re.IGNORECASE)


_KINDS = (
    r"villages?|towns?|cit(?:y|ies)|camps?|districts?|provinces?|governorates?|states?|regions?|capital|port|suburbs?|"
    r"neighbou?rhoods?|settlements?|townships?|count(?:y|ies)|municipalit(?:y|ies)|barangay|sitio"
)
_BETWEEN = one_of(
    """the a both central downtown northern southern eastern western north south east west northeastern northwestern
    southeastern southwestern northeast northwest southeast southwest north-west north-east south-west south-east old
    greater nearby neighboring neighbouring besieged occupied rural restive city town village villages towns district
    province state region port capital of coastal border mainly shia kurdish"""
)
# Words that put something at a place. They make a place of words that are otherwise doubtful.
LOCATIVE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|on|across|throughout|within|along|off|hits?|struck|strikes|between|"
    rf"between [A-Z][\w'’\-]+ and|{_KINDS})(?: {_BETWEEN}){{0,4}} $",
    re.IGNORECASE,
)
