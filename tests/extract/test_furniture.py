"""What stands around an article is not read, and no offset moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.extract.en.furniture import signs, without


@pytest.mark.parametrize(("lines", "left"), signs()["examples"], ids=lambda value: str(value)[:50])
def test_examples(lines: list[str], left: list[str]) -> None:
    assert [line for line in without("\n".join(lines)).split("\n") if line.strip()] == left


@given(
    st.text(max_size=300) | st.lists(st.sampled_from(["Related", "\n", "\r\n", "A bomb killed 5.", "x"])).map("".join)
)
def test_offsets_stay(text: str) -> None:
    left = without(text)
    assert len(left) == len(text)
    assert all(new in (old, " ", "\n") for old, new in zip(text, left, strict=True))


def test_linear_on_a_long_text() -> None:
    assert len(without("more from " * 200_000)) == 2_000_000
    assert len(without("related\n" * 200_000)) == 1_600_000
