"""The claims of an episode -> its toll under a counting policy, with a ledger that says what each claim did and why."""

from marsad.reconcile.breakdown import Breakdown, Kind, check_breakdown
from marsad.reconcile.history import RootFigure, by_root, history
from marsad.reconcile.policy import SHIPPED, Policy, load_policy
from marsad.reconcile.reckoning import reconcile

__all__ = [
    "SHIPPED",
    "Breakdown",
    "Kind",
    "Policy",
    "RootFigure",
    "by_root",
    "check_breakdown",
    "history",
    "load_policy",
    "reconcile",
]
