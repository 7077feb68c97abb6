"""Candidates: every number and person of a report that may be a claim, with what the rules say of each.

The rules are a broad generator here; which candidates are kept, and with which measure, is decided by `choice`.
Nothing of this depends on learned weights, so training and reading see the same candidates.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from marsad.extract.en import fastpass, furniture, mentions, parse, sentences
from marsad.extract.en import when as times
from marsad.extract.en.context import LIVING, harm_by_context, harms_others, in_hospital, sent_home
from marsad.extract.en.harm import Harm
from marsad.extract.en.harm import harm as harm_of
from marsad.extract.en.lists import HEADED, by_style
from marsad.extract.en.mentions import Mention
from marsad.extract.en.news import News, news_of
from marsad.extract.en.pairs import pair_of
from marsad.extract.en.sentences import Sentence
from marsad.extract.en.when import When
from marsad.model import Measure, Report


@dataclass(slots=True)
class Candidate:
    """A mention, the reading of the strict rules, that of its context, and the rules' reading before it, if any."""

    mention: Mention
    rule: Harm | None
    context: Harm | None
    before: Harm | None

    @property
    def harm(self) -> Harm | None:
        """What the rules alone read."""
        return self.rule or self.context


@dataclass(slots=True)
class ReadSentence:
    """A parsed sentence with its time phrases and candidates."""

    sentence: Sentence
    doc: Doc
    times: list[When]
    candidates: list[Candidate] = field(default_factory=list)


@dataclass(slots=True)
class Page:
    """A report as far as it can be read without deciding anything."""

    report: Report
    news: News
    sentences: list[ReadSentence]
    everything: list[Sentence] = field(default_factory=list)  # all sentences, those not parsed too

    @property
    def candidates(self) -> list[Candidate]:
        """All candidates, in order."""
        return [candidate for read in self.sentences for candidate in read.candidates]


def page_of(report: Report) -> Page | None:
    """The page of a report, or None where no sentence is worth parsing."""
    if not fastpass.promising(report.text):
        return None
    everything = sentences.split(furniture.without(report.text))
    picked = fastpass.pick(everything)
    if not picked:
        return None
    page = Page(report, news_of(report, everything), [], everything)
    told = _Told()
    paragraph = -1
    for sentence, doc in zip(picked, parse.parse(sentence.text for sentence in picked), strict=True):
        told.earlier = None if sentence.paragraph > paragraph + 1 else told.earlier
        own = times.find(sentence.text, report.published_day, report.published_on)
        read = ReadSentence(sentence, doc, own)
        read.candidates += _candidates(read, told, report.text)
        page.sentences.append(read)
        paragraph = sentence.paragraph
    return page


@dataclass(slots=True)
class _Told:
    """What was read so far: the harm of the last number, and the harms told of one person."""

    earlier: Harm | None = None
    persons: set[Measure] = field(default_factory=set)


def _candidates(read: ReadSentence, told: _Told, text: str) -> Iterator[Candidate]:
    found = [mention for mention in mentions.find(read.sentence, read.doc) if not _in_date(mention, read.times)]
    styled = by_style(read.doc, found)
    for mention in found:
        rule = _rule(mention, styled.get(mention.number.i), text)
        if rule and rule.construction == "is_among":
            mention = replace(mention, partitive=True)
        if _nobody(mention, rule, told):
            continue
        near = None if rule else harm_by_context(mention, told.earlier, styled.get(mention.number.i))
        candidate = Candidate(mention, rule, near, told.earlier)
        if candidate.harm and not mention.single:
            told.earlier = candidate.harm
        if candidate.harm and mention.high == 1:
            told.persons.add(candidate.harm.measure)
        yield candidate


_GRAVER = {Measure.KILLED_OR_INJURED: Measure.KILLED, Measure.INJURED: Measure.KILLED}
HEADINGS = frozenset({"is_listed", "of_a_toll", "shares_a_list"})  # rules that may know no more than a list's heading


def _rule(mention: Mention, styled: Harm | None, text: str) -> Harm | None:
    """The reading of the strict rules; where they only know a heading, a pair or the style of the list comes first."""
    if styled and styled.construction == HEADED:
        return styled
    rule = harm_of(mention)
    if rule and rule.construction not in HEADINGS:
        return rule
    return pair_of(mention, text) or (None if styled else rule)


def _nobody(mention: Mention, rule: Harm | None, told: _Told) -> bool:
    """Whether the words alone name no victim and nothing says so; "he was killed" is news only of somebody new."""
    if mention.pronoun and rule and told.persons & {rule.measure, _GRAVER.get(rule.measure, rule.measure)}:
        return True
    if sent_home(mention):
        return True
    if rule:
        return False
    if not mention.single and mention.noun.lemma_.lower() not in LIVING:
        return in_hospital(mention)
    return mention.loose or mention.noun.lemma_.lower() in LIVING or harms_others(mention)


def _in_date(mention: Mention, own: list[When]) -> bool:
    """Whether the number is part of a date ("between 6 and 10 March")."""
    start, end = mention.start - mention.sentence.start, mention.end - mention.sentence.start
    return any(when.start < end and start < when.end and when.form in times.DATES for when in own)
