"""Fetch a country's dump from GeoNames: the one thing in the gazetteer that uses the network, and only when asked."""

import os
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path

from marsad import __version__
from marsad.errors import InputError, QueryError
from marsad.geocode.tables import countries

OFFICIAL = "https://download.geonames.org/export/dump/"
VARIABLE = "MARSAD_GEONAMES_URL"  # a mirror
CODES = ("admin1CodesASCII.txt", "admin2Codes.txt")
SECONDS = 30  # without a byte, until it is given up
_LARGEST = 2_000_000_000  # bytes
_PIECE = 1 << 16

Told = Callable[[str, int], None]


def names_of(code: str) -> str:
    """The file of a country. Raises QueryError where there is no such country."""
    wanted = code.strip().upper()
    if wanted not in countries():
        raise QueryError(f"no country {code!r} is known: give its two-letter ISO code, such as SY")
    return f"{wanted}.zip"


def fetch(name: str, folder: Path, base: str | None = None, told: Told | None = None) -> Path:
    """One file of the dump folder, saved in `folder` under its name. `told` hears the bytes so far.

    Raises InputError in one line where the host cannot be reached, has no such file, or breaks off.
    """
    url = (base or os.environ.get(VARIABLE) or OFFICIAL).rstrip("/") + "/" + name
    if not url.startswith(("https://", "http://")):
        raise QueryError(f"{url} is no web address: give one that begins with https://")
    request = urllib.request.Request(url, headers={"User-Agent": f"marsad/{__version__}"})  # noqa: S310 - checked
    path = folder / name
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer, path.open("wb") as file:  # noqa: S310
            expected = answer.headers.get("Content-Length")
            done = 0
            while piece := answer.read(_PIECE):
                done += len(piece)
                if done > _LARGEST:
                    raise InputError(f"{url}: more than {_LARGEST:,} bytes, which is no country's dump")
                file.write(piece)
                if told:
                    told(name, done)
    except urllib.error.HTTPError as error:
        raise InputError(f"{url}: the host answers {error.code} {error.reason}; {_BY_HAND}") from error
    except (urllib.error.URLError, HTTPException, OSError, ssl.SSLError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise InputError(f"{url} cannot be fetched ({reason}): are you online? {_BY_HAND}") from error
    if expected is not None and expected.isdigit() and int(expected) != done:
        raise InputError(f"{url}: broke off after {done:,} of {int(expected):,} bytes; run the command again")
    return path


_BY_HAND = "fetch the file elsewhere and run `marsad gazetteer import FILE`"
