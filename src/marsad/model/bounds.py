"""The arithmetic of numbers known only by their bounds. `None` means "not bounded on this side", never 0.

Counts of people are whole and not negative, so an unbounded low adds nothing to a sum's low, while an unbounded high
leaves the sum's high unbounded.
"""

Low = int | None
High = int | None
Bounds = tuple[Low, High]


def _max(values: list[int]) -> int | None:
    return max(values) if values else None


def _min(values: list[int]) -> int | None:
    return min(values) if values else None


def known(*values: int | None) -> list[int]:
    """The values that are bounded."""
    return [value for value in values if value is not None]


def add(a: Bounds, b: Bounds) -> Bounds:
    """The bounds of the sum. Two unbounded lows stay unbounded: nothing was asserted."""
    lows = known(a[0], b[0])
    highs = known(a[1], b[1])
    return (sum(lows) if lows else None, sum(highs) if len(highs) == 2 else None)


def meet(a: Bounds, b: Bounds) -> Bounds | None:
    """The numbers that satisfy both, or None where there is no such number: the two contradict each other."""
    low, high = _max(known(a[0], b[0])), _min(known(a[1], b[1]))
    if low is not None and high is not None and low > high:
        return None
    return (low, high)


def hull(a: Bounds, b: Bounds) -> Bounds:
    """The smallest bounds that contain both."""
    low = None if a[0] is None or b[0] is None else min(a[0], b[0])
    high = None if a[1] is None or b[1] is None else max(a[1], b[1])
    return (low, high)


def contains(a: Bounds, b: Bounds) -> bool:
    """Whether every number that `b` allows is allowed by `a`.

    A low of 0 was said, an unbounded one was not: (0, 5) lies within (None, 5), and not the other way round.
    """
    low_ok = a[0] is None or (b[0] is not None and a[0] <= b[0])
    high_ok = a[1] is None or (b[1] is not None and b[1] <= a[1])
    return low_ok and high_ok


def ordered(low: Low, high: High) -> bool:
    """Whether the bounds are a possible pair: not negative, low not above high."""
    if any(value < 0 for value in known(low, high)):
        return False
    return low is None or high is None or low <= high
