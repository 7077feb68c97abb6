"""Score the geocode stage alone, on labelled claims whose places are taken away.

    python -m evals.places            figures for the articles that were read and for those set aside
    python -m evals.places --errors 40    the first errors, of read articles only

`where` and `country` are counted as shared/eval/score_claims.py counts them: over claims that have a label.
"""

import argparse
import collections
import dataclasses
import re
import time

from evals.gold import claims, reports, set_aside
from marsad.geocode import geocode
from marsad.model import Claim, Place, Report

_IGNORED = {"the", "of", "in", "for", "a", "and", "province", "city", "town"}


def same_name(gold: str | None, predicted: str | None) -> bool:
    """Whether two place names share their words, by the rule of score_claims.py."""
    a, b = (set(re.findall(r"\w+", (text or "").lower())) - _IGNORED for text in (gold, predicted))
    if not a or not b:
        return not a and not b
    return bool(a & b) and (a <= b or b <= a or len(a & b) / len(a | b) >= 0.5)


def scored(report: Report) -> list[tuple[Claim, Claim]]:
    """The labelled claims of a report, each with what the stage made of it without its place."""
    gold = claims(report)
    return list(zip(gold, geocode([dataclasses.replace(claim, place=None) for claim in gold], report), strict=True))


def counted(gold: Claim) -> bool:
    """Whether score_claims.py counts the claim's fields: no repeats, nothing hypothetical or denied, conflict only."""
    return gold.relation.value != "repeat" and gold.harm


def shown(place: Place | None) -> tuple[str | None, ...] | None:
    """What is printed of a place."""
    return None if place is None else (place.text, place.country, place.admin1)


def figures(some: list[Report]) -> tuple[dict[str, float], list[tuple[Report, Claim, Claim]]]:
    """Shares of right places and the claims whose place is wrong."""
    n: collections.Counter[str] = collections.Counter()
    wrong = []
    for report in some:
        for gold, got in scored(report):
            if not counted(gold) or gold.place is None:
                continue
            text = (got.place.text or got.place.name) if got.place else None
            where = bool(gold.place.text) and same_name(gold.place.text, text)
            country = bool(gold.place.country) and got.place is not None and got.place.country == gold.place.country
            n["where_of"] += bool(gold.place.text)
            n["country_of"] += bool(gold.place.country)
            n["where"] += where
            n["country"] += country
            n["resolved"] += got.place is not None and got.place.latitude is not None
            if (gold.place.text and not where) or (gold.place.country and not country):
                wrong.append((report, gold, got))
    return {
        "claims": n["where_of"],
        "where": round(n["where"] / max(n["where_of"], 1), 3),
        "country": round(n["country"] / max(n["country_of"], 1), 3),
        "with a point": round(n["resolved"] / max(n["where_of"], 1), 3),
    }, wrong


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--skip", type=int, default=0)
    args = parser.parse_args()
    read, aside_ids = reports(), set_aside()
    geocode([], read[0])  # load
    start = time.perf_counter()
    result, wrong = figures(read)
    seconds = time.perf_counter() - start
    print("read     ", result, f"{len(read) / seconds:.0f} articles/s")
    print("set aside", figures([report for report in reports(aside=True) if report.id in aside_ids])[0])
    for report, gold, got in wrong[args.skip : args.skip + args.errors]:
        start_at = gold.quantity.start or 0
        around = report.text[max(0, start_at - 90) : start_at + 120]
        print(f"\n{report.id} {gold.scope.value} {gold.relation.value} … {around!r}")
        print("   gold", shown(gold.place), " got", shown(got.place))
        print("   why ", got.reasons.get("place"))


if __name__ == "__main__":
    main()
