"""Who said a number first. Claims of one root are one voice, however many outlets pass them on.

The attribution stage names the root. Where it could not, the source's name stands in, then the outlet that relayed it,
then the report itself. A number that an outlet tells in its own voice, and in the same report again with its source,
belongs to that source.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from marsad.model import Claim, Relation, SourceKind

Word = TypeVar("Word", bound=str)

_OWN_VOICE = (None, SourceKind.OUTLET, SourceKind.WIRE)


@dataclass(frozen=True, slots=True)
class Root:
    """One independent voice: its key, the name to print, and its kind where that is known."""

    key: str
    name: str
    kind: SourceKind | None = None

    @property
    def named(self) -> bool:
        """Whether it is known who speaks: two unnamed sources may be the same people."""
        return self.kind is not SourceKind.UNNAMED


def key_of(claim: Claim) -> str:
    """The key of the root of one claim, from its own attribution."""
    said = claim.attribution
    if said.root:
        return said.root
    if said.source:
        return f"source:{' '.join(said.source.casefold().split())}"
    if said.via:
        return f"outlet:{' '.join(said.via.casefold().split())}"
    return f"report:{claim.report}"


def roots_of(claims: Iterable[Claim]) -> dict[str, Root]:
    """Claim id -> its root. The name is the one used most often for that key, then the first by the alphabet."""
    listed = list(claims)
    spoken = _named_by_repeats(listed)
    keys = {claim.id: key_of(spoken.get(claim.id, claim)) for claim in listed}
    names: dict[str, Counter[str]] = {}
    kinds: dict[str, Counter[SourceKind]] = {}
    for claim in listed:
        said = spoken.get(claim.id, claim).attribution
        if said.source:
            names.setdefault(keys[claim.id], Counter())[said.source] += 1
        if said.kind:
            kinds.setdefault(keys[claim.id], Counter())[said.kind] += 1
    made = {
        key: Root(key, _commonest(names.get(key)) or _plain(key), _commonest(kinds.get(key))) for key in keys.values()
    }
    return {claim: made[key] for claim, key in keys.items()}


def _named_by_repeats(claims: list[Claim]) -> Mapping[str, Claim]:
    """Totals in the outlet's own voice -> the repeat in the same report that names who said the number."""
    by_id = {claim.id: claim for claim in claims}
    found: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda c: (c.report, c.quantity.start or 0, c.id)):
        parent = by_id.get(claim.parent or "")
        if claim.relation is not Relation.REPEAT or parent is None or not claim.attribution.source:
            continue
        if parent.attribution.source is None and parent.attribution.kind in _OWN_VOICE:
            found.setdefault(parent.id, claim)
    return found


def _plain(key: str) -> str:
    kind, _, rest = key.partition(":")
    if kind == "report":
        return f"the outlet of report {rest}"
    return f"the outlet {rest}" if kind == "outlet" else rest or key


def _commonest(counted: "Counter[Word] | None") -> Word | None:
    if not counted:
        return None
    return min(counted, key=lambda item: (-counted[item], item))
