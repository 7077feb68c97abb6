"""Words of names, made comparable: folded letters that keep their places, slugs, and the bare name inside a phrase.

Folding never changes the length of a text, so an offset in the folded text is an offset in the text itself.
"""

import re
import unicodedata
from functools import lru_cache

_FOLDED = {
    code: base
    for code in range(0x00C0, 0x0250)
    if len(base := unicodedata.normalize("NFD", chr(code))[0].lower()) == 1 and base.isascii()
}
_MARKS = {
    ord(mark): plain
    for marks, plain in (
        ("\u2019\u2018\u02bc`\u00b4", "'"),
        ("\u201c\u201d«»", '"'),
        ("\u2013\u2014\u2011\u2012\u2212", "-"),
        ("\xa0", " "),
    )
    for mark in marks
}
_ALEFS, _HEH = "\u0623\u0625\u0622\u0671", "\u0647"  # the forms of alef, and the heh that a teh marbuta is written as
_ARABIC = {**{ord(letter): "\u0627" for letter in _ALEFS}, ord("ى"): "ي", ord("ة"): _HEH}
_TABLE = {
    **{code: chr(code + 32) for code in range(65, 91)},
    **_FOLDED,
    **_MARKS,
    **_ARABIC,
    0x131: "i",  # Turkish dotless i
    ord("ß"): "s",
}

_ARTICLE = re.compile(r"^(?:the|a|an|some|one|its|their|his|her|this|that|our)\s+")
_CLAUSE = re.compile(r",?\s+(?:which|who|whose|that|citing|quoting|based in)\s.*$|\s*\([^)]*based[^)]*\)")
_BASED = re.compile(r"\b[\w.'-]+-based\s+")
_DATELINE = re.compile(r"^.*(?: \| |\w/ | -- )(?=\S)")
_SPACES = re.compile(r"\s+")


def fold(text: str) -> str:
    """Lower case, without accents, with plain quotes and dashes; as long as `text`.

    >>> fold("Médecins Sans FRONTIÈRES")
    'medecins sans frontieres'
    """
    folded = text.translate(_TABLE)
    lowered = folded.lower()
    return lowered if len(lowered) == len(text) else folded


@lru_cache(maxsize=4096)
def clean(words: str) -> str:
    """A phrase without a dateline before it, its article, a trailing clause, and where its bearer is based.

    >>> clean("the war monitor, which is based in Britain")
    'war monitor'
    """
    text = _SPACES.sub(" ", words).strip(" \t\n,;:.\"'\u201c\u201d\u2018\u2019-\u2013\u2014")
    text = text[dateline.end() :] if (dateline := _DATELINE.match(text)) else text
    folded = fold(text)
    clause = _CLAUSE.search(folded)
    if clause:
        text = text[: clause.start()] + (text[clause.end() :] if clause.group().rstrip().endswith(")") else "")
    article = _ARTICLE.match(fold(text))
    if article:
        text = text[article.end() :]
    return _cut(text, _BASED).strip(" ,")


@lru_cache(maxsize=8192)
def key(words: str) -> str:
    """What two spellings of one name share: folded, without article, possessives, points and hyphens."""
    text = _ARTICLE.sub("", fold(words).strip(" \t\n,;:.\"'()-"))
    text = re.sub(r"'s?(?=\s|$)", "", text).replace(".", "")
    return _SPACES.sub(" ", re.sub(r"[-/_]", " ", text)).strip()


def slug(words: str) -> str:
    """The words as part of an identifier: letters and digits of any script, joined by hyphens."""
    return re.sub(r"[^\w]+", "-", key(words)).strip("-_") or "unnamed"


@lru_cache(maxsize=4096)
def tokens(words: str) -> frozenset[str]:
    """The words of a phrase, folded."""
    return frozenset(re.findall(r"\w+", key(words)))


def capitalised(words: str) -> bool:
    """Whether the phrase carries a proper name: a capital, or a letter of a script that has no capitals."""
    return any(word[:1].isupper() or (word[:1].isalpha() and not word[:1].isascii()) for word in words.split())


def _cut(text: str, pattern: re.Pattern[str]) -> str:
    found = pattern.search(fold(text))
    return text[: found.start()] + text[found.end() :] if found else text
