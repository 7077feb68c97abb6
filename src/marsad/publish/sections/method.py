"""Sources and method: the policy, the day, and who first said each number."""

from marsad.model import Claim
from marsad.publish.evidence import Evidence, in_order, root_names, root_of
from marsad.publish.sitrep import Block, Days, Section, Sentence, Table, Words, paragraph, say

_FIGURES = say(
    "Every number above is one that a stored report says, or a sum or choice of such numbers under the policy; "
    "the mark behind it leads to the sentence. A number that no report gives is not given here."
)
_ROOTS = say("A number belongs to the source that first said it, not to the outlets that relay it.")
_RESTATED = say(
    "A report marked “restatement” tells another page again in other words; it is the retelling that was read."
)


def method(evidence: Evidence) -> Section:
    """How this was counted, and the first sources. The list of reports and the cited sentences follow it."""
    restated = [_RESTATED] if any(report.restates for report in evidence.reports.values()) else []
    first: Block = paragraph(_counted(evidence), _FIGURES, _ROOTS, *restated)
    return Section(id="method", title="Sources and method", blocks=(first, *_roots(evidence)))


def _counted(evidence: Evidence) -> Sentence:
    policy = Words(text=evidence.policy)
    if evidence.as_of is None:
        return say("Counted under the policy “{policy}”, from all reports stored.", policy=policy)
    day = Days.on(evidence.as_of)
    return say(
        "Counted under the policy “{policy}”, from reports published by the end of {day}.", policy=policy, day=day
    )


def _roots(evidence: Evidence) -> list[Table]:
    claims = in_order({claim.id: claim for case in evidence.cases for claim in case.claims}.values())
    names = root_names(claims, evidence.reports)
    by_root: dict[str, list[Claim]] = {}
    for claim in claims:
        by_root.setdefault(root_of(claim, evidence.reports), []).append(claim)
    rows = [_row(names.get(root, root), own, evidence) for root, own in by_root.items()]
    if not rows:
        return []
    caption = say("First sources, what they are, and the outlets through which they were read")
    return [Table(caption=caption, columns=("First source", "Kind", "Read through"), rows=tuple(rows))]


def _row(name: str, claims: list[Claim], evidence: Evidence) -> tuple[Sentence, ...]:
    kinds = [claim.attribution.kind.value.replace("_", " ") for claim in claims if claim.attribution.kind]
    outlets = sorted({evidence.outlet(claim) for claim in claims})
    cells = (Words(text=name), kinds[0] if kinds else "not known", Words(text=", ".join(outlets)))
    return tuple(Sentence((cell,)) for cell in cells)
