"""Which place a name means in this report: by what it is said to lie in, by the report's country, by size."""

import re
from dataclasses import replace
from math import log10

from marsad.geocode.focus import Focus
from marsad.geocode.gazetteer import Candidate, Gazetteer, Level
from marsad.geocode.keys import exact_key
from marsad.geocode.mention import Mention
from marsad.geocode.passage import Passage
from marsad.geocode.patterns import Role
from marsad.geocode.spot import Spot, named, on_point, text_only
from marsad.geocode.tables import not_places

# "Jableh, in Latakia province", "Baniyas (Tartous)", "Al Kum, Homs province", "Baisaran near Pahalgam",
# "Peru, a town in upstate New York".
_WITHIN = re.compile(
    r"(?:, ?| ?\(|,? (?:in|of|near|outside|inside|at|within|close to|next to|part of|a suburb of|"
    r"on the outskirts of) |, (?:an? |the )(?:[a-z\-]+ ){0,2}(?:town|city|village|hamlet|suburb|port|resort|settlement|"
    r"community|neighbou?rhood|district|camp|island) (?:in|of|near|outside) )(?:(?:in|of|near|outside) )?(?:the )?"
    r"(?:(?:far |south|north|east|west|central|nearby|neighbou?ring|restive|rural|coastal|mountainous|"
    r"upstate|troubled|border|volatile|semi-autonomous)[a-z\-]* ?){0,2}"
    r"(?:(?:province|state|region|governorate|district|city|town|capital|suburb) (?:of )?(?:the )?)?"
)
# "Plateau's Barkin Ladi", "Iran's Kerman province", "Syria's coastal province of Latakia", "the Somali city of Baidoa".
_OWNER = re.compile(
    r"['’]s? (?:(?:far |south|north|east|west|central|coastal|second|largest|restive|troubled|port|"
    r"capital|southern|border|mountainous|oil-rich|volatile)[a-z\-]* ){0,3}"
    r"(?:(?:province|state|region|governorate|district|city|town|capital|village|island|territory|"
    r"provinces|cities|states|regions) (?:of )?)?(?:the )?",
    re.IGNORECASE,
)
# "the Somali city of Baidoa", "the Burkinabe village of Solhan".
_OF_PEOPLE = re.compile(
    r" (?:[a-z\-]+ ){0,2}(?:city|town|village|province|state|region|district|governorate|capital|port|"
    r"territory|island|county|oblast|department|hamlet|suburb)s? (?:of )?(?:the )?"
)
_AND = re.compile(r"(?:,? and |, | & |/)(?:the )?(?:villages? of |towns? of |nearby |neighbou?ring )?")

# How far ahead the best candidate must be of the best one in another country: less is a tie, and a tie is not decided.
CLEAR = 0.6
ELSEWHERE = "the places of that name lie in countries that the report does not speak of"
UNSUPPORTED = (
    50_000  # people: a settlement that nothing puts anywhere, in a report that speaks of no country, must be this large
)
FOREIGN = 1_000_000  # people: and this large in a country that a report of another country does not speak of


def spots(found: list[Mention], focus: Focus, passage: Passage, gazetteer: Gazetteer) -> list[Spot]:
    """The mentions as spots, in order. Demonyms and names that mean nothing here are left out."""
    resolved: dict[int, Spot] = {}
    for n in range(len(found) - 1, -1, -1):  # from the end: containers mostly follow what they contain
        if found[n].people:
            continue
        inside = _container(found, n, resolved, passage)
        spot = _spot(found[n], focus, inside, _owner_country(found, n, passage), gazetteer)
        if spot:
            resolved[n] = on_point(spot, passage)
    for n, spot in list(resolved.items()):
        owner = resolved.get(n - 1)
        if owner and spot.inside is None and _owns(owner, spot, passage):
            again = _spot(spot.mention, focus, owner, None, gazetteer)
            resolved[n] = again or spot
    return [resolved[n] for n in sorted(resolved)]


def _container(found: list[Mention], n: int, resolved: dict[int, Spot], passage: Passage) -> Spot | None:
    following = resolved.get(n + 1)
    if following is None or following.mention.role in (Role.ACTOR, Role.SPEAKER):
        return None
    gap = passage.text[found[n].end : following.mention.start].removeprefix(found[n].called)
    if len(gap) > 60 or not _WITHIN.fullmatch(gap) or gap in ("", " "):
        return None
    level = found[n].typed or (found[n].means[-1].level if found[n].means else Level.SETTLEMENT)
    own = found[n].level
    if level <= Level.COUNTRY or (following.level >= level and level < Level.DISTRICT):
        return None
    if own is Level.PROVINCE and following.level is own and not following.mention.typed:
        return None  # "Tartous, Latakia and Hama"
    comma_list = gap.strip() == "," and following.level == level and _listed(found, n, passage)
    return None if comma_list or following.level > level else following


def _listed(found: list[Mention], n: int, passage: Passage) -> bool:
    """Whether a comma after word n is one of a list ("Ndun, Ngyong and Murfet")."""
    rest = found[n + 1 : n + 3]
    return len(rest) == 2 and bool(_AND.fullmatch(passage.text[rest[0].end : rest[1].start]))


def _owner_country(found: list[Mention], n: int, passage: Passage) -> str | None:
    """The country of a demonym right before ("the Somali city of Baidoa")."""
    before = found[n - 1] if n else None
    if before is None or before.people is None:
        return None
    gap = passage.text[before.end : found[n].start]
    return before.people if len(gap) < 50 and _OF_PEOPLE.fullmatch(gap) else None


def _owns(owner: Spot, spot: Spot, passage: Passage) -> bool:
    gap = passage.text[owner.mention.end : spot.mention.start]
    possessive = gap.startswith(("'", "’"))
    return possessive and owner.level < spot.level and len(gap) < 50 and bool(_OWNER.fullmatch(gap))


def _spot(mention: Mention, focus: Focus, inside: Spot | None, owner: str | None, gazetteer: Gazetteer) -> Spot | None:
    country = inside.place.country if inside else owner
    best, reason = _best(mention, focus, inside, country)
    if best is not None:
        return named(mention, best, inside, reason)
    if mention.called and mention.typed is None:  # "Makala prison": no known town is called so, then the site is
        mention = replace(mention, typed=Level.SITE, text=mention.text + mention.called)
    unknown = inside is not None or not mention.means or (reason is ELSEWHERE and focus.country is not None)
    if mention.typed is not None or (mention.locative and unknown):
        return text_only(mention, focus, inside, country, reason)
    return None


def _best(mention: Mention, focus: Focus, inside: Spot | None, country: str | None) -> tuple[Candidate | None, str]:
    """The candidate that fits, with how it was told; or None and why."""
    candidates = [c for c in mention.means if _fits(mention, c)]
    if not candidates:
        return None, "the gazetteer does not know it"
    if country:
        within = [c for c in candidates if _lies_in(c, country, inside)]
        if not within:
            return None, f"none of that name is known in {inside.place.name if inside else country}"
        return _unit_first(max(within, key=lambda c: _score(c, focus)), within), "the text says where it lies"
    likely = [c for c in candidates if _supported(mention, c, focus)]
    if not likely:
        return None, ELSEWHERE
    ranked = sorted(likely, key=lambda c: -_score(c, focus))
    rival = next((c for c in ranked if c.country != ranked[0].country), None)
    if rival and _score(ranked[0], focus) - _score(rival, focus) < CLEAR:
        return None, f"it may be in {ranked[0].country} or in {rival.country}"
    return _unit_first(ranked[0], likely), "the report's country and the size of the place"


def _unit_first(best: Candidate, candidates: list[Candidate]) -> Candidate:
    """The first-level unit, where its capital bears its name: the wider of the two is certain (places.py decides)."""
    if best.level is not Level.SETTLEMENT:
        return best
    unit = (best.country, best.place.admin1)
    same = (c for c in candidates if c.level is Level.PROVINCE and (c.country, c.place.admin1) == unit)
    return next(same, best)


def _fits(mention: Mention, candidate: Candidate) -> bool:
    """Whether the candidate can be what the text calls the word ("Niger state" is no country)."""
    if mention.typed is None:
        return True
    if mention.typed is Level.PROVINCE:
        return candidate.level in (Level.PROVINCE, Level.REGION, Level.LAND, Level.DISTRICT)
    if mention.typed is Level.SITE:
        return candidate.level >= Level.DISTRICT and candidate.population < UNSUPPORTED
    return candidate.level in (Level.DISTRICT, Level.SETTLEMENT)


def _lies_in(candidate: Candidate, country: str, inside: Spot | None) -> bool:
    if candidate.country not in (country, None):
        return False
    if inside is None or inside.level <= Level.COUNTRY or (inside.place.admin1 is None and not inside.place.parts):
        return candidate.country == country
    units = inside.place.parts or (inside.place.admin1,)
    return candidate.place.admin1 in units or bool(set(candidate.place.parts) & set(units))


def _supported(mention: Mention, candidate: Candidate, focus: Focus) -> bool:
    if candidate.level <= Level.COUNTRY:
        return True
    share = focus.share(candidate.country)
    doubtful = exact_key(mention.text) in not_places().need_support
    if candidate.level < Level.SETTLEMENT:
        own = 3.0 / max(focus.total, 3.0)
        return mention.typed is not None or not doubtful or share > min(own + 0.05, 0.5)
    if share >= 0.12:
        return candidate.population >= 5000 or exact_key(mention.name) in focus.put
    if not focus.countries and not mention.sounded:
        return mention.locative or candidate.population >= UNSUPPORTED
    return not mention.sounded and not mention.called and mention.locative and candidate.population >= FOREIGN


def _score(candidate: Candidate, focus: Focus) -> float:
    score = 5.0 * focus.share(candidate.country) + 0.5 * log10(candidate.population + 100)
    if candidate.country and candidate.place.admin1:
        score += min(2.0, 0.4 * focus.units.get((candidate.country, candidate.place.admin1), 0.0))
    wide = {Level.COUNTRY: 4.0, Level.LAND: 4.0, Level.REGION: 3.0, Level.PROVINCE: 2.5, Level.DISTRICT: 2.5}
    return score + wide.get(candidate.level, 0.0) + (0.5 if candidate.main else 0.0)
