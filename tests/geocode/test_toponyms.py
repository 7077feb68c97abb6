"""The adversarial list, written before it was run: the share that is right, by the embedded gazetteer alone."""

from pathlib import Path

import yaml
from tests.geocode.test_traps import faults

FLOOR = 0.90
CASES = yaml.safe_load((Path(__file__).parent / "toponyms.yaml").read_text(encoding="utf8"))


def test_nine_of_ten_are_right() -> None:
    wrong = [f"{case['report']}\n    {'; '.join(found)}" for case in CASES if (found := faults(case))]
    right = 1 - len(wrong) / len(CASES)
    assert right >= FLOOR, f"{right:.3f} right; wrong:\n" + "\n".join(wrong)


def test_the_list_is_long_and_says_each_thing_once() -> None:
    assert len(CASES) >= 150
    assert len({case["report"] for case in CASES}) == len(CASES)
