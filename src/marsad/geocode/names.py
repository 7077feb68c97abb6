"""Whether a capitalised span is used as a place's name, or as a word, a person's name or part of a longer name."""

import re
from functools import cache

from marsad.geocode.called import type_words
from marsad.geocode.gazetteer import Level
from marsad.geocode.keys import exact_key
from marsad.geocode.mention import Mention
from marsad.geocode.patterns import LOCATIVE
from marsad.geocode.tables import not_places
from marsad.geocode.words import Word

_CALLED_SO = re.compile(r"\b(?:town|village|city|camp|district) of $")
_YEARS_OLD = re.compile(r",? (?:aged |age )?\d{1,3}(?:,| and|$|\.)")
# Words before a name that do not make it longer, beside the days and months: headlines capitalise them.
_PLAIN = frozenset("in at near of from the outside hits kills".split())
SMALL = 50_000  # people: settlements below are not taken where the word is also a personal name


def is_name(text: str, tokens: list[Word], first: int, last: int, mention: Mention) -> bool:
    """Whether a name of the gazetteer is a place's name here."""
    listed, key = not_places(), exact_key(text[tokens[first].start : tokens[last].end])
    wide = mention.means[0].level <= Level.PROVINCE
    if key in listed.common_words:
        return bool(_CALLED_SO.search(text, max(0, mention.start - 16), mention.start))
    if _is_person(text, mention.start, tokens[last].end):
        return False
    longer = _in_longer_name(text, tokens, first, last)
    if key in listed.personal_names and (not mention.locative or _small(mention)):
        return wide and not longer
    if wide and key not in listed.need_support:
        # Countries in longer names are mostly organisations, which tell the country too; people's names do not.
        return not (longer and exact_key(tokens[last].text) in listed.personal_names)
    return not longer


def may_be_place(text: str, tokens: list[Word], first: int, last: int, mention: Mention) -> bool:
    """Whether a name that no list knows, and that the text puts or calls somewhere, may be a place's."""
    listed = not_places()
    keys = [exact_key(word.text) for word in tokens[first : last + 1]]
    if keys[0] in listed.common_words or keys[-1] in listed.peoples:
        return False
    if len(keys) == 1 and (keys[0] in listed.personal_names or keys[0].isdigit()):
        return False
    if any(key in listed.organisation_words or key in listed.calendar for key in keys):
        return False
    if mention.name.isupper() and mention.typed in (None, Level.SITE):
        return False  # an acronym
    if mention.typed is Level.SITE and (keys[0] in listed.peoples or starts_sentence(text, tokens[first])):
        return False
    return not _is_person(text, mention.start, tokens[last].end)


def starts_sentence(text: str, word: Word) -> bool:
    """Whether the word is the first of a sentence, where a capital says nothing."""
    before = text[max(0, word.start - 2) : word.start].strip(" \"“'(")
    return word.start == 0 or before[-1:] in ("", ".", "\n", ":", "•", "-", "!", "?")


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(not_places().titles)))})\.? $")


def _is_person(text: str, start: int, end: int) -> bool:
    return bool(_titles().search(text, max(0, start - 20), start) or _YEARS_OLD.match(text, end))


def _small(mention: Mention) -> bool:
    return mention.typed is None and all(c.population < SMALL for c in mention.means)


def _in_longer_name(text: str, tokens: list[Word], first: int, last: int) -> bool:
    return _name_before(text, tokens, first) or _name_after(text, tokens, last)


def _name_before(text: str, tokens: list[Word], first: int) -> bool:
    if first == 0 or text[tokens[first - 1].stop : tokens[first].start] != " ":
        return False
    before = tokens[first - 1]
    key = exact_key(before.text)
    if not before.capital or before.possessive or key in type_words() or key in _PLAIN or key in not_places().calendar:
        return False
    if starts_sentence(text, before):
        return key not in not_places().common_words and not LOCATIVE.search(before.text + " ")
    return True


def _name_after(text: str, tokens: list[Word], last: int) -> bool:
    if last + 1 >= len(tokens) or tokens[last].possessive:
        return False
    after = tokens[last + 1]
    if text[tokens[last].stop : after.start] != " " or not after.capital or after.text.isdigit():
        return False
    key = exact_key(after.text)
    return key not in type_words() and key not in not_places().calendar
