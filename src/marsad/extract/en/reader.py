"""One English report to its claims: sentences → picked → parsed → mentions → harm → fields → claims.

Every step is a module of this folder; this one only puts them in order and carries what later sentences need from
earlier ones (who spoke, when it was, what was counted).
"""

import re
from dataclasses import replace

from spacy.tokens import Doc

from marsad.extract.en import (
    certainty,
    conflict,
    context,
    events,
    fastpass,
    mentions,
    parse,
    perpetrator,
    scope,
    sentences,
)
from marsad.extract.en import speech as speeches
from marsad.extract.en import when as times
from marsad.extract.en.draft import Draft, Memory
from marsad.extract.en.harm import Harm
from marsad.extract.en.harm import harm as harm_of
from marsad.extract.en.inherit import from_only_speaker, from_whole
from marsad.extract.en.mentions import Mention
from marsad.extract.en.news import News, news_of
from marsad.extract.en.relation import Told, relate
from marsad.extract.en.sentences import Sentence
from marsad.extract.en.speech import Speech
from marsad.extract.en.timing import days_of, of_harm, span_of
from marsad.extract.en.victims import describe
from marsad.extract.en.when import When
from marsad.model import Attribution, Claim, Perpetrator, Quantity, Report, Span

EXTRACTOR = "en-2026.11"

CONFIDENCE = {
    "is_object": 0.95,
    "is_subject": 0.93,
    "inside_harm_noun": 0.92,
    "stated_by_noun": 0.92,
    "right_after": 0.9,
    "stated_by_adjective": 0.9,
    "said_of_it": 0.85,
    "shares_a_list": 0.85,
    "of_a_toll": 0.8,
    "by_left_word": 0.7,
    "by_right_word": 0.6,
    "by_earlier_number": 0.5,
}
"""The share that was right, by construction, on the labelled articles that were read; rounded. Not calibrated yet."""


def read(report: Report) -> list[Claim]:
    """The claims of an English report, in the order of their numbers."""
    everything = sentences.split(report.text)
    picked = fastpass.pick(everything)
    if not picked:
        return []
    news, memory = news_of(report, everything), Memory()
    drafts: list[Draft] = []
    for sentence, doc in zip(picked, parse.parse(sentence.text for sentence in picked), strict=True):
        drafts += _sentence(report, sentence, doc, news, memory)
    relate([draft.told for draft in drafts], _body_starts(report.text))
    from_whole(drafts)
    from_only_speaker(drafts)
    return [_claim(report, draft, drafts) for draft in drafts]


def _body_starts(text: str) -> int:
    """Where the body begins: behind first lines that are short and end without a full stop."""
    at = 0
    for line in text.split("\n")[:6]:
        stripped = line.strip()
        if len(stripped) > 140 or stripped.endswith((".", "!", "?", '"', "”", ":")) or len(text) - at < 150:
            break
        at += len(line) + 1
    return at


def _sentence(report: Report, sentence: Sentence, doc: Doc, news: News, memory: Memory) -> list[Draft]:
    if sentence.paragraph > memory.paragraph + 1:
        memory.harm = memory.victims = memory.scope = None
    own = times.find(sentence.text, report.published_day, report.published_on)
    found = [
        (mention, harm)
        for mention in mentions.find(sentence, doc)
        if not _in_date(mention, own) and (harm := _harm(mention, memory, sentence))
    ]
    speech, speech_why = _speech(sentence, doc, memory)
    is_conflict, conflict_why = conflict.of_sentence(news.topic, sentence.text)
    drafts = []
    for mention, harm in found:
        victims, victims_why = describe(
            mention, harm, memory.victims if memory.paragraph == sentence.paragraph else None
        )
        days, days_why = days_of(mention, own, memory, news)
        reach, reach_why = scope.decide(
            sentence.text,
            days,
            own,
            news.genre,
            report.published_day,
            memory.scope,
            recent=bool(news.days or news.running),
        )
        days, days_why = span_of(reach, days, days_why, own, news)
        told = Told(mention, harm.measure, victims, reach, speech.text if speech else None)
        reasons = {
            "measure": f"{harm.construction}: {harm.trigger.text!r}", "victims": victims_why, "time": days_why,
            "scope": reach_why, "attribution": speech_why, "conflict": conflict_why,
        }  # fmt: skip
        drafts.append(Draft(told, harm, speech, days, is_conflict, reasons, own))
        memory.harm, memory.victims, memory.scope = harm, victims, reach
    told_days = [when for when in own if of_harm(sentence.text, when)]
    memory.running = next((when.interval for when in told_days if when.running), memory.running)
    if told_days and found:
        memory.days, memory.days_paragraph = told_days[0].interval, sentence.paragraph
    memory.paragraph = sentence.paragraph
    return drafts


def _in_date(mention: Mention, own: list[When]) -> bool:
    """Whether the number is part of a date ("between 6 and 10 March")."""
    start, end = mention.start - mention.sentence.start, mention.end - mention.sentence.start
    return any(when.start < end and start < when.end and when.form in times.DATES for when in own)


def _harm(mention: Mention, memory: Memory, sentence: Sentence) -> Harm | None:
    found = harm_of(mention) or context.harm_by_context(mention, memory.harm)
    if found and not mention.single:
        memory.harm = found
    return found


def _speech(sentence: Sentence, doc: Doc, memory: Memory) -> tuple[Speech | None, str]:
    own = speeches.find(sentence, doc)
    if own and own.pronoun:
        if memory.speech is None:
            return None, f"{own.text!r} speaks, and nobody before it is named"
        own = replace(memory.speech, via=own.via or memory.speech.via)
        memory.speech_paragraph = sentence.paragraph
        return own, f"{own.rule}: a pronoun for {own.text!r}"
    if own:
        memory.speech, memory.speech_paragraph = own, sentence.paragraph
        return own, f"{own.rule}: {own.text!r}"
    if memory.speech and memory.speech_paragraph == sentence.paragraph:
        return memory.speech, f"carried on from {memory.speech.text!r} in the same paragraph"
    return None, "nobody is said to say it: the outlet's own voice"


_FIGHTERS = re.compile(
    r"militant|rebel|insurgent|fighter|taliban|shabaab|islamic state|isis|boko haram|hamas|hezbollah|houthi|army"
    r"|military|forces|general staff|defen[cs]e ministry",
    re.I,
)


def _claim(report: Report, draft: Draft, drafts: list[Draft]) -> Claim:
    told, mention = draft.told, draft.told.mention
    text = mention.sentence.text
    sure, sure_why = certainty.decide(
        text, mention.start - mention.sentence.start, bool(draft.speech and _FIGHTERS.search(draft.speech.text))
    )
    kind = events.find(text) or events.find(report.text[:600])
    reasons = {**draft.reasons, "relation": told.why, "certainty": sure_why}
    if kind is None:
        reasons["event_type"] = "no word says what happened"
    return Claim(
        id=_id(report, draft, drafts),
        report=report.id,
        measure=told.measure,
        quantity=Quantity(
            low=mention.low,
            high=mention.high,
            modality=mention.modality,
            text=mention.text,
            start=mention.start,
            end=mention.end,
        ),
        sentence=Span(start=mention.sentence.start, end=mention.sentence.end),
        victims=told.victims,
        scope=told.scope,
        relation=told.relation,
        parent=None if told.parent is None else _id(report, drafts[told.parent], drafts),
        time=draft.days,
        attribution=Attribution(source=draft.speech.text, text=draft.speech.text, via=draft.speech.via)
        if draft.speech
        else Attribution(),
        perpetrator=Perpetrator(text=perpetrator.find(draft.harm)),
        mechanism=kind.mechanism if kind else None,
        event_type=kind.event_type if kind else None,
        certainty=sure,
        conflict=draft.conflict,
        confidence=CONFIDENCE.get(draft.harm.construction, 0.5),
        extractor=EXTRACTOR,
        said_at=report.published_at,
        reasons=reasons,
    )


def _id(report: Report, draft: Draft, drafts: list[Draft]) -> str:
    mention = draft.told.mention
    return Claim.id_of(report.id, mention.start, mention.end, draft.told.measure)


__all__ = ["EXTRACTOR", "read"]
