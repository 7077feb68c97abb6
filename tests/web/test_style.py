"""The style sheet: enough contrast in light and dark, and nothing from elsewhere."""

import re
from importlib.resources import files
from itertools import product

import pytest

SHEET = files("marsad.web").joinpath("static", "marsad.css").read_text(encoding="utf8")
BRIEF = files("marsad.publish").joinpath("templates", "sitrep.css").read_text(encoding="utf8")
KINDS = ["killed", "injured", "missing", "detained", "abducted", "displaced", "both"]
INKS = ["ink", "soft", "link", *KINDS]


def palette(sheet: str, *, dark: bool) -> dict[str, str]:
    """The colours of the sheet by name."""
    light, _, rest = sheet.partition("@media (prefers-color-scheme: dark)")
    own = dict(re.findall(r"--([a-z0-9]+): (#[0-9a-f]{6});", light))
    return own | dict(re.findall(r"--([a-z0-9]+): (#[0-9a-f]{6});", rest.partition("}\n}")[0])) if dark else own


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    a, b = sorted((luminance(one), luminance(other)))
    return (b + 0.05) / (a + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("ink", "paper", "dark"), list(product(INKS, ["paper", "card", "faint"], [False, True])))
def test_text_can_be_read(ink: str, paper: str, dark: bool) -> None:
    colours = palette(SHEET, dark=dark)
    assert contrast(colours[ink], colours[paper]) >= 4.5


@pytest.mark.parametrize(("ink", "dark"), list(product(["ink", "soft", "link"], [False, True])))
def test_the_brief_can_be_read(ink: str, dark: bool) -> None:
    colours = palette(BRIEF, dark=dark)
    assert contrast(colours[ink], colours["paper"]) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_marked_words_and_buttons_can_be_read(dark: bool) -> None:
    colours = palette(SHEET, dark=dark)
    assert contrast(colours["ink"], colours["mark"]) >= 4.5
    assert contrast(colours["paper"], colours["accent"]) >= 4.5
    assert contrast(colours["focus"], colours["paper"]) >= 3


@pytest.mark.parametrize("sheet", [SHEET, BRIEF])
def test_nothing_is_loaded(sheet: str) -> None:
    assert not re.search(r"url\(|@import|@font-face|https?:", sheet)
