"""A sentence as plain lists of words and tags, from the parse or, for sentences that are not parsed, from the letters.

Who speaks is looked for in every sentence, and most are never parsed: there a capital makes a name, a list tells the
nouns of speakers and the verbs of saying, and small words are what bounds them. Both kinds look alike to `speakers`.
"""

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from marsad.extract.en.sentences import Sentence
from marsad.extract.en.speech_words import speech_words
from marsad.extract.en.wording import words_of

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Brig|Capt|Sgt|Prof|St)\.|'s\b|’s\b"
    r"|\w+(?:[-.]\w+|['’](?!s\b)\w+)*|[^\w\s]"
)
_SMALL = {
    **dict.fromkeys("the a an this that these those another some any every each no".split(), "DT"),
    **dict.fromkeys("its his her their our".split(), "PRP$"),
    **dict.fromkeys("it he she they we who which i you there".split(), "PRP"),
    **dict.fromkeys(
        "of in at on from for with by to as into after before during over under against since between about through "
        "until among near across".split(),
        "IN",
    ),
    **dict.fromkeys("and or but nor".split(), "CC"),
    **dict.fromkeys(
        "is was were are be been being has had have will would could can may might must should do does did".split(),
        "VB",
    ),
    **dict.fromkeys(
        "not n't also then now when while where how if because so than too later earlier only".split(),
        "RB",
    ),
}  # fmt: skip
NAMES = frozenset({"NNP", "NNPS"})


@dataclass(slots=True)
class Line:
    """The words of a sentence: as written, in lower case, their tags and their offsets in the report's text.

    `heads` and `roles` are those of the parse, and empty where there is none.
    """

    sentence: Sentence
    words: list[str]
    lower: list[str]
    tags: list[str]
    starts: list[int]
    ends: list[int]
    heads: list[int]
    roles: list[str]


def of_parse(sentence: Sentence, doc: Doc) -> Line:
    """The line of a parsed sentence."""
    at, words = sentence.start, words_of(doc)
    starts = [at + start for start in words.starts]
    ends = [start + len(word) for start, word in zip(starts, words.texts, strict=True)]
    return Line(sentence, words.texts, words.lower, words.tags, starts, ends, words.heads, words.roles)


def of_letters(sentence: Sentence) -> Line:
    """The line of a sentence that is not parsed."""
    found = list(_TOKEN.finditer(sentence.text))
    words = [match.group() for match in found]
    lower = [word.lower() for word in words]
    starts = [sentence.start + match.start() for match in found]
    ends = [sentence.start + match.end() for match in found]
    return Line(sentence, words, lower, _tags(words, lower), starts, ends, [], [])


def _tags(words: list[str], lower: list[str]) -> list[str]:
    """Rough tags: X for what may be anything."""
    listed = speech_words()
    tags = []
    for n, (word, low) in enumerate(zip(words, lower, strict=True)):
        if low in ("'s", "’s"):
            tags.append("POS")
        elif low in _SMALL:
            tags.append(_SMALL[low])
        elif not word[0].isalnum():
            tags.append(word)
        elif word[0].isdigit():
            tags.append("CD")
        elif n and word[0].isupper():
            tags.append("NNP")
        elif low in listed.verbs and low not in listed.nouns:
            tags.append("VBD")
        elif low in listed.nouns:
            tags.append("NN")
        else:
            tags.append("NNP" if word[0].isupper() else "X")
    return tags
