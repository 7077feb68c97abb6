"""What the choice of a candidate looks at: named features of its words, its grammar, its context and its report.

A feature is a string; it is there or not. `FEATURES` is the declared list: reading it is reading what the model sees.
Nothing here knows a label or a weight.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from spacy.tokens import Token

from marsad.extract.en import context
from marsad.extract.en.candidates import Candidate, Page, ReadSentence
from marsad.extract.en.context import harm_word
from marsad.extract.en.harm import CONSTRUCTIONS, says
from marsad.extract.en.lexicon import lexicon
from marsad.extract.en.listing import harm_words
from marsad.extract.en.mentions import Mention
from marsad.extract.en.pairs import in_a_pair
from marsad.extract.en.predicates import Found
from marsad.extract.en.wording import words_of

LEFT, RIGHT = 30, 20  # tokens in which the nearest harm word is looked for


class View:
    """A candidate in its sentence and report, with what several features share."""

    def __init__(self, page: Page, read: ReadSentence, candidate: Candidate, values: Counter[int]) -> None:
        self.page, self.read, self.candidate, self.values = page, read, candidate, values
        self.mention: Mention = candidate.mention
        self.said: dict[str, Found] = {rule.__name__: says(rule, self.mention) for rule in CONSTRUCTIONS}
        self.person = self.mention.noun.lemma_.lower() in lexicon().persons
        self.bare = self.mention.noun.i == self.mention.number.i
        self.value = self.mention.low if self.mention.low is not None else self.mention.high
        self.left = self._nearest(range(self.mention.number.i - 1, max(-1, self.mention.number.i - LEFT), -1))
        last = min(len(self.mention.doc), self.mention.number.i + RIGHT)
        self.right = self._nearest(range(self.mention.number.i + 1, last))

    def _nearest(self, places: range) -> Token | None:
        harms = harm_words(self.mention.doc)
        return next((self.mention.doc[i] for i in places if i in harms), None)


def rules(view: View) -> Iterator[str]:
    """What the rules read, together and one by one, and the reading before."""
    rule, near = view.candidate.rule, view.candidate.context
    first, second = rule.measure.value if rule else "none", near.measure.value if near else "none"
    kind = "person" if view.person else "bare" if view.bare else "else"
    name = rule.construction if rule else near.construction if near else "none"
    yield f"rule={name}:{first}"
    yield f"context={name}:{second}"
    yield f"reading={first}/{second}"
    yield f"reading={first}/{second}&{kind}"
    yield f"rule={name}&{kind}"
    yield f"rule={name}&role={view.mention.head.dep_}&single={view.mention.single}"
    if view.candidate.harm:
        yield f"trigger={view.candidate.harm.trigger.lemma_.lower()}"
        yield f"trigger={view.candidate.harm.trigger.lemma_.lower()}&{name}"
    for construction, found in view.said.items():
        if found:
            yield f"says:{construction}:{found[0].value}"
    before = view.candidate.before
    here = bool(before and before.trigger.doc is view.mention.doc)
    yield f"in a pair={in_a_pair(view.mention, view.page.report.text)}"
    yield f"before={before.measure.value if before else 'none'}:{here}"


def counted(view: View) -> Iterator[str]:
    """The noun counted, and what the number is like."""
    mention, words = view.mention, lexicon()
    lemma = mention.noun.lemma_.lower()
    yield f"noun={lemma}"
    yield f"head={mention.head.lemma_.lower()}"
    yield f"noun tag={mention.noun.tag_}"
    yield f"single={mention.single}&person={view.person}"
    yield f"modality={mention.modality.value}"
    yield f"bare={view.bare}&partitive={mention.partitive}&more={mention.addition}"
    if not words.things.isdisjoint((lemma, mention.noun.lower_, mention.head.lemma_.lower())):
        yield "counts a thing"
    for category, listed in words.categories:
        if lemma in listed:
            yield f"class={category.value}"
            yield f"class={category.value}&single={mention.single}"
    yield from _size(view)


def _size(view: View) -> Iterator[str]:
    value = view.value
    yield f"size={'none' if value is None else value if value < 4 else 'e' + str(len(str(value)))}"
    if value is not None and 1900 <= value <= 2100:
        yield "like a year"
    if value is not None and value > 3 and not view.mention.single:
        told = view.values[value]
        yield f"told as harm elsewhere={min(2, told - bool(view.candidate.harm))}&{bool(view.candidate.harm)}"


def grammar(view: View) -> Iterator[str]:
    """How it hangs in the sentence."""
    mention = view.mention
    head, governor = mention.head, mention.head.head
    yield f"role={head.dep_}"
    yield f"governor={governor.lemma_.lower()}"
    yield f"role={head.dep_}&governor={governor.lemma_.lower()}"
    yield f"governor's={governor.head.lemma_.lower()}"
    if governor.dep_ == "conj" or head.dep_ == "prep":
        yield f"governor's=({governor.dep_}){governor.head.lemma_.lower()}"
    words = words_of(mention.doc)
    root = next((lemma for lemma, role in zip(words.lemmas, words.roles, strict=True) if role == "ROOT"), "")
    yield f"root={root}"
    yield f"acts={context.doing(mention)}"
    yield f"survived={context.surviving(mention)}"
    yield f"can be people={context.can_count_people(mention)}"


def around(view: View) -> Iterator[str]:
    """The words next to it."""
    doc = view.mention.doc
    lower, lemmas = (words := words_of(doc)).lower, words.lemmas
    first, last = _tokens(view.mention)
    for step in range(1, 5):
        yield f"word -{step}={lower[first - step] if first >= step else '^'}"
        yield f"word +{step}={lower[last + step] if last + step < len(lower) else '$'}"
        if first >= step:
            yield f"left={lemmas[first - step]}"
        if last + step < len(lower):
            yield f"right={lemmas[last + step]}"
    yield f"words -2-1={doc[max(0, first - 2) : first].text.lower()}"
    yield f"words +1+2={doc[last + 1 : last + 3].text.lower()}"


def _tokens(mention: Mention) -> tuple[int, int]:
    """First and last token of the number phrase."""
    offset = mention.sentence.start
    span = mention.doc.char_span(mention.start - offset, mention.end - offset, alignment_mode="expand")
    return (span.start, span.end - 1) if span is not None and len(span) else (mention.number.i, mention.number.i)


def harm_near(view: View) -> Iterator[str]:
    """The nearest harm words on both sides: what they say, how far, and what stands between."""
    number, doc = view.mention.number.i, view.mention.doc
    for side, token in (("left", view.left), ("right", view.right)):
        if token is None:
            yield f"harm {side}=none"
            continue
        measure = harm_word(token)
        assert measure is not None
        between = doc[min(token.i, number) + 1 : max(token.i, number)]
        far = abs(token.i - number)
        yield f"harm {side}={measure.value}:{1 if far < 3 else 2 if far < 6 else 3 if far < 12 else 4}"
        yield f"harm {side} word={token.lemma_.lower()}"
        marks = any(t.text in ",;:" for t in between)
        numbers = any(t.like_num for t in between)
        yield f"harm {side}={measure.value}&number between={numbers}&mark={marks}"
        yield f"harm {side}={measure.value}&class={'person' if view.person else 'bare' if view.bare else 'else'}"
    left, right = (harm_word(token) if token else None for token in (view.left, view.right))
    yield f"harm on both sides={left.value if left else 'none'}/{right.value if right else 'none'}"


def report(view: View) -> Iterator[str]:
    """The report and the place of the sentence in it."""
    topic = view.page.news.topic
    yield f"topic={max(-4, min(4, (topic.violence - topic.other) // 8))}"
    yield f"conflict={topic.conflict}"
    yield f"periodic={view.page.news.genre.periodic}"
    yield f"periodic={view.page.news.genre.periodic}&single={view.mention.single}"
    yield f"place={min(view.read.sentence.index, 4)}"
    yield f"short line={len(view.read.sentence.text) < 60}"
    yield f"harms in sentence={min(4, sum(c.harm is not None for c in view.read.candidates))}"
    yield f"numbers in sentence={min(5, sum(not c.mention.single for c in view.read.candidates))}"
    if view.mention.noun.lemma_.lower() in lexicon().people and view.mention.single:
        yield "a person of no class"


FEATURES: list[Callable[[View], Iterator[str]]] = [rules, counted, grammar, around, harm_near, report]


def views(page: Page) -> list[View]:
    """The candidates of a page with what their features share, in their order."""
    values = Counter(
        value
        for c in page.candidates
        if c.harm and (value := c.mention.low if c.mention.low is not None else c.mention.high) is not None
    )
    return [View(page, read, candidate, values) for read in page.sentences for candidate in read.candidates]


def features(view: View) -> list[str]:
    """The features of a candidate, sorted."""
    return sorted({name for part in FEATURES for name in part(view)})
