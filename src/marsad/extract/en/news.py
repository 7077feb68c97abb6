"""What a report as a whole tells, before its sentences are read: topic, genre, the days of its main event."""

from dataclasses import dataclass

from marsad.extract.en import conflict, fastpass, scope
from marsad.extract.en import when as times
from marsad.extract.en.sentences import Sentence
from marsad.extract.en.timing import of_speech
from marsad.extract.en.when import When
from marsad.model import Interval, Report

LEAD = 14  # sentences in which the main event is dated


@dataclass(frozen=True, slots=True)
class News:
    """What the report as a whole says: its topic, its genre, the days of its main event and of its running count."""

    topic: conflict.Topic
    genre: scope.Genre
    days: Interval | None
    running: Interval | None


def news_of(report: Report, everything: list[Sentence]) -> News:
    """The news of a report, given its sentences."""
    found = [
        (when, sentence)
        for sentence in everything[:LEAD]
        for when in times.find(sentence.text, report.published_day, report.published_on)
        if when.interval and not times.of_dateline(sentence.text, when) and len(sentence.text) > 30
    ]
    recent = [when for when, sentence in found if not of_speech(sentence.text, when) and _recent(when, report)]
    running = next((when.interval for when in recent if when.running), None)
    violent = {sentence.index for sentence in everything[:LEAD] if _violent(sentence)}
    dated = [when for when, sentence in found if sentence.index in violent and when in recent]
    main = next((when.interval for when in dated if not when.running and when.form != "this year"), None)
    return News(conflict.weigh(report.text), scope.genre(report.text), main, running)


def _violent(sentence: Sentence) -> bool:
    return fastpass.harm_words(sentence.text) or bool(conflict.weigh(sentence.text).violence)


def _recent(when: When, report: Report) -> bool:
    published = report.published_day
    end = when.interval.end if when.interval else None
    return published is None or (end is not None and published - end <= scope.OLD)
