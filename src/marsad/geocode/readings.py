"""The ways to read a described name, from the very name to a part of it; a looser one where a stricter finds nothing.

The loose ways (consonants, misspelt, part) say little by themselves: they are tried only where a district or province
takes most of what they find away.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from marsad.geocode.candidates import Candidate, imported_candidate, once
from marsad.geocode.frame import Frame
from marsad.geocode.gazetteer import Gazetteer
from marsad.geocode.index import Found
from marsad.geocode.keys import consonant_key, exact_key, loose_key
from marsad.geocode.spelling import apart
from marsad.geocode.wording import Wording, common_parts

# What each way is worth.
OWN, OTHER, SOUND, CONSONANTS, MISSPELT, PART = 1.0, 0.95, 0.8, 0.7, 0.55, 0.5
HOW = {
    OWN: "its name",
    OTHER: "one of its names",
    SOUND: "another spelling of its name",
    MISSPELT: "a name one or two letters off",
    PART: "a part of its name",
}
UNLIKE = 0.03  # what each letter that differs costs, where the consonants are the same
LATER = 0.1  # what a second name of the description is worth less than the first

# A candidate and what the way of reading is worth.
Reading = tuple[float, Candidate]


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score and the sentence that says what made it."""

    candidate: Candidate
    score: float
    why: str


def scored(said: Wording, gazetteer: Gazetteer, frame: Frame) -> list[Scored]:
    """Every candidate once, best first; larger places before smaller ones."""
    best: dict[str, Scored] = {}
    for n, name in enumerate(said.names):
        for worth, candidate in _readings(name, said, gazetteer, frame):
            where = frame.worth(candidate.place, gazetteer, exact=worth > SOUND)
            assert where is not None
            score = round(worth + where[0] - min(n, 2) * LATER, 3)
            one = Scored(candidate, score, f"{HOW.get(worth, 'the consonants of its name')}{where[1]}")
            key = candidate.place.id or str(candidate.place)
            if key not in best or best[key].score < score:
                best[key] = one
    ranked = sorted(
        best.values(), key=lambda s: (-s.score, s.candidate.level, -s.candidate.population, str(s.candidate))
    )
    kept = {id(candidate) for candidate in once([s.candidate for s in ranked])}
    return [s for s in ranked if id(s.candidate) in kept]


def _readings(name: str, said: Wording, gazetteer: Gazetteer, frame: Frame) -> list[Reading]:
    """What the strictest way that finds anything in the frame finds."""
    for way in (_called, _sounding, _resembling, _misspelt, _partly):
        found = [
            (worth, candidate)
            for worth, candidate in way(name, gazetteer, frame)
            if said.fits(candidate.level) and frame.worth(candidate.place, gazetteer, exact=worth > SOUND) is not None
        ]
        if found:
            return found
    return []


def _called(name: str, gazetteer: Gazetteer, frame: Frame) -> Iterator[Reading]:
    for candidate in gazetteer.called(name, frame.country):
        yield (OWN if candidate.main else OTHER), candidate


def _sounding(name: str, gazetteer: Gazetteer, frame: Frame) -> Iterator[Reading]:
    for candidate in gazetteer.sounding(name, frame.country):
        yield SOUND, candidate


def _resembling(name: str, gazetteer: Gazetteer, frame: Frame) -> Iterator[Reading]:
    """Places with the same consonants and not too many other vowels: each that differs costs a little."""
    if frame.smallest is None or gazetteer.imported is None:
        return
    sound = _sound(name)
    most = min(4, len(sound) // 2)
    for found in gazetteer.imported.resembling(name, frame.country):
        off = min(apart(sound, _sound(other), most) for other in found.names)
        if off <= most:
            yield CONSONANTS - UNLIKE * off, imported_candidate(found)


def _misspelt(name: str, gazetteer: Gazetteer, frame: Frame) -> Iterator[Reading]:
    """Places of the district with a name a letter or two off."""
    sound = loose_key(name)
    if not sound or not frame.told:
        return
    most = 1 if len(sound) < 9 else 2
    for found in _around(gazetteer, frame):
        others = (other for name in found.names if (other := loose_key(name)) and other[0] == sound[0])
        if any(apart(sound, other, most) <= most for other in others):
            yield MISSPELT, imported_candidate(found)


def _partly(name: str, gazetteer: Gazetteer, frame: Frame) -> Iterator[Reading]:
    """Places of the district whose name is the longer or the shorter one: "Abu Ubaydah", "Abu Ubaydah al-Jarrah"."""
    words = _distinct(name)
    if not words or not frame.told:
        return
    for found in _around(gazetteer, frame):
        if any(others and (words <= others or others <= words) for others in map(_distinct, found.names)):
            yield PART, imported_candidate(found)


def _sound(name: str) -> str:
    return loose_key(name) or exact_key(name)


@lru_cache(maxsize=65536)
def _distinct(name: str) -> frozenset[str]:
    """The sounds of the name's words, without those that half the map begins with: "Tall", "Umm", "Kafr"."""
    words = (word for word in exact_key(name).split() if word not in common_parts())
    return frozenset(key for word in words if len(key := consonant_key(word)) >= 3 or len(key := loose_key(word)) >= 4)


def _around(gazetteer: Gazetteer, frame: Frame) -> tuple[Found, ...]:
    if frame.province is None or gazetteer.imported is None:
        return ()
    return gazetteer.imported.within(frame.province.place, frame.district.place if frame.district else None)
