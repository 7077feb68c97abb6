"""A situation report as plain JSON types: each sentence as text, with its figures and the marks of their citations."""

from typing import Any

from marsad.model import to_json
from marsad.publish.markdown import plain
from marsad.publish.sitrep import Block, Figure, Part, Section, Sentence, SituationReport, Table


def to_plain(report: SituationReport) -> dict[str, Any]:
    """The report as an object of objects, lists, text, numbers and nulls."""
    return {
        "title": report.title,
        "policy": report.policy,
        "as_of": report.as_of.isoformat() if report.as_of else None,
        "sections": [_section(section, report) for section in report.sections],
        "citations": [to_json(citation) for citation in report.citations],
        "reports": [
            to_json(listed) | {"label": "restatement" if listed.restates else None} for listed in report.reports
        ],
    }


def _section(section: Section, report: SituationReport) -> dict[str, Any]:
    return {
        "id": section.id,
        "title": section.title,
        "blocks": [_block(block, report) for block in section.blocks],
    }


def _block(block: Block, report: SituationReport) -> dict[str, Any]:
    if isinstance(block, Table):
        return {
            "kind": "table",
            "caption": _sentence(block.caption, report),
            "columns": list(block.columns),
            "rows": [[_sentence(cell, report) for cell in row] for row in block.rows],
        }
    return {
        "kind": "list" if block.items else "paragraph",
        "heading": _sentence(block.heading, report) if block.heading else None,
        "sentences": [_sentence(sentence, report) for sentence in block.sentences],
    }


def _sentence(sentence: Sentence, report: SituationReport) -> dict[str, Any]:
    figures = [_figure(part, report) for part in sentence.parts if isinstance(part, Figure)]
    marks = sorted({n for part in sentence.parts for n in report.numbers(part)})
    return {"text": plain(sentence), "figures": figures, "citations": marks}


def _figure(part: Part, report: SituationReport) -> dict[str, Any]:
    assert isinstance(part, Figure)
    return to_json(part) | {"citations": report.numbers(part)}
