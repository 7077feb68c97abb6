"""The records and their algebra. This package imports nothing else of Marsad.

All records are frozen dataclasses; their ids come from their content; `codec` writes and reads them as JSON.
"""

from marsad.model.claim import Claim, Span, Victims
from marsad.model.codec import BadRecord, from_json, from_line, schema, to_json, to_line
from marsad.model.ids import bytes_id, content_id
from marsad.model.incident import Episode, Incident, Why
from marsad.model.interval import Interval
from marsad.model.judgement import Judgement, Quarantined, Run
from marsad.model.place import Place
from marsad.model.quantity import Quantity
from marsad.model.report import Report, parse_day, parse_stamp
from marsad.model.source import Actor, Attribution, Perpetrator, Source
from marsad.model.toll import Contradiction, LedgerLine, Toll, TollScope
from marsad.model.vocabulary import (
    Category,
    Certainty,
    Effect,
    IncidentKind,
    Measure,
    Modality,
    PlacePrecision,
    Relation,
    Scope,
    SourceKind,
    TimePrecision,
    Verdict,
)

__all__ = [
    "Actor",
    "Attribution",
    "BadRecord",
    "Category",
    "Certainty",
    "Claim",
    "Contradiction",
    "Effect",
    "Episode",
    "Incident",
    "IncidentKind",
    "Interval",
    "Judgement",
    "LedgerLine",
    "Measure",
    "Modality",
    "Perpetrator",
    "Place",
    "PlacePrecision",
    "Quantity",
    "Quarantined",
    "Relation",
    "Report",
    "Run",
    "Scope",
    "Source",
    "SourceKind",
    "Span",
    "TimePrecision",
    "Toll",
    "TollScope",
    "Verdict",
    "Victims",
    "Why",
    "bytes_id",
    "content_id",
    "from_json",
    "from_line",
    "parse_day",
    "parse_stamp",
    "schema",
    "to_json",
    "to_line",
]
