"""Which country a phrase points to: by name, adjective or capital ("Turkish officials", "Iraq's health ministry")."""

import re
from functools import cache
from importlib.resources import files

import yaml

from marsad.attribute.words import fold
from marsad.errors import InputError


class Countries:
    """Country words and the codes they point to. Raises InputError for a word that two countries claim."""

    def __init__(self, words: dict[str, list[str]]) -> None:
        self._codes: dict[str, str] = {}
        for code, names in words.items():
            for name in names:
                self._add(fold(name), code)
        longest_first = sorted(self._codes, key=len, reverse=True)
        self._pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")s?(?!\w)")

    def _add(self, name: str, code: str) -> None:
        if self._codes.setdefault(name, code) != code:
            raise InputError(f"countries.yaml: {name!r} stands under {self._codes[name]} and {code}: keep one of them")

    def named(self, words: str) -> list[str]:
        """The countries that the phrase names, in order, each once."""
        found = (match.group() for match in self._pattern.finditer(fold(words)) if not _pronoun(match, words))
        return list(dict.fromkeys(self._codes.get(name) or self._codes[name[:-1]] for name in found))

    def only(self, words: str) -> str | None:
        """The one country that the phrase names; None where it names none or several."""
        named = self.named(words)
        return named[0] if len(named) == 1 else None

    def without(self, words: str) -> str:
        """The phrase without its country words."""
        found = self._pattern.search(fold(words))
        if found is None:
            return words
        after = re.sub(r"^['\u2019]s?\b", "", words[found.end() :])
        return " ".join((words[: found.start()] + after).split())


def _pronoun(match: re.Match[str], words: str) -> bool:
    """Whether "us" is the pronoun."""
    return match.group() == "us" and not words[match.start() : match.end()].isupper()


@cache
def countries() -> Countries:
    """The country words shipped with the program."""
    return Countries(
        yaml.load(files("marsad.attribute").joinpath("countries.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    )
