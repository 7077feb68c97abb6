"""What the choice of a measure looks at: for each measure that anything near proposes, who proposes it and who not.

The features do not name the measure in most places, so that what is learnt of "killed" and "injured" also serves
measures that are rare. `SOURCES` is the declared list of what may propose one.
"""

from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Token

from marsad.extract.en.context import harm_word
from marsad.extract.en.listing import Listing, harm_words, listing_of
from marsad.extract.en.mention_features import View
from marsad.extract.en.pairs import in_a_pair
from marsad.extract.en.wording import words_of
from marsad.model import Measure

NEAR = 25  # tokens within which every harm word proposes its measure


def _left(view: View) -> Measure | None:
    return harm_word(view.left) if view.left else None


def _right(view: View) -> Measure | None:
    return harm_word(view.right) if view.right else None


def _before(view: View) -> Measure | None:
    return view.candidate.before.measure if view.candidate.before else None


def _pair(view: View) -> Measure | None:
    return in_a_pair(view.mention, view.page.report.text)


def _rule(view: View) -> Measure | None:
    return view.candidate.rule.measure if view.candidate.rule else None


def _context(view: View) -> Measure | None:
    return view.candidate.context.measure if view.candidate.context else None


def _listing(view: View) -> Listing:
    numbers = frozenset(c.mention.number.i for c in view.read.candidates if not c.mention.single)
    return listing_of(view.mention.doc, view.mention.number.i, numbers | {view.mention.number.i})


SOURCES: dict[str, Callable[[View], Measure | None]] = {
    "rule": _rule,
    "context": _context,
    "left": _left,
    "right": _right,
    "before": _before,
    "pair": _pair,
}


def proposals(view: View) -> dict[Measure, list[str]]:
    """The measures proposed, each with its features; "killed" is always among them, being what most numbers count."""
    said = {name: source(view) for name, source in SOURCES.items()}
    listing = _listing(view)
    said["listing"] = listing.measure
    said |= {construction: found[0] for construction, found in view.said.items() if found}
    near = {
        measure for place, measure in harm_words(view.mention.doc).items() if abs(place - view.mention.number.i) <= NEAR
    }
    kinds = {measure for measure in said.values() if measure} | near | {Measure.KILLED}
    sides = [
        _side(view, name, token) for name, token in (("left", view.left), ("right", view.right)) if token is not None
    ]
    return {measure: _features(view, measure, said, listing, sides) for measure in sorted(kinds)}


class _Side(NamedTuple):
    """The nearest harm word of a side: how far it is, its lemma, and whether marks and numbers stand between."""

    name: str
    far: int
    lemma: str
    marks: bool
    numbers: bool


def _side(view: View, name: str, token: Token) -> _Side:
    number = view.mention.number.i
    low, high = sorted((token.i, number))
    between = view.mention.doc[low + 1 : high]
    return _Side(
        name,
        far=min(4, abs(token.i - number) // 3),
        lemma=token.lemma_.lower(),
        marks=any(t.text in ",;:." for t in between),
        numbers=any(t.like_num for t in between),
    )


def _features(
    view: View, measure: Measure, said: dict[str, Measure | None], listing: Listing, sides: list[_Side]
) -> list[str]:
    rule = view.candidate.harm.construction if view.candidate.harm else "none"
    stands = {name: _stand(measure, other) for name, other in said.items()}
    named = {f"measure={measure.value}", f"rule={rule}:{stands['rule']}{stands['context']}"}
    named |= {f"{name}:{stand}" for name, stand in stands.items()}
    named |= {f"{name}:{stand}:{measure.value}" for name, stand in stands.items()}
    named.add("all:" + "".join(stands[name] for name in SOURCES))
    for side in sides:
        stand = stands[side.name]
        named |= {f"{side.name}:{stand}:{side.far}", f"{side.name} {side.lemma}:{stand}"}
        named.add(f"{side.name}:{stand}:mark={side.marks}:number={side.numbers}")
    both = f"{stands['left']}{stands['right']}"
    named |= {f"around:{both}:{_distance(view.left, view)}:{_distance(view.right, view)}"}
    named |= {f"order={listing.order}:{stands['left']}{stands['right']}", f"row={listing.row}:{both}"}
    named |= {
        f"order={listing.order}:{stands['rule']}{stands['left']}{stands['right']}",
        f"order={listing.order}:{stands['listing']}",
    }
    governor = view.mention.head.head.lemma_.lower()
    named |= {f"governor={governor}:{measure.value}", f"noun={view.mention.noun.lemma_.lower()}:{measure.value}"}
    same = view.candidate.before is not None and view.candidate.before.trigger.doc is view.mention.doc
    named.add(f"before:{stands['before']}:same sentence={same}:bare={view.bare}")
    named |= {f"word={lemma}:{measure.value}" for lemma in _near(view)}
    return sorted(named)


def _stand(measure: Measure, other: Measure | None) -> str:
    """+ for, - against, 0 silent."""
    return "0" if other is None else "+" if other is measure else "-"


def _near(view: View) -> list[str]:
    number = view.mention.number.i
    return words_of(view.mention.doc).lemmas[max(0, number - 4) : number + 8]


def _distance(token: Token | None, view: View) -> str:
    return "none" if token is None else str(min(3, abs(token.i - view.mention.number.i) // 4))
