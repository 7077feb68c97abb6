"""The cast of a report: everybody who could say a number, once each, with the places where they are let speak.

Mentions of one voice are brought together: a surname and the name, an abbreviation and what it stands for, "the
ministry" and the ministry named before, "it", "he" and "the statement" and the one who spoke last.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from marsad.extract.en import speakers, tokens
from marsad.extract.en.candidates import Page
from marsad.extract.en.speaker_roles import Speaker
from marsad.extract.en.speech_words import speech_words

_BODIES = frozenset({"monitor", "un", "body", "forces", "official", "media", "armed", "medical", ""})
_SINGLE = frozenset({"official", "witness", "unnamed", "medical"})
_PERSONS = frozenset({"official", "witness", "medical", "unnamed", "media", ""})
_GENERAL = frozenset(
    "group organisation organization agency network office mission monitor observatory watchdog body ministry "
    "commission ngo charity committee association institution centre center".split()
)  # fmt: skip
REACH = 6  # sentences over which a pronoun or "the statement" looks back


@dataclass(slots=True)
class Voice:
    """One who could speak: the fullest words for it, what its noun tells, and where it stands, in order."""

    number: int
    words: str
    kind: str
    name: str
    tokens: frozenset[str]
    plural: bool
    mentions: list[Speaker] = field(default_factory=list)
    spoken: list[Speaker] = field(default_factory=list)


@dataclass
class Cast:
    """The voices of a report, its speakers by sentence, those let speak, and the numbers of each parsed sentence."""

    voices: list[Voice] = field(default_factory=list)
    by_sentence: dict[int, list[Speaker]] = field(default_factory=dict)
    spoken: list[Speaker] = field(default_factory=list)
    mentions: dict[int, list[Speaker]] = field(default_factory=dict)
    values: dict[int, set[int | None]] = field(default_factory=dict)

    @cached_property
    def speaking(self) -> int:
        """How many voices are let speak."""
        return sum(1 for voice in self.voices if voice.spoken)

    @cached_property
    def first(self) -> Voice | None:
        """The voice named first of those that are let speak."""
        return next((voice for voice in self.voices if voice.spoken), None)

    @cached_property
    def most(self) -> Voice | None:
        """The voice that is let speak most often."""
        return max(self.voices, key=lambda voice: len(voice.spoken), default=None)


def cast_of(page: Page) -> Cast:
    """The cast of a page."""
    parsed = {read.sentence.index: read for read in page.sentences}
    cast = Cast()
    for sentence in page.everything:
        read = parsed.get(sentence.index)
        if read is None and not _may_speak(sentence.text):
            continue
        line = tokens.of_parse(sentence, read.doc) if read else tokens.of_letters(sentence)
        heard = speakers.find(line)
        for speaker in heard:
            _enter(cast, speaker)
        cast.by_sentence[sentence.index] = [speaker for speaker in heard if speaker.entity >= 0]
    for read in page.sentences:
        found = (candidate.mention for candidate in read.candidates)
        cast.values[read.sentence.index] = {m.low if m.low is not None else m.high for m in found}
    return cast


def _may_speak(text: str) -> bool:
    """Whether a sentence has a word that lets somebody speak."""
    words = speech_words()
    return any(
        word in words.verbs or word == "according" or words.nouns.get(word) == "paper"
        for word in text.lower().replace(",", " ").split()
    )


def _enter(cast: Cast, speaker: Speaker) -> None:
    voice = _known(cast, speaker)
    if voice is None:
        if speaker.pronoun:
            return
        voice = Voice(len(cast.voices), speaker.words, speaker.kind, speaker.name, _words(speaker), _plural(speaker))
        cast.voices.append(voice)
    elif not speaker.pronoun and (
        len(speaker.name) > len(voice.name) or (not voice.kind and speaker.name == voice.name and speaker.kind)
    ):
        voice.words, voice.name, voice.kind = speaker.words, speaker.name, speaker.kind or voice.kind
        voice.tokens |= _words(speaker)
    speaker.entity = voice.number
    voice.mentions.append(speaker)
    cast.mentions.setdefault(speaker.line.sentence.index, []).append(speaker)
    if speaker.speaks:
        voice.spoken.append(speaker)
        cast.spoken.append(speaker)


def _plural(speaker: Speaker) -> bool:
    return speaker.line.tags[speaker.head] in ("NNS", "NNPS") or speaker.line.lower[speaker.head] in (
        "police",
        "people",
    )


def _words(speaker: Speaker) -> frozenset[str]:
    line = speaker.line
    return frozenset(
        word.rstrip("s")
        for word, tag in zip(
            line.lower[speaker.first : speaker.last + 1], line.tags[speaker.first : speaker.last + 1], strict=True
        )
        if tag not in ("DT", "PRP$", "IN", "POS", ",")
    )


def _known(cast: Cast, speaker: Speaker) -> Voice | None:
    """The voice that a speaker already is; None for a new one."""
    if speaker.pronoun:
        return _meant_by_pronoun(cast, speaker)
    if speaker.name:
        return _same_name(cast, speaker) or _abbreviated(cast, speaker)
    return _described(cast, speaker)


def _meant_by_pronoun(cast: Cast, speaker: Speaker) -> Voice | None:
    return next((voice for voice in _recent(cast, speaker) if _fits(voice, speaker.kind)), None)


def _fits(voice: Voice, pronoun: str) -> bool:
    """Whether "he", "it" or "they" may stand for a voice."""
    if voice.kind == "paper":
        return False
    if pronoun == "person":
        return not voice.plural and ((voice.kind in _PERSONS and bool(voice.name)) or voice.kind in _SINGLE)
    if pronoun == "it":
        return not voice.plural and voice.kind in _BODIES and not (voice.kind == "official" and voice.name)
    return voice.plural or voice.kind in ("body", "monitor", "un", "forces", "armed", "medical")


def _recent(cast: Cast, speaker: Speaker) -> Iterator[Voice]:
    """The voices named last: sentence by sentence backwards, in each those that speak first, then in order."""
    here = speaker.line.sentence.index
    for back in range(REACH):
        named = [other for other in cast.mentions.get(here - back, []) if back or other.last < speaker.first]
        for other in sorted(named, key=lambda other: (not other.speaks, other.role != "subject", other.first)):
            if not other.pronoun or back:
                yield cast.voices[other.entity]


def _same_name(cast: Cast, speaker: Speaker) -> Voice | None:
    own = speaker.name.lower().split()
    for voice in reversed(cast.voices):
        if not voice.name:
            continue
        other = voice.name.lower().split()
        if own[-1] == other[-1] or (own == other[: len(own)] and len(own) > 1):
            return voice
    return None


def _abbreviated(cast: Cast, speaker: Speaker) -> Voice | None:
    """As "SNHR" after "Syrian Network for Human Rights": the capitals are the initials of words used before."""
    word = speaker.line.words[speaker.head]
    if not word.isupper() or not 2 < len(word) < 9:
        return None
    for voice in reversed(cast.voices):
        initials = "".join(part[0] for part in voice.words.split() if part[0].isupper())
        if initials and (initials == word or word in voice.words.split()):
            return voice
    return None


def _described(cast: Cast, speaker: Speaker) -> Voice | None:
    """As "the ministry", "the statement": one named before whose words hold the noun, or who spoke last."""
    line = speaker.line
    definite = line.lower[speaker.first] in ("the", "its", "his", "her", "their", "this", "that")
    head = line.lower[speaker.head].rstrip("s")
    own = _words(speaker)
    for voice in reversed(cast.voices):
        if own <= voice.tokens and (definite or own == voice.tokens):
            return voice
    if not definite:
        return None
    for voice in reversed(cast.voices):
        if head in voice.tokens and voice.kind == speaker.kind and len(own) == 1:
            return voice
    if speaker.kind == "paper":
        return next((voice for voice in _recent(cast, speaker) if voice.kind != "paper"), None)
    if head in _GENERAL and len(own) == 1:
        return next(
            (voice for voice in _recent(cast, speaker) if voice.kind in ("monitor", "un", "body", "") and voice.name),
            None,
        )
    return None
