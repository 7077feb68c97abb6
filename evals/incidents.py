"""Score linkage on the labelled articles.

    python -m evals.incidents                       the gold claims, linked
    python -m evals.incidents --claims FILE.jsonl   predicted claims (`marsad claims --format jsonl`), linked

The shipped scorer does the counting, once over the articles that may be read and once over those set aside, of which
only the totals are printed. `--show` lists the groups of readable articles that came out otherwise than labelled.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from evals import gold
from marsad.link import link
from marsad.model import Claim, Episode, Incident, Report, from_line

SCORER = gold.GOLD.parent / "score_incidents.py"


def filtered(data: pathlib.Path, keep: set[str], out: pathlib.Path) -> None:
    """Write to `out` the parts of the gold data that the scorer reads, with only the articles of `keep`.

    A group of look-alikes is kept if at least two of its articles are.
    """

    def only(ids: Iterable[str]) -> list[str]:
        return [name for name in ids if name in keep]

    articles = json.loads((data / "articles.json").read_text(encoding="utf8"))
    same = json.loads((data / "same_incident.json").read_text(encoding="utf8"))
    episodes = json.loads((data / "episodes.json").read_text(encoding="utf8"))
    kinds = ("same_incident", "same_episode_multi_day", "look_alikes_not_same")
    cut = {kind: [_only(group, keep) for group in same[kind]] for kind in kinds}
    parts: dict[str, Any] = {
        "articles.json": [article for article in articles if article["id"] in keep],
        "episodes.json": {
            name: dict(episode, articles=only(episode["articles"]))
            for name, episode in episodes.items()
            if only(episode["articles"])
        },
        "same_incident.json": {
            kind: [group for group in groups if len(group["articles"]) > 1] for kind, groups in cut.items()
        },
    }
    for name, part in parts.items():
        (out / name).write_text(json.dumps(part), encoding="utf8")


def _only(group: Any, keep: set[str]) -> dict[str, Any]:
    """A labelled group, which is a list of ids or holds one, with only the articles of `keep`."""
    whole = group if isinstance(group, dict) else {"name": " and ".join(group), "articles": group}
    return {**whole, "articles": [article for article in whole["articles"] if article in keep]}


def rows(found: Iterable[Incident | Episode]) -> list[dict[str, Any]]:
    """What the scorer reads of each incident and episode; tolls are not this stage's."""
    return [
        {
            "id": one.id,
            "kind": "episode" if isinstance(one, Episode) else "incident",
            "parent": one.parent,
            "name": one.name,
            "main_reports": list(one.main_reports),
            "toll": {},
        }
        for one in found
    ]


def score(found: Iterable[Incident | Episode], keep: set[str], data: pathlib.Path = gold.GOLD) -> dict[str, Any]:
    """The scorer's figures over the articles of `keep`."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder)
        filtered(data, keep, out)
        lines = out / "incidents.jsonl"
        lines.write_text("".join(json.dumps(row) + "\n" for row in rows(found)), encoding="utf8")
        command = [sys.executable, str(SCORER), str(out), str(lines), "--json"]
        figures: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return figures


def predicted(path: pathlib.Path, reports: dict[str, Report]) -> list[Claim]:
    """The claims in a file of JSON Lines, of the reports given."""
    lines = path.read_text(encoding="utf8").splitlines()
    claims = (from_line(Claim, line) for line in lines if line.strip())
    return [claim for claim in claims if claim.report in reports]


def differences(found: Iterable[Incident | Episode], keep: set[str], data: pathlib.Path = gold.GOLD) -> list[str]:
    """What came out otherwise than labelled, for articles that may be read: labelled groups split, others merged."""
    with tempfile.TemporaryDirectory() as folder:
        filtered(data, keep, pathlib.Path(folder))
        same = json.loads((pathlib.Path(folder) / "same_incident.json").read_text(encoding="utf8"))
        episodes = json.loads((pathlib.Path(folder) / "episodes.json").read_text(encoding="utf8"))
    by_id = {one.id: one for one in found}
    top = {report: _top(one, by_id) for one in by_id.values() for report in one.main_reports}
    labelled = [(name, episode["articles"]) for name, episode in episodes.items()]
    labelled += [(g["name"], g["articles"]) for kind in ("same_incident", "same_episode_multi_day") for g in same[kind]]
    together: defaultdict[str, set[str]] = defaultdict(set)
    for name, articles in labelled:
        for article in articles:
            together[article].add(name)
    told = []
    for name, articles in labelled:
        tops = {top.get(article, f"none:{article}") for article in articles}
        if len(tops) > 1:
            told.append(f"split   {name}: " + ", ".join(f"{a}={top.get(a, 'none')[-6:]}" for a in articles))
    clusters: defaultdict[str, list[str]] = defaultdict(list)
    for report in sorted(keep & top.keys()):
        clusters[top[report]].append(report)
    for one, members in sorted(clusters.items()):
        if len(members) > 1 and not set.intersection(*(together[m] for m in members)):
            told.append(f"merged  {by_id[one].name}: " + ", ".join(members))
    return told


def _top(one: Incident | Episode, by_id: dict[str, Incident | Episode]) -> str:
    while one.parent is not None:
        one = by_id[one.parent]
    return one.id


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=pathlib.Path, help="predicted claims, JSON Lines")
    parser.add_argument("--language", default="en", help="en, ar or all")
    parser.add_argument(
        "--show", action="store_true", help="list what came out otherwise than labelled (readable part)"
    )
    args = parser.parse_args()
    language = None if args.language == "all" else args.language
    aside = gold.set_aside()
    reports = {report.id: report for report in gold.reports(language=language, aside=True)}
    if args.claims:
        claims = predicted(args.claims, reports)
    else:
        claims = [claim for report in reports.values() for claim in gold.claims(report)]
    for part, keep in (("read", reports.keys() - aside), ("set aside", reports.keys() & aside)):
        mine = {name: reports[name] for name in keep}
        found = link([claim for claim in claims if claim.report in mine], mine)
        figures = score(found, set(keep))
        print(
            f"{part:10} {figures['articles']:4} articles  B3 precision {figures['b3_precision']:.3f}"
            f" recall {figures['b3_recall']:.3f} F1 {figures['b3_f1']:.3f}"
            f"  look-alikes merged {figures['look_alikes_merged']}/{figures['look_alikes']}"
        )
        if args.show and part == "read":
            print("\n".join(f"  {line}" for line in differences(found, set(keep))))


if __name__ == "__main__":
    main()
