"""Who says the number: direct and indirect speech, "according to", credits of wires; carried over sentences.

Sets the words that the text uses; `attribute/` finds out whom they mean. Verbs of saying and their constructions are
declared; the speaker is the noun phrase that the parse makes their subject.
"""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from marsad.extract.en.sentences import Sentence
from marsad.extract.en.wording import words_of

SAYING = frozenset(
    "say tell report announce confirm state add claim declare write note estimate count record document put give "
    "release publish quote "
    "reveal disclose acknowledge admit warn post list register tweet communicate inform explain denounce deny "
    "believe think insist argue "
    "calculate tally verify find speak suggest recall relate detail indicate stress underline specify assert "
    "maintain allege".split()
)
WEAK = frozenset(
    "give put find count record document list release speak add believe think claim register verify".split()
)
RELAYING = frozenset("quote cite".split())
_SURE, _PASSED = SAYING - WEAK, SAYING | RELAYING
NOT_A_SPEAKER = frozenset(
    "it he she they this that which who we i you what there people killed attack bomb explosion blast toll death "
    "number figure report clash violence fighting".split()
)
PRONOUNS = frozenset({"it", "he", "she", "they", "who"})
_ACCORDING = re.compile(r"\b(?:according\s+to|as\s+per|in\s+the\s+words\s+of|by\s+the\s+count\s+of)\s+", re.I)
_VIA = re.compile(
    r"\b(?:told|by|to|quoted\s+by|cited\s+by|as\s+quoted\s+by|on)\s+(?:the\s+)?"
    r"(AFP|Agence\s+France-Presse|Reuters|AP|(?:The\s+)?Associated\s+Press|Xinhua|TASS|Interfax|Anadolu(?:\s+Agency)?|DPA|dpa|EFE|ANSA|PTI|"
    r"IRNA|ISNA|Tasnim|SANA|NNA|WAFA|CNN|BBC|Al\s+Jazeera|Sky\s+News|AKI|Bloomberg|PA|UPI|ANI)\b"
)


@dataclass(frozen=True, slots=True)
class Speech:
    """The words for a speaker, a relay if one is named, and the rule that found them."""

    text: str
    via: str | None
    rule: str
    pronoun: bool = False
    strong: bool = True


def find(sentence: Sentence, doc: Doc) -> Speech | None:
    """The speaker of a sentence, or None where it is the outlet's own voice so far as the sentence goes."""
    via = relay(sentence.text)
    for rule in (_according, _subject_of_saying, _passive_saying):
        speaker = rule(doc)
        if speaker is None and rule is _subject_of_saying and (words := _left_of_saying(doc)):
            return Speech(words, via if via != words else None, "left_of_saying")
        if speaker is not None:
            words = _words(speaker)
            if words:
                return Speech(
                    words,
                    via if via != words else None,
                    rule.__name__.strip("_"),
                    speaker.lower_ in PRONOUNS,
                    not (rule is _subject_of_saying and _verb_of(speaker).lemma_.lower() in WEAK),
                )
    return None


def _verb_of(speaker: Token) -> Token:
    return speaker.head


def relay(text: str) -> str | None:
    """The wire or outlet that a sentence names as the one that passed it on."""
    match = _VIA.search(text)
    return match[1] if match else None


def _according(doc: Doc) -> Token | None:
    match = _ACCORDING.search(doc.text)
    if not match:
        return None
    span = doc.char_span(match.end(), min(len(doc.text), match.end() + 1), alignment_mode="expand")
    if span is None:
        return None
    start = span[0]
    for token in doc[start.i : min(len(doc), start.i + 14)]:
        if token.dep_ in ("pobj", "dobj", "nsubj", "appos", "ROOT") and token.pos_ in ("NOUN", "PROPN", "PRON"):
            return token
    return None


def _subject_of_saying(doc: Doc) -> Token | None:
    best: Token | None = None
    words = words_of(doc)
    for place, lemma in enumerate(words.lemmas):
        if lemma not in SAYING or words.kinds[place] not in ("VERB", "AUX"):
            continue
        token = doc[place]
        subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
        if subject is None and token.dep_ == "conj":
            subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
        if subject is None or not _can_speak(subject, token):
            continue
        if best is None or lemma not in WEAK:
            best = subject
            if lemma not in WEAK:
                break
    return best


def _left_of_saying(doc: Doc) -> str | None:
    """What stands between a comma and "said" at the end: ", the ministry said on Sunday"; parsers often miss it."""
    told = words_of(doc)
    for place, lemma in enumerate(told.lemmas):
        if (
            lemma not in _SURE
            or told.tags[place] not in ("VBD", "VBZ", "VBP")
            or any(c.dep_ == "nsubj" for c in doc[place].children)
        ):
            continue
        first = place
        while first > 0 and told.texts[first - 1] not in (",", '"', "”", "–", "—", ";", ":") and place - first < 12:
            first -= 1
        if first in (0, place) or told.texts[first - 1] == ":":
            continue
        words = doc[first:place]
        if any(t.pos_ in ("NOUN", "PROPN") for t in words) and not any(t.pos_ in ("VERB", "NUM") for t in words):
            return words.text.strip()
    return None


def _passive_saying(doc: Doc) -> Token | None:
    """Such as "confirmed by the ministry", "as reported by SOHR"."""
    words = words_of(doc)
    for place, word in enumerate(words.lower):
        above = words.heads[place]
        if word == "by" and words.roles[place] in ("agent", "prep") and words.lemmas[above] in _PASSED:
            for child in doc[place].children:
                if child.dep_ == "pobj" and _can_speak(child, doc[above]):
                    return child
    return None


def _can_speak(noun: Token, verb: Token) -> bool:
    lemma = noun.lemma_.lower()
    if noun.pos_ not in ("NOUN", "PROPN", "PRON") or noun.ent_type_ == "DATE":
        return False
    if lemma in NOT_A_SPEAKER and lemma not in PRONOUNS and lemma != "report":
        return False
    if noun.lower_ in ("which", "that", "this", "there", "we", "i", "you", "what"):
        return False
    if verb.lemma_.lower() in WEAK and noun.pos_ == "NOUN" and noun.tag_ in ("NN", "NNS"):
        return lemma in INSTITUTIONS
    return not any(c.dep_ == "nummod" for c in noun.children) or lemma in INSTITUTIONS


INSTITUTIONS = frozenset(
    "ministry police army government official authority observatory monitor group organization organisation "
    "agency mission office council committee "
    "spokesman spokesperson spokeswoman minister governor mayor doctor medic witness resident source activist "
    "network ngo hospital commission un union "
    "statement report service department chief commander captain general military rescuer prosecutor director "
    "head president survivor local villager "
    "administration centre center institute association bureau court leader secretary coordinator expert analyst "
    "militant rebel".split()
)


def _words(speaker: Token) -> str:
    """The speaker's noun phrase without its relative clauses: "Rami Abdul Rahman, head of the Syrian Observatory"."""
    doc = speaker.doc
    dropped = {
        t.i
        for child in speaker.children
        if child.dep_ in ("relcl", "acl", "punct", "prep", "appos", "cc", "conj", "advcl") and not _kept(child)
        for t in child.subtree
    }
    indices = [t.i for t in speaker.subtree if t.i not in dropped and abs(t.i - speaker.i) <= 16]
    if not indices:
        return speaker.text
    first = last = speaker.i
    members = set(indices)
    while first - 1 in members:
        first -= 1
    while last + 1 in members or (last + 2 in members and doc[last + 1].text in (",", "(")):
        last += 1
    words = doc[first : last + 1].text.strip(" ,;:–—-\"'“”")
    return words.split("(")[0].strip() if words.count("(") > words.count(")") else words


def _kept(child: Token) -> bool:
    if child.dep_ == "appos":
        return child.left_edge.i - child.head.i <= 4
    return child.dep_ == "prep" and child.lower_ in ("of", "for", "in", "at")
