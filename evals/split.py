"""Set a fifth of the labelled articles aside, before anything is tuned.

    python evals/split.py ../shared/eval/claims-dev > evals/set_aside.json

Articles of one incident or episode stay together. A group is set aside when the SHA-256 of its smallest article id,
read as a number, leaves 0 when divided by 5. The Syrian-coast episode is exempt: the example is written from it, so
it has been read. Nobody reads the articles in `set_aside.json`, nor their labels; `make eval` scores them as a block.
"""

import hashlib
import json
import pathlib
import sys

READ_FOR_THE_EXAMPLE = "sy-coast-2025"


def groups(gold: pathlib.Path) -> dict[str, str]:
    """The group of every article: the smallest id that shares an episode or incident with it, transitively."""
    articles = json.loads((gold / "articles.json").read_text(encoding="utf8"))
    linked = json.loads((gold / "same_incident.json").read_text(encoding="utf8"))
    parent = {article["id"]: article["id"] for article in articles}

    def root(article: str) -> str:
        while parent[article] != article:
            article = parent[article]
        return article

    def join(members: list[str]) -> None:
        known = [root(member) for member in members if member in parent]
        for member in known:
            parent[member] = min(known)

    by_episode: dict[str, list[str]] = {}
    for article in articles:
        if article["episode"]:
            by_episode.setdefault(article["episode"], []).append(article["id"])
    for members in by_episode.values():
        join(members)
    for kind in ("same_incident", "same_episode_multi_day"):
        for group in linked[kind]:
            join(group["articles"])
    return {article: root(article) for article in parent}


def fold(group: str, folds: int = 5) -> int:
    """The fold of a group, the same on every machine."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % folds


def main() -> None:
    """Print the ids that are set aside."""
    gold = pathlib.Path(sys.argv[1])
    articles = json.loads((gold / "articles.json").read_text(encoding="utf8"))
    of = groups(gold)
    read = {of[a["id"]] for a in articles if a["episode"] == READ_FOR_THE_EXAMPLE}
    aside = sorted(a for a, group in of.items() if fold(group) == 0 and group not in read)
    json.dump({"rule": "sha256(smallest id of the group) % 5 == 0", "articles": aside}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
