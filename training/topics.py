"""The model of conflict or not: from the labelled articles, and from short general news written for it.

Labelled articles are mostly about war: of themselves they teach little of what is not. `general.yaml` holds pieces of
our own on accidents, weather, disease, crime, sport and business, and on conflict in unusual words. They are trained on
and never scored.
"""

import json
import pathlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import yaml
from evals import gold

from marsad.extract.en import conflict
from marsad.extract.en.conflict_choice import NO, YES, report_signs, sentence_signs
from marsad.extract.en.linear import Linear
from marsad.extract.en.sentences import split
from training.data import Article
from training.fit import fit
from training.sentences import sentences

GENERAL = pathlib.Path(__file__).with_name("general.yaml")
STRENGTH = 0.2  # scikit-learn's C; 0.03 to 0.3 were tried; the words of the whole report won nothing
THRESHOLD = 0.7  # of the probability of conflict; 0.45 to 0.75 were tried: leaks against harm of short texts lost
MOST = 3  # sentences of one answer taken of a report, so that long reports do not outweigh the others
Case = tuple[list[str], str]
Told = list[tuple[str, bool]]


def conflict_model(some: Iterable[Article]) -> Linear:
    """The model, fitted on articles and on all general pieces."""
    cases = [*general(), *(case for article in [*some, *sentences()] for case in _of_article(article))]
    made = fit("conflict", [signs for signs, _ in cases], [answer for _, answer in cases], strength=STRENGTH)
    return replace(made, threshold=THRESHOLD)


@cache
def general() -> tuple[Case, ...]:
    """The cases of the general pieces."""
    pieces = yaml.safe_load(GENERAL.read_text(encoding="utf8"))
    return tuple(case for piece in pieces for case in _cases(piece["text"], _told(piece)))


def _told(piece: dict[str, Any]) -> Told:
    but = tuple(piece.get("but", ()))
    return [(s.text, bool(piece["conflict"]) is not s.text.startswith(but)) for s in split(piece["text"])]


def _of_article(article: Article) -> Iterator[Case]:
    text, sentences = article.page.report.text, article.page.sentences
    told: Told = []
    for label in article.labels:
        read = next((r for r in sentences if r.sentence.start <= label["start"] < r.sentence.end), None)
        if read:
            told.append((read.sentence.text, label["conflict"]))
    return _cases(text, told or _unlabelled(article))


def _unlabelled(article: Article) -> Told:
    """A report in which nothing is labelled still says what it is about; one of which that is unclear is left out."""
    about = "hard negative" not in _genres().get(article.page.report.id, "")
    if not about and article.page.news.topic.conflict:
        return []
    return [(read.sentence.text, about) for read in article.page.sentences[:MOST]]


@cache
def _genres() -> dict[str, str]:
    rows = json.loads((gold.GOLD / "articles.json").read_text(encoding="utf8"))
    return {row["id"]: row.get("genre") or "" for row in rows}


def _cases(text: str, told: Told) -> Iterator[Case]:
    whole = report_signs(text, conflict.weigh(text))
    for answer in (True, False):
        chosen = list(dict.fromkeys(sentence for sentence, value in told if value is answer))[:MOST]
        for sentence in chosen:
            yield sorted({*whole, *sentence_signs(sentence)}), YES if answer else NO
