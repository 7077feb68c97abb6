"""How the numbers of a report stand to each other: total, subset of, addition to, or repeat of another.

Decided on the numbers in the order in which they stand. Cues: "including", "among them", "of whom", brackets; numbers
that add up to one just told; the same number told again; "another 24 … bringing".
"""

import re

from marsad.extract.en.again import told_again
from marsad.extract.en.brought import bring, on_top, says_more
from marsad.extract.en.cues import cue
from marsad.extract.en.told import Told
from marsad.model import Category, Measure, Relation, Scope

_BRACKET = re.compile(r"[(–—:-]\s*(?:\w+[\s,]+){0,6}$")
_JOINED = re.compile(r"(?:\s+[^\W\d]+){0,3},?\s+and\s+")
WINDOW = 80  # numbers that are looked back over: texts with more between a part and its whole are made by machines
PART_CLASSES = frozenset({Category.WOMEN, Category.CHILDREN})


def relate(numbers: list[Told], heading_ends: int) -> None:
    """Set relation, parent and why of every number, in place. `heading_ends` is the offset where the body begins."""
    for n, told in enumerate(numbers):
        if told.mention.modality.value == "none":
            continue
        _repeat(numbers, n) or _addition(numbers, n) or _subset(numbers, n)
    _sums(numbers)
    bring(numbers)
    _headings(numbers, heading_ends)


def _sums(numbers: list[Told]) -> None:
    """Numbers in a row that add up to one just told are its parts, whatever the words: arithmetic is evidence."""
    for n, whole in enumerate(numbers):
        if whole.value is None or whole.value < 4 or whole.relation is Relation.REPEAT:
            continue
        for first in range(n + 1, min(len(numbers), n + 13)):
            parts = _row(numbers, first, whole)
            if parts:
                shown = " + ".join(f"{numbers[m].value:,}" for m in parts)
                for m in parts:
                    numbers[m].relation, numbers[m].parent = Relation.SUBSET, n
                    numbers[m].why = f"the parts add up: {shown} = {whole.value:,}"
                break


def _row(numbers: list[Told], first: int, whole: Told) -> list[int]:
    """Two or more numbers from `first` on, near each other, whose sum is the whole; or none."""
    total = 0
    row: list[int] = []
    for m in range(first, min(len(numbers), first + 12)):
        told = numbers[m]
        if (
            told.measure is not whole.measure
            or told.value is None
            or (row and told.mention.sentence.paragraph - numbers[row[-1]].mention.sentence.paragraph > 1)
        ):
            break
        total, row = total + told.value, [*row, m]
        if total == whole.value:
            return row if len(row) > 1 else []
        if total > (whole.value or 0):
            break
    return []


def _same(a: Told, b: Told) -> bool:
    """Whether `b`, which stands later, tells the people of `a` again."""
    if a.measure is b.measure and told_again(a.mention, b.mention):
        return True
    return (
        a.measure is b.measure
        and a.value is not None
        and a.value == b.value
        and (a.victims.category is b.victims.category or Category.ANY in (a.victims.category, b.victims.category))
        and (a.value > 3 or a.victims.text == b.victims.text)
    )


def _repeat(numbers: list[Told], n: int) -> bool:
    told = numbers[n]
    for m in range(n - 1, max(-1, n - 1 - WINDOW), -1):
        other = numbers[m]
        if (
            other.relation is Relation.REPEAT
            or not _same(other, told)
            or other.mention.sentence.index == told.mention.sentence.index
        ):
            continue
        if Scope.BACKGROUND in (other.scope, told.scope):
            continue
        if (
            told.source
            and other.source
            and told.source != other.source
            and not other.source.lower().startswith(("it", "he", "she", "they"))
        ):
            continue
        told.relation, told.parent, told.why = Relation.REPEAT, m, "the same number was told before"
        return True
    return False


def _addition(numbers: list[Told], n: int) -> bool:
    told, before = numbers[n], numbers[n - 1] if n else None
    if not on_top(told):
        return False
    beside = before is not None and before.mention.sentence.index == told.mention.sentence.index
    if before is not None and beside and before.measure is not told.measure:
        return False  # "12 killed and another 30 wounded" adds to nothing
    parent = _larger(numbers, n, same_sentence=False)
    if parent is None:
        return False
    here = numbers[parent].mention.sentence.index == told.mention.sentence.index
    if here and not _brings(told) and not says_more(told):
        return False
    told.relation, told.parent, told.why = Relation.ADDITION, parent, "told as coming on top of an earlier total"
    return True


def _brings(told: Told) -> bool:
    return bool(cue("brings").search(told.mention.sentence.text))


def _subset(numbers: list[Told], n: int) -> bool:
    told = numbers[n]
    text, start = told.mention.sentence.text, told.mention.start - told.mention.sentence.start
    before, after = text[max(0, start - 60) : start], text[told.mention.end - told.mention.sentence.start :][:70]
    sign = cue("part_before").search(before) or _BRACKET.search(before)
    later = cue("part_after").match(after.lstrip(" ,;:(–—-\"'"))
    parent = _larger(numbers, n, same_sentence=bool(sign) and not later)
    if parent is None and (sign or later):
        parent = _larger(numbers, n, same_sentence=False)
    if sign or later or told.mention.partitive:
        words = sign or later
        why = f"told as part: {words.group().strip()[:30]!r}" if words else "told as part of those before"
        if parent is not None:
            told.relation, told.parent, told.why = Relation.SUBSET, parent, why
            return True
        if later:
            told.relation, told.why = Relation.SUBSET, why
            return True
    if (
        parent is not None
        and told.victims.category in PART_CLASSES
        and numbers[parent].victims.category not in PART_CLASSES
        and not _beside(numbers[parent], told)
    ):
        told.relation, told.parent, told.why = Relation.SUBSET, parent, "a class of those just counted"
        return True
    return parent is not None and _part_of_list(numbers, n, parent)


def _beside(first: Told, second: Told) -> bool:
    """Whether two numbers stand in one list: "two brothers and their mother" are three."""
    if first.mention.sentence.index != second.mention.sentence.index:
        return False
    if second.mention.head.dep_ == "conj" and second.mention.head.head == first.mention.head:
        return True
    sentence = first.mention.sentence
    between = sentence.text[first.mention.end - sentence.start : second.mention.start - sentence.start]
    return bool(_JOINED.fullmatch(between))


def _part_of_list(numbers: list[Told], n: int, parent: int) -> bool:
    """Whether it goes on with a list whose earlier member is a subset of the same parent."""
    told, before = numbers[n], numbers[n - 1] if n else None
    if before is None or before.relation is not Relation.SUBSET or before.parent != parent:
        return False
    near = told.mention.sentence.paragraph - before.mention.sentence.paragraph <= 1
    if near and before.measure is told.measure:
        told.relation, told.parent, told.why = Relation.SUBSET, parent, "goes on with a breakdown"
        return True
    return False


def _larger(numbers: list[Told], n: int, *, same_sentence: bool) -> int | None:
    """The nearest earlier number of the same measure that could contain it."""
    told = numbers[n]
    for m in range(n - 1, max(-1, n - 1 - WINDOW), -1):
        other = numbers[m]
        if same_sentence and other.mention.sentence.index != told.mention.sentence.index:
            return None
        if other.scope is not told.scope and Scope.BACKGROUND in (other.scope, told.scope):
            continue
        fits = other.measure is told.measure or other.measure is Measure.KILLED_OR_INJURED
        if not fits or other.relation is Relation.REPEAT or other.mention.single:
            continue
        if other.value is None or told.value is None or other.value > told.value:
            if other.relation is Relation.SUBSET and not _may_hold(other.victims.category, told.victims.category):
                continue
            return m
    return None


def _may_hold(part: Category, told: Category) -> bool:
    """Whether a part may have parts of another class: women hold no children, civilians do."""
    return part is Category.ANY or (told in PART_CLASSES and part not in PART_CLASSES)


def _headings(numbers: list[Told], heading_ends: int) -> None:
    """A headline's number is the repeat of the body's, though it stands first: swap the two."""
    for n, told in enumerate(numbers):
        if told.mention.start >= heading_ends:
            break
        match = next(
            (
                m
                for m in range(n + 1, len(numbers))
                if numbers[m].mention.start >= heading_ends and _headline_of(told, numbers[m])
            ),
            None,
        )
        if match is None:
            continue
        body = numbers[match]
        body.relation, body.parent, body.why = (
            (told.relation, told.parent, told.why)
            if told.relation is not Relation.REPEAT
            else (Relation.TOTAL, None, "the body's own figure")
        )
        told.relation, told.parent, told.why = Relation.REPEAT, match, "the headline tells the body's figure"
        for other in numbers[match + 1 :]:
            if other.parent == n:
                other.parent = match
        for other in numbers[n + 1 : match]:
            if other.parent == n:
                other.parent = match


def _headline_of(headline: Told, body: Told) -> bool:
    if headline.measure is not body.measure or headline.value is None or body.value is None:
        return False
    if headline.value == body.value:
        return True
    rounded = headline.mention.high is None and headline.value >= 20
    return rounded and body.relation is Relation.TOTAL and 0 <= body.value - headline.value <= 0.1 * body.value


def same_number(a: Told, b: Told) -> bool:
    """Whether two numbers are the same quantity of the same harm."""
    return _same(a, b)


def fits_whole(whole: Told, part: Told) -> bool:
    """Whether an earlier number could contain, or be added to by, another: same harm, larger, no repeat.

    What is told as background contains nothing of the news, nor the other way round.
    """
    fits = part.measure is whole.measure or whole.measure is Measure.KILLED_OR_INJURED
    if whole.scope is not part.scope and Scope.BACKGROUND in (whole.scope, part.scope):
        return False
    larger = whole.value is None or part.value is None or whole.value > part.value
    return fits and larger and not whole.mention.single and whole.relation is not Relation.REPEAT
