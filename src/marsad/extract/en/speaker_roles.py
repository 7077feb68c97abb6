"""How a sentence lets a phrase speak: "X said", "according to X", "X's toll", "the statement of X", "confirmed by X".

The rules are a declared list, tried in order; the first that applies gives the role. Verbs and nouns are those of
`speech.yaml`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from marsad.extract.en.speaker_phrases import DAYS, NOUNS
from marsad.extract.en.speech_words import speech_words
from marsad.extract.en.tokens import Line

_SURELY = frozenset({"according", "of paper", "by paper", "from paper", "possessor"})
_OWNED = frozenset({"responsibility", "credit"})
_COUNTED = frozenset({"number", "numbers", "total", "toll"})  # "the number of people" names no speaker


@dataclass(slots=True)
class Speaker:
    """A phrase that could be a speaker's. Offsets are those of the report's text; `first` and `last` its words.

    `role` says how the sentence lets it speak, `verb` the word that does; `kind` what its noun tells; `name` the
    personal or proper name in it.
    """

    line: Line
    first: int
    last: int
    head: int
    kind: str
    name: str = ""
    role: str = "other"
    verb: str = ""
    verb_at: int = -1
    entity: int = -1

    @property
    def start(self) -> int:
        """Where the phrase begins."""
        return self.line.starts[self.first]

    @property
    def end(self) -> int:
        """Where the phrase ends."""
        return self.line.ends[self.last]

    @property
    def words(self) -> str:
        """The phrase as it stands."""
        at = self.line.sentence.start
        return self.line.sentence.text[self.start - at : self.end - at]

    @property
    def pronoun(self) -> bool:
        """Whether it only stands for a speaker named elsewhere."""
        return self.kind in ("person", "it", "several", "we")

    @property
    def speaks(self) -> bool:
        """Whether the sentence lets it say something."""
        return self.role not in ("other", "subject", "told", "agent")

    @property
    def group(self) -> str:
        """Roles and verbs in three: surely "says" it, may be the one who "counts", is only "there"."""
        if not self.speaks:
            return "there"
        if self.role in ("says", "inverted", "by", "cites"):
            return "says" if speech_words().verbs.get(self.verb) == "strong" else "counts"
        return "says" if self.role in _SURELY else "counts"


def _according(speaker: Speaker) -> str:
    before = speaker.line.lower[max(0, speaker.first - 4) : speaker.first]
    if before and speaker.line.tags[speaker.first - 1] == "CD":
        before = before[:-1]
    found = any(tuple(before[-len(phrase) :]) == phrase for phrase in speech_words().according)
    return "according" if found else ""


def _told(speaker: Speaker) -> str:
    before = speaker.line.lower[max(0, speaker.first - 3) : speaker.first]
    if before and before[-1] in ("told", "tell", "tells", "telling", "informed"):
        return "told"
    return "told" if len(before) > 1 and before[-1] == "to" and before[-2] in ("said", "spoke", "spoken") else ""


def _by(speaker: Speaker) -> str:
    before = speaker.line.lower[max(0, speaker.first - 6) : speaker.first]
    if not before or before[-1] != "by":
        return ""
    verbs = speech_words().verbs
    verb = next((word for word in reversed(before[:-1]) if word in verbs), "")
    speaker.verb = verb
    return "by" if verb else "agent"


def _of_paper(speaker: Speaker) -> str:
    before = speaker.line.lower[max(0, speaker.first - 4) : speaker.first]
    if not before or before[-1] not in ("of", "by", "from", "in"):
        return ""
    nouns = speech_words().nouns
    paper = next((word for word in reversed(before[:-1]) if nouns.get(word) == "paper" and word not in _COUNTED), "")
    speaker.verb = paper
    return f"{before[-1]} paper" if paper else ""


def _possessor(speaker: Speaker) -> str:
    line, after = speaker.line, speaker.last + 1
    if after >= len(line.tags) or line.tags[after] != "POS":
        return ""
    nouns = speech_words().nouns
    paper = next((word for word in line.lower[after + 1 : after + 6] if nouns.get(word) == "paper"), "")
    speaker.verb = paper
    return "possessor" if paper else ""


def _verb_after(speaker: Speaker) -> str:
    """A verb of saying that follows: directly, after an aside in commas or brackets, or after a day."""
    line, n = speaker.line, _behind_who(speaker)
    for _ in range(7):
        if n >= len(line.lower):
            return ""
        if line.lower[n] in ("(", ",", "–", "—"):
            close = _aside_ends(line, n)
            if close is None:
                return ""
            n = close + 1
        elif _says(line, n):
            return _with_verb(speaker, n)
        elif _passed_over(line, n):
            n += 1
        else:
            return ""
    return ""


def _behind_who(speaker: Speaker) -> int:
    """Where to look for the verb: behind the phrase, or at the verb behind "who went to the place"."""
    line, n = speaker.line, speaker.last + 1
    if n >= len(line.lower) or line.lower[n] not in ("who", "which") or not line.roles:
        return n
    verbs = speech_words().verbs
    later = range(n + 2, min(n + 10, len(line.lower)))
    return next((m for m in later if line.lower[m] in verbs and line.tags[m] in ("VBD", "VBZ", "VBP")), n)


def _says(line: Line, n: int) -> bool:
    """Whether a word is a verb of saying that can have the phrase before it as its subject."""
    tag = line.tags[n]
    if line.lower[n] not in speech_words().verbs or _owns_up(line, n):
        return False
    if not line.roles:
        return True
    if tag == "VBN":
        return line.lower[n - 1] in ("has", "have", "had", "also", "already")
    return tag[0] in "VNX" and tag not in ("VBG", "NN")


def _owns_up(line: Line, n: int) -> bool:
    """Whether they only claim the deed: "CLAIMED responsibility" gives no number."""
    return not _OWNED.isdisjoint(line.lower[n + 1 : n + 4]) and line.lower[n].startswith("claim")


def _passed_over(line: Line, n: int) -> bool:
    word, tag = line.lower[n], line.tags[n]
    return word in speech_words().between or tag in ("RB", "CD") or word in ("on", "in") or word in DAYS


def _aside_ends(line: Line, at: int) -> int | None:
    close = {"(": ")", "–": "–", "—": "—"}.get(line.lower[at], ",")
    return next((n for n in range(at + 1, min(len(line.lower), at + 14)) if line.lower[n] == close), None)


def _with_verb(speaker: Speaker, n: int) -> str:
    speaker.verb, speaker.verb_at = speaker.line.lower[n], n
    return "says" if speech_words().verbs[speaker.verb] != "citing" else "cites"


def _verb_of_parse(speaker: Speaker) -> str:
    line, words = speaker.line, speech_words()
    if not line.roles or line.roles[speaker.head] != "nsubj":
        return ""
    verb = line.heads[speaker.head]
    if line.lower[verb] not in words.verbs or _owns_up(line, verb):
        verb = next(
            (n for n, (head, role) in enumerate(zip(line.heads, line.roles, strict=True))
             if head == verb and role in ("conj", "xcomp") and line.lower[n] in words.verbs),
            verb,
        )  # fmt: skip
    return _with_verb(speaker, verb) if line.lower[verb] in words.verbs and not _owns_up(line, verb) else ""


def _inverted(speaker: Speaker) -> str:
    """As in "…, said the ministry": the verb stands before, and is not another's."""
    line, words = speaker.line, speech_words()
    before = speaker.first - 1
    if before > 0 and line.tags[before] == "CD":
        before -= 1
    if (
        before < 0
        or words.verbs.get(line.lower[before]) != "strong"
        or line.tags[before] in ("VBG", "VBN", "NN", "NNS")
    ):
        return ""
    if (
        line.roles
        and line.roles[speaker.head] in ("dobj", "pobj", "nsubjpass")
        and before
        and line.tags[before - 1] in NOUNS
    ):
        return ""
    if line.roles and line.roles[speaker.head] == "nsubj" and line.heads[speaker.head] != before:
        return ""
    speaker.verb, speaker.verb_at = line.lower[before], before
    return "inverted"


def _colon(speaker: Speaker) -> str:
    line = speaker.line
    after = line.lower[speaker.last + 1] if speaker.last + 1 < len(line.lower) else ""
    if speaker.first <= 2 and after in (":", "–", "—", "-"):
        return "colon"
    before = line.lower[speaker.first - 1] if speaker.first else ""
    return "credit" if before in (":", "–", "—", "-") and speaker.last >= len(line.lower) - 2 else ""


def _opens(speaker: Speaker) -> str:
    line, before = speaker.line, speaker.first - 1
    if before < 0 or line.lower[before] not in ("for", "to", "from", "by"):
        return ""
    return f"opens {line.lower[before]}" if before == 0 else ""


ROLES: tuple[Callable[[Speaker], str], ...] = (
    _according, _told, _by, _of_paper, _possessor, _verb_after, _verb_of_parse, _inverted, _colon, _opens,
)  # fmt: skip


def let_speak(speaker: Speaker) -> None:
    """Set the role of a speaker: that of the first rule that applies, else whether it is a subject at all."""
    line = speaker.line
    role = next((role for rule in ROLES if (role := rule(speaker))), "")
    if not role and line.roles and line.roles[speaker.head] in ("nsubj", "nsubjpass"):
        role = "subject"
    speaker.role = role or "other"
