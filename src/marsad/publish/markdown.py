"""A situation report as Markdown: footnote marks [^n] lead to the quoted sentences at the end."""

import re

from marsad.model import parse_stamp
from marsad.publish import words
from marsad.publish.sitrep import (
    Block,
    Citation,
    Days,
    Figure,
    Finding,
    Listed,
    Paragraph,
    Part,
    Section,
    Sentence,
    SituationReport,
    Table,
    Words,
)

# What CommonMark, its tables, raw HTML or the dialects that render mathematics and mentions could read as markup.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#!|~&@$])")
# Marks that matter only where a line starts with them: lists, headings made by underlining, quotes.
_START = re.compile(r"^([-+=>]|\d+[.)])")
_ENTITY = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def markdown(report: SituationReport) -> str:
    """The whole report. Words of others are escaped: they can never become markup."""
    parts = [f"# {escaped(report.title)}", _counted(report)]
    parts += [_section(section, report) for section in report.sections]
    parts.append(_reports(report))
    if report.citations:
        parts.append("## Sentences cited")
        parts.append("\n".join(_footnote(cited) for cited in report.citations))
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """The text on one line, with every character that could be markup made harmless."""
    safe = _SPECIAL.sub(lambda found: _ENTITY.get(found[1], f"\\{found[1]}"), words.flat(text))
    return _START.sub(_unlisted, safe)


def _unlisted(found: re.Match[str]) -> str:
    mark = found[1]
    return f"\\{mark}" if len(mark) == 1 else f"{mark[:-1]}\\{mark[-1]}"


def plain(sentence: Sentence) -> str:
    """The sentence as bare text, without marks."""
    return "".join(_text(part) for part in sentence.parts)


def _text(part: Part) -> str:
    if isinstance(part, Days):
        return words.days(part.interval)
    return words.flat(part.text) if isinstance(part, Words | Figure | Finding) else part


def _counted(report: SituationReport) -> str:
    day = f"As of {words.day(report.as_of)}" if report.as_of else "From all reports stored"
    return f"{day} · policy {escaped(report.policy)} · every number leads to the sentence it comes from"


def _section(section: Section, report: SituationReport) -> str:
    return "\n\n".join([f"## {section.title}", *(_block(block, report) for block in section.blocks)])


def _block(block: Block, report: SituationReport) -> str:
    if isinstance(block, Table):
        return _table(block, report)
    return _paragraph(block, report)


def _paragraph(block: Paragraph, report: SituationReport) -> str:
    told = [_sentence(sentence, report) for sentence in block.sentences]
    body = "\n".join(f"- {one}" for one in told) if block.items else " ".join(told)
    return f"### {_sentence(block.heading, report)}\n\n{body}" if block.heading else body


def _table(table: Table, report: SituationReport) -> str:
    lines = [_line(list(table.columns)), _line(["---"] * len(table.columns))]
    lines += [_line([_sentence(cell, report) for cell in row]) for row in table.rows]
    return f"{_sentence(table.caption, report)}:\n\n" + "\n".join(lines)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _sentence(sentence: Sentence, report: SituationReport) -> str:
    return "".join(_part(part, report) for part in sentence.parts)


def _part(part: Part, report: SituationReport) -> str:
    if isinstance(part, Figure):
        return f"**{escaped(part.text)}**{_marks(part, report)}"
    if isinstance(part, Finding):
        return f"{escaped(part.text)}{_marks(part, report)}"
    return part if isinstance(part, str) else escaped(_text(part))


def _marks(part: Part, report: SituationReport) -> str:
    return "".join(f"[^{n}]" for n in report.numbers(part))


def _footnote(cited: Citation) -> str:
    published = _published(cited.published)
    outlet = escaped(cited.outlet or "outlet not named")
    where = f"report {escaped(cited.report)}, characters {cited.sentence.start}{words.DASH}{cited.sentence.end}"
    label = " (restatement)" if cited.restates else ""
    return f"[^{cited.n}]: “{escaped(cited.quote)}” — {outlet}{label}, {published}; {where}"


def _reports(report: SituationReport) -> str:
    lines = ["## Reports", "", _line(["Outlet", "Published", "Report", "Kind", "Cited as"]), _line(["---"] * 5)]
    lines += [_line(_listed(listed)) for listed in report.reports]
    return "\n".join(lines)


def _listed(listed: Listed) -> list[str]:
    kind = f"restatement of {escaped(listed.restates)}" if listed.restates else "as published"
    address = escaped(listed.title or listed.id)
    marks = ", ".join(f"[^{n}]" for n in listed.citations) or "not cited"
    return [escaped(listed.outlet or "not named"), _published(listed.published), address, kind, marks]


def _published(stamp: str | None) -> str:
    return words.days(parse_stamp(stamp)) if stamp else "date not known"
