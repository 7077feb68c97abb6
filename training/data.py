"""The labelled articles as training data: pages, and the label of each candidate or claim being made.

Only articles that were read serve (`evals/set_aside.json` lists the others). Folds go by incident and episode, never by
sentence: two articles of one incident are in one fold.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from evals import gold, split

from marsad.extract.en.candidates import Page, page_of
from marsad.extract.en.draft import Draft
from marsad.extract.en.mentions import Mention

FOLDS = 5
Label = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Article:
    """A parsed article, its labels, and its fold."""

    page: Page
    labels: Sequence[Label]
    fold: int


@cache
def articles() -> list[Article]:
    """The English articles that were read, parsed once."""
    labels = json.loads((gold.GOLD / "labels.json").read_text(encoding="utf8"))
    group = split.groups(gold.GOLD)
    pages = ((report.id, page_of(report)) for report in gold.reports())
    return [Article(page, labels.get(name, []), split.fold("cv" + group[name], FOLDS)) for name, page in pages if page]


def labelled(mentions: Sequence[tuple[Mention, str | None]], labels: Sequence[Label]) -> dict[int, Label]:
    """The label of each mention that has one, one to one as the scorer pairs them: same measure, same numbers first."""
    pairs = sorted((_fit(mention, measure, label), -n, -m) for n, label in enumerate(labels)
                   for m, (mention, measure) in enumerate(mentions) if _overlap(mention, label) > 0)  # fmt: skip
    found: dict[int, Label] = {}
    used: set[int] = set()
    for _, n, m in reversed(pairs):
        if -n not in used and -m not in found:
            used.add(-n)
            found[-m] = labels[-n]
    return found


def _overlap(mention: Mention, label: Label) -> int:
    return int(min(mention.end, label["start"] + len(label["raw"])) - max(mention.start, label["start"]))


def _fit(mention: Mention, measure: str | None, label: Label) -> tuple[bool, bool, int]:
    same = (mention.low, mention.high) == (label["low"], label["high"])
    return measure == label["measure"], same, _overlap(mention, label)


def of_candidates(article: Article) -> dict[int, Label]:
    """The labels of the candidates of an article, by their place."""
    found = [(c.mention, c.harm.measure.value if c.harm else None) for c in article.page.candidates]
    return labelled(found, article.labels)


def of_drafts(drafts: Sequence[Draft], article: Article) -> dict[int, Label]:
    """The labels of the claims being made of an article, by their place."""
    return labelled([(draft.told.mention, draft.told.measure.value) for draft in drafts], article.labels)
