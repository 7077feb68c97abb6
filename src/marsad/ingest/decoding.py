"""Bytes to text. UTF-8 is expected; another encoding is a guess and said to be one; anything else is refused."""

import codecs
import re

from marsad.ingest.issue import Refused

_BOMS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or office file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip file"),
    (b"SQLite format 3", "a database"),
)

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_UNSTORABLE = re.compile(r"[\0\ud800-\udfff]")

# More control characters than this share is no text in whatever encoding.
_MOST_CONTROL = 0.002

_AS_TEXT = "save the report as plain UTF-8 text, then ingest that"


def decode(content: bytes) -> tuple[str, list[str]]:
    """The text, exactly as encoded but without a byte order mark, and issue lines. Raises Refused."""
    for signature, name in _SIGNATURES:
        if content.startswith(signature):
            raise Refused(f"is {name}, not text", _AS_TEXT)
    text, issues = _decoded(content)
    if not text.strip():
        raise Refused("is empty", "fetch the report again, or leave it out")
    controls = sum(1 for _ in _CONTROL.finditer(text))
    if controls > len(text) * _MOST_CONTROL and controls > 1:
        raise Refused(f"is not text ({controls} control characters in {len(text)})", _AS_TEXT)
    text, replaced = storable(text)
    return text, issues + [f"text: {sentence}" for sentence in replaced]


def _decoded(content: bytes) -> tuple[str, list[str]]:
    encoding = next((name for mark, name in _BOMS if content.startswith(mark)), None)
    if encoding is None and b"\0" in content:
        raise Refused("is not text (it has zero bytes)", _AS_TEXT)
    try:
        return content.decode(encoding or "utf-8"), []
    except UnicodeDecodeError as error:
        if encoding is not None:
            raise Refused(f"begins as {encoding} but is broken at byte {error.start}", _AS_TEXT) from error
        return _guessed(content, error.start)


def _guessed(content: bytes, at: int) -> tuple[str, list[str]]:
    refused = Refused(f"is not UTF-8 (byte {at}), and no other encoding fits", _AS_TEXT)
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        raise refused from None
    best = from_bytes(content).best()
    if best is None:
        raise refused
    return str(best), [f"not UTF-8 (byte {at}): read as {best.encoding}, a guess; save it as UTF-8 to be sure"]


def storable(text: str) -> tuple[str, list[str]]:
    """The text with characters that no database keeps (NUL, lone surrogates) replaced one by one by U+FFFD.

    One for one, so that offsets stay what they were.
    """
    kept, number = _UNSTORABLE.subn("\ufffd", text)
    if not number:
        return text, []
    return kept, [f"{number} character(s) that cannot be stored (NUL or half a surrogate pair) replaced by U+FFFD"]
