"""Identifiers made from content: the same record has the same id on every machine and every day."""

import base64
import hashlib
import json
from collections.abc import Sequence

Part = str | int | float | bool | None


def content_id(prefix: str, parts: Sequence[Part]) -> str:
    """`prefix_` and 20 base-32 characters (100 bits) of the SHA-256 of the parts, written as canonical JSON.

    >>> content_id("clm", ["report-1", 15, "killed"])
    'clm_qsobkfeaxemdpx4252uc'
    """
    canonical = json.dumps(list(parts), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    digest = hashlib.sha256(canonical.encode("utf8", "surrogatepass")).digest()
    return f"{prefix}_{base64.b32encode(digest).decode().lower()[:20]}"


def bytes_id(content: bytes) -> str:
    """The SHA-256 of the bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
