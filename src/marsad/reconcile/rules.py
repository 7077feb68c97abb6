"""The small named rules that counting policies are made of. Reading a policy's list of them is reading its method.

A rule takes what is decided so far and what the roots assert, and decides one thing more. `RULES` names them; a policy
file lists them in order with their settings.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from statistics import median_low

from marsad.model import SourceKind
from marsad.reconcile.bounds_of_root import Role, RootView

# Independent voices that must each assert a number before it is called corroborated (ECC Standards, 2016, p. 25).
VOICES = 2


@dataclass(frozen=True, slots=True)
class Settings:
    """What a policy file may set on a rule."""

    kinds: tuple[SourceKind, ...] = ()
    tiers: tuple[tuple[SourceKind, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """What is decided so far. `why`: what a root's figure did, by its key; `gaps`: why something stays unknown."""

    views: tuple[RootView, ...]
    left_out: tuple[RootView, ...] = ()
    low: int | None = None
    best: int | None = None
    high: int | None = None
    chosen: RootView | None = None
    why: dict[str, tuple[str, ...]] = field(default_factory=dict)
    gaps: tuple[str, ...] = ()

    def because(self, view: RootView, sentence: str) -> "State":
        """With one sentence more on what this root's figure did."""
        key = view.root.key
        return replace(self, why={**self.why, key: (*self.why.get(key, ()), sentence)})

    def unknown(self, sentence: str) -> "State":
        """With one reason more why something stays unknown."""
        return replace(self, gaps=(*self.gaps, sentence))


Rule = Callable[[State, Settings], State]


def estimates(views: Sequence[RootView]) -> list[RootView]:
    """The roots whose word is an estimate of the number.

    A count of one class alone says something of the whole only if it exceeds another root's count of all: the army's
    two dead soldiers are no estimate of a bomb's dead, a monitor's 1,383 civilians are one beside a count of 803.
    """
    totals = [v for v in views if v.role is Role.TOTAL]
    floor = min((v.low for v in totals if v.low is not None), default=None)
    headlines = [v for v in views if v.role is Role.HEADLINE]
    if totals:
        headlines = [v for v in headlines if floor is not None and v.low is not None and v.low > floor]
    return [*totals, *headlines]


def corroborated(views: Sequence[RootView]) -> int | None:
    """The largest number that two independent roots each assert as a lower bound; None where there are no two.

    Hedged figures and those of armed groups corroborate nothing. Unnamed sources may be the same people: together they
    are one voice.
    """
    voices: dict[str, int] = {}
    for view in views:
        if view.firm is None or view.root.kind is SourceKind.ARMED_GROUP:
            continue
        voice = view.root.key if view.root.named else "unnamed"
        voices[voice] = max(view.firm, voices.get(voice, 0))
    lows = sorted(voices.values(), reverse=True)
    return lows[VOICES - 1] if len(lows) >= VOICES else None


def leave_out_sources(state: State, settings: Settings) -> State:
    """Roots of these kinds are not used, unless nobody else speaks of the whole."""
    kept = tuple(v for v in state.views if v.root.kind not in settings.kinds)
    if not any(v.estimates for v in kept):
        return state
    return replace(state, views=kept, left_out=tuple(v for v in state.views if v not in kept))


def low_is_lowest(state: State, _: Settings) -> State:
    """The low is the lowest figure of the roots."""
    known = [v for v in estimates(state.views) if v.low is not None]
    if not known:
        return state.unknown("no source says how many at least")
    lowest = min(known, key=lambda v: (v.low, v.root.key))
    return replace(state, low=lowest.low).because(lowest, "gives the lowest figure")


def low_is_lowest_not_outdated(state: State, settings: Settings) -> State:
    """The low is the lowest figure of the roots, but for those that are both older and lower than the best.

    They do not dispute the best: the dead are found over days.
    """
    if state.best is None or state.chosen is None:
        return low_is_lowest(state, settings)
    since, best = _said(state.chosen), state.best
    kept = [v for v in estimates(state.views) if v.low is not None and (_said(v) >= since or v.low >= best)]
    lowest = min(kept, key=lambda v: (v.low, v.root.key), default=state.chosen)
    return replace(state, low=lowest.low).because(lowest, "gives the lowest figure that is not outdated")


def low_is_corroborated(state: State, _: Settings) -> State:
    """The low is what two independent roots each assert at least."""
    number = corroborated(state.views)
    if number is None:
        return state.unknown("no two independent sources assert a number")
    return replace(state, low=number)


def high_is_highest(state: State, _: Settings) -> State:
    """The high is the highest figure of the roots, and unknown where a lower bound exceeds every complete count."""
    known = [v for v in estimates(state.views) if v.high is not None] or [
        v for v in state.views if v.role is Role.WIDER
    ]
    if not known:
        return state.unknown("no source gives a complete count that would bound it from above")
    pick = max if estimates(state.views) else min
    highest = pick(known, key=lambda v: (v.high or 0, v.root.key))
    beyond = max((v.low for v in state.views if v.low is not None), default=0)
    if beyond > (highest.high or 0):
        return state.unknown(f"a source asserts at least {beyond:,}, more than any complete count")
    return replace(state, high=highest.high).because(highest, "gives the highest complete figure")


def best_is_newest(state: State, _: Settings) -> State:
    """The best is the newest figure stated flatly; of equals, the middle one, or the lower of the two in the middle."""
    known = [v for v in estimates(state.views) if v.point is not None]
    flat = [v for v in known if not v.hedged] or known
    if not flat:
        return state.unknown("no source gives a figure for the whole")
    newest = max(_said(v) for v in flat)
    latest = sorted((v for v in flat if _said(v) == newest), key=lambda v: (v.point or 0, v.root.key))
    middle = median_low([v.point for v in latest if v.point is not None])
    chosen = next(v for v in latest if v.point == middle)
    return replace(state, best=middle, chosen=chosen).because(chosen, "is the newest figure, and taken as the best")


def best_is_lowest_until_corroborated(state: State, _: Settings) -> State:
    """The best is the lowest figure of the roots until two independent roots each assert more."""
    known = [v for v in estimates(state.views) if v.point is not None]
    if not known:
        return state.unknown("no source gives a figure for the whole")
    lowest = min(known, key=lambda v: (v.point or 0, v.root.key))
    agreed = corroborated(state.views)
    if agreed is None or agreed <= (lowest.point or 0):
        return replace(state, best=lowest.point, chosen=lowest).because(lowest, "is the lowest, and taken as the best")
    return replace(state, best=agreed, chosen=lowest)


def best_is_corroborated(state: State, _: Settings) -> State:
    """The best is what two independent roots each assert at least."""
    number = corroborated(state.views)
    if number is None:
        return state.unknown("no two independent sources assert a number")
    return replace(state, best=number)


def best_is_most_reliable(state: State, settings: Settings) -> State:
    """The best is the figure of the root of the first tier that speaks; in a tier the newest, then the larger count.

    A kind that no tier names, or that is not known, comes after all tiers. A hedged figure stands one tier lower.
    """
    known = [v for v in estimates(state.views) if v.point is not None]
    if not known:
        return state.unknown("no source gives a figure for the whole")
    chosen = min(known, key=lambda v: (_tier(v, settings), -_said(v).toordinal(), -(v.point or 0), v.root.key))
    place = _tier(chosen, settings) + 1
    why = f"is the most reliable (rank {place}) and there the newest, and taken as the best"
    return replace(state, best=chosen.point, chosen=chosen).because(chosen, why)


def lift_best_to_newer_corroboration(state: State, _: Settings) -> State:
    """The best is never below what two independent roots assert at least, if they spoke no earlier than its source."""
    if state.best is None or state.chosen is None:
        return state
    since = _said(state.chosen)
    newer = [v for v in (*state.views, *state.left_out) if _said(v) >= since]
    agreed = corroborated(newer)
    if agreed is None or agreed <= state.best:
        return state
    lifting = [v for v in newer if v.firm is not None and v.firm >= agreed]
    lifted = replace(state, best=agreed)
    for view in lifting:
        lifted = lifted.because(view, f"is one of the newer sources that agree on at least {agreed:,}")
    return lifted


def _tier(view: RootView, settings: Settings) -> int:
    tiers = settings.tiers
    place = next((n for n, kinds in enumerate(tiers) if view.root.kind in kinds), len(tiers))
    return place + (1 if view.hedged else 0)


def _said(view: RootView) -> date:
    return view.said_on or date.min


RULES: dict[str, Rule] = {
    rule.__name__: rule
    for rule in (
        leave_out_sources,
        low_is_lowest,
        low_is_lowest_not_outdated,
        low_is_corroborated,
        high_is_highest,
        best_is_newest,
        best_is_lowest_until_corroborated,
        best_is_corroborated,
        best_is_most_reliable,
        lift_best_to_newer_corroboration,
    )
}
