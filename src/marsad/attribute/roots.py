"""The root of a claim: who first said the number. Corroboration counts roots, so each must be neither split nor merged.

Roots are plain ids, with a prefix that tells how sure their identity is:

- `src:<id>`                 a source of the directory, whatever it was called and whoever relayed it
- `name:<slug>`              a named body or person that the directory does not know: the same name is the same voice
- `generic:<country>:<kind>` an unnamed speaker ("police", "health officials"). Two reports' "police" in one
                             country may be one voice, and nobody can show that they are two: so they count once. The
                             country keeps the police of two countries apart; `none` where it is not known.
- `outlet:<slug>`            the own voice of an outlet that the directory does not know
- `report:<id>`              the own voice of a report whose outlet is unknown: nothing shows whose voice it is
"""

import re

from marsad.attribute.directory import Directory, shipped
from marsad.attribute.speakers import SPEAKERS
from marsad.attribute.words import slug
from marsad.model import Claim, Report, Source, SourceKind

_KINDS = {row.slug: row.kind for row in SPEAKERS}
_SPLIT = re.compile(r"\s*[/|(),;]\s*|\s+via\s+|\s+-\s+")


def named_root(name: str) -> str:
    """The root of a named body that the directory does not know."""
    return f"name:{slug(name)}"


def generic_root(country: str | None, kind_slug: str) -> str:
    """The root of an unnamed speaker of a kind, in a country."""
    return f"generic:{(country or 'none').lower()}:{kind_slug}"


def outlet_parts(outlet: str | None) -> list[str]:
    """The names inside an outlet's line: "Reuters / The Wire", "AP (Times of Israel)", "PTI via NewsDrum"."""
    return [part for part in _SPLIT.split(outlet or "") if part]


def outlet_sources(outlet: str | None, directory: Directory) -> list[Source]:
    """The sources of the directory that an outlet's line names, in order."""
    found = (directory.find(part) for part in outlet_parts(outlet))
    return list(dict.fromkeys(source for source in found if source))


def own_voice(report: Report, wire: Source | None, directory: Directory) -> tuple[str, SourceKind, str]:
    """The root of a report's own voice, its kind, and the words for it: the wire it credits, else its outlet."""
    if wire:
        return wire.id, wire.kind, wire.name
    known = outlet_sources(report.outlet, directory)
    wires = [source for source in known if source.kind is SourceKind.WIRE]
    if wires or known:
        source = (wires or known)[0]
        return source.id, source.kind, source.name
    if report.outlet:
        return f"outlet:{slug(report.outlet)}", SourceKind.OUTLET, report.outlet
    return f"report:{report.id}", SourceKind.OTHER, "a report whose outlet is not known"


def name_of(root: str, directory: Directory) -> str:
    """A root in words, for a sentence."""
    source = directory.source(root)
    if source:
        return source.name
    prefix, _, rest = root.partition(":")
    if prefix == "generic":
        country, _, kind = rest.partition(":")
        return f"unnamed {kind.replace('-', ' ')}" + ("" if country == "none" else f" in {country.upper()}")
    return {"report": f"the report {rest}", "outlet": f"the outlet {rest}"}.get(prefix, rest.replace("-", " "))


def independent(a: Claim, b: Claim, directory: Directory | None = None) -> tuple[bool, str]:
    """Whether two claims go back to different first voices, with the sentence that says why.

    Not independent: the same root; a source and one that passes its numbers on; a claim whose root is not known; and
    unnamed voices that nothing tells apart. A false corroboration is worse than a missed one.
    """
    known = directory or shipped()
    first, second = a.attribution.root, b.attribution.root
    if first is None or second is None:
        return False, "the first source of one of the two is not known"
    left, right = name_of(first, known), name_of(second, known)
    if first == second:
        return False, f"both go back to {left}"
    for one, other in ((first, second), (second, first)):
        source = known.source(one)
        if source and other in source.relays:
            return False, f"{source.name} passes on the numbers of {name_of(other, known)}"
    for root, words in ((first, left), (second, right)):
        if root.startswith("generic:") and _KINDS.get(root.rsplit(":", 1)[1]) is SourceKind.UNNAMED:
            return False, f"{words} may be anybody, {right if words == left else left} included"
    return True, f"{left} and {right} are different first sources"
