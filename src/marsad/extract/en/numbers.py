"""Numbers as English writes them: figures, grouped figures, number words."""

import re

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "millions": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
}
_WORD = "|".join(sorted([*UNITS, *TENS, "hundred", "thousand", "lakh", "million", "millions"], key=len, reverse=True))

# "millions" goes on with a number ("two millions") and is none by itself.
_FIRST = "|".join(word for word in _WORD.split("|") if word != "millions")

WORDS = rf"(?:{_FIRST})\b(?:(?:\s+and\s+|\s*-\s*|\s+)(?:{_WORD})\b){{0,9}}"
"""One or more number words: "twenty-three", "one hundred and five", "two hundred thousand"."""

FIGURES = r"\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:\.\d+)?"
"""Figures, with or without groups of three: "1,018", "1.018", "2 000", "340", "34.1"."""

_SCALE = r"(?:hundred|thousand|lakh|million|crore|billion)s?"
FIGURES_SCALED = rf"(?:{FIGURES})(?:[\s-]?{_SCALE}\b|(?:k|m|K|M)\b)?"

MOST_FIGURES = 15  # with their commas: a trillion. What is longer counts no people

_SPLIT = re.compile(r"[\s-]+")
_GROUPED = re.compile(r"\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+")
_SCALED = re.compile(rf"({FIGURES})[\s-]?({_SCALE}|k|m|K|M)?")


def words_to_int(phrase: str) -> int | None:
    """The value of number words, or None where they do not make a number ("two three").

    >>> words_to_int("one hundred and fifteen"), words_to_int("twenty-three"), words_to_int("two three")
    (115, 23, None)
    """
    total, current, last = 0, 0, 10**12
    for word in _SPLIT.split(phrase.lower().strip()):
        if word == "and":
            continue
        value = UNITS.get(word, TENS.get(word))
        if value is not None:
            if value >= last and current % 100:
                return None
            current, last = current + value, value
        elif SCALES[word] == 100:
            current, last = max(current, 1) * 100, 10**12
        else:
            total, current, last = total + max(current, 1) * SCALES[word], 0, 10**12
    return total + current


def figures_to_int(phrase: str) -> int | None:
    """The value of figures with an optional scale, or None for a fraction of a person.

    >>> figures_to_int("1,018"), figures_to_int("34.1 million"), figures_to_int("6.1")
    (1018, 34100000, None)
    """
    match = _SCALED.fullmatch(phrase.strip())
    if not match:
        return None
    digits, scale = match.groups()
    if len(digits) > MOST_FIGURES:
        return None
    factor = SCALES.get((scale or "").lower().rstrip("s"), {"k": 1_000, "m": 1_000_000}.get((scale or "").lower(), 1))
    if _GROUPED.fullmatch(digits) and not ("." in digits and scale):
        return int(re.sub(r"\D", "", digits)) * factor
    value = float(digits) * factor
    return round(value) if abs(value - round(value)) < 1e-6 else None
