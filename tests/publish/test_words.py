"""Numbers, days and names as a reader meets them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.model import Category, Interval, Modality, Quantity
from marsad.publish import words

D = words.DASH


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (1225, 1225, "1,225"),
        (1400, 1700, f"1,400{D}1,700"),
        (340, None, "at least 340"),
        (None, 9, "up to 9"),
        (None, None, "not known"),  # unknown is never 0
        (0, 0, "none"),
        (0, 3, f"0{D}3"),
    ],
)
def test_bounds(low: int | None, high: int | None, told: str) -> None:
    assert words.bounds(low, high) == told


@pytest.mark.parametrize(
    ("quantity", "told"),
    [
        (Quantity(low=213, high=213, modality=Modality.ABOUT), "about 213"),
        (Quantity(low=24, high=99, modality=Modality.VAGUE, text="dozens"), f"“dozens” (read as 24{D}99)"),
        # Vague words that bound nothing do not become a number.
        (Quantity(modality=Modality.VAGUE, text="many"), "“many” (read as no number)"),
        (Quantity(low=745, modality=Modality.AT_LEAST, text="more than 745"), "at least 745"),
    ],
)
def test_quantity(quantity: Quantity, told: str) -> None:
    assert words.quantity(quantity) == told


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2025-03-08", "2025-03-08", "8 March 2025"),
        ("2025-03-06", "2025-03-12", f"6{D}12 March 2025"),
        ("2025-02-28", "2025-03-03", f"28 February {D} 3 March 2025"),
        ("2024-12-31", "2025-01-01", f"31 December 2024 {D} 1 January 2025"),
        ("2025-03-06", None, "since 6 March 2025"),
        (None, "2025-03-06", "until 6 March 2025"),
        (None, None, ""),
    ],
)
def test_days(start: str | None, end: str | None, told: str) -> None:
    first, last = (date.fromisoformat(day) if day else None for day in (start, end))
    assert words.days(Interval.of(first, last)) == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Syrian Observatory for Human Rights", "the Syrian Observatory for Human Rights"),
        ("Rami Abdul Rahman", "Rami Abdul Rahman"),
        ("Ali, head of the Red Army", "Ali, head of the Red Army"),  # a person, not the army
        ("The Army", "The Army"),
        ("eyewitnesses", "eyewitnesses"),
        ("", ""),
    ],
)
def test_article(name: str, told: str) -> None:
    assert words.the(name) == told


def test_one_person_is_not_people() -> None:
    assert words.people(Category.ANY, 1, 1) == "person"
    assert words.people(Category.ANY, 1, None) == "people"


def test_an_override_cannot_show_another_number() -> None:
    # U+202E turns "431" into "134" on the screen.
    assert "\u202e" not in words.shown("killed \u202e431")
    assert words.shown("a\x00b\x1b\x7f") == "a\u2400b\u241b\u2421"


@given(st.text(st.characters()))
def test_shown_keeps_offsets(text: str) -> None:
    assert len(words.shown(text)) == len(text)
    words.shown(text).encode("utf8")  # no lone surrogate is left


@given(st.text(st.characters()))
def test_flat_is_one_line(text: str) -> None:
    assert len(words.flat(text).splitlines()) <= 1
