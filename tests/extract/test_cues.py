"""Every cue matches its own examples and none of those it must not."""

import pytest

from marsad.extract.en.cues import Cue, cues


@pytest.mark.parametrize("cue", cues().values(), ids=lambda cue: cue.name)
def test_examples(cue: Cue) -> None:
    assert [text for text in cue.match if not cue.pattern.search(text)] == []
    assert [text for text in cue.unmatched if cue.pattern.search(text)] == []


@pytest.mark.parametrize("cue", cues().values(), ids=lambda cue: cue.name)
def test_linear_on_hostile_text(cue: Cue) -> None:
    # A pattern that backtracks catastrophically would not end on these.
    for hostile in ("in " * 20_000, "the deaths " * 5_000, "a" * 50_000, "among " * 10_000, " " * 50_000):
        cue.pattern.search(hostile)
