"""The sections of a situation report, each a function of the evidence, in reading order."""

from collections.abc import Callable

from marsad.publish.evidence import Evidence
from marsad.publish.sections.concerns import concerns
from marsad.publish.sections.context import background, outlook
from marsad.publish.sections.escalation import escalation
from marsad.publish.sections.headline import headline
from marsad.publish.sections.method import method
from marsad.publish.sections.unclear import unclear
from marsad.publish.sections.victims import who_and_where
from marsad.publish.sitrep import Section

SECTIONS: tuple[Callable[[Evidence], Section], ...] = (
    headline,
    escalation,
    who_and_where,
    background,
    concerns,
    outlook,
    unclear,
    method,
)

__all__ = ["SECTIONS"]
