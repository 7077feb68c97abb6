"""The publication date as metadata give it: ISO 8601 kept as it is; what feeds and people write, turned into it."""

from email.utils import parsedate_to_datetime

from marsad.ingest.dateline import spelled
from marsad.model import parse_stamp


def stamp(value: str) -> str:
    """An ISO 8601 stamp: "2025-03-08", "2025-03-08T11:55Z", "2025-03". Raises ValueError that quotes the value.

    "8 March 2025" and "Sat, 08 Mar 2025 11:55:00 GMT" (RFC 5322, as in feeds) are understood; 08/03/2025 is refused:
    it does not tell its month.
    """
    value = value.strip()
    try:
        parse_stamp(value)
        return value
    except ValueError as error:
        told = error
    found = spelled(value)
    if found.stamp is not None:
        return found.stamp
    try:
        return parsedate_to_datetime(value).isoformat()
    except ValueError:
        raise ValueError(found.reason if "does not tell" in found.reason else str(told)) from told
