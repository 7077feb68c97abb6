"""Which claim a part, an addition or a repeat refers to, once it is decided that it is one."""

from marsad.extract.en.draft import Draft
from marsad.extract.en.relation import WINDOW, fits_whole, same_number
from marsad.extract.en.told import Told
from marsad.model import Relation


def settle(drafts: list[Draft], verdicts: list[tuple[Relation, str]]) -> None:
    """Put the decided relations in place of the rules', each with the claim it refers to."""
    told = [draft.told for draft in drafts]
    parents = [_parent(told, place, relation) for place, (relation, _) in enumerate(verdicts)]
    for number, (relation, why), parent in zip(told, verdicts, parents, strict=True):
        if relation in (Relation.REPEAT, Relation.ADDITION) and parent is None:
            relation, why = Relation.TOTAL, f"{why}; but no number that it could refer to"
        number.relation, number.parent, number.why = relation, parent, why
    for place in range(len(told)):
        _break_circle(told, place)


def _break_circle(numbers: list[Told], place: int) -> None:
    """A headline may repeat what stands after it; where that leads back to itself, the claim is no one's part."""
    seen, at = {place}, numbers[place].parent
    while at is not None and at not in seen:
        seen.add(at)
        at = numbers[at].parent
    if at == place:
        told = numbers[place]
        told.parent = None
        if told.relation is not Relation.SUBSET:
            told.relation = Relation.TOTAL
        told.why += "; it led back to itself"


def _parent(numbers: list[Told], place: int, relation: Relation) -> int | None:
    told = numbers[place]
    if relation is Relation.TOTAL:
        return None
    if told.relation is relation:
        return told.parent
    earlier = range(place - 1, max(-1, place - 1 - WINDOW), -1)
    if relation is Relation.REPEAT:
        later = range(place + 1, min(len(numbers), place + WINDOW))
        return next((n for n in (*earlier, *later) if same_number(numbers[n], told)), None)
    return next((n for n in earlier if fits_whole(numbers[n], told)), None)
