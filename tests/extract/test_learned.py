"""The learned decisions: their list, their weights files, and what a claim says of them."""

import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from marsad.extract import extract
from marsad.extract.en import learned
from marsad.extract.en.linear import Calibration, from_json
from marsad.model import Claim, Relation, Report

WEIGHTS = files("marsad.extract.en").joinpath("weights")
TRAINING = Path(__file__).parents[2] / "training"
MOST = 1_500_000  # bytes of all weights together


def read(text: str) -> list[Claim]:
    return extract(Report(id="r", text=text, published_at="2025-03-08", language="en"))


@pytest.mark.parametrize("name", learned.MODELS)
def test_a_weights_file_is_readable_and_sorted(name: str) -> None:
    raw = json.loads(WEIGHTS.joinpath(f"{name}.json").read_text(encoding="utf8"))
    assert raw["name"] == name
    assert raw["version"] == learned.VERSION
    assert list(raw["weights"]) == sorted(raw["weights"])
    assert all(abs(round(value, 4) - value) < 1e-9 for row in raw["weights"].values() for value in row)


def test_weights_name_the_script_that_made_them() -> None:
    sources = sorted((*TRAINING.glob("*.py"), *TRAINING.glob("*.yaml")))
    assert sources, "training/ is part of every checkout"
    made_by = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]
    for name in learned.MODELS:
        raw = json.loads(WEIGHTS.joinpath(f"{name}.json").read_text(encoding="utf8"))
        assert raw["made_by"] == made_by, f"{name}.json: run python -m training.train_en"


def test_weights_are_small_and_carded() -> None:
    sizes = {path.name: len(path.read_bytes()) for path in WEIGHTS.iterdir()}
    assert sum(sizes.values()) <= MOST
    card = WEIGHTS.joinpath("README.md").read_text(encoding="utf8")
    assert all(f"`{name}`" in card for name in learned.MODELS)


def test_a_linear_model_is_a_sum_of_rows() -> None:
    raw = {"name": "t", "classes": ["no", "yes"], "bias": [0, 0], "weights": {"a": [0, 2.0], "b": [0, -2.0]}}
    model = from_json(raw)
    assert model.probabilities(["a", "b", "unknown"])["yes"] == pytest.approx(0.5)
    assert model.probabilities(["a"])["yes"] == pytest.approx(0.8808, abs=1e-4)
    assert model.heaviest(["b", "a"], "yes") == ["a"]


def test_what_is_known_of_features_serves_as_they_do() -> None:
    weights = {"a": [0, 2.0, 1.0], "b": [1.0, -2.0, 0], "c": [0, 2.0, 1.0]}
    model = from_json({"name": "t", "classes": ["no", "yes", "so"], "bias": [0, 0.5, 0], "weights": weights})
    named = ["c", "b", "unknown", "a"]
    known = model.known(named)
    assert list(known) == ["c", "b", "a"]
    assert model.probabilities(known) == model.probabilities(named)
    assert model.heaviest(known, "yes") == model.heaviest(named, "yes") == ["c", "a"]  # alike: in the order given
    assert model.score(named, "yes") == model.scores(named)[1] == 2.0
    assert model.score(["unknown"], "yes") == 0


def test_a_row_of_a_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="train again"):
        from_json({"name": "t", "classes": ["no", "yes"], "bias": [0, 0], "weights": {"a": [1]}})


def test_calibration_joins_points() -> None:
    assert Calibration((0.0, 0.5, 1.0), (0.0, 0.4, 0.9))(0.75) == pytest.approx(0.65)
    assert [Calibration((0.2, 0.5, 0.8), (0.1, 0.4, 0.9))(at) for at in (0.0, 0.2, 0.5, 0.8, 1.0)] == [
        0.1, 0.1, 0.4, 0.9, 0.9
    ]  # fmt: skip


def test_other_weights_serve_only_inside_using() -> None:
    never = from_json({"name": "keep", "classes": ["no", "yes"], "bias": [9, 0], "weights": {}})
    text = "Gunmen killed nine villagers in the market on Friday."
    with learned.using({"keep": never}):
        assert read(text) == []
    assert len(read(text)) == 1


def test_a_learned_decision_says_how_sure_it_is_and_why() -> None:
    (claim,) = read("Gunmen killed nine villagers in the market on Friday, police said.")
    for field in ("measure", "victims", "scope", "relation"):
        assert re.match(r"learned [01]\.\d\d \(.+\); rule: ", claim.reasons[field]), field
    assert 0.5 < claim.confidence <= 1


PAIRS = [
    ("brackets", "Baghdad had 335 killed and 756 injured, Salahadin (64 and 74) and Kirkuk (26 and 11).",
     {"64": "killed", "74": "injured", "26": "killed", "11": "injured"}),
    ("slashes", "Killed and injured in the shelling by place: Derna 17 / 22; Tripoli 13 / 16.",
     {"17": "killed", "22": "injured", "13": "killed", "16": "injured"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "measures"), PAIRS, ids=[name for name, *_ in PAIRS])
def test_pairs_under_a_heading_count_one_harm_each(name: str, text: str, measures: dict[str, str]) -> None:
    found = {claim.quantity.text: claim.measure.value for claim in read(text)}
    assert {number: found.get(number) for number in measures} == measures


WIDER = [
    ("a person with the", "The ambassador was killed by gunmen on Friday.", "The ambassador", 1),
    ("a plural without number", "The militants burned houses and killed civilians.", "civilians", None),
    ("a name of one word", "Gunmen shot dead Mohibullah in his office on Friday.", "Mohibullah", 1),
]


@pytest.mark.parametrize(("name", "text", "words", "low"), WIDER, ids=[name for name, *_ in WIDER])
def test_persons_without_a_number_are_candidates(name: str, text: str, words: str, low: int | None) -> None:
    from marsad.extract.en.candidates import page_of

    page = page_of(Report(id="r", text=text, language="en"))
    assert page is not None
    found = {candidate.mention.text: candidate.mention.low for candidate in page.candidates}
    assert found.get(words, "absent") == low


def test_parents_never_lead_in_a_circle() -> None:
    text = (
        "Bomb kills 12 in market\n\nA bomb killed 12 people at a market on Friday, police said. The 12 included five "
        "women. Another five died later, bringing the toll to 17.\n\nOf the 17 dead, 12 were civilians.\n"
    )
    claims = {claim.id: claim for claim in read(text)}
    for claim in claims.values():
        seen: set[str] = set()
        at: Claim | None = claim
        while at is not None and at.parent is not None:
            assert at.id not in seen
            seen.add(at.id)
            at = claims[at.parent]
    assert {claim.relation for claim in claims.values()} <= set(Relation)
