"""Keys under which names are filed and looked up: one exact up to signs, one tolerant of transliteration.

Two spellings of one Arabic, Persian or Ukrainian name ("Jableh", "Jablah", "Jebleh") share the tolerant key. It says
"may be the same name", never "is": it is asked only when the exact key finds nothing.
"""

import re
import unicodedata
from functools import lru_cache

_QUOTES = str.maketrans(dict.fromkeys("'’‘`ʻʿʼʽ\"“”", ""))
_SPACE = re.compile(r"[\s\-‐‑–—_./,]+")
_ARABIC_MARKS = re.compile(r"[\u0640\u064b-\u065f\u0670]")
_ARABIC_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"})
# Letters that are not a plain one with a sign.
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})
_ARABIC = re.compile(r"[\u0600-\u06ff]")

# The Arabic article, also assimilated to the letter after it: al-, as-, ash-, ad-, an-, ar-, at-, az-, el-.
_ARTICLE = re.compile(r"\b(?:al|el|as|ash|ad|adh|an|ar|at|ath|az|es|esh|ed|en|er|et|ez|ul)\s+(?=\w{3})")
_DOUBLED = re.compile(r"(.)\1+")
# Endings that stand for the same letter: Jableh, Jabla, Jablah.
_FINAL = re.compile(r"(?:ah|eh|a|e|ieh|iyeh|iyah|iyya|iya|ia)\b")
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
_VOWELS = str.maketrans({"e": "a", "o": "u", "q": "k", "c": "k", "y": "i"})


@lru_cache(maxsize=65536)
def exact_key(name: str) -> str:
    """The name without case, accents, apostrophes and the difference of hyphen and space.

    >>> exact_key("Dar‘ā"), exact_key("Deir ez-Zor")
    ('dara', 'deir ez zor')
    """
    if not name.isascii():
        name = _folded(name)
    return _SPACE.sub(" ", name.translate(_QUOTES)).strip().lower()


def plain(name: str) -> str:
    """The name without the signs that romanisations add, case and hyphens kept."""
    return _folded(name.translate(_QUOTES))


def _folded(name: str) -> str:
    if _ARABIC.search(name):
        return _ARABIC_MARKS.sub("", name).translate(_ARABIC_LETTERS)
    decomposed = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return plain.translate(_LETTERS)


@lru_cache(maxsize=65536)
def loose_key(name: str) -> str:
    """The name as it sounds, for names that come from another script; empty where too little would be left of it.

    >>> {loose_key(n) for n in ("Jableh", "Jablah", "Jebleh", "Jabla")}
    {'jabla'}
    """
    key = _ARTICLE.sub("", exact_key(name))
    for written, sound in _SOUNDS:
        key = key.replace(written, sound)
    key = _FINAL.sub("a", _DOUBLED.sub(r"\1", key)).translate(_VOWELS)
    key = _DOUBLED.sub(r"\1", key.replace(" ", ""))
    return key if len(key) >= 4 else ""
