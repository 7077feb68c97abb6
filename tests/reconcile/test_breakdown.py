"""The arithmetic of published tolls. Figures and verdicts: the last table of the project's codebook notes.

Numbers are facts; each case names the publication they were taken from.
"""

import pytest

from marsad.reconcile import Kind, check_breakdown

CASES = [
    # (publication, total, parts, verdict, gap)
    ("SOHR monthly toll 2014-04", 150_344, [51_212, 37_781, 58_480, 2_871], Kind.ADDS_UP, 0),
    ("SOHR 2014-07, all", 171_509, [56_495, 65_803, 46_301, 2_910], Kind.ADDS_UP, 0),
    ("SOHR 2014-07, regime side", 65_803, [39_036, 24_655, 509, 1_603], Kind.ADDS_UP, 0),
    # Relayed by the press with Hezbollah and foreign fighters as classes of their own; the stated total is one off.
    ("SOHR 2014-08 as relayed", 180_215, [58_805, 49_699, 66_365, 2_931, 560, 1_854], Kind.REMAINDER, 1),
    ("SOHR 2018-03", 353_935, [353_935], Kind.ADDS_UP, 0),
    ("OHCHR Ukraine 2022-03, killed", 1_119, [224, 168, 15, 32, 52, 628], Kind.ADDS_UP, 0),
    ("OHCHR 2022-05, killed", 3_153, [1_115, 722, 71, 83, 72, 1_090], Kind.ADDS_UP, 0),
    ("OHCHR 2022-05, injured", 3_316, [395, 324, 69, 80, 170, 2_278], Kind.ADDS_UP, 0),
    ("OHCHR 2022-08, by age and sex", 5_663, [2_195, 1_512, 149, 178, 38, 1_591], Kind.ADDS_UP, 0),
    ("OHCHR 2022-08, by region", 5_663, [3_358, 2_305], Kind.ADDS_UP, 0),
    ("OHCHR 2022-08, by control", 3_358, [3_044, 314], Kind.ADDS_UP, 0),
    ("SOHR coast 11 March 2025, by governorate", 1_225, [658, 384, 171, 12], Kind.ADDS_UP, 0),
    ("SOHR coast 12 March 2025, by governorate", 1_383, [683, 433, 255, 12], Kind.ADDS_UP, 0),
    ("SOHR coast 8 March 2025, by class", 1_018, [745, 213], Kind.REMAINDER, 60),
    ("too many, and no part explains it", 100, [60, 55], Kind.EXCESS, -15),
    ("no parts", 7, [], Kind.REMAINDER, 7),
]


@pytest.mark.parametrize(("source", "total", "parts", "kind", "gap"), CASES, ids=[c[0] for c in CASES])
def test_verdicts(source: str, total: int, parts: list[int], kind: Kind, gap: int) -> None:
    made = check_breakdown(total, parts)
    assert (made.kind, made.gap) == (kind, gap), source
    assert f"{total:,}" in made.sentence


def test_a_nested_class_is_named() -> None:
    # SOHR 2015-10: nine lines sum to 291,325 against a stated 250,124. The table gives the sum, the total, and that the
    # excess is the rebel line (41,201), told among the civilians too. The other eight lines are here as one remainder.
    made = check_breakdown(250_124, [115_627, 41_201, 291_325 - 115_627 - 41_201])
    assert made.kind is Kind.NESTED
    assert made.gap == -41_201
    assert made.nested == 1
    assert 115_627 - 41_201 == 74_426  # the civilians proper, as the table has them


def test_an_off_by_one_is_called_a_slip() -> None:
    assert "off by one" in check_breakdown(180_215, [177_800, 560, 1_854]).sentence
    assert "off by one" in check_breakdown(10, [5, 6]).sentence


def test_an_excess_that_two_parts_could_explain_is_not_called_nested() -> None:
    assert check_breakdown(10, [5, 5, 5]).kind is Kind.EXCESS
