"""The words of speech, read from `speech.yaml` and checked: verbs of saying, nouns of speakers, pronouns."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from marsad.extract.en.declared import parsed


class SpeechWords:
    """The lists of `speech.yaml` as look-ups. Raises ValueError for a word under two headings of one list."""

    def __init__(self, text: str) -> None:
        raw: Mapping[str, Any] = parsed(text)
        verbs = raw["verbs"]
        self.between = frozenset(verbs["between"])
        self.verbs = _by_word("verbs", {name: words for name, words in verbs.items() if name != "between"})
        self.nouns = _by_word("nouns", {name: _numbers(words) for name, words in raw["nouns"].items()})
        self.pronouns = _by_word("pronouns", raw["pronouns"])
        self.according = tuple(tuple(phrase.split()) for phrase in raw["according"])
        self.titles = frozenset(raw["titles"])


def _numbers(words: Iterable[str]) -> list[str]:
    """Each noun in the singular and the plural."""
    listed = list(words)
    plurals = [word[:-1] + "ies" if word[-1] == "y" and word[-2] not in "aeiou" else
               word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s") for word in listed]  # fmt: skip
    return list(dict.fromkeys([*listed, *plurals]))


def _by_word(name: str, headings: Mapping[str, Iterable[str]]) -> dict[str, str]:
    table: dict[str, str] = {}
    for heading, words in headings.items():
        for word in words:
            if table.setdefault(str(word), heading) != heading:
                raise ValueError(f"speech.yaml, {name}: {word!r} stands under {table[word]} and {heading}")
    return table


@cache
def speech_words() -> SpeechWords:
    """The shipped words, read once."""
    return SpeechWords(files("marsad.extract.en").joinpath("speech.yaml").read_text(encoding="utf8"))
