"""From the words of an attribution to who speaks: a full name, a root, a kind, and the sentence that says how.

The rules stand in one declared list, tried in order; the first that applies decides. A rule that finds two answers
keeps the words and says so.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from marsad.attribute.countries import countries
from marsad.attribute.descriptions import meant_by
from marsad.attribute.directory import Directory
from marsad.attribute.people import NAME, ROLE, Person, fitting, people_in, with_role
from marsad.attribute.roots import generic_root, named_root
from marsad.attribute.scene import Scene
from marsad.attribute.speakers import SPEAKERS, Speaker, bare, speaker_of
from marsad.attribute.words import capitalised, clean, fold, tokens
from marsad.model import Source, SourceKind

# Words beside an alias that add nothing to it: "the NGO Syrian Observatory for Human Rights (SOHR)", "a UNICEF statement".
_FILLER = frozenset(
    (
        "ngo group monitor war rights human monitoring organization organisation agency un charity the medical aid "
        "watchdog news state british uk based own website statement site broadcaster militant newspaper channel "
        "television tv itself nations united kurdish local mission account here "
    ).split()
)
_TITLES = frozenset(
    (
        "minister governor spokesman spokeswoman spokesperson chief director commander commissioner mayor head "
        "coordinator chairman chairwoman president prosecutor bishop magistrate administrator prefect superintendent "
    ).split()
)
_PERSONAL = frozenset(
    (
        "he she him her "
    ).split()
)
_BODILY = frozenset(
    (
        "it its "
    ).split()
)
_NAME_ONLY = re.compile(rf"^(?:{NAME}|[A-Z][\w'\u2019-]+|al-[A-Z][\w'\u2019-]+)$")
_SPOKESMEN = next(row for row in SPEAKERS if row.slug == "authorities")
_REACH = 600  # characters before a claim in which the person that "he" means must be named


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who speaks. `source` is what the reader is shown; `root` and `kind` are what is counted; `text` the words read."""

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


def resolve(words: str, country: str | None, offset: int, scene: Scene) -> Resolved:
    """Who the words mean in this report. At the least the words are kept, with the root that their kind gives."""
    ask = Ask(clean(words) or words.strip(), country, offset, scene)
    return replace(next(found for rule in RULES if (found := rule(ask))), text=words)


def directory_name(ask: Ask) -> Resolved | None:
    """The words are a name of the directory."""
    source = ask.directory.find(ask.words)
    if source is None:
        return None
    if ask.directory.speaks_for(ask.words):
        return Resolved(
            f"{ask.words}, {source.name}",
            source.id,
            source.kind,
            f"{ask.words} speaks for {source.name} (source directory)",
        )
    return Resolved(source.name, source.id, source.kind, f"'{ask.words}' is {source.name} (source directory)")


def defined_in_text(ask: Ask) -> Resolved | None:
    """The words are an abbreviation that the report introduces."""
    long = ask.scene.introduced.get(ask.words)
    if long is None:
        return None
    why = f"the report introduces {ask.words} as {long}"
    source = ask.directory.find(long)
    if source:
        return Resolved(source.name, source.id, source.kind, why)
    row = speaker_of(long)
    return Resolved(f"{long} ({ask.words})", named_root(long), row.kind if row else SourceKind.OTHER, why)


def person_named(ask: Ask) -> Resolved | None:
    """The words name a person, alone or with a role; the report may have introduced the person elsewhere."""
    if not capitalised(ask.words):
        return None
    here = people_in(ask.words, ask.directory)
    if here:
        return _of_person(here[0], ask, f"'{ask.words}' names {here[0].name}")
    if not _NAME_ONLY.match(ask.words) or countries().named(ask.words):
        return None
    fits = fitting(ask.scene.people, ask.words)
    if len(fits) == 1:
        return _of_person(fits[0], ask, f"the report introduces {fits[0].label} ('{ask.scene.quote(fits[0].start)}')")
    return None


def pronoun(ask: Ask) -> Resolved | None:
    """He or she is the person named last before, it the body: where two were named in that sentence, nobody can tell."""
    word = fold(ask.words)
    if word in _PERSONAL:
        return _last_person(ask)
    if word not in _BODILY:
        return None
    before = [hit for hit in ask.scene.hits if hit.start < ask.offset and not hit.person]
    if not before:
        return None
    source = before[-1].source
    return Resolved(source.name, source.id, source.kind, f"'{ask.words}' means {source.name}, named last before")


def title_in_report(ask: Ask) -> Resolved | None:
    """The words are an office ("the spokesman", "the health minister") that one person named in the report holds."""
    if not tokens(ask.words) & _TITLES:
        return None
    wanted = countries().without(ask.words)
    fits = with_role(ask.scene.people, wanted)
    if len(fits) == 1:
        return _of_person(fits[0], ask, f"'{ask.words}' is {fits[0].label} ('{ask.scene.quote(fits[0].start)}')")
    return None


def description(ask: Ask) -> Resolved | None:
    """The words describe a source that the report names."""
    meant = meant_by(ask.words, ask.scene)
    if meant.named is None:
        return _kept(ask, meant.why) if meant.why and "could mean" in meant.why and " or " in meant.why else None
    named = meant.named
    if named.root.startswith("ministry:"):
        return _of_speaker(Ask(named.name, ask.country, ask.offset, ask.scene), speaker_of(named.name), meant.why)
    return Resolved(named.name, named.root, named.kind, meant.why)


def directory_name_inside(ask: Ask) -> Resolved | None:
    """The words hold a name of the directory: alone but for filler they are that source; else one who speaks for it."""
    hits = [hit for hit in ask.directory.hits(ask.words) if not hit.person]
    if not hits:
        return None
    source = _most_telling(hits[0].source, ask)
    rest = "".join(ask.words[a:b] for a, b in _gaps([(hit.start, hit.end) for hit in hits], len(ask.words)))
    left = tokens(countries().without(rest)) - _FILLER - tokens(source.name)
    alone = not left and len({hit.source.id for hit in hits}) == 1
    shown = source.name if alone else ask.words
    return Resolved(
        shown,
        source.id,
        source.kind,
        f"'{ask.words}' {'is' if alone else 'speaks for'} {source.name} (source directory)",
    )


def state_body(ask: Ask) -> Resolved | None:
    """The words are a body that the directory has for the country: "Lebanon's health ministry", "the Health Ministry"."""
    row = speaker_of(ask.words)
    if row is None:
        return None
    named = countries().named(ask.words)
    country = named[0] if named else ask.country
    source = ask.directory.institution(country, row.slug)
    if source is None or row.kind not in (SourceKind.MINISTRY, SourceKind.ARMED_FORCES, SourceKind.WIRE):
        return None
    left = tokens(bare(countries().without(ask.words), row)) - _FILLER - tokens(source.name)
    why = f"'{ask.words}' is {source.name}, the {row.slug.replace('-', ' ')} of {country} (source directory)"
    return Resolved(ask.words if left else source.name, source.id, source.kind, why)


def as_worded(ask: Ask) -> Resolved | None:
    """The words as they stand: a kind of speaker, a name the directory does not know, or something else."""
    return _kept(ask, "")


RULES: tuple[Callable[[Ask], Resolved | None], ...] = (
    directory_name,
    defined_in_text,
    pronoun,
    person_named,
    title_in_report,
    description,
    directory_name_inside,
    state_body,
    as_worded,
)


def _last_person(ask: Ask) -> Resolved | None:
    """The person whose name stands last before the claim, unless the same sentence names another."""
    places = []
    for person in ask.scene.people:
        surname = person.name.split()[-1]
        at = ask.scene.text.rfind(surname, max(0, ask.offset - _REACH), ask.offset)
        if at >= 0:
            places.append((at, person))
    if not places:
        return None
    at, person = max(places, key=lambda place: place[0])
    same = [other for place, other in places if ask.scene.sentence_at(place) == ask.scene.sentence_at(at)]
    if len(same) > 1:
        return _kept(ask, f"'{ask.words}' could mean {same[0].name} or {same[1].name}: the words are kept")
    return _of_person(person, ask, f"'{ask.words}' means {person.label}, named last before ('{ask.scene.quote(at)}')")


def _of_person(person: Person, ask: Ask, why: str) -> Resolved:
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
    spoken = _of_speaker(Ask(person.role, ask.country, ask.offset, ask.scene), row, why)
    return Resolved(person.label, spoken.root, spoken.kind, spoken.why)


def _only_speaks(role: str) -> bool:
    """Whether the role is that of a speaker of a body it does not name: "Its spokesman", "Rights spokesperson"."""
    return (
        "spokes" in fold(role)
        and (speaker_of(role) or _SPOKESMEN).slug == _SPOKESMEN.slug
        and not countries().named(role)
    )


def _only_body(scene: Scene) -> Source | None:
    """The one body that the report lets speak, and whose spokesman this must be. The UN itself gives way to a body of it."""
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


def _of_speaker(ask: Ask, row: Speaker | None, why: str) -> Resolved:
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


def _kept(ask: Ask, why: str) -> Resolved:
    return _of_speaker(ask, speaker_of(ask.words), why)


def _most_telling(source: Source, ask: Ask) -> Source:
    """ "The UN mission in Libya" of a report that names UNSMIL is UNSMIL: a body of the UN rather than the UN."""
    if source.id != "src:un":
        return source
    meant = meant_by(ask.words, ask.scene)
    return meant.named.source if meant.named and meant.named.source else source


def _gaps(spans: list[tuple[int, int]], end: int) -> list[tuple[int, int]]:
    edges = [0, *(edge for span in spans for edge in span), end]
    return list(zip(edges[::2], edges[1::2], strict=True))
