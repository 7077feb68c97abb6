"""Kinds of speaker that a phrase tells by its words alone: "health officials", "Iraq's interior ministry", "residents".

A declared list: reading it is reading the method. The first row whose words occur decides, so the more telling rows
stand first ("hospital officials" speak for a hospital, "police sources" for the police).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from marsad.attribute.words import fold
from marsad.model import SourceKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """One kind of speaker: the slug its roots carry, the kind of source, the words that tell it.

    `apart` tells whether a proper name makes each its own voice: two hospitals are two, while a police chief and the
    police of one country are taken as one, because a false corroboration is worse than a missed one.
    """

    slug: str
    kind: SourceKind
    words: str
    apart: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """The words, bounded, to be searched in a folded phrase."""
        return re.compile(rf"(?<!\w)(?:{self.words})(?!\w)")


SPEAKERS = (
    Speaker(
        "health-ministry", SourceKind.MINISTRY, r"health (?:ministry|minister)|minist(?:ry|er) of (?:public )?health"
    ),
    Speaker(
        "defence-ministry",
        SourceKind.MINISTRY,
        r"defen[cs]e (?:ministry|minister|department)|(?:ministry|minister|department) of (?:national )?defen[cs]e",
    ),
    Speaker(
        "interior-ministry",
        SourceKind.MINISTRY,
        r"(?:interior|home affairs|internal security|public security|security|home) (?:ministry|minister)"
        r"|home secretary"
        r"|minist(?:ry|er) of (?:the |public |national |internal )?(?:interior|home affairs|security)",
    ),
    Speaker(
        "information-ministry", SourceKind.MINISTRY, r"information (?:ministry|minister)|minist(?:ry|er) of information"
    ),
    Speaker(
        "foreign-ministry", SourceKind.MINISTRY, r"foreign (?:ministry|minister)|minist(?:ry|er) of foreign affairs"
    ),
    Speaker(
        "health-authorities",
        SourceKind.OFFICIAL,
        r"(?:public )?health (?:officials?|authorit(?:y|ies)|department|directorate|bureau|office|service"
        r"|commissioner)"
        r"|forensic (?:authority|service|department)",
        apart=True,
    ),
    Speaker(
        "hospital",
        SourceKind.HOSPITAL,
        r"hospitals?|medics?|doctors?|nurses?|surgeons?|morgue|paramedics?|clinics?|medical (?:sources?|workers?"
        r"|officials?|staff|cent(?:er|re))|health workers?|clinical center",
        apart=True,
    ),
    Speaker(
        "emergency-services",
        SourceKind.OFFICIAL,
        r"emergency (?:services?|organi[sz]ation|operations|management|department|agency)|rescuers?"
        r"|rescue (?:services?|workers?|officials?|teams?)|civil (?:defen[cs]e|protection)|firefighters"
        r"|fire (?:department"
        r"|service|brigade)|ambulance|disaster management",
    ),
    Speaker("red-cross", SourceKind.AID_ORGANISATION, r"red (?:cross|crescent)", apart=True),
    Speaker(
        "police", SourceKind.POLICE, r"police(?:man|men)?|inspector general|superintendent|sheriff|dsp|asp|igp|apbn"
    ),
    Speaker(
        "armed-forces",
        SourceKind.ARMED_FORCES,
        r"army|military|armed forces|air force|navy|troops|soldiers|defen[cs]e forces?|general staff"
        r"|battalion|brigade"
        r"|infantry|coast ?guard|paramilitary",
    ),
    Speaker(
        "security-sources", SourceKind.UNNAMED, r"(?:security|intelligence) (?:sources?|officials?|forces?|services?)"
    ),
    Speaker("prosecutor", SourceKind.OFFICIAL, r"(?:state |chief |public )?prosecutors?|court|judge|attorney"),
    Speaker(
        "armed-group", SourceKind.ARMED_GROUP, r"rebels?|militants?|insurgents?|militias?|guerrillas?|separatists?"
    ),
    Speaker(
        "aid-workers",
        SourceKind.AID_ORGANISATION,
        r"aid (?:workers?|agenc(?:y|ies)|groups?|organi[sz]ations?)|humanitarian\w*|charit(?:y|ies)",
        apart=True,
    ),
    Speaker(
        "monitors",
        SourceKind.MONITOR,
        r"monitors?|(?:war |conflict )?monitoring groups?|watchdogs?|observatory|human rights (?:groups?"
        r"|organi[sz]ations?)"
        r"|rights (?:groups?|organi[sz]ations?|ngos?)|ngos?|observers?",
        apart=True,
    ),
    Speaker(
        "authorities",
        SourceKind.OFFICIAL,
        r"officials?|authorit(?:y|ies)|governments?|governors?|governor's office|presidents?|prime minister"
        r"|ministers?"
        r"|ministry|mayors?|commissioners?|administrators?|administration|chairmen|chairman|councils?|lawmakers?|mp"
        r"|senators?|parliament|ombudsman|secretary|spokes(?:man|woman|person|people)|magistrate|officers?",
    ),
    Speaker("activists", SourceKind.UNNAMED, r"activists?|opposition|campaigners?|civil society|dissidents"),
    Speaker(
        "witnesses",
        SourceKind.WITNESS,
        r"(?:eye)?witness(?:es)?|residents?|locals|villagers?|survivors?|relatives?|parents?|famil(?:y|ies)"
        r"|neighbou?rs?"
        r"|elders?|inmates|prisoners|students?|inhabitants|pastor|priest|bishop|father|community leaders?",
    ),
    Speaker("news-agency", SourceKind.WIRE, r"(?:state|official|state-run|national)(?: news)? agency"),
    Speaker(
        "media",
        SourceKind.OUTLET,
        r"media|newspapers?|press|television|tv|radio|news (?:agenc(?:y|ies)|sites?|outlets?)|broadcasters?|outlets",
    ),
    Speaker("sources", SourceKind.UNNAMED, r"sources?|reports?|estimates?|accounts?|tolls?|counts?|figures?|others"),
)

_PATTERNS = tuple((row.pattern, row) for row in SPEAKERS)


@lru_cache(maxsize=4096)
def speaker_of(words: str) -> Speaker | None:
    """The kind of speaker that the words tell; None where they tell none."""
    folded = fold(words)
    return next((row for pattern, row in _PATTERNS if pattern.search(folded)), None)


def bare(words: str, row: Speaker) -> str:
    """The words without those that told the kind: what is left may be a proper name."""
    found = row.pattern.search(fold(words))
    return (words[: found.start()] + " " + words[found.end() :]).strip() if found else words
