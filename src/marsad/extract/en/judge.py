"""Class, scope and relation of a report's claims: decided by the learned models over what the rules made of them."""

from dataclasses import replace

from marsad.extract.en import learned
from marsad.extract.en.candidates import Page
from marsad.extract.en.certain import certain
from marsad.extract.en.claim_features import features
from marsad.extract.en.claim_view import Part, Whole
from marsad.extract.en.draft import Draft
from marsad.extract.en.parents import settle
from marsad.extract.en.timing import span_of
from marsad.model import Category, Relation, Scope


def judge(page: Page, drafts: list[Draft]) -> None:
    """Decide class, scope and relation of every claim, in place. All are judged on the rules' reading of the others."""
    whole = Whole(page, drafts)
    parts = [Part(whole, place) for place in range(len(drafts))]
    verdicts = [{name: _verdict(name, part) for name in LEARNED} for part in parts]
    for draft, verdict in zip(drafts, verdicts, strict=True):
        _category(draft, *verdict["category"])
        _scope(page, draft, *verdict["scope"])
    settle(drafts, [(Relation(verdict["relation"][0]), verdict["relation"][1]) for verdict in verdicts])


OVERRULES = {"category": 0.5, "scope": 0.0, "relation": 0.0}
"""The least probability with which a decision overrules the rule; 0.5 won for the class alone (.847 to .858)."""

SILENT = frozenset({Category.ANY.value})  # a rule that found nothing has nothing to defend

LEARNED = ("category", "scope", "relation")
RULE = {
    "category": lambda draft: draft.told.victims.category.value,
    "scope": lambda draft: draft.told.scope.value,
    "relation": lambda draft: draft.told.relation.value,
}
WHY = {"category": "victims", "scope": "scope"}


def _verdict(name: str, part: Part) -> tuple[str, str]:
    model = learned.model(name)
    named = model.known(features(name, part))
    chances = model.probabilities(named)
    best = max(chances, key=lambda value: chances[value])
    rule = RULE[name](part.draft)
    reason = part.draft.reasons[WHY[name]] if name in WHY else part.told.why
    if best != rule and certain(name, part):
        return rule, f"rule: {reason} (certain: learned {best} {chances[best]:.2f} does not overrule it)"
    if best != rule and rule not in SILENT and chances[best] < OVERRULES[name]:
        return rule, f"rule: {reason} (learned {best} {chances[best]:.2f}, too unsure to overrule it)"
    return best, learned.because(model, named, best, chances[best], f"{rule}, {reason}")


def _category(draft: Draft, value: str, why: str) -> None:
    draft.told.victims = replace(draft.told.victims, category=Category(value))
    draft.reasons["victims"] = why


def _scope(page: Page, draft: Draft, value: str, why: str) -> None:
    scope = Scope(value)
    if scope is not draft.told.scope:
        draft.days, draft.reasons["time"] = span_of(scope, draft.days, draft.reasons["time"], draft.times, page.news)
    draft.told.scope, draft.reasons["scope"] = scope, why
