"""Persons a report introduces with what they are: "Rami Abdul Rahman, head of …", "Health Minister Firass Abiad".

A person's number belongs to the body he or she speaks for; the name is kept for the reader. Matching starts from the
role word and looks at both sides of it, so the cost is that of the roles in the text, not of its length.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.attribute.directory import Directory, Hit
from marsad.attribute.words import fold, tokens
from marsad.model import Source

_ROLE = (
    r"(?:deputy |vice[ -]|assistant |acting |former )?"
    r"(?:head|chief(?: minister)?|prime minister"
    r"|director(?:[- ]general)?|spokes(?:man|woman|person)|spokesperson|minister|governor"
    r"|command(?:er|ant)|commissioner"
    r"|president|chair(?:man|woman|person)|coordinator|officer|official|leader|mayor|elder|resident|survivor"
    r"|witness|nurse|doctor"
    r"|physician|surgeon|secretary(?:[- ]general)?|administrator|superintendent|inspector(?: general)?"
    r"|magistrate|prosecutor|judge"
    r"|ombudsman|bishop|priest|pastor|envoy|ambassador|representative|lawmaker|senator|member|delegate"
    r"|prefect|sub-prefect|founder"
    r"|researcher|professor|analyst|lawyer|student|teacher|parent|relative|activist|manager|driver|fighter|rapporteur"
    r"|moderator|general"
    r"|asp|igp|mp)"
)
ROLE = re.compile(rf"\b{_ROLE}\b", re.IGNORECASE)
_TOKEN = r"(?:[A-Z][\w'\u2019-]+|[A-Z]\.?|[aA]l-[A-Z][\w'\u2019-]+|[eE]l-[A-Z][\w'\u2019-]+|Md\.?|[A-Z][a-z]{1,4}\.)"  # noqa: S105
_JOIN = r"(?:bin |ibn |ul |ur |al |el |de |da |dos |van |von |der |of the name )?"
NAME = rf"{_TOKEN}(?: {_JOIN}{_TOKEN}){{1,4}}"
_BEFORE = re.compile(rf"({NAME}),\s+(?:who is |who heads |who leads )?((?:[\w'\u2019&.()/-]+ ){{0,6}})$")
_AFTER = re.compile(
    rf"((?: (?:of|for|in|at|with) (?:the )?(?:[A-Z][\w'\u2019-]+ ?){{1,5}})?),? (?:Mr\.? |Dr\.? |SP |DSP )?({NAME})"
)
_LEAD_IN = re.compile(r"((?:[\w'\u2019&-]+ ){0,5})$")
_TAIL = re.compile(r"[^,.;:!?\n\u2013\u2014()]{0,70}")
_VERB = re.compile(
    r"\b(?:said|says?|told|tells|confirmed|reported|announced|added|adds|stated|gave|put|puts|wrote|spoke|was"
    r"|is|had|has|who|that"
    r"|explained|as|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_STOP = frozenset([
    "to", "by", "the", "a", "an", "and", "said", "says", "told", "that", "as", "with", "from", "according",
    "when", "was", "is", "had", "has", "but", "while", "meanwhile", "its", "their", "his", "her", "in", "on",
    "of", "for", "at", "confirmed",
])  # fmt: skip
_OF_ORG = re.compile(rf"({NAME}),? (?:of|from|with|at|for|who speaks for|speaking for) (?:the )?$")
_ORG_S = re.compile(rf"(?:'s|\u2019s)? ({NAME})")
_RANK = re.compile(
    r"^(?:(?:Lieutenant|Lt|Colonel|Col|Major|Maj|General|Gen|Captain|Capt|Brigadier|Brig|Sergeant|Sgt|Inspector"
    r"|DSP|SP|ASP|Supt)\.? )+"
    rf"(?={_TOKEN} )"
)
_MERE = re.compile(r"^(?:(?:the|a|its|his|her|their|local|deputy|chief) )*spokes(?:man|woman|person)$", re.IGNORECASE)
_LONGEST_ROLE = 4  # words
_AFTER_COMMA = re.compile(rf"((?: (?:of|for|in|at|with)(?: [\w'\u2019-]+){{1,5}}?)), (?:Mr\.? |Dr\.? )?({NAME})")
_NOT_NAMES = frozenset([
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """A named person and what the report says he or she is. `source` is the body spoken for, where known."""

    name: str
    role: str
    start: int
    source: Source | None = None

    @property
    def label(self) -> str:
        """Name and body or role, as the reader is shown it; a role that tells nothing, or a story, is left out."""
        told = "" if _MERE.match(self.role) or len(self.role.split()) > _LONGEST_ROLE else self.role
        what = self.source.name if self.source and self.source.id != "src:un" else told
        return f"{self.name}, {what}" if what else self.name


def people_in(text: str, directory: Directory, hits: Sequence[Hit] | None = None) -> list[Person]:
    """The persons that a text introduces, in order; a later introduction of the same name adds nothing.

    `hits` are the sources the text names, where the caller has them.
    """
    found: dict[str, Person] = {}
    bodies = directory.hits(text) if hits is None else hits
    for person in sorted((*_by_role(text, directory), *_by_body(text, bodies)), key=lambda person: person.start):
        known = found.get(fold(person.name))
        if known is None or (person.source and not known.source):
            found[fold(person.name)] = person
    return list(found.values())


def fitting(people: list[Person], words: str) -> list[Person]:
    """The persons whose name contains all the words: a surname, or the full name."""
    wanted = tokens(words)
    exact = [person for person in people if tokens(person.name) == wanted]
    return exact or [person for person in people if wanted and wanted <= tokens(person.name)]


def with_role(people: list[Person], words: str) -> list[Person]:
    """The persons whose role contains all the words: "the spokesman", "the health minister"."""
    wanted = tokens(words)
    return [person for person in people if wanted and wanted <= tokens(person.role)]


def _by_role(text: str, directory: Directory) -> list[Person]:
    found = []
    for role in ROLE.finditer(text):
        person = _named_before(text, role, directory) or _named_after(text, role, directory)
        if person:
            found.append(person)
    return found


def _named_before(text: str, role: re.Match[str], directory: Directory) -> Person | None:
    window = text[max(0, role.start() - 90) : role.start()]
    match = _BEFORE.search(window)
    if not match:
        return None
    tail = _TAIL.match(text, role.end())
    words = match.group(2) + role.group() + _until_verb(tail.group() if tail else "")
    return _person(match.group(1), words, role.start() - len(window) + match.start(1), directory)


def _named_after(text: str, role: re.Match[str], directory: Directory) -> Person | None:
    match = _AFTER.match(text, role.end()) or _AFTER_COMMA.match(text, role.end())
    if not match:
        return None
    lead = _LEAD_IN.search(text, max(0, role.start() - 60), role.start())
    words = _tail_of(lead.group(1) if lead else "") + role.group() + match.group(1).rstrip()
    return _person(match.group(2), words, match.start(2), directory)


def _by_body(text: str, hits: Sequence[Hit]) -> list[Person]:
    """As in "Joel Millman of the International Organization for Migration" and "UNHCR's Charlie Yaxley"."""
    found = []
    for hit in hits:
        before = _OF_ORG.search(text[max(0, hit.start - 70) : hit.start])
        after = _ORG_S.match(text, hit.end)
        if before:
            found.append(Person(before.group(1), "", hit.start - 1, hit.source))
        elif after and after.group().startswith(("'", "\u2019")):
            found.append(Person(after.group(1), "", after.start(1), hit.source))
    return found


def _person(name: str, role: str, start: int, directory: Directory) -> Person | None:
    name = _RANK.sub("", name.removesuffix("'s").removesuffix("\u2019s"))
    if tokens(name) & _NOT_NAMES or (directory.find(name) and not directory.speaks_for(name)):
        return None
    role = re.sub(r"^(?:the|a|an)\s+", "", " ".join(role.split()), flags=re.IGNORECASE)
    bodies = [hit.source for hit in directory.hits(role) if not hit.person]
    return Person(name, role, start, bodies[0] if bodies else directory.speaks_for(name))


def _until_verb(words: str) -> str:
    verb = _VERB.search(fold(words))
    return (words[: verb.start()] if verb else words).rstrip()


def _tail_of(words: str) -> str:
    """The last words before a role that belong to it: those after the last small word."""
    kept: list[str] = []
    for word in reversed(words.split()):
        if word.lower() in _STOP:
            break
        kept.insert(0, word)
    return "".join(f"{word} " for word in kept)
