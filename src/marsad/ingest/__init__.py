"""Bring reports in: `ingest(source)` gives the reports of a file or folder, and what it had to refuse, with the reason.

Nothing is lost: the bytes of every report are handed to `keep` as they were received, a field that is not understood
gives an issue line, and input that cannot be read is given as a `Quarantined` record while the batch goes on.
"""

from marsad.ingest.intake import expected, ingest
from marsad.ingest.issue import Issue

__all__ = ["Issue", "expected", "ingest"]
