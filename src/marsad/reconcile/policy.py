"""Counting policies: declared lists of small named rules, read strictly from YAML.

Four are shipped (`range`, `conservative`, `best`, `corroborated`); anyone can write another and give its path. An
unknown field, rule, setting or kind of source is an error that names it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from marsad.errors import InputError, QueryError
from marsad.model import SourceKind
from marsad.reconcile.bounds_of_root import RootView
from marsad.reconcile.rules import RULES, Settings, State

SHIPPED = ("range", "conservative", "best", "corroborated")
_FIELDS = {"policy", "says", "after", "rules"}
_RULE_FIELDS = {"rule", "why", "kinds", "tiers"}


@dataclass(frozen=True, slots=True)
class Step:
    """One rule of a policy: its name, why it is there, and its settings."""

    rule: str
    why: str
    settings: Settings


@dataclass(frozen=True, slots=True)
class Policy:
    """A way of counting. `says` is its one-sentence meaning, `after` the practice it follows."""

    name: str
    says: str
    after: str
    steps: tuple[Step, ...]

    def decide(self, views: Sequence[RootView]) -> State:
        """Low, best and high from what the roots assert, always in order."""
        state = State(tuple(views))
        for step in self.steps:
            state = RULES[step.rule](state, step.settings)
        return _ordered(state)


def _ordered(state: State) -> State:
    """Low and high give way to the best: it rests on a claim, and they say how far others differ."""
    if state.best is None:
        if state.low is not None and state.high is not None and state.low > state.high:
            return replace(state, high=None).unknown("the complete counts lie below the lower bound")
        return state
    low = None if state.low is None else min(state.low, state.best)
    if state.high is not None and state.high < state.best:
        return replace(state, low=low, high=None).unknown("the complete counts lie below the best figure")
    return replace(state, low=low)


def load_policy(name: "Policy | str") -> Policy:
    """The policy of a shipped name, or in the YAML file of that path. Raises QueryError or InputError."""
    if isinstance(name, Policy):
        return name
    if name in SHIPPED:
        text = (resources.files("marsad.reconcile") / "policies" / f"{name}.yaml").read_text(encoding="utf8")
        return _policy(text, name)
    path = Path(name)
    if path.suffix not in (".yaml", ".yml") or not path.is_file():
        raise QueryError(f"no policy {name!r}: choose one of {', '.join(SHIPPED)}, or give the path of a .yaml file")
    return _policy(path.read_text(encoding="utf8"), name)


def _policy(text: str, origin: str) -> Policy:
    try:
        plain = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise InputError(f"policy {origin!r} is not YAML: {' '.join(str(error).split())}") from error
    _check(plain, _FIELDS, _FIELDS, origin)
    rules = plain["rules"]
    if not isinstance(rules, list) or not rules:
        raise InputError(f"policy {origin!r} needs a list of rules: choose from {', '.join(RULES)}")
    steps = tuple(_step(rule, origin) for rule in rules)
    return Policy(str(plain["policy"]), str(plain["says"]), str(plain["after"]), steps)


def _step(plain: Any, origin: str) -> Step:
    _check(plain, _RULE_FIELDS, {"rule", "why"}, origin)
    if plain["rule"] not in RULES:
        raise InputError(f"policy {origin!r} has no such rule {plain['rule']!r}: choose from {', '.join(RULES)}")
    kinds = _kinds(plain.get("kinds", []), origin)
    tiers = tuple(_kinds(tier, origin) for tier in _listed(plain.get("tiers", []), origin))
    return Step(plain["rule"], str(plain["why"]), Settings(kinds=kinds, tiers=tiers))


def _check(plain: Any, allowed: set[str], needed: set[str], origin: str) -> None:
    if not isinstance(plain, dict):
        raise InputError(f"policy {origin!r} has {plain!r} where fields are needed: {', '.join(sorted(needed))}")
    for name in plain:
        if name not in allowed:
            raise InputError(f"policy {origin!r} has an unknown field {name!r}: use {', '.join(sorted(allowed))}")
    for name in sorted(needed - set(plain)):
        raise InputError(f"policy {origin!r} lacks the field {name!r}: add it")


def _listed(plain: Any, origin: str) -> list[Any]:
    if not isinstance(plain, list):
        raise InputError(f"policy {origin!r} has {plain!r} where a list is needed: write it as [a, b]")
    return plain


def _kinds(plain: Any, origin: str) -> tuple[SourceKind, ...]:
    known = {kind.value: kind for kind in SourceKind}
    found = _listed(plain, origin)
    for kind in found:
        if kind not in known:
            raise InputError(f"policy {origin!r} has no such kind of source {kind!r}: use {', '.join(known)}")
    return tuple(known[kind] for kind in found)
