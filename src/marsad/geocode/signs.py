"""What the choice of a claim's place looks at: named, measured signs of a place in its report and of a claim beside it.

A sign is a name with a value between 0 and 1, TRUSTED ones more; what is not there is 0. `standing` says what a place
is in its report, `near` how a claim stands to it. Nothing here knows a label or a weight.
"""

import re
from collections.abc import Iterator

from marsad.geocode.options import Key, Option, Seen, key_of
from marsad.geocode.patterns import Role
from marsad.geocode.scene import DIRECT, Scene
from marsad.geocode.spot import Spot
from marsad.model import Claim

Signs = dict[str, float]
TRUSTED = 3.0  # the value of signs known to be strong before anything is learned: they are held back less
REACH = 12.0  # words from a number at which a place of its sentence counts half
_BREAK = re.compile(r"[;:–—(]|, (?:and|but|while|with|where|when|after|before|as)\b|\bwhile\b|\bafter\b")
_WORD_BEFORE = re.compile(r"([\w'’\-]+)\W{1,3}(?:(?:the|nearby|neighbouring|neighboring) ){0,2}$")
_WORDS = frozenset("in at near of from on for across outside around to by between inside over with hit against".split())
_OTHER = re.compile(r"\b(?:earlier|elsewhere|separate(?:ly)?|another|previous|later|meanwhile)\b", re.IGNORECASE)


def standing(scene: Scene, option: Option) -> Signs:
    """What the place is in its report."""
    if option.country is not None:
        return {"country": 1.0, "no word names it": 1.0, "of the report's country": 1.0, **_inner(scene, option)}
    sentences = {seen.sentence for seen in option.seen}
    passage, first = scene.reading.passage, option.seen[0].spot
    found = {
        "list" if option.rows else option.level.name.lower(): 1.0,
        "known to the gazetteer": float(first.place.id is not None),
        "in the headline": float(passage.headline in sentences),
        "in the lead": float(any(n in passage.lead for n in sentences)),
        "said to lie in another": float(any(seen.spot.inside is not None for seen in option.seen)),
        "put there by a preposition": float(any(seen.spot.mention.locative for seen in option.seen)),
        "told of another time": float(all(scene.reading.is_past(n) for n in sentences)),
        "a part": float(first.mention.part is not None),
        **_home(scene, first),
        **_among(scene, option),
        **_inner(scene, option),
        **_roles(option),
    }
    return {name: value for name, value in found.items() if value}


def _home(scene: Scene, spot: Spot) -> Signs:
    country, focus = spot.place.country, scene.reading.focus
    if country is None:
        return {"of no known country": 1.0}
    return {"of the report's country": 1.0} if country == focus.country else {"abroad": 1.0 - focus.share(country)}


def _among(scene: Scene, option: Option) -> Signs:
    """How it stands among the places of its kind: by how much the report speaks of each."""
    rank, number, ahead, part = scene.rank(option)
    return {
        "foremost of its kind": float(rank == 0 and part > 0),
        "part of its kind's weight": part,
        "ahead of its kind": ahead,
        "only one of its kind": float(number == 1),
        "first named of its kind": float(scene.first_of_kind(option)),
    }


def _inner(scene: Scene, option: Option) -> Signs:
    inner = scene.inner(option)
    return {
        "may hold one narrower": float(inner == 1),
        "may hold narrower ones": float(inner > 1),
        "holds another": float(scene.holds[option.key] > 0),
        "one in it stands out": scene.foremost_inner(option),
    }


def _roles(option: Option) -> Signs:
    found: Signs = {}
    for seen in option.seen:
        role = seen.spot.mention.role
        name = f"role: {role.name.lower()}" if role else "free of a role"
        found[name] = found.get(name, 0.0) + 1.0 / len(option.seen)
    return found


def near(scene: Scene, option: Option, claim: Claim) -> Signs:
    """How the claim stands to the place."""
    found = _rules(scene, claim).get(option.key, {}) | scene.claim_signs(claim)
    parent = scene.parent(claim)
    if parent is not None:
        of_parent = _rules(scene, parent).get(option.key, {})
        found |= {f"parent: {name}": value for name, value in of_parent.items()}
    at = nearest(scene, option, claim)
    if at is None:
        return found
    seen, own = option.seen[at], scene.sentence[claim.id]
    steps = own - seen.sentence
    sentences = scene.reading.passage.sentences
    if steps == 0:
        return found | _in_sentence(scene, option, seen, claim)
    if steps > 0:
        same = sentences[seen.sentence].paragraph == sentences[own].paragraph
        between = scene.reading.possible_between(seen.sentence + 1, own)
        found["before, in its paragraph" if same else "before"] = 1.0 / steps
        found["last place before"] = float(between == 0)
        found["places since"] = min(between, 4) / 4
    else:
        found["after"] = 1.0 / -steps
    found["narrows the sentence's place"] = float(_narrows(scene, option, own))
    found["another place in the sentence"] = float(_wider_or_other(scene, option, own))
    return {name: value for name, value in found.items() if value}


def _rules(scene: Scene, claim: Claim) -> dict[Key, Signs]:
    """What the hand rules say of each place, alone and in all, and where they put an equal number; once a claim."""
    if claim.id not in scene.by_rules:
        found: dict[Key, Signs] = {}
        for name, key in scene.said(claim).items():
            found.setdefault(key, {})[f"rule: {name}"] = TRUSTED if name in DIRECT else 1.0
        if (direct := scene.direct(claim)) is not None:
            found.setdefault(direct, {})["put there directly"] = TRUSTED
        if (ruled := scene.ruled(claim)) is not None:
            found.setdefault(ruled, {})["the rules' choice"] = 1.0
        for key in scene.equals[claim.id]:
            found.setdefault(key, {})["equal figure is there"] = 1.0
        scene.by_rules[claim.id] = found
    return scene.by_rules[claim.id]


def _narrows(scene: Scene, option: Option, sentence: int) -> bool:
    """Whether the sentence names a wider place that may hold it, and none narrower."""
    here = scene.reading.possible(sentence)
    return bool(here) and all(scene.may_hold(spot, option) for spot in here)


def _wider_or_other(scene: Scene, option: Option, sentence: int) -> bool:
    return any(not scene.may_hold(spot, option) for spot in scene.reading.possible(sentence))


def nearest(scene: Scene, option: Option, claim: Claim) -> int | None:
    """The mention that counts for the claim: of its sentence, else the last one before, else the first one after."""
    if not option.seen:
        return None
    own, start = scene.sentence[claim.id], claim.quantity.start or 0
    here = [n for n, seen in enumerate(option.seen) if seen.sentence == own]
    if here:
        return min(here, key=lambda n: (option.seen[n].spot.mention.role is not None, _gap(option.seen[n].spot, start)))
    before = [n for n, seen in enumerate(option.seen) if seen.sentence < own]
    return before[-1] if before else 0


def _gap(spot: Spot, start: int) -> int:
    return abs(spot.mention.start - start)


def _in_sentence(scene: Scene, option: Option, seen: Seen, claim: Claim) -> Signs:
    reading, mention = scene.reading, seen.spot.mention
    text, start, end = reading.passage.text, claim.quantity.start or 0, claim.quantity.end or 0
    left, right = (end, mention.start) if mention.start >= end else (mention.end, start)
    between = text[max(0, left) : max(0, right)]
    others = [spot for spot in reading.possible(seen.sentence) if not _of(option, spot)]
    free = mention.role is None
    found = {
        "in its sentence": 1.0,
        "in its sentence, without a role": float(free),
        "in its sentence, put there": float(free and mention.locative),
        "near the number": REACH / (REACH + between.count(" ")),
        "after the number": float(mention.start >= end),
        "numbers between": min(2, reading.numbers_between(left, right)) / 2,
        "breaks between": min(2, len(_BREAK.findall(between))) / 2,
        "places between": min(2, sum(left <= spot.mention.start < right for spot in others)) / 2,
        "the only place of its sentence": float(free and not others),
        "the narrowest of its sentence": float(free and all(spot.level < option.level for spot in others)),
        "another turn between": float(_OTHER.search(between) is not None),
        **{f"{name}, here": value for name, value in _role(mention.role)},
    }
    word = _WORD_BEFORE.search(text[max(0, mention.start - 40) : mention.start])
    if word and word.group(1).lower() in _WORDS:
        found[f"after “{word.group(1).lower()}”"] = 1.0
    return {name: value for name, value in found.items() if value}


def _role(role: Role | None) -> Iterator[tuple[str, float]]:
    if role is not None:
        yield f"role: {role.name.lower()}", 1.0


def _of(option: Option, spot: Spot) -> bool:
    return any(key_of(one) == key_of(spot) for one in option.spots_at(0))
