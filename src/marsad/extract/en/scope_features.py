"""What the scope of a claim is judged by: the rules, the words and tense, the days, and the report as a whole."""

import re
from collections.abc import Iterator

from marsad.extract.en.claim_view import REPORT_CUES, Part, kind_of, size_of
from marsad.extract.en.cues import said
from marsad.extract.en.gist import places_of
from marsad.extract.en.wording import words_of

SENTENCE_CUES = (*REPORT_CUES, "superlative", "brings", "part_before")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MONTH = re.compile(r"\b(January|February|March|April|May|June|July|August|September|October|November|December)\b")
PAST = re.compile(
    r"\b(?:had|earlier|previous\w*|ago|last (?:year|month|week)|before|then|since|history|former\w*)\b", re.I
)


def scope(part: Part) -> Iterator[str]:
    """What the rules, the words, the days and the report say of its reach."""
    told, whole, draft = part.told, part.whole, part.draft
    rule, why = told.scope.value, kind_of(draft.reasons["scope"])
    yield f"rule={rule}"
    yield f"rule={rule}&why={why}"
    periodic = whole.page.news.genre.periodic
    yield f"rule={rule}&periodic={periodic}&running={whole.page.news.running is not None}"
    total = max(1, len(whole.drafts))
    found, spoken = _sentence(part)
    yield from (f"cue={name}&rule={rule}" for name in found)
    yield from spoken
    yield from (f"report cue={name}:{n}" for name, n in whole.cues.items())
    yield from _days(part)
    yield from _governed(part)
    before = part.before.told.scope.value if part.before else "none"
    yield f"before={before}&near={part.near}"
    yield f"before={before}&near={part.near}&rule={rule}"
    yield f"whole={part.parent.told.scope.value if part.parent else 'none'}&rule={rule}"
    yield f"position={min(4, 5 * part.mention.sentence.index // whole.sentences)}&rule={rule}"
    yield f"size={size_of(told.value)}&measure={told.measure.value}"
    yield f"size={size_of(told.value)}&largest={size_of(whole.largest)}"
    yield f"relation={told.relation.value}&rule={rule}"
    yield f"claims={min(5, total // 3)}"
    yield from (f"title={word}" for word in whole.gist.title)
    yield from whole.gist.signs
    yield from _event_above(part)


def _sentence(part: Part) -> tuple[list[str], list[str]]:
    """The cues of the sentence, and what its words say whatever the number; made once a sentence."""
    index, signs = part.mention.sentence.index, part.whole.signs
    if index not in signs:
        text, doc = part.mention.sentence.text, part.mention.doc
        found = [name for name in SENTENCE_CUES if said(name, text)]
        here = words_of(doc)
        told = zip(here.texts, here.lemmas, doc, strict=True)
        words = [f"sentence={lemma}" for word, lemma, token in told if word.isalpha() or token.like_num]
        signs[index] = found, [*words, *(f"cue={name}" for name in found), *_years(part), *places_of(text)]
    return signs[index]


def _days(part: Part) -> Iterator[str]:
    draft, page = part.draft, part.whole.page
    yield from (f"form={when.form}:{when.running}" for when in draft.times)
    yield f"time={kind_of(draft.reasons['time'])}&own={bool(draft.times)}"
    days, today = draft.days, page.report.published_day
    if days is None:
        yield "days=none"
        return
    long = days.days or 0
    yield f"days={next((str(limit) for limit in (1, 3, 10, 40) if long <= limit), 'more')}"
    if today and days.end:
        ago = (today - days.end).days
        shown = next((str(limit) for limit in (1, 7, 31, 365) if ago <= limit), "long")
        yield f"ago={shown}&own={bool(draft.times)}"


def _years(part: Part) -> Iterator[str]:
    """How many years before the report the sentence and its paragraph speak of."""
    today = part.whole.page.report.published_day
    if today is None:
        return
    sentence = part.mention.sentence
    start = max(part.whole.text.rfind("\n", 0, sentence.start), sentence.start - 600)
    for name, text in (("sentence", sentence.text), ("paragraph", part.whole.text[max(0, start) : sentence.start])):
        gaps = [today.year - int(year) for year in YEAR.findall(text)]
        nearest = min((gap for gap in gaps if gap >= 0), default=None)
        shown = "none" if nearest is None else min(nearest, 2)
        yield f"years ago in {name}={shown}"
        yield f"past in {name}={bool(PAST.search(text))}"
    months = {match.lower() for match in MONTH.findall(sentence.text)} - {f"{today:%B}".lower()}
    yield f"another month={bool(months)}&year={bool(YEAR.search(sentence.text))}"


def _governed(part: Part) -> Iterator[str]:
    """Tense of the verb above it: "has killed", "had killed", "were killed"."""
    token = part.draft.harm.trigger
    for _ in range(4):
        if token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
            break
        token = token.head
    helpers = "+".join(child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass"))
    yield f"verb={token.lemma_.lower()}"
    yield f"tense={token.tag_}:{helpers}"


def _event_above(part: Part) -> Iterator[str]:
    """The events that the harm is said to lie in: "killed in CLASHES", "an ATTACK killed"."""
    trigger = part.draft.harm.trigger
    near = [child for child in trigger.children if child.dep_ in ("prep", "agent", "nsubj", "pobj", "npadvmod")]
    if trigger.dep_ in ("acl", "relcl", "advcl", "conj", "xcomp"):
        near += [child for child in trigger.head.children if child.dep_ in ("prep", "nsubj")]
    for child in near:
        nouns = [child] if child.pos_ in ("NOUN", "PROPN") else [c for c in child.children if c.dep_ == "pobj"]
        for noun in nouns:
            if noun.i != part.mention.noun.i and noun.i != part.mention.head.i:
                many = noun.tag_ in ("NNS", "NNPS")
                yield f"in {child.lower_ if nouns[0] is not child else child.dep_}={noun.lemma_.lower()}:{many}"
                yield f"in many={many}"
