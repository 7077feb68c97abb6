"""Train the learned decisions of the English reader, or score them by cross-validation.

    python -m training.train_en          # writes src/marsad/extract/en/weights/*.json, the same bytes each time
    python -m training.train_en --cv     # prints the scorer's figures, each article read by models that never saw it

The choice of candidates is fitted first. Class, scope and relation are fitted on the claims of choices made out of
fold, so that they see at training what they will see at reading.
"""

import argparse
import hashlib
import json
import pathlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np

from marsad.extract.en import learned, reader
from marsad.extract.en.choice import NO, YES, choose
from marsad.extract.en.claim_features import features
from marsad.extract.en.claim_view import Part, Whole
from marsad.extract.en.draft import Draft
from marsad.extract.en.judge import LEARNED, judge
from marsad.extract.en.linear import Calibration, Linear
from marsad.extract.en.measure_features import proposals
from marsad.extract.en.mention_features import features as mention_features
from marsad.extract.en.mention_features import views
from training import places
from training.data import FOLDS, Article, articles, of_candidates, of_drafts
from training.fit import calibrate, fit, to_json
from training.sentences import sentences
from training.speakers import model_of_speakers
from training.times import model_of_days
from training.topics import conflict_model

STRENGTH = {"keep": 0.3, "measure": 0.3, "category": 1.0, "scope": 0.2, "relation": 0.1}
"""scikit-learn's C; a few values about each of these were tried under cross-validation."""

THRESHOLD = 0.5  # of keeping; 0.3, 0.4 and 0.5 were tried
WEIGHTS = pathlib.Path(learned.__file__).parent / "weights"
Models = dict[str, Linear]
Cases = tuple[list[Sequence[str]], list[str]]


def choice_models(some: Iterable[Article]) -> Models:
    """The models that choose candidates and their measure."""
    keep: Cases = ([], [])
    kind: Cases = ([], [])
    for article in some:
        labels = of_candidates(article)
        for place, view in enumerate(views(article.page)):
            keep[0].append(mention_features(view))
            keep[1].append(YES if place in labels else NO)
            if place in labels:
                for measure, signs in proposals(view).items():
                    kind[0].append(signs)
                    kind[1].append(YES if measure.value == labels[place]["measure"] else NO)
    chosen = replace(fit("keep", *keep, strength=STRENGTH["keep"]), threshold=THRESHOLD)
    return {"keep": chosen, "measure": fit("measure", *kind, strength=STRENGTH["measure"])}


def claim_models(some: Iterable[tuple[Article, list[Draft]]]) -> Models:
    """The models of class, scope and relation, from the claims that the rules made of choices out of fold."""
    cases: dict[str, Cases] = {name: ([], []) for name in LEARNED}
    for article, drafts in some:
        whole, labels = Whole(article.page, drafts), of_drafts(drafts, article)
        for place, label in sorted(labels.items()):
            for name in LEARNED:
                cases[name][0].append(features(name, Part(whole, place)))
                cases[name][1].append(label[name])
    return {name: fit(name, *cases[name], strength=STRENGTH[name]) for name in LEARNED}


class Folds:
    """Models and claims out of fold, made once."""

    def __init__(self, everything: list[Article]) -> None:
        self.articles = everything
        own = sentences()
        self.choice = [choice_models([*(a for a in everything if a.fold != fold), *own]) for fold in range(FOLDS)]
        self.drafts = [self._drafts(article) for article in everything]
        self.own = [(article, self._drafts(article)) for article in own]
        self._claims: dict[int | None, Models] = {}

    def _drafts(self, article: Article) -> list[Draft]:
        with learned.using(self.choice[max(0, article.fold)]):  # our own sentences are in no fold: any will do
            return reader.drafts_of(article.page, choose(article.page))

    def calibration(self, without: int | None = None) -> Calibration:
        """How often choices out of fold were right, by their raw probability; `without` leaves one fold out."""
        raw: list[float] = []
        right: list[bool] = []
        for article, drafts in zip(self.articles, self.drafts, strict=True):
            if article.fold != without:
                labels = of_drafts(drafts, article)
                raw += [draft.confidence for draft in drafts]
                right += [
                    labels[n]["measure"] == d.told.measure.value if n in labels else False for n, d in enumerate(drafts)
                ]
        return calibrate(np.asarray(raw), np.asarray(right))

    def claims(self, without: int | None = None) -> Models:
        """The models of class, scope and relation, fitted without one fold."""
        if without not in self._claims:
            pairs = [(a, d) for a, d in zip(self.articles, self.drafts, strict=True) if a.fold != without]
            self._claims[without] = claim_models([*pairs, *self.own])
        return self._claims[without]

    @cached_property
    def judged(self) -> list[list[Draft]]:
        """The claims anew, judged by models that never saw their article: as the choice of days finds them."""
        return [self._judged(article) for article in self.articles]

    def _judged(self, article: Article) -> list[Draft]:
        drafts = self._drafts(article)
        with learned.using(self.claims(article.fold)):
            judge(article.page, drafts)
        return drafts

    def days(self, without: int | None = None) -> Linear:
        """The model of days, fitted without one fold."""
        pairs = zip(self.articles, self.judged, strict=True)
        return model_of_days((article, drafts) for article, drafts in pairs if article.fold != without)

    def speakers(self, without: int | None = None) -> Linear:
        """The model of speakers, fitted without one fold."""
        pairs = zip(self.articles, self.judged, strict=True)
        return model_of_speakers((article, drafts) for article, drafts in pairs if article.fold != without)

    def models(self, fold: int) -> Models:
        """All models that never saw a fold."""
        keep = replace(self.choice[fold]["keep"], calibration=self.calibration(fold))
        about = conflict_model(article for article in self.articles if article.fold != fold)
        return {
            **self.choice[fold],
            "keep": keep,
            **self.claims(fold),
            "conflict": about,
            "when": self.days(fold),
            "speaker": self.speakers(fold),
        }


def train(everything: list[Article]) -> Models:
    """The models to ship: fitted on all, calibrated on choices out of fold."""
    folds, chosen = Folds(everything), choice_models([*everything, *sentences()])
    return {**chosen, "keep": replace(chosen["keep"], calibration=folds.calibration()), **folds.claims(),
            "conflict": conflict_model(everything), "when": folds.days(), "speaker": folds.speakers()}  # fmt: skip


def made_by() -> str:
    """The hash of this script, its neighbours and the texts of our own, which a weights file records."""
    folder = pathlib.Path(__file__).parent
    sources = sorted((*folder.glob("*.py"), *folder.glob("*.yaml")))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]


def main() -> None:
    """Train, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cv", action="store_true")
    if parser.parse_args().cv:
        from training.cross_validate import cross_validated

        print(json.dumps(cross_validated(Folds(articles())), indent=1))
        return
    for name, model in train(articles()).items():
        path = WEIGHTS / f"{name}.json"
        path.write_text(to_json(model, made_by()), encoding="utf8")
        print(f"{path.name}: {len(model.weights):,} features, {path.stat().st_size:,} bytes")
    print(places.write(places.models(places.exams(Folds(articles())))[-1], made_by()))


if __name__ == "__main__":
    main()
