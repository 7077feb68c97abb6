"""Who could say a number: the candidates among which `speaker_choice` decides.

A candidate is a speaker of the number's own sentence, one who spoke before it, one who speaks after it, the first and
the most quoted voice of the report, a monitor or UN body it names, or nobody: the outlet's own voice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from spacy.tokens import Doc

from marsad.extract.en.candidates import Page
from marsad.extract.en.cast import Cast, Voice, cast_of
from marsad.extract.en.draft import Draft
from marsad.extract.en.speaker_roles import Speaker
from marsad.extract.en.speech_words import speech_words
from marsad.extract.en.wording import words_of

BEFORE, AFTER, NAMED = 4, 3, 2  # voices before, voices after, and bodies that are only named
PARTING = frozenset({"but", "while", "whereas", "though", "although"})
LEAD = 3  # sentences of the lead
FAR_AFTER = 4  # sentences after a number of the body in which a speaker is looked for


@dataclass(slots=True)
class Option:
    """A candidate: the mention that stands for the voice, where it stands, its rank there. None: nobody."""

    speaker: Speaker | None
    voice: Voice | None
    where: str
    rank: int = 0

    @property
    def words(self) -> str:
        """The words to hand over: the mention's own, or the voice's where the mention only stands for it."""
        speaker, voice = self.speaker, self.voice
        if speaker is None or voice is None:
            return ""
        if speaker.pronoun or speaker.kind == "paper" or not speaker.name:
            return voice.words
        return speaker.words if len(speaker.words) >= len(voice.words) or speaker.name != voice.name else voice.words


class Number:
    """A claim being made in its report, with what several features share."""

    def __init__(self, page: Page, cast: Cast, draft: Draft, heading: int) -> None:
        self.page, self.cast, self.draft = page, cast, draft
        self.mention, self.sentence = draft.told.mention, draft.told.mention.sentence
        self.scope, self.relation = draft.told.scope.value, draft.told.relation.value
        self.own = cast.by_sentence.get(self.sentence.index, [])
        self.speaking = [speaker for speaker in self.own if speaker.speaks]
        at = self.sentence.index
        self.place = "head" if self.mention.start < heading else "lead" if at < LEAD else "body"
        self.last_spoken = next((s for s in reversed(cast.spoken) if s.line.sentence.index < at), None)

    @cached_property
    def chain(self) -> frozenset[int]:
        """The words over the number in the parse."""
        token, over = self.mention.number, set[int]()
        while token.head.i != token.i and len(over) < 30:
            over.add(token.i)
            token = token.head
        return frozenset(over | {token.i})

    @cached_property
    def orphans(self) -> list[int]:
        """Verbs of saying in the sentence that no speaker has."""
        taken, verbs = {speaker.verb_at for speaker in self.own}, speech_words().verbs
        words = words_of(self.mention.doc)
        strong = (n for n, word in enumerate(words.lower) if verbs.get(word) == "strong")
        return [n for n in strong if words.tags[n][0] == "V" and n not in taken]

    @cached_property
    def quoted(self) -> bool:
        """Whether the number stands between quotation marks, by their count in the sentence."""
        before = self.sentence.text[: self.mention.start - self.sentence.start]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the sentence."""
        words = words_of(self.mention.doc)
        return frozenset(low for low, word in zip(words.lower, words.texts, strict=True) if word.isalpha())

    def told_by(self, voice: Voice) -> bool:
        """Whether another sentence in which the voice speaks has the same number, too large to recur by chance."""
        return self._telling and any(
            self.draft.told.value in self.cast.values.get(speaker.line.sentence.index, ())
            for speaker in voice.spoken
            if speaker.line.sentence.index != self.sentence.index
        )

    def told_again(self) -> bool:
        """Whether a later sentence in which somebody speaks has the same number."""
        return self._telling and any(
            self.draft.told.value in self.cast.values.get(speaker.line.sentence.index, ())
            for speaker in self.cast.spoken
            if speaker.line.sentence.index > self.sentence.index
        )

    @property
    def _telling(self) -> bool:
        return (self.draft.told.value or 0) > 3


def numbers_of(page: Page, drafts: Sequence[Draft], heading: int) -> list[Number]:
    """The numbers of the claims being made. `heading` is the offset where the body begins."""
    cast = cast_of(page)
    return [Number(page, cast, draft, heading) for draft in drafts]


def options(number: Number) -> list[Option]:
    """The candidates of a number, each voice once but for those of its own sentence; nobody first.

    Where the sentence itself surely lets somebody say the number, no voice of another sentence is a candidate.
    """
    found = [Option(None, None, "nobody"), *_own(number)]
    seen = {option.voice.number for option in found if option.voice}
    if any(_surely(number, option) for option in found):
        return found
    for some in (_before, _after, _chief, _named):
        for option in some(number, seen):
            found.append(option)
            if option.voice:
                seen.add(option.voice.number)
    return found


def _surely(number: Number, option: Option) -> bool:
    """Whether the number hangs on what a speaker says: "police said 12 died"."""
    speaker = option.speaker
    return speaker is not None and speaker.group == "says" and speaker.verb_at in number.chain


def _own(number: Number) -> Iterator[Option]:
    """The speakers of the sentence, the nearest first; where two parts of it have each their own, those of its part."""
    start, at = number.mention.start, number.mention.number.i
    part = _part(number.mention.doc, at)
    here = [speaker for speaker in number.own if speaker.first in part]
    heard = here if any(speaker.speaks for speaker in here) else number.own
    for rank, speaker in enumerate(sorted(heard, key=lambda speaker: abs(speaker.start - start))):
        if not speaker.first <= at <= speaker.last:
            yield Option(
                speaker, number.cast.voices[speaker.entity], "left" if speaker.start < start else "right", rank
            )


def _part(doc: Doc, at: int) -> range:
    """The part of a sentence in which a word stands: up to a semicolon, or "but" and the like after a comma."""
    words = words_of(doc).lower
    breaks = [n for n in range(1, len(words)) if words[n - 1] == ";" or (words[n] in PARTING and words[n - 1] in ",–—")]
    first = max((n for n in breaks if n <= at), default=0)
    return range(first, min((n for n in breaks if n > at), default=len(doc)))


def _before(number: Number, seen: set[int]) -> Iterator[Option]:
    rank = 0
    for speaker in reversed(number.cast.spoken):
        if speaker.line.sentence.index < number.sentence.index and speaker.entity not in seen and rank < BEFORE:
            yield Option(speaker, number.cast.voices[speaker.entity], "before", rank)
            rank += 1


def _after(number: Number, seen: set[int]) -> Iterator[Option]:
    rank, here = 0, number.sentence.index
    for speaker in number.cast.spoken:
        gap = speaker.line.sentence.index - here
        if gap > 0 and (gap <= FAR_AFTER or number.place != "body") and speaker.entity not in seen and rank < AFTER:
            yield Option(speaker, number.cast.voices[speaker.entity], "after", rank)
            rank += 1


def _chief(number: Number, seen: set[int]) -> Iterator[Option]:
    cast = number.cast
    for where, voice in (("most", cast.most), ("first", cast.voices[cast.spoken[0].entity] if cast.spoken else None)):
        if voice and voice.spoken and voice.number not in seen:
            yield Option(voice.spoken[0], voice, where)


def _named(number: Number, seen: set[int]) -> Iterator[Option]:
    kinds = ("un", "monitor")
    named = (voice for voice in number.cast.voices if voice.kind in kinds and voice.number not in seen)
    for rank, voice in enumerate(islice(named, NAMED)):
        yield Option(voice.mentions[0], voice, "named", rank)
