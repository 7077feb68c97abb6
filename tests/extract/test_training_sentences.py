"""The training sentences: marks are read as they are written, and what they mark can be seen by the rules."""

import pytest
from training.data import FOLDS, of_candidates
from training.sentences import NO_FOLD, sentences, unmarked


def test_a_mark_makes_a_label() -> None:
    text, (label,) = unmarked("A bomb killed [at least 12 recruits|killed 12+ state_forces cumulative] in Dol.")
    assert text == "A bomb killed at least 12 recruits in Dol."
    assert text[label["start"] :].startswith(label["raw"])
    assert (label["measure"], label["low"], label["high"]) == ("killed", 12, None)
    assert (label["category"], label["scope"], label["relation"]) == ("state_forces", "cumulative", "total")


@pytest.mark.parametrize(
    ("number", "bounds"),
    [("3", (3, 3)), ("3+", (3, None)), ("-3", (None, 3)), ("~3", (3, 3)), ("3..9", (3, 9)), ("24~99", (24, 99)),
     ("?", (None, None)), ("0", (0, 0))],
)  # fmt: skip
def test_numbers(number: str, bounds: tuple[int | None, int | None]) -> None:
    _, (label,) = unmarked(f"[Some|killed {number}] died.")
    assert (label["low"], label["high"]) == bounds


@pytest.mark.parametrize("says", ["killed many", "killed 3 soldiers", "slain 3"])
def test_a_mark_that_says_nothing_readable_is_refused(says: str) -> None:
    with pytest.raises(ValueError, match=r"no number|no class|not a valid"):
        unmarked(f"[Three|{says}] died.")


def test_they_are_in_no_fold_and_most_marks_are_seen() -> None:
    made = sentences()
    assert len(made) > 150
    assert {article.fold for article in made} == {NO_FOLD}
    assert NO_FOLD not in range(FOLDS)
    marks = sum(len(article.labels) for article in made)
    assert sum(len(of_candidates(article)) for article in made) >= 0.93 * marks
