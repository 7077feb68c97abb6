"""Reports to claims: every number of people harmed, with the sentence it stands in.

`extract(report)` hands the report to the pack of its language. A pack is a folder behind one function; see `packs`.
"""

from marsad.extract.packs import extract, language_of, languages

__all__ = ["extract", "language_of", "languages"]
