"""The Baidoa market bomb of the project's probe articles: three outlets, three figures, one boast; and policies."""

from typing import Any

import pytest

from marsad.errors import InputError, QueryError
from marsad.model import Category, Certainty, Claim, Effect, Relation, Scope, SourceKind
from marsad.reconcile import SHIPPED, by_root, load_policy, reconcile
from marsad.reconcile.rules import RULES
from tests.reconcile.made import BAIDOA, WHOLE, claim, days, effects, subset


def bomb(low: int | None, high: int | str | None = "same", **fields: Any) -> Claim:
    return claim(low, high, **{"scope": Scope.INCIDENT, "at": BAIDOA, "when": days("2"), "on": "2", **fields})


POLICE = bomb(5, None, by="police", kind=SourceKind.POLICE, report="A1")
NO_CHILDREN = bomb(0, by="police", kind=SourceKind.POLICE, report="A1", category=Category.CHILDREN,
                   relation=Relation.SUBSET, parent=POLICE.id, start=300)  # fmt: skip
LAST_YEAR = bomb(32, by="wire-one", kind=SourceKind.WIRE, report="A1", scope=Scope.BACKGROUND, start=200)
DOCTOR = bomb(7, by="Bay Regional Hospital", kind=SourceKind.HOSPITAL, report="A2")
SOLDIERS = subset(2, DOCTOR, category=Category.STATE_FORCES)
BOAST = bomb(20, by="al Shabaab", kind=SourceKind.ARMED_GROUP, report="A2", category=Category.STATE_FORCES,
             certainty=Certainty.REPORTED, start=400)  # fmt: skip
# "has risen to nine" is a running count by the contract, of the same bomb.
MINISTRY = bomb(9, by="interior ministry", kind=SourceKind.MINISTRY, report="A3", on="3", scope=Scope.CUMULATIVE)
PARTS = [subset(7, MINISTRY, category=Category.CIVILIAN), subset(2, MINISTRY, category=Category.STATE_FORCES)]
PROBE = [POLICE, NO_CHILDREN, LAST_YEAR, DOCTOR, SOLDIERS, BOAST, MINISTRY, *PARTS]


@pytest.mark.parametrize(
    ("policy", "low", "best", "high"),
    [
        ("range", 5, 9, 9),
        ("best", 9, 9, 9),
        ("conservative", 5, 7, 9),  # the doctor and the ministry both assert at least 7
        ("corroborated", 7, 7, 9),
    ],
)
def test_policies(policy: str, low: int, best: int, high: int) -> None:
    toll = reconcile(PROBE, WHOLE, policy)
    assert (toll.low, toll.best, toll.high) == (low, best, high)
    assert (toll.corroborated, toll.pending, toll.roots) == (7, 2, 3)


def test_effects_of_the_probe() -> None:
    found = effects(reconcile(PROBE, WHOLE))
    assert found[BOAST.id] is Effect.AWAITING_REVIEW
    assert found[LAST_YEAR.id] is Effect.BACKGROUND
    assert found[SOLDIERS.id] is Effect.CONTAINED
    assert {found[part.id] for part in PARTS} == {Effect.CONTAINED}
    assert {found[c.id] for c in (POLICE, DOCTOR, MINISTRY)} == {Effect.COUNTED}


def test_one_bomb_over_time() -> None:
    assert {key: [f.low for f in figures] for key, figures in by_root(PROBE, WHOLE).items()} == {
        "police": [5],
        "Bay Regional Hospital": [7],
        "interior ministry": [9],
    }


def test_the_armys_own_dead_are_no_estimate_of_all() -> None:
    army = bomb(2, by="army", kind=SourceKind.ARMED_FORCES, category=Category.STATE_FORCES, on="4")
    toll = reconcile([DOCTOR, army], WHOLE)
    assert (toll.low, toll.best) == (7, 7)
    assert effects(toll)[army.id] is Effect.CONTAINED


def test_unnamed_sources_do_not_corroborate_each_other() -> None:
    some = bomb(30, by="local sources", kind=SourceKind.UNNAMED, report="x")
    others = bomb(28, by="other sources", kind=SourceKind.UNNAMED, report="y")
    assert reconcile([some, others], WHOLE).corroborated is None
    assert reconcile([some, others, bomb(25, by="police", kind=SourceKind.POLICE)], WHOLE).corroborated == 25


def test_hedged_figures_do_not_corroborate() -> None:
    hedged = bomb(30, by="network", certainty=Certainty.REPORTED)
    assert reconcile([hedged, bomb(30, by="police")], WHOLE).corroborated is None


def test_newer_agreement_lifts_the_best_figure() -> None:
    early = bomb(24, None, by="police", kind=SourceKind.POLICE, on="2")
    two = [bomb(n, by=f"outlet {n}", kind=SourceKind.OUTLET, on="3") for n in (26, 28)]
    assert reconcile([early, *two], WHOLE, "best").best == 26
    assert reconcile([early, two[1]], WHOLE, "best").best == 24


def test_shipped_policies_are_read_and_explain_themselves() -> None:
    for name in SHIPPED:
        policy = load_policy(name)
        assert policy.name == name
        assert policy.says
        assert all(step.why and RULES[step.rule].__doc__ for step in policy.steps)


OWN = """
policy: highest
says: The highest figure.
after: A test.
rules:
  - {rule: best_is_newest, why: Because.}
  - {rule: high_is_highest, why: Because.}
"""


def test_a_policy_of_ones_own(tmp_path: Any) -> None:
    path = tmp_path / "highest.yaml"
    path.write_text(OWN, encoding="utf8")
    toll = reconcile(PROBE, WHOLE, str(path))
    assert (toll.policy, toll.low, toll.best, toll.high) == ("highest", None, 9, 9)
    assert toll.reason


BROKEN = [
    ("rules: [", "not YAML"),
    ("- a", "where fields are needed"),
    (OWN + "colour: red\n", "unknown field 'colour'"),
    (OWN.replace("says: The highest figure.\n", ""), "lacks the field 'says'"),
    (OWN.replace("best_is_newest", "best_is_mine"), "no such rule 'best_is_mine'"),
    (OWN.replace("why: Because.}", "why: Because., kinds: [blogger]}", 1), "no such kind of source 'blogger'"),
    (OWN.replace("why: Because.}", "why: Because., tiers: police}", 1), "where a list is needed"),
    (OWN.split("rules:")[0] + "rules: []\n", "needs a list of rules"),
]


@pytest.mark.parametrize(("text", "words"), BROKEN, ids=[words for _, words in BROKEN])
def test_a_broken_policy_is_one_clear_line(tmp_path: Any, text: str, words: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf8")
    with pytest.raises(InputError, match=words) as caught:
        load_policy(str(path))
    assert "\n" not in str(caught.value)


def test_an_unknown_policy_names_the_shipped_ones() -> None:
    with pytest.raises(QueryError, match="no policy 'median': choose one of range"):
        load_policy("median")
