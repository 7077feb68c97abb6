"""From the words of an attribution to who speaks: a full name, a root, a kind, and the sentence that says how.

The rules stand in one declared list, tried in order; the first that applies decides. A rule that finds two answers
keeps the words and says so.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from marsad.attribute.countries import countries
from marsad.attribute.descriptions import meant_by
from marsad.attribute.people import NAME, fitting, people_in, with_role
from marsad.attribute.roots import generic_root, named_root
from marsad.attribute.scene import Scene
from marsad.attribute.speakers import bare, speaker_of
from marsad.attribute.voices import Ask, Resolved, kept, of_person, of_speaker
from marsad.attribute.words import capitalised, clean, fold, tokens
from marsad.model import Source, SourceKind

# Words beside an alias that add nothing to it: "the NGO Syrian Observatory for Human Rights", "a UNICEF statement".
_FILLER = frozenset([
    "ngo", "group", "monitor", "war", "rights", "human", "monitoring", "organization", "organisation", "agency",
    "un", "charity", "the", "medical", "aid", "watchdog", "news", "state", "british", "uk", "based", "own",
    "website", "statement", "site", "broadcaster", "militant", "newspaper", "channel", "television", "tv",
    "itself", "nations", "united", "kurdish", "local", "mission", "account", "here", "report", "reports",
    "biweekly", "weekly", "monthly", "daily", "latest", "updated", "later", "new", "update", "data", "figures",
    "records", "regional", "office", "observatory", "outlet", "independent", "territory", "s",
])  # fmt: skip
_TITLES = frozenset([
    "minister", "governor", "spokesman", "spokeswoman", "spokesperson", "chief", "director", "commander",
    "commissioner", "mayor", "head", "coordinator", "chairman", "chairwoman", "president", "prosecutor",
    "bishop", "magistrate", "administrator", "prefect", "superintendent",
])  # fmt: skip
_PERSONAL = frozenset(("he", "she", "him", "her"))
_BODILY = frozenset(("it", "its"))
_NAME_ONLY = re.compile(rf"^(?:{NAME}|[A-Z][\w'\u2019-]+|al-[A-Z][\w'\u2019-]+)$")
_POSSESSED = re.compile(
    r"^(?P<whose>his|her|its|their)(?: (?:own|later|latest|new|earlier|monthly|daily|telegram|facebook))*"
    r" (?:statement|report|update|figures|data|count|tally|account|toll|records|tweet|post|message|channel|website)$"
)
_REACH = 600  # characters before a claim in which the person that "he" means must be named


def resolve(words: str, country: str | None, offset: int, scene: Scene) -> Resolved:
    """Who the words mean in this report. At the least the words are kept, with the root that their kind gives."""
    possessed = _POSSESSED.match(fold(words).strip())
    whose = {"his": "he", "her": "she", "its": "it", "their": "it"}.get(possessed.group("whose") if possessed else "")
    ask = Ask(whose or clean(words) or words.strip(), country, offset, scene)
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
        return of_person(here[0], ask, f"'{ask.words}' names {here[0].name}")
    if not _NAME_ONLY.match(ask.words) or countries().named(ask.words):
        return None
    fits = fitting(ask.scene.people, ask.words)
    if len(fits) == 1:
        return of_person(fits[0], ask, f"the report introduces {fits[0].label} ('{ask.scene.quote(fits[0].start)}')")
    return None


def pronoun(ask: Ask) -> Resolved | None:
    """He or she is the person named last before, it the body; where two were named at once, nobody can tell."""
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
        return of_person(fits[0], ask, f"'{ask.words}' is {fits[0].label} ('{ask.scene.quote(fits[0].start)}')")
    return None


def description(ask: Ask) -> Resolved | None:
    """The words describe a source that the report names."""
    meant = meant_by(ask.words, ask.scene)
    if meant.named is None:
        return kept(ask, meant.why) if meant.why and "could mean" in meant.why and " or " in meant.why else None
    named = meant.named
    if named.root.startswith("ministry:"):
        inner = replace(ask, words=named.name)
        return state_body(inner) or of_speaker(inner, speaker_of(named.name), meant.why)
    return Resolved(named.name, named.root, named.kind, meant.why)


def directory_name_inside(ask: Ask) -> Resolved | None:
    """The words hold a name of the directory: alone but for filler they are that source; else one who speaks for it."""
    hits = [hit for hit in ask.directory.hits(ask.words) if not hit.person]
    if not hits:
        return None
    source = _most_telling(hits[0].source, ask)
    rest = "".join(ask.words[a:b] for a, b in _gaps([(hit.start, hit.end) for hit in hits], len(ask.words)))
    left = tokens(countries().without(rest)) - _FILLER - tokens(source.name)
    # "A UN report" may be that of any body of it: the words are kept.
    alone = not left and len({hit.source.id for hit in hits}) == 1 and source.id != "src:un"
    full = f"{ask.words[: hits[0].start]}{source.name}{ask.words[hits[0].end :]}"
    shown = source.name if alone else full if source is hits[0].source else ask.words
    return Resolved(
        shown,
        source.id,
        source.kind,
        f"'{ask.words}' {'is' if alone else 'speaks for'} {source.name} (source directory)",
    )


def state_body(ask: Ask) -> Resolved | None:
    """The words are a body that the directory has for the country: "Lebanon's health ministry"."""
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


def government_of(ask: Ask) -> Resolved | None:
    """The words are a country or its capital alone ("Egypt said", "Moscow says"): its government, in those words."""
    country = countries().only(ask.words)
    if country is None or countries().without(ask.words):
        return None
    why = f"'{ask.words}' is said for the authorities of {country}"
    return Resolved(ask.words, generic_root(country, "authorities"), SourceKind.OFFICIAL, why)


def as_worded(ask: Ask) -> Resolved | None:
    """The words as they stand: a kind of speaker, a name the directory does not know, or something else."""
    return kept(ask, "")


RULES: tuple[Callable[[Ask], Resolved | None], ...] = (
    directory_name,
    defined_in_text,
    pronoun,
    person_named,
    title_in_report,
    description,
    directory_name_inside,
    state_body,
    government_of,
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
        return kept(ask, f"'{ask.words}' could mean {same[0].name} or {same[1].name}: the words are kept")
    return of_person(person, ask, f"'{ask.words}' means {person.label}, named last before ('{ask.scene.quote(at)}')")


def _most_telling(source: Source, ask: Ask) -> Source:
    """The words "the UN mission in Libya" of a report that names UNSMIL mean UNSMIL, not the UN."""
    if source.id != "src:un":
        return source
    meant = meant_by(ask.words, ask.scene)
    return meant.named.source if meant.named and meant.named.source else source


def _gaps(spans: list[tuple[int, int]], end: int) -> list[tuple[int, int]]:
    edges = [0, *(edge for span in spans for edge in span), end]
    return list(zip(edges[::2], edges[1::2], strict=True))
