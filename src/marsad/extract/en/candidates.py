"""Candidates: every number and person of a report that may be a claim, with what the rules say of each.

The rules are a broad generator here; which candidates are kept, and with which measure, is decided by `choice`.
Nothing of this depends on learned weights, so training and reading see the same candidates.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc

from marsad.extract.en import context, fastpass, mentions, parse, sentences
from marsad.extract.en import when as times
from marsad.extract.en.harm import Harm
from marsad.extract.en.harm import harm as harm_of
from marsad.extract.en.mentions import Mention
from marsad.extract.en.news import News, news_of
from marsad.extract.en.sentences import Sentence
from marsad.extract.en.when import When
from marsad.model import Report


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

    @property
    def candidates(self) -> list[Candidate]:
        """All candidates, in order."""
        return [candidate for read in self.sentences for candidate in read.candidates]


def page_of(report: Report) -> Page | None:
    """The page of a report, or None where no sentence is worth parsing."""
    everything = sentences.split(report.text)
    picked = fastpass.pick(everything)
    if not picked:
        return None
    page = Page(report, news_of(report, everything), [])
    earlier: Harm | None = None
    paragraph = -1
    for sentence, doc in zip(picked, parse.parse(sentence.text for sentence in picked), strict=True):
        earlier = None if sentence.paragraph > paragraph + 1 else earlier
        own = times.find(sentence.text, report.published_day, report.published_on)
        read = ReadSentence(sentence, doc, own)
        for candidate in _candidates(read, earlier):
            read.candidates.append(candidate)
            earlier = candidate.harm if candidate.harm and not candidate.mention.single else earlier
        page.sentences.append(read)
        paragraph = sentence.paragraph
    return page


def _candidates(read: ReadSentence, earlier: Harm | None) -> Iterator[Candidate]:
    for mention in mentions.find(read.sentence, read.doc):
        if _in_date(mention, read.times):
            continue
        rule = harm_of(mention)
        if (mention.loose or mention.noun.lemma_.lower() in context.LIVING) and not rule:
            continue
        near = None if rule else context.harm_by_context(mention, earlier)
        candidate = Candidate(mention, rule, near, earlier)
        if candidate.harm and not mention.single:
            earlier = candidate.harm
        yield candidate


def _in_date(mention: Mention, own: list[When]) -> bool:
    """Whether the number is part of a date ("between 6 and 10 March")."""
    start, end = mention.start - mention.sentence.start, mention.end - mention.sentence.start
    return any(when.start < end and start < when.end and when.form in times.DATES for when in own)
