"""One English report to its claims: sentences → picked → parsed → mentions → harm → fields → claims.

Every step is a module of this folder; this one only puts them in order and carries what later sentences need from
earlier ones (who spoke, when it was, what was counted).
"""

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc

from marsad.extract.en import certainty, events, furniture, perpetrator, scope
from marsad.extract.en import speech as speeches
from marsad.extract.en.candidates import Page, ReadSentence, page_of
from marsad.extract.en.choice import Choice, choose
from marsad.extract.en.conflict_choice import Story
from marsad.extract.en.day_choice import choose_days
from marsad.extract.en.draft import Draft, Memory
from marsad.extract.en.graves import undate_finds
from marsad.extract.en.inherit import from_whole
from marsad.extract.en.judge import judge
from marsad.extract.en.relation import relate
from marsad.extract.en.sentences import Sentence
from marsad.extract.en.speaker_choice import choose_speakers
from marsad.extract.en.speech import Speech
from marsad.extract.en.superseded import overtaken
from marsad.extract.en.timing import days_of, of_harm, span_of
from marsad.extract.en.told import Told
from marsad.extract.en.victims import describe
from marsad.model import Attribution, Claim, Perpetrator, Quantity, Report, Span

EXTRACTOR = "en-2026.11b"


def read(report: Report) -> list[Claim]:
    """The claims of an English report, in the order of their numbers."""
    page = page_of(report)
    return claims_of(page) if page else []


def claims_of(page: Page) -> list[Claim]:
    """The claims of a page."""
    drafts = drafts_of(page, choose(page))
    judge(page, drafts)
    choose_days(page, drafts)
    undate_finds(drafts)
    choose_speakers(page, drafts, body_starts(page.report.text))
    for place, why in overtaken([draft.told for draft in drafts]).items():
        drafts[place].reasons["superseded"] = why
    return [_claim(page.report, draft, drafts) for draft in drafts]


def drafts_of(page: Page, chosen: Mapping[int, Choice]) -> list[Draft]:
    """The claims being made of the candidates chosen, by the rules alone."""
    memory, place = Memory(), 0
    story = Story(furniture.without(page.report.text))
    drafts: list[Draft] = []
    for sentence in page.sentences:
        after = place + len(sentence.candidates)
        found = [chosen[n] for n in range(place, after) if n in chosen]
        drafts += _sentence(page, story, sentence, found, memory)
        place = after
    relate([draft.told for draft in drafts], body_starts(page.report.text))
    from_whole(drafts)
    return drafts


def body_starts(text: str) -> int:
    """Where the body begins: behind first lines that are short and end without a full stop."""
    at = 0
    for line in text.split("\n")[:6]:
        stripped = line.strip()
        if len(stripped) > 140 or stripped.endswith((".", "!", "?", '"', "”", ":")) or len(text) - at < 150:
            break
        at += len(line) + 1
    return at


def _sentence(page: Page, story: Story, read: ReadSentence, found: list[Choice], memory: Memory) -> list[Draft]:
    sentence, own = read.sentence, read.times
    if sentence.paragraph > memory.paragraph + 1:
        memory.victims = memory.scope = None
    speech = _speech(sentence, read.doc, memory)
    about = story.of_sentence(sentence.text) if found else (False, "")
    drafts = [_draft(page, read, choice, speech, about, memory) for choice in found]
    told_days = [when for when in own if of_harm(sentence.text, when)]
    memory.running = next((when.interval for when in told_days if when.running), memory.running)
    if told_days and found:
        memory.days, memory.days_paragraph = told_days[0].interval, sentence.paragraph
    memory.paragraph = sentence.paragraph
    return drafts


def _draft(
    page: Page,
    read: ReadSentence,
    choice: Choice,
    speech: tuple[Speech | None, str],
    about: tuple[bool, str],
    memory: Memory,
) -> Draft:
    mention, own, news = choice.candidate.mention, read.times, page.news
    earlier = memory.victims if memory.paragraph == read.sentence.paragraph else None
    victims, victims_why = describe(mention, choice.harm, earlier)
    days, days_why = days_of(mention, choice.harm.trigger, own, memory, news)
    reach, reach_why = scope.decide(
        read.sentence.text,
        days,
        own,
        news.genre,
        page.report.published_day,
        memory.scope,
        recent=bool(news.days or news.running),
    )
    days, days_why = span_of(reach, days, days_why, own, news)
    told = Told(mention, choice.harm.measure, victims, reach, speech[0].text if speech[0] else None)
    reasons = {
        "measure": choice.reason, "victims": victims_why, "time": days_why,
        "scope": reach_why, "attribution": speech[1], "conflict": about[1],
    }  # fmt: skip
    memory.victims, memory.scope = victims, reach
    return Draft(told, choice.harm, speech[0], days, about[0], reasons, own, choice.confidence)


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


def _claim(report: Report, draft: Draft, drafts: list[Draft]) -> Claim:
    told, mention = draft.told, draft.told.mention
    speaker = draft.speech.text if draft.speech else None
    sure, sure_why = certainty.decide(mention, draft.harm, told.victims.category, speaker)
    doer = perpetrator.find(draft.harm, mention)
    event = events.event_of(told, report.text, draft.conflict)
    violence = events.type_of_violence(event, perpetrator.side_of(doer), told.victims.category)
    happened = f"{event.why}; UCDP type of violence {violence}" if violence else event.why
    reasons = {**draft.reasons, "relation": told.why, "certainty": sure_why, "event_type": happened}
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
        perpetrator=Perpetrator(text=doer),
        mechanism=event.mechanism,
        event_type=event.event_type,
        certainty=sure,
        conflict=draft.conflict,
        superseded="superseded" in draft.reasons,
        confidence=draft.confidence,
        extractor=EXTRACTOR,
        said_at=report.published_at,
        reasons=reasons,
    )


def _id(report: Report, draft: Draft, drafts: list[Draft]) -> str:
    mention = draft.told.mention
    return Claim.id_of(report.id, mention.start, mention.end, draft.told.measure)


__all__ = ["EXTRACTOR", "read"]
