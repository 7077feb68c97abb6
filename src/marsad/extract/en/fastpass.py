"""Which reports and sentences are worth parsing: those with a harm word, and those that go on counting after one.

Most of what a monitor is fed is about something else. A report is opened only where it has a word that speaks of
harm by itself ("killed"), or where it is about violence and has a word that may ("lost", "fell", "held").

One pass of an Aho-Corasick automaton over the text finds every harm word; a sentence is picked where it has one and
something countable, or where it holds a number and stands within two sentences of one that was picked.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from marsad.extract.en import conflict
from marsad.extract.en.lexicon import lexicon
from marsad.extract.en.sentences import Sentence

_ENDINGS = ("", "s", "es", "d", "ed", "ing", "ied", "ies")
_IRREGULAR = (
    "dead died dies dying death toll victim lives shot slain fell fallen lost loss stolen blown hospital missing "
    "wounded hurt bodies corpses remains "
    "casualties casualty fatalities wiped mourn buried fled flee flees homeless held custody taken behead found "
    "victims harmed unharmed unhurt losses locked whereabouts"
).split()
_PHRASES = (
    "not been seen", "never seen", "not seen since", "those not seen", "went missing", "left their homes",
    "abandoned their homes", "driven from", "carried off", "no trace", "searching for", "looking for", "never returned",
)  # fmt: skip
_COUNTABLE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twent\w+|thirt\w+|fort\w+|fift\w+|sixt\w+|sevent\w+|eight\w+|ninet\w+|"
    r"hundreds?|thousands?|millions?|dozens?|scores|several|many|multiple|some|others|no|nobody|none|without|an?|his|her|their|its|the)\b",
    re.I,
)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|"
    r"dozens?|several)\b",
    re.I,
)
_WEAK = frozenset(
    "fall falls fell fallen falling lose loses losing lost loss losses beat beats beating hit hits shot shots shoot "
    "shooting strike strikes life lives taken found find finds held hold holds holding remain remains remained round "
    "rounds treat treats treated treating critical hospital missing hurt hurts hurting blown stolen wiped locked "
    "burn burns burned burning hang hangs hanged capture captures captured capturing seize seizes seized seizing "
    "crush crushed crushing knife gun guns".split()
) | {"looking for", "searching for", "no trace", "driven from", "carried off"}
"""Harm words that general news uses of prices, games and plans: alone, they open no report."""

_NAME = re.compile(r"[A-Z][\w'’-]+ [A-Z]")  # "Bilal Kasi was shot dead" counts somebody without a number
LINE = 80  # characters: a shorter sentence with a number may be a line of a list, which goes on
REACH = 3  # sentences after a picked one in which a number may still go on counting


@cache
def _automaton() -> AhoCorasick:
    words = lexicon()
    stems = {*words.verbs, *words.befall, *words.nouns, *words.adjectives}
    forms = {stem + ending for stem in stems for ending in _ENDINGS} | {
        stem[:-1] + e for stem in stems if stem.endswith("e") for e in ("ing", "ed")
    }
    forms |= {stem + stem[-1] + e for stem in stems for e in ("ed", "ing")} | {
        s[:-1] + e for s in stems if s.endswith("y") for e in ("ies", "ied")
    }
    forms |= {*_IRREGULAR, *_PHRASES}
    return AhoCorasick(sorted(forms), matchkind=MatchKind.LeftmostLongest)


def _whole(text: str, start: int, end: int) -> bool:
    return (start == 0 or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum())


def _harm_words(text: str) -> Iterator[str]:
    lowered = text.lower()
    for _, start, end in _automaton().find_matches_as_indexes(lowered, overlapping=False):
        if _whole(lowered, start, end):
            yield lowered[start:end]


@lru_cache(maxsize=64)  # a report's first sentences are asked twice
def harm_words(text: str) -> bool:
    """Whether a sentence has a word for harm."""
    return any(True for _ in _harm_words(text))


def promising(text: str) -> bool:
    """Whether a report may tell of people harmed: it has a word of harm that is one wherever it stands, or any of the
    others in a report about violence.
    """
    words = set(_harm_words(text))
    return bool(words - _WEAK) or (bool(words) and conflict.weigh(text).conflict)


def pick(sentences: list[Sentence]) -> list[Sentence]:
    """The sentences to parse, in order."""
    picked: list[Sentence] = []
    last = -10
    for sentence in sentences:
        if (_COUNTABLE.search(sentence.text) or _NAME.search(sentence.text)) and harm_words(sentence.text):
            picked.append(sentence)
            last = sentence.index
        elif sentence.index - last <= REACH and _NUMBER.search(sentence.text):
            picked.append(sentence)
            last = sentence.index if sentence.index - last == 1 or len(sentence.text) <= LINE else last
    return picked
