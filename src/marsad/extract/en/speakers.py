"""Speakers: the phrases of a sentence that could say a number, and how the sentence lets them.

Broad on purpose: which of them says which number is decided by `speaker_choice`.
"""

from marsad.extract.en.speaker_phrases import DAYS, LINKS, NOUNS, Phrase, kind_at, phrases
from marsad.extract.en.speaker_roles import Speaker, let_speak
from marsad.extract.en.speech_words import speech_words
from marsad.extract.en.tokens import NAMES, Line

MOST = 9  # speakers of one sentence that are considered
_ONLY_SPEAKING = frozenset({"", "witness", "armed", "paper"})  # kinds that stand for victims and things as often


def find(line: Line) -> list[Speaker]:
    """The speakers of a sentence, in order."""
    found: list[Speaker] = []
    for phrase in phrases(line):
        speaker = _speaker(line, phrase)
        if speaker is not None:
            found.append(speaker)
            if len(found) == MOST:
                break
    return found


def _speaker(line: Line, phrase: Phrase) -> Speaker | None:
    """The speaker of a phrase; None where its words can be nobody's who speaks here."""
    pronoun = _pronoun(line, phrase)
    speaker = Speaker(
        line, phrase.first, phrase.last, phrase.heads[0], pronoun or _kind_of(line, phrase), _name(line, phrase)
    )
    if not (speaker.kind or speaker.name) or line.lower[phrase.heads[0]] in DAYS:
        return None
    let_speak(speaker)
    if speaker.kind == "paper" and speaker.role == "subject":
        speaker.role = "paper"
    silent = speaker.role in ("other", "subject")
    return None if silent and (pronoun or speaker.kind in _ONLY_SPEAKING) else speaker


def _pronoun(line: Line, phrase: Phrase) -> str:
    """What a pronoun can mean; empty where the phrase is none."""
    if phrase.first < phrase.last or not line.tags[phrase.first].startswith("PRP"):
        return ""
    meant = speech_words().pronouns.get(line.lower[phrase.first], "")
    return {"body": "it", "outlet": "we"}.get(meant, meant)


def _kind_of(line: Line, phrase: Phrase) -> str:
    """What the heads tell, else the last noun of a speaker before a name: "the state agency WAM"."""
    heads = (kind for head in phrase.heads if (kind := kind_at(line, head)))
    inside = (
        kind
        for n in range(phrase.last, phrase.first - 1, -1)
        if (kind := kind_at(line, n)) and line.tags[n] in NOUNS and line.tags[min(n + 1, phrase.last)] != "POS"
    )
    return next(heads, "") or next(inside, "")


def _name(line: Line, phrase: Phrase) -> str:
    """The longest run of capitalised words that are no nouns of speakers."""
    best: list[str] = []
    run: list[str] = []
    nouns = speech_words().nouns
    for n in range(phrase.first, phrase.last + 2):
        if n <= phrase.last and (
            (line.tags[n] in NAMES and nouns.get(line.lower[n], "un") == "un") or (run and line.lower[n] in LINKS)
        ):
            run.append(line.words[n])
            continue
        if len(run) > len(best):
            best = run
        run = []
    return " ".join(best)
