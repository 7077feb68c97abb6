"""Keys under which names are filed and looked up: exact up to signs, tolerant of transliteration, bare consonants.

Two spellings of one Arabic, Persian or Ukrainian name ("Jableh", "Jablah", "Jebleh") share the tolerant key. It says
"may be the same name", never "is": it is asked only when the exact key finds nothing. The consonants alone say less
still: they are asked only where the text says in which province or district the place lies.
"""

import re
import unicodedata
from functools import lru_cache

_QUOTES = str.maketrans(dict.fromkeys("'’‘`ʻʿʼʽ\"“”", ""))
_SIGNS = _QUOTES | str.maketrans(dict.fromkeys("-‐‑–—_./,", " "))
# Accents and other marks that a decomposition sets apart from their letter.
_MARKS = dict.fromkeys(
    mark for block in ((0x300, 0x370), (0x1AB0, 0x1B00), (0x1DC0, 0x1E00), (0x20D0, 0x2100), (0xFE20, 0xFE30))
    for mark in range(*block)
)  # fmt: skip
_ARABIC_MARKS = re.compile(r"[\u0640\u064b-\u065f\u0670]")
_ARABIC_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"})
# Letters that are not a plain one with a sign.
_LETTERS = _MARKS | str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D"}
)
_ARABIC = re.compile(r"[\u0600-\u06ff]")

# The Arabic article, also assimilated to the letter after it: al-, as-, ash-, ad-, an-, ar-, at-, az-, el-.
_ARTICLE = re.compile(r"\b(?:al|el|as|ash|ad|adh|an|ar|at|ath|az|es|esh|ed|en|er|et|ez|ul)\s+(?=\w{3})")
_DOUBLED = re.compile(r"(.)\1+")
# Endings that stand for the same letters: Jableh, Jabla, Jablah; Salihiyah, Salhiyya, Salihieh.
_FEMININE = re.compile(r"(?:[ie]y+|i)[ae]h?\b")
_FINAL = re.compile(r"(?:ah|eh|a|e)\b")
# Digraphs first, then vowels: short vowels are written a, e, i, o or u at the writer's liking.
_SOUNDS = (
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ei", "ay"),
    ("ai", "ay"),
    ("ey", "ay"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
)
# Digraphs of one consonant, to one letter that stands for it; French ones too ("rh" is gh, "ch" sh, "dj" j).
_CONSONANTS = (
    ("kh", "x"),
    ("gh", "g"),
    ("rh", "g"),
    ("tch", "c"),
    ("sh", "c"),
    ("ch", "c"),
    ("dj", "j"),
    ("zh", "j"),
    ("th", "t"),
    ("dh", "d"),
    ("ph", "f"),
)
_HEARD = str.maketrans({"q": "k", "v": "f", "p": "b", **dict.fromkeys("aeiouwy ", "")})
_VOWELS = str.maketrans({"e": "a", "o": "u", "q": "k", "c": "k", "y": "i"})


@lru_cache(maxsize=65536)
def exact_key(name: str) -> str:
    """The name without case, accents, apostrophes and the difference of hyphen and space.

    >>> exact_key("Dar‘ā"), exact_key("Deir ez-Zor")
    ('dara', 'deir ez zor')
    """
    if not name.isascii():
        name = _folded(name)
    return " ".join(name.translate(_SIGNS).split()).lower()


def plain(name: str) -> str:
    """The name without the signs that romanisations add, case and hyphens kept."""
    return _folded(name.translate(_QUOTES))


def _folded(name: str) -> str:
    if _ARABIC.search(name):
        return _ARABIC_MARKS.sub("", name).translate(_ARABIC_LETTERS)
    return unicodedata.normalize("NFKD", name).translate(_LETTERS)


@lru_cache(maxsize=65536)
def loose_key(name: str) -> str:
    """The name as it sounds, for names that come from another script; empty where too little would be left of it.

    >>> {loose_key(n) for n in ("Jableh", "Jablah", "Jebleh", "Jabla")}
    {'jabla'}
    """
    return sound_of(exact_key(name))


def sound_of(key: str) -> str:
    """The tolerant key of a name whose exact key this is."""
    key = _FEMININE.sub("iy", _ARTICLE.sub("", key) if " " in key else key)
    for written, sound in _SOUNDS:
        key = key.replace(written, sound)
    key = _FINAL.sub("a", _DOUBLED.sub(r"\1", key)).translate(_VOWELS)
    key = _DOUBLED.sub(r"\1", key.replace(" ", ""))
    return key if len(key) >= 4 else ""


@lru_cache(maxsize=65536)
def consonant_key(name: str) -> str:
    """The consonants of the name without articles; empty where fewer than two are left.

    English, French and scholarly spellings of one Arabic name agree in little more: the vowels, w and y are written as
    they are heard.

    >>> {consonant_key(n) for n in ("Ein Laroz", "‘Ayn Lārūz", "Aïn Laroûz")}, consonant_key("Jiyah")
    ({'nlrz'}, '')
    """
    return consonants_of(exact_key(name))


def consonants_of(key: str) -> str:
    """The consonants of a name whose exact key this is. A final h is silent."""
    key = (_ARTICLE.sub("", key) if " " in key else key) + " "
    for written, sound in _CONSONANTS:
        key = key.replace(written, sound)
    key = _DOUBLED.sub(r"\1", key).replace("h ", " ").translate(_HEARD)
    return key if len(key) >= 2 else ""
