"""The evidence that two mentions are of one event or count: a declared list of small rules.

Reading `RULES` is reading the method. Each rule gives a weight in log-odds and the sentence a reviewer reads, or None
where it has nothing to say; what is unknown says little and never contradicts. The weights of one pair add up, and the
pair is linked from `THRESHOLD` on. What no evidence outweighs is in
`contradictions`.

The weights are set by hand from what each comparison can show, and were tried on the readable labelled articles
(`evals/incidents.py`); they are not fitted.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from marsad.link import kinds, places, times
from marsad.link.contradictions import both_counts, days_of
from marsad.link.grouping import Telling
from marsad.link.mentions import Mention
from marsad.link.places import Relation, label
from marsad.link.separation import alike, describes
from marsad.link.words import cosine, heaviest_shared, same_wording
from marsad.model import Measure, PlacePrecision

THRESHOLD = 3.0
"""Log-odds from which two mentions are linked: the prior against any two mentions that were compared at all."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found: its weight in log-odds and its sentence."""

    weight: float
    sentence: str


Weigh = Callable[[Mention, Mention], Finding | None]


def same_days(a: Mention, b: Mention) -> Finding | None:
    """Events: how well their days agree, exact ones more than months."""
    one, two = a.days, b.days
    if one is None or two is None or both_counts(a, b):
        return None
    apart = times.gap(one, two)
    if apart:
        return Finding(-min(5.0, apart - 0.8), f"their days do not meet: {days_of(a)} and {days_of(b)}")
    longest = max(times.length(one), times.length(two))
    weight = 2.5 if longest <= times.EVENT_DAYS else 1.5 if longest <= 10 else 0.7 if longest <= 31 else 0.0
    return Finding(
        weight, f"both date it to {days_of(a)}" if one == two else f"their days meet: {days_of(a)} and {days_of(b)}"
    )


def same_period(a: Mention, b: Mention) -> Finding | None:
    """Counts: a running count keeps its start while its end moves; a count of another period is another count."""
    one, two = a.days, b.days
    if one is None or two is None or not both_counts(a, b):
        return None
    if times.same_start(one, two):
        return Finding(3.0, f"both counts run from {times.written((max(one[0], two[0]), max(one[0], two[0])))}")
    if times.overlap(one, two) >= 0.5:
        return Finding(1.5, f"their periods mostly agree: {days_of(a)} and {days_of(b)}")
    if max(times.length(one), times.length(two)) <= 31:
        return Finding(0.7, f"their periods meet: {days_of(a)} and {days_of(b)}")
    return Finding(-2.0, f"they count different periods: {days_of(a)} and {days_of(b)}")


def days_unknown(a: Mention, b: Mention) -> Finding | None:
    """Where days are not known, the days of publication stand in for them, weakly."""
    if a.days is not None and b.days is not None:
        return None
    one, two = _about(a), _about(b)
    if one is None or two is None:
        return Finding(-2.0, "nothing tells the days of both")
    apart = abs((one - two).days)
    if apart <= 3:
        return Finding(0.7, f"both were told about {times.written((min(one, two), max(one, two)))}")
    return Finding(-min(3.0, 0.5 + apart / 14), f"told {apart} days apart, and the day of the one is not known")


def _about(mention: Mention) -> date | None:
    return mention.days[1] if mention.days else None if mention.telling is Telling.PAST else mention.said


def same_place(a: Mention, b: Mention) -> Finding | None:
    """The same place, a place in a larger one, or places that differ; small places say more than large ones."""
    if a.place is None or b.place is None:
        return None
    one, two = label(a.place), label(b.place)
    between = places.relation(a.place, b.place)
    if between is Relation.SAME:
        return Finding(_same_weight(a, b), f"both name {one}" if one == two else f"“{one}” and “{two}” are one place")
    if between is Relation.WITHIN:
        wide = places.is_wide(a.place) or places.is_wide(b.place)
        return Finding(0.2 if wide else 1.5, f"of “{one}” and “{two}”, one lies in the other")
    if between is Relation.BESIDE:
        return Finding(0.5, f"“{one}” and “{two}” are near each other, not the same")
    if between is Relation.SHARED:
        return Finding(0.5, f"“{one}” and “{two}” are in one area")
    if between is Relation.UNKNOWN:
        return None
    return Finding(-2.5, f"“{one}” and “{two}” are different places")


def names_the_place(a: Mention, b: Mention) -> Finding | None:
    """One report uses the name of the other's place, whatever place its own claims were given."""
    between = places.relation(a.place, b.place)
    known = (Relation.SAME, Relation.BESIDE)
    if between in known or (between is Relation.WITHIN and a.place_words and b.place_words):
        return None
    told = [(x, y) for x, y in ((a, b), (b, a)) if x.names_place_of(y)]
    if not told:
        return None
    teller, other = told[0]
    assert other.place is not None
    said = f"{teller.report.id} names {label(other.place)} too"
    if between in (Relation.APART, Relation.EXCLUDED):
        return Finding(3.0 if len(told) == 2 else 1.8, said)
    return Finding(1.2, said)


def _same_weight(a: Mention, b: Mention) -> float:
    assert a.place and b.place
    if places.is_wide(a.place) or places.is_wide(b.place):
        return 1.5 if both_counts(a, b) else 0.5
    if PlacePrecision.PROVINCE in (a.place.precision, b.place.precision):
        return 2.0
    return 3.0


def shared_words(a: Mention, b: Mention) -> Finding | None:
    """Rare words, names above all, that both use: the one feature that needs no reading of place or day."""
    if not a.vector or not b.vector:
        return None
    # On the readable articles a cosine of 0.12 is as common between reports of one event as between those of others
    # that were compared; from there the log-odds rise by about 12 a unit (236 and 559 pairs).
    cosine_of = cosine(a.vector, b.vector)
    weight = max(-1.5, min(3.5, 12 * (cosine_of - 0.12)))
    shared = ", ".join(f"“{word}”" for word in heaviest_shared(a.vector, b.vector))
    return Finding(weight, f"they share the words {shared}" if shared else "they share no telling word")


def same_text(a: Mention, b: Mention) -> Finding | None:
    """Near-duplicate wording: one text copied, or one wire story in two papers."""
    share = same_wording(a.sketch, b.sketch)
    return Finding(4 * share, f"{share:.0%} of their wording is the same") if share >= 0.25 else None


def cross_reference(a: Mention, b: Mention) -> Finding | None:
    """One report says itself that it revises or tells again the other."""
    if not (a.main and b.main):
        return None
    for one, two in ((a.report, b.report), (b.report, a.report)):
        if one.revises == two.id or (one.restates is not None and one.restates == two.url):
            return Finding(5.0, f"{one.id} says that it tells {two.id} again")
    return None


def same_kind(a: Mention, b: Mention) -> Finding | None:
    """The kind of event: two air strikes, or an air strike and an ambush."""
    if kinds.contradict(a.kinds, b.kinds):
        one, two = "/".join(sorted(a.kinds)).lower(), "/".join(sorted(b.kinds)).lower()
        return Finding(-1.5, f"one tells of a {one}, the other of a {two}")
    both = a.kinds & b.kinds
    return Finding(0.5, f"both tell of a {'/'.join(sorted(both)).lower()}") if both else None


def numbers_agree(a: Mention, b: Mention) -> Finding | None:
    """Numbers told by both; large and uneven ones are seldom shared by chance."""
    shared = sorted(a.numbers & b.numbers, key=lambda said: (-said[1], said[0]))
    if not shared:
        return None
    weight = sum(1.0 if value >= 20 and value % 10 else 0.6 if value >= 10 else 0.3 for _, value in shared)
    told = ", ".join(f"{value} {measure.value.replace('_', ' ')}" for measure, value in shared[:3])
    return Finding(min(2.5, weight), f"both say {told}")


_TOLLS = frozenset({Measure.KILLED, Measure.KILLED_OR_INJURED})


def numbers_in_order(a: Mention, b: Mention) -> Finding | None:
    """Tolls rise from report to report; one many times the other is seldom the same event."""
    first, second = sorted((a, b), key=lambda mention: mention.key)
    for measure in sorted(first.totals.keys() & second.totals.keys() & _TOLLS):
        low, later = first.totals[measure].low or 0, second.totals[measure].low or 0
        if low < 1 or later < 1 or low == later:
            continue
        said = f"{low} {measure.value} in the earlier report, {later} in the later one"
        if both_counts(a, b):
            return Finding(0.7 if later > low else -0.5, said)
        if max(low, later) > 6 * min(low, later):
            return Finding(-1.0, said)
    return None


def same_victims(a: Mention, b: Mention) -> Finding | None:
    """Counts of different classes of people are different counts: civilians here, soldiers there."""
    fighters = {"state_forces", "nonstate_fighters", "combatant"}
    one, two = a.victims, b.victims
    if not both_counts(a, b) or not one or not two:
        return None
    if (one <= fighters and "civilian" in two) or (two <= fighters and "civilian" in one):
        return Finding(-3.0, "one counts fighters, the other civilians")
    return None


def same_counter(a: Mention, b: Mention) -> Finding | None:
    """Counts: one source goes on counting; for events the source says nothing."""
    shared = sorted(a.sources & b.sources)
    return Finding(1.0, f"both counts are by {shared[0]}") if shared and both_counts(a, b) else None


def same_telling(a: Mention, b: Mention) -> Finding | None:
    """One event told as a count, or the past told without days, may be the same, but less likely so."""
    if a.telling is b.telling:
        return None
    if Telling.PAST in (a.telling, b.telling):
        past = a if a.telling is Telling.PAST else b
        return Finding(-2.0, f"{past.report.id} tells it as the past, without days") if past.days is None else None
    count = a if a.telling is Telling.COUNT else b
    if count.days is not None and times.length(count.days) <= times.EVENT_DAYS:
        return Finding(-0.5, f"{count.report.id} tells it as a count over {days_of(count)}")
    return Finding(-2.5, f"{count.report.id} counts more than one event")


def told_apart(a: Mention, b: Mention) -> Finding | None:
    """A report that says "a separate car bombing at the market" does not tell of that bombing itself.

    A report that sets the same bombing apart from its own event tells of that bombing no more than the first does.
    """
    for one, two in ((a, b), (b, a)):
        for said in one.others:
            if describes(said, two.words) and not any(alike(said, other) for other in two.others):
                return Finding(
                    -5.0, f"{one.report.id} sets “{' '.join(word.text for word in said)}” apart from its own"
                )
    return None


def same_report(a: Mention, b: Mention) -> Finding | None:
    """One report tells of both in places where it could have said that they are one."""
    return Finding(-1.5, f"{a.report.id} tells of both") if a.report.id == b.report.id else None


RULES: tuple[tuple[str, Weigh], ...] = (
    ("days", same_days),
    ("period", same_period),
    ("days unknown", days_unknown),
    ("place", same_place),
    ("place named", names_the_place),
    ("words", shared_words),
    ("wording", same_text),
    ("cross-reference", cross_reference),
    ("kind of event", same_kind),
    ("numbers", numbers_agree),
    ("order of numbers", numbers_in_order),
    ("victims", same_victims),
    ("source of the count", same_counter),
    ("telling", same_telling),
    ("told apart", told_apart),
    ("same report", same_report),
)


def weigh(a: Mention, b: Mention) -> list[tuple[str, Finding]]:
    """What every rule that has something to say found, with the rule's name."""
    return [(name, found) for name, rule in RULES if (found := rule(a, b)) is not None and found.weight]
