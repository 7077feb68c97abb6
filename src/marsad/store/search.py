"""Full-text search. Words are made here, once for both databases, so both find the same reports.

A word is a run of letters and digits, without case, accents, Arabic vowel signs or tatweel: "Jisr al-Shughūr" is
`jisr al shughur`. A query's words must all be there; "quoted words" must follow each other; `word*` is a beginning.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, text

from marsad.errors import QueryError
from marsad.model import Report
from marsad.store import rows

# PostgreSQL refuses a tsvector of more than 1 MB. Beyond this many bytes of words and positions a report's further
# words are not searched there; SQLite has no such limit.
_POSTGRESQL_BYTES = 900_000
# ... and keeps no position above this one.
_POSTGRESQL_POSITIONS = 16_383
# ... and no word longer than 2 KB.
_WORD = 256

_TATWEEL = "\u0640"
# What may hold words: most runs of a Latin text are words of ASCII and need no look at each letter.
_RUN = re.compile(r"[0-9A-Za-z\x80-\U0010ffff]+")
_TERM = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report that holds all words asked for. `start` and `end` are where the first is, in characters of its text;

    both are null where only the title holds it. `snippet` is the text around it.
    """

    report: str
    title: str | None
    published_on: date | None
    snippet: str
    start: int | None
    end: int | None


def words(content: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text, each with the offsets of what it was made from."""
    for run in _RUN.finditer(content):
        if run.group().isascii():
            yield (run.group().lower()[:_WORD], run.start(), run.end())
        else:
            yield from _letters(run.group(), run.start())


def _letters(run: str, offset: int) -> Iterator[tuple[str, int, int]]:
    """The words of a run with letters beyond ASCII, found letter by letter."""
    letters: list[str] = []
    start = end = 0
    for at, character in enumerate(run, start=offset):
        folded = _folded(character)
        if folded is None:  # neither a letter nor a part of one: the word ends
            if letters:
                yield ("".join(letters)[:_WORD], start, end)
            letters = []
        elif folded:
            if not letters:
                start = at
            letters.append(folded)
            end = at + 1
    if letters:
        yield ("".join(letters)[:_WORD], start, end)


def _folded(character: str) -> str | None:
    """The letters and digits that a character stands for; empty for a mark on a letter; None for anything else."""
    if character.isascii():
        return character.lower() if character.isalnum() else None
    if character == _TATWEEL or unicodedata.category(character) == "Mn":
        return ""
    kept = "".join(part for part in unicodedata.normalize("NFKD", character).casefold() if part.isalnum())
    return kept or None


def index(connection: Connection, seq: int, content: str) -> None:
    """Add a report's words to the index."""
    found = [word for word, _, _ in words(content)]
    if connection.dialect.name == "sqlite":
        statement = text("INSERT INTO report_words (rowid, words) VALUES (:seq, :words)")
        connection.execute(statement, {"seq": seq, "words": " ".join(found)})
    else:
        statement = text("INSERT INTO report_words (seq, words) VALUES (:seq, CAST(:words AS tsvector))")
        connection.execute(statement, {"seq": seq, "words": _vector(found)})


def _vector(found: list[str]) -> str:
    """The words with their positions, as PostgreSQL writes a tsvector."""
    parts: list[str] = []
    size = 0
    for position, word in enumerate(found, start=1):
        size += len(word.encode()) + 8
        if size > _POSTGRESQL_BYTES:
            break
        parts.append(f"'{word}':{min(position, _POSTGRESQL_POSITIONS)}")
    return " ".join(parts)


def terms(query: str) -> list[tuple[list[str], bool]]:
    """What a query asks for: each a list of words that follow each other, and whether the last is a beginning.

    Raises QueryError where there is no word in it.
    """
    asked = []
    for match in _TERM.finditer(query):
        phrase = match.group(1) if match.group(1) is not None else match.group(2)
        found = [word for word, _, _ in words(phrase)]
        if found:
            asked.append((found, phrase.endswith("*")))
    if not asked:
        raise QueryError(f"nothing to search for in {query!r}: give at least one word")
    return asked


def search(connection: Connection, query: str, limit: int) -> list[Hit]:
    """The reports that hold all that is asked for, the most relevant first."""
    asked = terms(query)
    sqlite = connection.dialect.name == "sqlite"
    statement, written = (_SQLITE, _fts5(asked)) if sqlite else (_POSTGRESQL, _tsquery(asked))
    found = connection.execute(text(statement), {"query": written, "limit": limit})
    return [_hit(rows.read(Report, line), asked) for line in found.scalars()]


_SQLITE = (
    "SELECT record FROM report_words JOIN reports ON reports.seq = report_words.rowid "
    "WHERE report_words MATCH :query ORDER BY bm25(report_words), reports.id LIMIT :limit"
)
_POSTGRESQL = (
    "SELECT record FROM report_words JOIN reports ON reports.seq = report_words.seq "
    "WHERE words @@ CAST(:query AS tsquery) "
    "ORDER BY ts_rank(words, CAST(:query AS tsquery)) DESC, reports.id LIMIT :limit"
)


def _fts5(asked: list[tuple[list[str], bool]]) -> str:
    return " AND ".join(f'"{" ".join(phrase)}"' + ("*" if beginning else "") for phrase, beginning in asked)


def _tsquery(asked: list[tuple[list[str], bool]]) -> str:
    return " & ".join(
        "(" + " <-> ".join(f"'{word}'" for word in phrase) + (":*" if beginning else "") + ")"
        for phrase, beginning in asked
    )


def _hit(report: Report, asked: list[tuple[list[str], bool]]) -> Hit:
    first, beginning = asked[0]
    span = _first(report.text, first, beginning)
    return Hit(
        report=report.id,
        title=report.title,
        published_on=report.published_on,
        snippet=_snippet(report.text, span[0] if span else 0),
        start=span[0] if span else None,
        end=span[1] if span else None,
    )


def _first(content: str, phrase: list[str], beginning: bool) -> tuple[int, int] | None:
    """Where the phrase first stands in the text."""
    window: list[tuple[str, int, int]] = []
    for word in words(content):
        window = [*window, word][-len(phrase) :]
        found = [item[0] for item in window]
        if found[:-1] == phrase[:-1] and (found[-1] == phrase[-1] or (beginning and found[-1].startswith(phrase[-1]))):
            return (window[0][1], window[-1][2])
    return None


# Characters before and after: about two lines of a terminal.
_BEFORE, _AFTER = 60, 120


def _snippet(content: str, at: int) -> str:
    """The text around an offset, cut between words, on one line."""
    start, end = max(0, at - _BEFORE), min(len(content), at + _AFTER)
    cut = content[start:end]
    if start > 0:
        cut = "… " + cut.partition(" ")[2] if " " in cut[:_BEFORE] else "…" + cut
    if end < len(content):
        cut = cut.rpartition(" ")[0] + " …" if " " in cut[-_BEFORE:] else cut + "…"
    return " ".join(cut.split())
