"""The closed vocabularies of the claim contract. A value outside them is an error, never a new word.

Source of the values: the claim contract of the project (docs/reference/claim.md), whose names are fixed.
"""

from enum import StrEnum


class Measure(StrEnum):
    """The kind of harm that people suffered. "Casualties" without more is `killed_or_injured`."""

    KILLED = "killed"
    INJURED = "injured"
    KILLED_OR_INJURED = "killed_or_injured"
    MISSING = "missing"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    DISPLACED = "displaced"


class Modality(StrEnum):
    """How a number was said. It explains the bounds; the bounds alone are used in arithmetic."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"
    NONE = "none"


class Category(StrEnum):
    """Who the victims were, from the words of the text alone."""

    ANY = "any"
    CIVILIAN = "civilian"
    STATE_FORCES = "state_forces"
    NONSTATE_FIGHTERS = "nonstate_fighters"
    COMBATANT = "combatant"
    PERPETRATOR = "perpetrator"
    WOMEN = "women"
    CHILDREN = "children"
    JOURNALIST = "journalist"
    AID_OR_MEDICAL = "aid_or_medical"
    OTHER = "other"


class Scope(StrEnum):
    """What a number spans: one event, a running or periodic count, or the past told as context."""

    INCIDENT = "incident"
    CUMULATIVE = "cumulative"
    BACKGROUND = "background"


class Relation(StrEnum):
    """How a number stands to another one of the same report."""

    TOTAL = "total"
    SUBSET = "subset"
    ADDITION = "addition"
    REPEAT = "repeat"


class PlacePrecision(StrEnum):
    """The smallest area that is certain, from a site in a town to a region of several provinces or countries."""

    SITE = "site"
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    REGION = "region"


class TimePrecision(StrEnum):
    """How exactly the days of the harm are known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    LONGER = "longer"


class Certainty(StrEnum):
    """Whether the harm was stated, told with a hedge, denied, or only imagined."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class Effect(StrEnum):
    """What one claim did to a figure. Every claim considered has exactly one."""

    COUNTED = "counted"
    SUPERSEDED = "superseded"
    CONTAINED = "contained"
    REPEATS = "repeats"
    CONTRADICTS = "contradicts"
    OUT_OF_SCOPE = "out_of_scope"
    BACKGROUND = "background"
    NOT_CONFLICT = "not_conflict"
    NOT_ASSERTED = "not_asserted"
    REJECTED = "rejected"
    AWAITING_REVIEW = "awaiting_review"


class Verdict(StrEnum):
    """What a reviewer did."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    SAME_SOURCE = "same_source"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"


class SourceKind(StrEnum):
    """What kind of speaker said a number."""

    MONITOR = "monitor"
    MINISTRY = "ministry"
    HOSPITAL = "hospital"
    ARMED_GROUP = "armed_group"
    ARMED_FORCES = "armed_forces"
    UN_BODY = "un_body"
    AID_ORGANISATION = "aid_organisation"
    WIRE = "wire"
    OUTLET = "outlet"
    OFFICIAL = "official"
    POLICE = "police"
    WITNESS = "witness"
    UNNAMED = "unnamed"
    OTHER = "other"


class IncidentKind(StrEnum):
    """An incident is one event at one place and time; an episode is a chain of them that is counted as a whole."""

    INCIDENT = "incident"
    EPISODE = "episode"
