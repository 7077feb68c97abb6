"""A stated breakdown held against its total: does it add up, leave a remainder, say too much, or count a class twice?

Known cases are in the project's codebook notes: the monthly totals of the Syrian Observatory add up, but for that of
October 2015, whose nine lines exceed the total by exactly one of them (the rebels, counted among the civilians too).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

# Published totals are compiled by hand; a difference of this size is a slip, and is said to be one.
SLIP = 1


class Kind(StrEnum):
    """The verdict on a breakdown."""

    ADDS_UP = "adds up"
    REMAINDER = "remainder"
    EXCESS = "excess"
    NESTED = "nested"


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The verdict, the difference of total and parts (positive: people missing; negative: too many), and why.

    `nested` is the index of the part that is counted inside the others, where there is one.
    """

    kind: Kind
    gap: int
    sentence: str
    nested: int | None = None


def check_breakdown(total: int, parts: Sequence[int]) -> Breakdown:
    """The verdict on parts that are said to make up a total. All are numbers of people; `parts` may be empty."""
    summed = sum(parts)
    gap = total - summed
    stated = f"The parts sum to {summed:,} and the total is {total:,}"
    if gap == 0:
        return Breakdown(Kind.ADDS_UP, 0, f"{stated}: it adds up.")
    if gap > 0:
        slip = " (off by one: a slip, or one person not classed)" if gap <= SLIP else ""
        return Breakdown(Kind.REMAINDER, gap, f"{stated}: {gap:,} belong to no part{slip}.")
    inside = [n for n, part in enumerate(parts) if part == -gap]
    if len(inside) == 1 and len(parts) > 1:
        said = f"{stated}: the excess of {-gap:,} is exactly one part, which is counted inside another."
        return Breakdown(Kind.NESTED, gap, said, inside[0])
    slip = " (off by one: a slip)" if -gap <= SLIP else ""
    return Breakdown(Kind.EXCESS, gap, f"{stated}: {-gap:,} too many{slip}.")
