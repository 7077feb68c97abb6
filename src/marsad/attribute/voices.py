"""Who speaks, as an answer: what the reader is shown, the root to count under, and the sentence that says how.

Persons are counted under the body they speak for; words that name nobody under their kind of speaker.
"""

import re
from dataclasses import dataclass

from marsad.attribute.countries import countries
from marsad.attribute.descriptions import head_of
from marsad.attribute.directory import Directory
from marsad.attribute.people import ROLE, Person, fitting
from marsad.attribute.roots import generic_root, named_root
from marsad.attribute.scene import Scene
from marsad.attribute.speakers import Speaker, bare, speaker_of
from marsad.attribute.words import capitalised, clean, fold
from marsad.model import Source, SourceKind

_NOBODY = re.compile(
    r"^(?:no|nobody|none|thousands|hundreds|dozens|scores|civilians|victims"
    r"|(?:in |on |late |early )?(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day))(?! \d* ?[a-z]*(?:movement|front|group))(?:\s|$)"
)
_PRONOUN = re.compile(r"^(?:he|she|it|they|his|her|its|their)\b")
_SPOKESMEN = "authorities"  # the row of speakers.py that a bare "spokesman" falls under


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who speaks: `source` for the reader, `root` and `kind` for counting, `text` the words it was read from."""

    source: str
    root: str
    kind: SourceKind
    why: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """One attribution to resolve: its words, cleaned; the country of the harm; where in the text the claim stands."""

    words: str
    country: str | None
    offset: int
    scene: Scene

    @property
    def directory(self) -> Directory:
        """The directory in use."""
        return self.scene.directory


def can_speak(words: str, scene: Scene) -> bool:
    """Whether words handed over as a speaker's can be one's: "no casualties", "October" and "thousands" cannot.

    A capital says nothing of one word that the report also writes without it.
    """
    bare = clean(words)
    if not bare or _NOBODY.match(fold(words)):
        return False
    if (
        speaker_of(bare)
        or head_of(bare)
        or ROLE.search(bare)
        or scene.directory.hits(bare)
        or _PRONOUN.match(fold(words))
    ):
        return True
    if " " in bare or not bare.isascii():
        return capitalised(bare)
    return bare[:1].isupper() and not re.search(rf"\b{re.escape(bare.lower())}\b", scene.text)


def of_person(person: Person, ask: Ask, why: str) -> Resolved:
    """A person's number is the number of the body he or she speaks for."""
    person = _fuller(person, ask)
    if person.source:
        return Resolved(
            person.label, person.source.id, person.source.kind, f"{why}, who speaks for {person.source.name}"
        )
    if _only_speaks(person.role):
        body = _only_body(ask.scene)
        if body:
            shown = Person(person.name, person.role, person.start, body)
            return Resolved(
                shown.label, body.id, body.kind, f"{why}; {body.name} is the one body the report lets speak"
            )
    row = speaker_of(person.role)
    if row is None:
        return Resolved(person.label, named_root(person.name), SourceKind.OTHER, why)
    spoken = of_speaker(Ask(person.role, ask.country, ask.offset, ask.scene), row, why)
    return Resolved(person.label, spoken.root, spoken.kind, spoken.why)


def _only_speaks(role: str) -> bool:
    """Whether the role is that of a speaker of a body it does not name: "Its spokesman", "Rights spokesperson"."""
    row = speaker_of(role)
    return "spokes" in fold(role) and (row is None or row.slug == _SPOKESMEN) and not countries().named(role)


def _only_body(scene: Scene) -> Source | None:
    """The one body that the report lets speak, whose spokesman this must be; the UN gives way to a body of it."""
    spoken = (
        SourceKind.MONITOR,
        SourceKind.UN_BODY,
        SourceKind.MINISTRY,
        SourceKind.AID_ORGANISATION,
        SourceKind.ARMED_FORCES,
    )
    bodies = [named.source for named in scene.named if named.speaks and named.source and named.kind in spoken]
    narrower = [body for body in bodies if body.id != "src:un"] or bodies
    return narrower[0] if len(narrower) == 1 else None


def _fuller(person: Person, ask: Ask) -> Person:
    """The same person as the report introduces him or her, where that says more than the words do."""
    if person.source or person.role:
        return person
    fits = fitting(ask.scene.people, person.name)
    return fits[0] if len(fits) == 1 else person


def of_speaker(ask: Ask, row: Speaker | None, why: str) -> Resolved:
    """The root that the kind of speaker gives to words that name nobody the directory knows."""
    if row is None:
        if capitalised(ask.words):
            return Resolved(
                ask.words,
                named_root(ask.words),
                SourceKind.OTHER,
                why or f"'{ask.words}' is no name of the source directory",
            )
        return Resolved(
            ask.words, generic_root(ask.country, "sources"), SourceKind.UNNAMED, why or f"'{ask.words}' names nobody"
        )
    named = countries().named(ask.words)
    country = named[0] if named else ask.country
    source = ask.directory.institution(country, row.slug)
    if source:
        return Resolved(
            ask.words, source.id, source.kind, why or f"'{ask.words}' speaks for {source.name} (source directory)"
        )
    if row.apart and capitalised(bare(countries().without(ask.words), row)):
        return Resolved(
            ask.words,
            named_root(_body(ask.words)),
            row.kind,
            why or f"'{ask.words}' is a name of its own, not in the source directory",
        )
    kind = row.slug.replace("-", " ")
    return Resolved(
        ask.words,
        generic_root(country, row.slug),
        row.kind,
        why or f"'{ask.words}' names a kind of speaker ({kind}), nobody by name",
    )


def _body(words: str) -> str:
    """The body in "Lady Reading Hospital spokesman": the words without the role of the one who speaks for it."""
    without = " ".join(ROLE.sub("", words).split()).removeprefix("of ").removesuffix(" of")
    return without.strip(" ,") or words


def kept(ask: Ask, why: str) -> Resolved:
    """The words as they stand, under the root of their kind."""
    return of_speaker(ask, speaker_of(ask.words), why)
