"""Tolls of the labelled episodes, from perfect claims: does the best figure lie within the accepted range?

    python -m evals.tolls [POLICY]

This measures reconciliation alone: claims are the labels, and each episode holds the claims of its articles. The
labels name no root source: the attribution stage finds root and kind from the labelled name of the source. Episodes
with an article that is set aside are left out.
"""

import json
import sys
from dataclasses import dataclass
from typing import Any

from evals.gold import GOLD, claims, reports, set_aside
from marsad.attribute import attribute
from marsad.model import Claim, Measure, Toll, TollScope
from marsad.reconcile import reconcile

MARGIN = 0.05


@dataclass(frozen=True)
class Episode:
    """One labelled episode: its readable articles and the range that its toll is accepted in."""

    name: str
    articles: tuple[str, ...]
    measure: Measure
    low: int
    high: int


def episodes() -> list[Episode]:
    """The episodes of which every article may be read."""
    plain: dict[str, Any] = json.loads((GOLD / "episodes.json").read_text(encoding="utf8"))
    aside = set_aside()
    return [
        Episode(
            name, tuple(e["articles"]), Measure(e["accepted"]["measure"]), e["accepted"]["low"], e["accepted"]["high"]
        )
        for name, e in plain.items()
        if not aside & set(e["articles"]) and e["accepted"]["low"] is not None
    ]


def episode_claims(episode: Episode) -> list[Claim]:
    """The labels of an episode's articles, with roots."""
    chosen = [r for r in reports(language=None) if r.id in episode.articles]
    return [claim for report in chosen for claim in attribute(claims(report), report)]


def toll(episode: Episode, policy: str) -> Toll:
    """The episode's toll from its labels."""
    return reconcile(episode_claims(episode), TollScope(measure=episode.measure, incident=episode.name), policy)


def inside(episode: Episode, best: int | None) -> bool:
    """Whether the best figure lies in the accepted range, give or take the margin."""
    return best is not None and episode.low * (1 - MARGIN) <= best <= episode.high * (1 + MARGIN)


def main() -> None:
    policy = sys.argv[1] if len(sys.argv) > 1 else "best"
    known = episodes()
    hits = 0
    for episode in known:
        made = toll(episode, policy)
        ok = inside(episode, made.best)
        hits += ok
        print(
            f"{episode.name:16} accepted {episode.low}-{episode.high}  low {made.low} best {made.best} high {made.high}"
            f"  corroborated {made.corroborated} roots {made.roots}  {'inside' if ok else 'OUTSIDE'}"
        )
    print(f"{policy}: {hits} of {len(known)} inside the accepted range (5 per cent either way)")


if __name__ == "__main__":
    main()
