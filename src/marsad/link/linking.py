"""The stage itself: mentions, pairs, scores, clusters, episodes, records."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields

from marsad.link import blocking, contradictions, evidence, names
from marsad.link.clusters import Joined, Pair, agglomerate
from marsad.link.episodes import Parent, parents
from marsad.link.evidence import Finding
from marsad.link.groups import Group
from marsad.link.mentions import Mention, mentions
from marsad.link.words import Rarity, read
from marsad.model import Claim, Episode, Incident, IncidentKind, Report, Why


def link(claims: Iterable[Claim], reports: Mapping[str, Report]) -> list[Incident | Episode]:
    """The incidents and episodes that the claims tell of, in order of id.

    Claims that are denied, imagined or of no conflict stand in none; every other claim stands in exactly one incident
    or episode, and in the episode that holds that incident. A report is a main report of at most one. The result does
    not depend on the order of the claims or reports. Raises KeyError for a claim whose report is not given.
    """
    told, rarity = _read(claims, reports)
    found = _clusters(told, rarity)
    held = parents(found)
    children: defaultdict[str, list[Group]] = defaultdict(list)
    for group in found:
        if group.id in held:
            children[held[group.id].group.id].append(group)
    return sorted((_record(group, held.get(group.id), children) for group in found), key=lambda record: record.id)


def _read(claims: Iterable[Claim], reports: Mapping[str, Report]) -> tuple[list[Mention], Rarity]:
    of: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of[claim.report].append(claim)
    pages = {name: read(reports[name]) for name in of}
    rarity = Rarity(pages.values())
    told = [mention for name in of for mention in mentions(reports[name], pages[name], of[name], rarity)]
    return sorted(told, key=lambda mention: mention.key), rarity


def _clusters(told: list[Mention], rarity: Rarity) -> list[Group]:
    found: dict[Pair, list[tuple[str, Finding]]] = {}
    for one, two in blocking.pairs(told, rarity):
        if contradictions.forbidden(told[one], told[two]) is None:
            found[one, two] = evidence.weigh(told[one], told[two])
    scores = {pair: sum(f.weight for _, f in said) - evidence.THRESHOLD for pair, said in found.items()}

    def cannot(a: Sequence[int], b: Sequence[int]) -> bool:
        return any(contradictions.forbidden(told[x], told[y]) is not None for x in a for y in b)

    return [_group(told, joined, found) for joined in agglomerate(len(told), scores, cannot)]


def _group(told: list[Mention], joined: Joined, found: Mapping[Pair, list[tuple[str, Finding]]]) -> Group:
    why = [
        Why(
            feature=name,
            weight=round(said.weight, 2),
            sentence=f"{told[one].report.id} and {told[two].report.id}: {said.sentence}",
        )
        for one, two in joined.joins
        for name, said in found[one, two]
    ]
    return Group(tuple(told[n] for n in joined.members), tuple(why))


def _record(group: Group, parent: Parent | None, children: Mapping[str, list[Group]]) -> Incident | Episode:
    inner = _below(group, children)
    told = [mention for one in (group, *inner) for mention in one.mentions]
    whole = Episode(
        id=group.id,
        name=names.name(group),
        claims=tuple(sorted(claim.id for mention in told for claim in mention.claims)),
        reports=tuple(sorted({mention.report.id for mention in told})),
        main_reports=group.mains,
        parent=parent.group.id if parent else None,
        place=group.place,
        time=group.time,
        event_type=_event_type(group),
        incidents=tuple(sorted(one.id for one in inner)),
        why=(*group.why, *(parent.why if parent else ())),
    )
    return whole if group.kind is IncidentKind.EPISODE else _incident(whole)


def _incident(whole: Episode) -> Incident:
    """The same, where it is one event: an incident holds no others."""
    return Incident(**{field.name: getattr(whole, field.name) for field in fields(Incident)})


def _below(group: Group, children: Mapping[str, list[Group]]) -> list[Group]:
    found: list[Group] = []
    waiting = list(children.get(group.id, ()))
    while waiting:
        child = waiting.pop()
        found.append(child)
        waiting += children.get(child.id, ())
    return found


def _event_type(group: Group) -> str | None:
    """The type that most of the claims give, or None where none gives one."""
    told = [claim.event_type for mention in group.mentions for claim in mention.claims if claim.event_type]
    return min(set(told), key=lambda kind: (-told.count(kind), kind)) if told else None
