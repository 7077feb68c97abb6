"""What the class, the scope and the relation of a claim are judged by: named features, as in `mention_features`.

All see the claims of the report as the rules made them, so that one claim can be judged by those around it. `LISTS` is
the declared list of what each model looks at.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

from marsad.extract.en.claim_view import CLASS_WORDS, Part, kind_of, size_of
from marsad.extract.en.lexicon import lexicon
from marsad.extract.en.scope_features import scope
from marsad.extract.en.victims import bare
from marsad.extract.en.wording import words_of


def words(part: Part) -> Iterable[str]:
    """The words around the number and those it counts; two models look at them."""
    part.words = part.words or list(_words(part))
    return part.words


def _words(part: Part) -> Iterator[str]:
    mention, here = part.mention, words_of(part.mention.doc)
    at, lower = mention.number.i, here.lower
    for step in range(1, 4):
        yield f"word -{step}={lower[at - step] if at >= step else '^'}"
        yield f"word +{step}={lower[at + step] if at + step < len(lower) else '$'}"
    near = zip(here.texts[max(0, at - 8) : at + 9], here.lemmas[max(0, at - 8) : at + 9], strict=True)
    yield from (f"near={lemma}" for word, lemma in near if word.isalpha())
    yield f"noun={mention.noun.lemma_.lower()}"
    yield f"head={mention.head.lemma_.lower()}&role={mention.head.dep_}"
    yield f"bare={bare(mention)}&single={mention.single}&size={size_of(part.told.value)}"


def victims(part: Part) -> Iterator[str]:
    """The words and the class the rules found, and the classes around it."""
    told, whole = part.told, part.whole
    rule, why = told.victims.category.value, kind_of(part.draft.reasons["victims"])
    yield f"rule={rule}"
    yield f"rule={rule}&why={why}"
    yield f"rule={rule}&noun={part.mention.noun.lemma_.lower()}"
    yield f"rule={rule}&bare={bare(part.mention)}&single={part.mention.single}"
    for word in (told.victims.text or "").lower().split()[:8]:
        yield f"victim={word}"
        yield f"rule={rule}&victim={word}"
    yield f"group={told.victims.group is not None}&rule={rule}&noun={part.mention.noun.lemma_.lower()}"
    yield f"trigger={part.draft.harm.trigger.lemma_.lower()}&rule={rule}"
    for name, other in (("before", part.before), ("whole", part.parent)):
        kind = other.told.victims.category.value if other else "none"
        near = part.near if name == "before" else part.told.relation.value
        yield f"{name}={kind}&rule={rule}&near={near}"
        yield f"{name}={kind}&rule={rule}&near={near}&bare={bare(part.mention)}"
    first = max(0, part.mention.number.i - 6)
    near_words = words_of(part.mention.doc).lemmas[first : first + 14]
    for category, listed in lexicon().categories:
        if not listed.isdisjoint(near_words):
            yield f"class near={category.value}&rule={rule}"
    yield from _classes_before(part, rule)
    for kind, count in whole.classes.items():
        yield f"others={kind}:{min(3, count * 4 // max(1, len(whole.drafts)))}&rule={rule}"
    yield from (f"report={word}:{min(3, n)}&rule={rule}" for word, n in whole.words.items())
    yield f"topic={part.told.measure.value}&rule={rule}&periodic={whole.page.news.genre.periodic}"


def _classes_before(part: Part, rule: str) -> Iterator[str]:
    """The class words of the text before the number, nearest first, and the class last told."""
    start = part.mention.start
    seen = [match.group().lower()[:7] for match in CLASS_WORDS.finditer(part.whole.text[max(0, start - 300) : start])]
    yield f"class word before={seen[-1] if seen else 'none'}&rule={rule}&bare={bare(part.mention)}"
    title = CLASS_WORDS.search(part.whole.text[:120])
    yield f"class word in title={title.group().lower()[:7] if title else 'none'}&rule={rule}"
    drafts, place = part.whole.drafts, part.place
    kinds = (drafts[n].told.victims.category.value for n in range(place - 1, max(-1, place - 8), -1))
    last = next((kind for kind in kinds if kind not in ("any", "women", "children", "other")), "none")
    yield f"class last told={last}&rule={rule}&bare={bare(part.mention)}"
    yield f"class last told={last}&rule={rule}&relation={part.told.relation.value}"


def relation(part: Part) -> Iterator[str]:
    """What the rules and arithmetic say of its standing to the others."""
    told, draft = part.told, part.draft
    rule, why = told.relation.value, kind_of(told.why)
    yield f"rule={rule}"
    yield f"rule={rule}&why={why}"
    yield f"why={told.why[:40]}"
    category = told.victims.category.value
    yield f"rule={rule}&class={category}"
    yield f"rule={rule}&scope={told.scope.value}"
    yield f"rule={rule}&single={part.mention.single}&more={part.mention.addition}&partitive={part.mention.partitive}"
    yield f"rule={rule}&size={size_of(told.value)}"
    for name, other in (("before", part.before), ("whole", part.parent)):
        if other is None:
            yield f"{name}=none&rule={rule}"
            continue
        same = f"{other.told.measure is told.measure}{other.told.victims.category is told.victims.category}"
        yield f"{name}={other.told.relation.value}&same={same}&near={part.near}&rule={rule}"
        yield f"{name} class={other.told.victims.category.value}&class={category}&rule={rule}"
        yield f"{name} larger={(other.told.value or 0) > (told.value or 0)}&same={same}&near={part.near}&rule={rule}"
        yield f"{name} scope={other.told.scope is told.scope}&rule={rule}"
    yield from _equals(part)
    text, at = part.mention.sentence.text, part.mention.start - part.mention.sentence.start
    tail = re.findall(r"\w+|[^\w\s]", text[max(0, at - 25) : at])[-2:]
    yield f"left={' '.join(tail).lower()}&rule={rule}"
    yield f"mark={tail[-1] if tail and not tail[-1].isalnum() else 'word'}&near={part.near}&rule={rule}"
    yield f"first of sentence={part.near != 'sentence'}&measure={told.measure.value}&rule={rule}"
    yield f"periodic={part.whole.page.news.genre.periodic}&rule={rule}"
    yield f"speaks={draft.speech is not None}&rule={rule}"
    yield f"place={min(3, part.place)}&rule={rule}"


def _equals(part: Part) -> Iterator[str]:
    """Whether the same number of the same harm stands before or behind it."""
    places = part.whole.values[(part.told.measure.value, part.told.value)]
    at = bisect_left(places, part.place)
    before, after = at, len(places) - at - 1
    small = (part.told.value or 0) < 4
    yield f"equal before={min(2, before)}&small={small}&rule={part.told.relation.value}"
    yield f"equal after={min(2, after)}&small={small}&place={min(2, part.place)}&rule={part.told.relation.value}"
    if before:
        other = part.whole.drafts[places[at - 1]]
        alike = f"{other.told.victims.category is part.told.victims.category}{other.told.scope is part.told.scope}"
        yield f"equal alike={alike}&small={small}"
        yield f"equal gap={min(4, part.place - places[at - 1])}&small={small}"


LISTS: dict[str, list[Callable[[Part], Iterable[str]]]] = {
    "category": [words, victims],
    "scope": [scope],
    "relation": [words, relation],
}


def features(name: str, part: Part) -> list[str]:
    """The features that the model `name` sees of a claim, sorted."""
    return sorted({feature for some in LISTS[name] for feature in some(part)})
