"""Place words of a text: every name the gazetteer knows, and every name that the text itself calls a place."""

import re
from dataclasses import dataclass, replace
from functools import cache

import ahocorasick_rs

from marsad.geocode.gazetteer import Candidate, Gazetteer, Level
from marsad.geocode.keys import exact_key
from marsad.geocode.patterns import LOCATIVE, Role
from marsad.geocode.tables import not_places, regions
from marsad.geocode.words import Word, spans, words

# What a text calls a place, by level. The word stands before ("the town of X", "Barangay X") or after ("X district").
TYPE_WORDS = {
    "province": Level.PROVINCE, "provinces": Level.PROVINCE, "governorate": Level.PROVINCE, "governorates": Level.PROVINCE,
    "state": Level.PROVINCE, "states": Level.PROVINCE, "oblast": Level.PROVINCE, "oblasts": Level.PROVINCE,
    "region": Level.PROVINCE, "regions": Level.PROVINCE, "department": Level.PROVINCE,
    "district": Level.DISTRICT, "districts": Level.DISTRICT, "county": Level.DISTRICT, "counties": Level.DISTRICT,
    "territory": Level.DISTRICT, "territories": Level.DISTRICT, "township": Level.DISTRICT, "lga": Level.DISTRICT, "lgas": Level.DISTRICT,
    "local government area": Level.DISTRICT, "local government areas": Level.DISTRICT, "municipality": Level.DISTRICT, "valley": Level.DISTRICT,
    "woreda": Level.DISTRICT, "zone": Level.DISTRICT, "countryside": Level.DISTRICT, "governate": Level.PROVINCE, "island": Level.DISTRICT,
    "city": Level.SETTLEMENT, "cities": Level.SETTLEMENT, "town": Level.SETTLEMENT, "towns": Level.SETTLEMENT, "village": Level.SETTLEMENT,
    "villages": Level.SETTLEMENT, "settlement": Level.SETTLEMENT, "settlements": Level.SETTLEMENT, "kebele": Level.SETTLEMENT, "hamlet": Level.SETTLEMENT,
    "barangay": Level.SETTLEMENT, "sitio": Level.SETTLEMENT, "suburb": Level.SETTLEMENT, "capital": Level.SETTLEMENT, "communities": Level.SETTLEMENT, "community": Level.SETTLEMENT,
    "port": Level.SETTLEMENT,
    "neighbourhood": Level.SITE, "neighborhood": Level.SITE, "quarter": Level.SITE, "camp": Level.SITE, "camps": Level.SITE, "prison": Level.SITE, "jail": Level.SITE,
    "penitentiary": Level.SITE, "airport": Level.SITE, "mosque": Level.SITE, "church": Level.SITE, "cathedral": Level.SITE, "school": Level.SITE, "academy": Level.SITE,
    "hospital": Level.SITE, "hotel": Level.SITE, "market": Level.SITE, "base": Level.SITE, "university": Level.SITE, "college": Level.SITE, "stadium": Level.SITE,
    "checkpoint": Level.SITE, "crossing": Level.SITE, "bridge": Level.SITE, "square": Level.SITE, "highway": Level.SITE, "road": Level.SITE, "station": Level.SITE,
    "mine": Level.SITE, "marsh": Level.SITE, "refugee camp": Level.SITE, "air base": Level.SITE, "airbase": Level.SITE, "military base": Level.SITE, "favela": Level.SITE, "slum": Level.SITE,
    "meadow": Level.SITE, "cemetery": Level.SITE, "park": Level.SITE,
}  # fmt: skip
_TYPES = "|".join(sorted((re.escape(word) for word in TYPE_WORDS), key=len, reverse=True))
_TYPE_AFTER = re.compile(rf"(?:'s|’s)? ?((?:(?:military|air|refugee|train|high|girls['’]|boys['’]|international|central|general|urban|administrative|primary|secondary|livestock|Rohingya|IDP|displacement|civil|main|maximum-security) )*)({_TYPES})\b", re.IGNORECASE)  # noqa: E501
_TYPE_BEFORE = re.compile(rf"\b({_TYPES})(?: called| named)?(?: of(?: the)?)? $", re.IGNORECASE)
_PLURAL_BEFORE = re.compile(r"\b(?:villages|towns|cities|communities|districts|camps|states|settlements|provinces|regions|areas) (?:of|in) (?:the )?$", re.IGNORECASE)
# A heading or an item of a list: "Nineveh: 72 killed", "Deir Al-Zahrani – 3 martyrs".
_HEADING = re.compile(r" ?(?::|[–—-]) (?=\d|at least|more than|(?:[A-Za-z]+ )?(?:one|two|three|four|five|six|seven|eight|nine|ten|killed|dead|wounded|injured)\b)")
_CAPITAL_OF = re.compile(r"(?:['’]s)? capital\b(?! of\b|,? (?:city )?(?:of )?[A-Z])")
_NO_NAME_AFTER = re.compile(r"\b(?:camp|station|base|road|school|church|market|university|college|port) (?:in|near|at) $", re.IGNORECASE)

# "northern Syria", "south-western Niger", "the far north of Mali": a part of a country that has no exact bounds.
_DIRECTION = r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?|central|deep south"
_DIRECTION_BEFORE = re.compile(rf"\b((?:far )?(?:{_DIRECTION}))(?:(?:ern)? parts? of| of)? (?:the )?$", re.IGNORECASE)
_DIRECTION_AFTER = re.compile(rf"(?:'s|’s) ((?:far |restive |rural )?(?:{_DIRECTION}))(?! (?:province|state|region|governorate|district|command|army|front|coast))\b", re.IGNORECASE)

# What must stand before a name that no list knows.
_PUT = re.compile(r"\b(?:in|at|near|outside|villages?|towns?|cit(?:y|ies)|(?:strikes?|attacks?|raids?|assault) on|(?:bombing|shelling|residents|villagers|leaders|inhabitants|people|communities) of)(?: the)? $", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:President|Premier|Chancellor|General|Gen\.?|Lieutenant|Lt\.?|Colonel|Col\.?|Major|Maj\.?|Captain|Capt\.?|Sergeant|Sgt\.?|Brigadier|Admiral|Commander|Inspector|Constable|Superintendent|DSP|SP|"
    r"Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Doctor|Professor|Prof\.?|Father|Bishop|Imam|Sheikh|Mullah|Maulana|King|Prince|Queen|Pope|Sir|Lady|Lord|Senator|Governor|Minister|Secretary|Ambassador|spokes(?:man|woman|person)|"
    r"brother|sister|named|judge|Justice|journalist|commander|militant|terrorist|leader|activist|constable|jawan|doctor|nurse|teacher|uncle|aunt) $"
)
_YEARS_OLD = re.compile(r",? (?:aged |age )?\d{1,3}(?:,| and|$|\.)")
_LOWER_CUE = re.compile(r"[a-z]")
_ORG_WORDS = frozenset(
    "ministry council army force forces party front union agency news observatory network relations affairs organisation organization committee commission command office department movement brigade brigades battalion corps police red "
    "press service group association foundation institute bureau court parliament government republic authority authorities guard guards court federation bank company times post television media programme program "
    "fund rights relief mission league alliance coalition society operations operation day battle".split()
)
_CALENDAR = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ramadan eid christmas easter".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A place word. `means` is what the name may mean, `level` what the text or the name makes of it.

    `people` is a country code where the word is a demonym. `sounded` tells that the name was found by its sound. `locative` tells that a preposition or a type word puts
    something there; `typed` that the text itself calls it a place.
    """

    start: int
    end: int
    text: str
    level: Level
    means: tuple[Candidate, ...] = ()
    people: str | None = None
    locative: bool = False
    typed: Level | None = None
    sounded: bool = False
    part: str | None = None
    role: Role | None = None
    called: str = ""  # the type word after the name, as in the text: " district"

    @property
    def name(self) -> str:
        """The words without the type word after them."""
        return self.text.removesuffix(self.called)


def mentions(text: str, gazetteer: Gazetteer) -> list[Mention]:
    """Every place word of the text in order, without overlaps, none with a role yet."""
    found, blocked = _phrases(text, gazetteer)
    taken = sorted([(m.start, m.end) for m in found] + blocked)
    tokens = words(text)
    n, cursor = 0, 0
    while n < len(tokens):
        while cursor < len(taken) and taken[cursor][1] <= tokens[n].start:
            cursor += 1
        if cursor < len(taken) and tokens[n].end > taken[cursor][0]:
            n += 1
            continue
        limit = taken[cursor][0] if cursor < len(taken) else len(text)
        last, mention = _at(text, tokens, n, limit, gazetteer)
        if mention:
            found.append(mention)
        n = last + 1
    return sorted((_widened(text, m, gazetteer) for m in found), key=lambda m: m.start)


def _at(text: str, tokens: list[Word], n: int, limit: int, gazetteer: Gazetteer) -> tuple[int, Mention | None]:
    """The longest known name that starts at word n, else an unknown one that the text calls a place."""
    if not tokens[n].capital:
        return n, None
    for last in spans(text, tokens, n):
        if tokens[last].end <= limit:
            mention = _known(text, tokens, n, last, gazetteer)
            if mention:
                return last, mention
    return _unknown(text, tokens, n, limit)


def _known(text: str, tokens: list[Word], n: int, last: int, gazetteer: Gazetteer) -> Mention | None:
    name = text[tokens[n].start : tokens[last].end]
    key = exact_key(name)
    if key in gazetteer.people:
        return Mention(tokens[n].start, tokens[last].end, name, Level.COUNTRY, people=gazetteer.people[key])
    means, sounded = (*gazetteer.wide(name), *_of_weight(gazetteer.settlements(name))), False
    if name.isupper() and len(name) < 5:  # an acronym, unless it is a country's
        means = tuple(c for c in means if c.level <= Level.COUNTRY)
    elif not means and len(name) > 3 and not name.isupper():
        means, sounded = tuple(replace(c, main=False) for c in gazetteer.sounding(name)), True
    if not means:
        return None
    mention = _typed(text, Mention(tokens[n].start, tokens[last].end, name, means[0].level, means, sounded=sounded))
    if not _is_name(text, tokens, n, last, mention, key):
        return None
    return mention


def _of_weight(found: list[Candidate]) -> list[Candidate]:
    """Without hamlets for which the name is but another one, where it is a large town's own ("Baghdad")."""
    largest = max((c.population for c in found if c.main), default=0)
    return [c for c in found if c.main or c.population * 50 >= largest]


def _typed(text: str, mention: Mention) -> Mention:
    """The mention with what the words around it call it."""
    before = text[max(0, mention.start - 60) : mention.start]
    locative = bool(LOCATIVE.search(before)) or _heads(text, mention.start, mention.end)
    level, end = None, mention.end
    after = _TYPE_AFTER.match(text, mention.end)
    ahead = _TYPE_BEFORE.search(before)
    if after:
        level, end = TYPE_WORDS[after.group(2).lower()], after.end()
    elif ahead and not _NO_NAME_AFTER.search(before) and not (mention.means and mention.level < Level.DISTRICT and _PLURAL_BEFORE.search(before)):
        level = TYPE_WORDS[ahead.group(1).lower()]
    if level is None or (mention.level <= Level.COUNTRY and mention.means and level is not Level.PROVINCE) or (mention.means and not any(_fits(level, c) for c in mention.means) and mention.means[0].level <= Level.PROVINCE):
        # "a Burkina Faso village": the type word is not the name's.
        return replace(mention, locative=locative or level is not None)
    if level is Level.SITE and mention.means and after:
        # "Tigray market", "Kabul girls' school": the place is what the name says, the site has no name of its own.
        return replace(mention, locative=True, called=text[mention.end : end])
    keep = text[mention.end : end] if after and level >= Level.DISTRICT and level != Level.SETTLEMENT else ""
    return replace(mention, locative=True, typed=level, text=mention.text + keep, called=keep)


def _heads(text: str, start: int, end: int) -> bool:
    """Whether the words open a line and a number or a colon follows them."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return not line.strip(" \t•*-–") and bool(_HEADING.match(text, end))


def _fits(level: Level, candidate: Candidate) -> bool:
    """Whether the candidate can be what the text calls the word: "Niger state" is no country, "Kerman city" no province."""
    if level is Level.PROVINCE:
        return Level.COUNTRY < candidate.level <= Level.DISTRICT or candidate.level is Level.LAND
    if level is Level.SITE:
        return candidate.level >= Level.DISTRICT
    return candidate.level in (Level.DISTRICT, Level.SETTLEMENT)


def _is_name(text: str, tokens: list[Word], n: int, last: int, mention: Mention, key: str) -> bool:
    """Whether a known name is used as a place's name here: not a common word, a person or part of a longer name."""
    wide = mention.means[0].level <= Level.PROVINCE
    listed = not_places()
    if key in listed.common_words:
        return bool(re.search(r"\b(?:town|village|city|camp|district) of $", text[max(0, mention.start - 16) : mention.start]))
    if _TITLE.search(text, max(0, mention.start - 20), mention.start) or _YEARS_OLD.match(text, mention.end):
        return False
    if key in listed.personal_names and (not mention.locative or _small(mention)):
        return wide and not _in_longer_name(text, tokens, n, last)
    if wide and key not in listed.need_support:
        return not _in_person(text, tokens, n, last)
    return not _in_longer_name(text, tokens, n, last)


def _small(mention: Mention) -> bool:
    return mention.typed is None and all(c.population < 50_000 for c in mention.means)


def after_capital(text: str, tokens: list[Word], n: int) -> bool:
    """Whether the word before is a capitalised one of the same phrase, and not just the first word of a sentence."""
    if n == 0 or text[tokens[n - 1].stop : tokens[n].start] != " " or tokens[n - 1].possessive:
        return False
    before = tokens[n - 1]
    return before.capital and not _starts_sentence(text, before) and exact_key(before.text) not in TYPE_WORDS


def _starts_sentence(text: str, word: Word) -> bool:
    return word.start == 0 or text[max(0, word.start - 2) : word.start].strip(" \"“'(")[-1:] in ("", ".", "\n", ":", "•", "-", "!", "?")


def _in_longer_name(text: str, tokens: list[Word], n: int, last: int) -> bool:
    if after_capital(text, tokens, n) and not _plain_before(tokens[n - 1]):
        return True
    if n and text[tokens[n - 1].stop : tokens[n].start] == " " and _starts_sentence(text, tokens[n - 1]) and tokens[n - 1].capital:
        if exact_key(tokens[n - 1].text) not in not_places().common_words and not LOCATIVE.search(tokens[n - 1].text + " "):
            return True
    return _next_is_name(text, tokens, last)


def _plain_before(word: Word) -> bool:
    return exact_key(word.text) in _CALENDAR or exact_key(word.text) in ("in", "at", "near", "of", "from", "the", "outside", "hits", "kills")


def _next_is_name(text: str, tokens: list[Word], last: int) -> bool:
    if last + 1 >= len(tokens) or tokens[last].possessive or text[tokens[last].stop : tokens[last + 1].start] != " ":
        return False
    after = tokens[last + 1]
    key = exact_key(after.text)
    return after.capital and not after.text.isdigit() and key not in TYPE_WORDS and key not in _CALENDAR and key not in ("lga", "lgas", "kebele", "hospital")


def _in_person(text: str, tokens: list[Word], n: int, last: int) -> bool:
    """Countries and provinces inside longer names are mostly organisations, which still tell the country; people do not."""
    return exact_key(tokens[last].text) in not_places().personal_names and _in_longer_name(text, tokens, n, last)


def _unknown(text: str, tokens: list[Word], n: int, limit: int) -> tuple[int, Mention | None]:
    """A capitalised name that no list knows, where the text says that it is a place."""
    last = n
    for end in spans(text, tokens, n):
        if tokens[end].end <= limit:
            last = end
            break
    name = text[tokens[n].start : tokens[last].end]
    mention = _typed(text, Mention(tokens[n].start, tokens[last].end, name, Level.SETTLEMENT))
    if not mention.locative or not _may_be_place(text, tokens, n, last, mention):
        return n, None
    if mention.typed is None and not _heads(text, mention.start, mention.end) and not _PUT.search(text, max(0, mention.start - 24), mention.start):
        return n, None
    return last, replace(mention, level=mention.typed or Level.SETTLEMENT)


def _may_be_place(text: str, tokens: list[Word], n: int, last: int, mention: Mention) -> bool:
    keys = [exact_key(word.text) for word in tokens[n : last + 1]]
    listed = not_places()
    if keys[0] in listed.common_words or keys[-1] in listed.peoples or (len(keys) == 1 and keys[0] in listed.personal_names):
        return False
    if mention.typed is Level.SITE and (keys[0] in listed.peoples or _starts_sentence(text, tokens[n]) or mention.name.isupper()):
        return False
    if any(key in _ORG_WORDS or key in _CALENDAR for key in keys) or all(key in not_places().common_words for key in keys):
        return False
    if mention.text.isupper() and mention.typed is None:
        return False  # an acronym
    if text[tokens[n].start : tokens[last].end].isdigit():
        return False
    return not _TITLE.search(text, max(0, mention.start - 20), mention.start) and not _YEARS_OLD.match(text, tokens[last].end)


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, str], ...]]:
    """Phrases that are no capitalised span: regions with small words in their names, and names of groups."""
    rows = [(name.lower(), "region") for region in regions() for name in region.names if " " in name or name.lower() == name]
    rows += [(name.lower(), "local") for region in regions() for name in region.only_in]
    rows += [(name, "group") for name in not_places().groups]
    rows += [(name.replace("-", " "), "group") for name in not_places().groups]
    rows += [(name.lower(), name) for name in not_places().speaks_for]
    rows = sorted({name: (name, kind) for name, kind in rows}.values())
    return ahocorasick_rs.AhoCorasick([row[0] for row in rows]), tuple(rows)


def _phrases(text: str, gazetteer: Gazetteer) -> tuple[list[Mention], list[tuple[int, int]]]:
    """Mentions by phrase, and spans of groups' names, in which nothing is a place."""
    automaton, rows = _automaton()
    folded = _folded(text)
    found, blocked = [], []
    matches = [m for m in automaton.find_matches_as_indexes(folded, overlapping=True) if not _inside_word(folded, m[1], m[2])]
    after = 0
    for n, start, end in sorted(matches, key=lambda m: (m[1], -m[2])):
        if start < after:
            continue
        after = end
        name, kind = rows[n]
        country = not_places().speaks_for.get(kind)
        if country:
            if text[start:end][:1].isupper() or not kind[:1].isupper():
                found.append(Mention(start, end, text[start:end], Level.COUNTRY, people=country, role=Role.ORGANISATION))
        elif kind == "group":
            blocked.append((start, end))
        else:
            means = gazetteer.wide(name) if kind == "region" else _local(name, gazetteer)
            locative = bool(LOCATIVE.search(text[max(0, start - 60) : start]))
            found.append(Mention(start, end, text[start:end], means[0].level, tuple(means), locative=locative or kind == "region"))
    return found, blocked


def _local(words_: str, gazetteer: Gazetteer) -> list[Candidate]:
    """What "the coast" means, by country; chosen when the report's country is known."""
    return [c for region in regions() if region.country and (c := gazetteer.local(words_, region.country))]


def _folded(text: str) -> str:
    """The text in lower case with plain apostrophes and spaces and the same offsets."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return folded.replace("’", "'").replace("\u00a0", " ")


def _inside_word(text: str, start: int, end: int) -> bool:
    return (start > 0 and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())


def _widened(text: str, mention: Mention, gazetteer: Gazetteer) -> Mention:
    """A country's name with a direction ("northern Sri Lanka", "Mali's north") is a part of it without exact bounds."""
    if mention.level is not Level.COUNTRY:
        return mention
    capital = _CAPITAL_OF.match(text, mention.end)
    if capital and (mention.people or text[mention.end] in "'’"):
        return _capital(mention, text[mention.start : capital.end()], gazetteer)
    if mention.people or not mention.means:
        return mention
    before = _DIRECTION_BEFORE.search(text, max(0, mention.start - 40), mention.start)
    after = _DIRECTION_AFTER.match(text, mention.end)
    if before:
        return replace(mention, start=before.start(), text=text[before.start() : mention.end], level=Level.REGION, part=before.group(1), locative=True)
    if after:
        return replace(mention, end=after.end(), text=f"{after.group(1)} {mention.text}", level=Level.REGION, part=after.group(1), locative=True)
    return mention


def _capital(mention: Mention, words_: str, gazetteer: Gazetteer) -> Mention:
    """"the Libyan capital", "Mali's capital": the city."""
    code = mention.people or mention.means[0].country
    city = gazetteer.capital(code) if code else None
    if city is None:
        return mention
    return replace(mention, end=mention.start + len(words_), text=words_, level=Level.SETTLEMENT, means=(city,), people=None, locative=True)
