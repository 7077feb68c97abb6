"""All scores on the labelled data, side by side, with floors: `make eval`, or `make baseline` to raise the floors.

Claims stand in three columns: tuned (articles that were read, by the reader as shipped, which was fitted on them),
cross-validated (the same articles, each read with weights that never saw it) and set aside (articles that nobody read).
Only the last two say anything of new reports, and only they have floors.

Floors are in `baseline.json`, with the SHA-256 of the corpus they hold for. A score below its floor by more than
TOLERANCE fails the run. `--raise` writes what is reached now, and refuses to lower a floor unless `--lower METRIC`
names it; say why in the commit.
"""

import argparse
import hashlib
import json
import pathlib
import sys
from collections.abc import Mapping
from typing import Any

from evals import claims, episodes, ged, gold, narratives

BASELINE = pathlib.Path(__file__).parent / "baseline.json"
TOLERANCE = 0.005  # parsers on other processors round differently; a handful of claims may move
TUNED, CROSSED, ASIDE = "tuned", "cross-validated", "set aside"

Scores = dict[str, float]


def measure() -> Scores:
    """Every figure that has a floor. More is better for all of them."""
    columns = {name: _claims(figures) for name, figures in parts().items()}
    side_by_side(columns)
    scores = {f"claims, {part}: {name}": columns[part][name] for part in (CROSSED, ASIDE) for name in columns[part]}
    told = narratives.score()
    for kind in ("killed", "injured"):
        for name in ("exact_stated", "exact_zero"):
            scores[f"narratives: {kind} {name}"] = told[kind][name]
    _episodes(scores, episodes.score(gold.reports(aside=True)))
    return scores | ged.scores()


def parts() -> dict[str, dict[str, Any]]:
    """The scorer's figures for the three ways of reading the labelled articles."""
    from training.cross_validate import cross_validated
    from training.data import articles
    from training.train_en import Folds

    plain = claims.scores()
    return {TUNED: plain["read"], CROSSED: cross_validated(Folds(articles())), ASIDE: plain["set aside"]}


def _claims(figures: Mapping[str, Any]) -> Scores:
    scores: Scores = {name: figures[name] for name in ("f1", "f1_numbers", "f1_core")}
    scores["share of leakable kept out"] = round(1 - figures["leaked"] / max(1, figures["leakable"]), 3)
    for name in ("category", "scope", "relation", "source", "where", "country", "when"):
        scores[name] = figures["on_found"][name]
    if "sure_and_right" in figures:
        scores["right among the sure"] = figures["sure_and_right"]
    return scores


def side_by_side(columns: Mapping[str, Scores]) -> None:
    """Print the claims' figures, one a line, in their columns."""
    names = list(dict.fromkeys(name for scores in columns.values() for name in scores))
    width = max(map(len, names))
    print(f"{'claims':{width}}  " + "  ".join(f"{name:>15}" for name in columns))
    for name in names:
        shown = (f"{scores[name]:.3f}" if name in scores else "–" for scores in columns.values())
        print(f"{name:{width}}  " + "  ".join(f"{value:>15}" for value in shown))
    print()


def _episodes(scores: Scores, figures: dict[str, Any]) -> None:
    scores["episodes: b3_f1"] = figures["b3_f1"]
    scores["episodes: share of look-alikes kept apart"] = round(
        1 - figures["look_alikes_merged"] / figures["look_alikes"], 3
    )
    inside, of = figures["tolls_inside"].split("/")
    scores["episodes: share of tolls inside"] = round(int(inside) / int(of), 3)
    print("tolls:", json.dumps(figures["tolls"]))


def corpus() -> str:
    """The SHA-256 of the labels and narratives."""
    digest = hashlib.sha256()
    for path in (gold.GOLD / "labels.json", gold.GOLD / "articles.json", narratives.NARRATIVES):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def report(scores: Scores, floors: Scores) -> list[str]:
    """Print every score beside its floor; give those that fell below."""
    fallen = []
    width = max(len(name) for name in scores)
    for name, value in scores.items():
        floor = floors.get(name)
        below = floor is not None and value < floor - TOLERANCE
        fallen += [name] if below else []
        shown = "–" if floor is None else f"{floor:.3f}"
        print(f"{name:{width}}  {value:.3f}   floor {shown}" + ("   BELOW" if below else ""))
    return fallen + [name for name in floors if name not in scores]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="raised", action="store_true", help="write the floors anew")
    parser.add_argument("--lower", action="append", default=[], metavar="METRIC", help="a floor that may be lowered")
    arguments = parser.parse_args()
    if not gold.GOLD.exists():
        print(f"skipped: the labelled data is not here ({gold.GOLD}); nothing was scored")
        return
    baseline: dict[str, Any] = {"corpus": corpus(), "floors": {}}
    if BASELINE.exists():
        baseline = json.loads(BASELINE.read_text(encoding="utf8"))
    if baseline["corpus"] != corpus():
        sys.exit("the labelled data is not that of evals/baseline.json: score it anew with `make baseline`")
    scores = measure()
    fallen = report(scores, baseline["floors"])
    refused = [name for name in fallen if name not in arguments.lower]
    if refused:
        sys.exit(f"below the floor: {', '.join(refused)}")
    if arguments.raised:
        kept = {n: max(v, baseline["floors"].get(n, v)) if n not in arguments.lower else v for n, v in scores.items()}
        BASELINE.write_text(json.dumps({"corpus": corpus(), "floors": kept}, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
