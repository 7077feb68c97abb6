"""Which sentences are worth parsing: those with a harm word, and those that go on counting after one.

One pass of an Aho-Corasick automaton over the text finds every harm word; a sentence is picked where it has one and
something countable, or where it holds a number and stands within two sentences of one that was picked.
"""

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from marsad.extract.en.lexicon import lexicon
from marsad.extract.en.sentences import Sentence

_ENDINGS = ("", "s", "es", "d", "ed", "ing", "ied", "ies")
_IRREGULAR = (
    "dead died dies dying death toll victim lives shot slain fell fallen lost loss stolen blown hospital missing "
    "wounded hurt bodies corpses remains "
    "casualties casualty fatalities wiped mourn buried fled flee flees homeless held custody taken behead found"
).split()
_COUNTABLE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twent\w+|thirt\w+|fort\w+|fift\w+|sixt\w+|sevent\w+|eight\w+|ninet\w+|"
    r"hundreds?|thousands?|millions?|dozens?|scores|several|many|multiple|some|others|no|nobody|none|an?|his|her|their|its|the)\b",
    re.I,
)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|"
    r"dozens?|several)\b",
    re.I,
)
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
    forms |= set(_IRREGULAR)
    return AhoCorasick(sorted(forms), matchkind=MatchKind.LeftmostLongest)


def _whole(text: str, start: int, end: int) -> bool:
    return (start == 0 or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum())


def harm_words(text: str) -> bool:
    """Whether a sentence has a word for harm."""
    lowered = text.lower()
    return any(
        _whole(lowered, start, end)
        for _, start, end in _automaton().find_matches_as_indexes(lowered, overlapping=False)
    )


def pick(sentences: list[Sentence]) -> list[Sentence]:
    """The sentences to parse, in order."""
    picked: list[Sentence] = []
    last = -10
    for sentence in sentences:
        if _COUNTABLE.search(sentence.text) and harm_words(sentence.text):
            picked.append(sentence)
            last = sentence.index
        elif sentence.index - last <= REACH and _NUMBER.search(sentence.text):
            picked.append(sentence)
            last = sentence.index if sentence.index - last == 1 or len(sentence.text) <= LINE else last
    return picked
