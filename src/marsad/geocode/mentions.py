"""Place words of a text: every name the gazetteer knows, and every name that the text itself calls a place."""

import re
from dataclasses import replace

from marsad.geocode.called import called, heads, type_words
from marsad.geocode.gazetteer import Candidate, Gazetteer, Level
from marsad.geocode.keys import exact_key
from marsad.geocode.mention import Mention
from marsad.geocode.names import is_name, may_be_place
from marsad.geocode.patterns import one_of
from marsad.geocode.phrases import phrases
from marsad.geocode.words import Word, spans, words

# "northern Syria", "south-western Niger", "the far north of Mali": a part of a country that has no exact bounds.
_DIRECTION = r"(?:(?:(?:north|south)-?(?:east|west)?|east|west)(?:ern)?|central|deep south)"
_DIRECTION_BEFORE = re.compile(rf"\b((?:far )?{_DIRECTION})(?: parts? of| of)? (?:the )?$", re.IGNORECASE)
_NO_PART = one_of("province state region governorate district command army front coast")
_DIRECTION_AFTER = re.compile(rf"['’]s ((?:far |restive |rural )?{_DIRECTION})(?! {_NO_PART})\b", re.IGNORECASE)
_CAPITAL_OF = re.compile(r"(?:['’]s)? capital\b(?! of\b|,? (?:city )?(?:of )?[A-Z])")
# What must stand before a name that no list knows.
_PUT = re.compile(
    r"\b(?:in|at|near|outside|villages?|towns?|cit(?:y|ies)|(?:strikes?|attacks?|raids?|assault) on|"
    r"(?:bombing|shelling|residents|villagers|leaders|inhabitants|people|communities|outskirts|capture|siege|fall) of|"
    r"(?:entered|stormed|reached|overran|captured|seized|attacked|raided|bombed|shelled|retook|besieged|sent to|fled|"
    r"in a|in an))(?: (?:the|nearby|neighbou?ring))? $",
    re.IGNORECASE,
)
_CUES = frozenset(
    "in at near outside on of the called named to a an nearby neighbouring neighboring entered "
    "re-entered stormed reached overran captured seized "
    "attacked raided bombed shelled retook besieged fled".split()
) | {""}
# A hamlet for which the name is but another one gives way to a town this many times larger whose own name it is.
OUTWEIGHED = 50


def mentions(text: str, gazetteer: Gazetteer) -> list[Mention]:
    """Every place word of the text in order, without overlaps."""
    found, blocked = phrases(text, gazetteer)
    taken = sorted([*((m.start, m.end) for m in found), *blocked])
    tokens = words(text)
    n = following = 0
    while n < len(tokens):
        while following < len(taken) and taken[following][1] <= tokens[n].start:
            following += 1
        limit = taken[following][0] if following < len(taken) else len(text)
        last, mention = (n, None) if tokens[n].end > limit else _at(text, tokens, n, limit, gazetteer)
        if mention:
            found.append(mention)
        n = last + 1
    return sorted((_widened(text, mention, gazetteer) for mention in found), key=lambda m: m.start)


def _at(text: str, tokens: list[Word], n: int, limit: int, gazetteer: Gazetteer) -> tuple[int, Mention | None]:
    """The longest known name that starts at word n, else an unknown one that the text calls a place; and its end."""
    if not tokens[n].capital:
        return n, None
    ends = [last for last in spans(text, tokens, n) if tokens[last].end <= limit]
    for last in ends:
        mention = _known(text, tokens, n, last, gazetteer)
        if mention:
            return last, mention
    unknown = _unknown(text, tokens, n, ends[0]) if ends else None
    return (ends[0], unknown) if unknown else (n, None)


def _known(text: str, tokens: list[Word], n: int, last: int, gazetteer: Gazetteer) -> Mention | None:
    start, end = tokens[n].start, tokens[last].end
    name = text[start:end]
    people = gazetteer.people.get(exact_key(name))
    if people:
        return Mention(start, end, name, Level.COUNTRY, people=people)
    means, sounded = _meanings(name, gazetteer)
    if not means:
        return None
    mention = called(text, Mention(start, end, name, means[0].level, means, sounded=sounded))
    if not mention.locative and _PUT.search(text, max(0, start - 24), start):
        mention = replace(mention, locative=True)
    return mention if is_name(text, tokens, n, last, mention) else None


def _meanings(name: str, gazetteer: Gazetteer) -> tuple[tuple[Candidate, ...], bool]:
    """What the name may mean, and whether it was found by its sound."""
    means = (*gazetteer.wide(name), *_of_weight(gazetteer.settlements(name)))
    if name.isupper() and len(name) < 5:  # an acronym, unless it is a country's
        return tuple(c for c in means if c.level <= Level.COUNTRY), False
    if means or len(name) < 4 or name.isupper():
        return means, False
    return tuple(replace(c, main=False) for c in gazetteer.sounding(name)), True


def _of_weight(found: list[Candidate]) -> list[Candidate]:
    largest = max((c.population for c in found if c.main), default=0)
    return [c for c in found if c.main or c.population * OUTWEIGHED >= largest]


def _unknown(text: str, tokens: list[Word], n: int, last: int) -> Mention | None:
    """A capitalised name that no list knows, where the text says that it is a place."""
    if not _cued(text, tokens, n, last):
        return None
    start, end = tokens[n].start, tokens[last].end
    mention = called(text, Mention(start, end, text[start:end], Level.SETTLEMENT))
    put = mention.typed or heads(text, start, end) or _PUT.search(text, max(0, start - 24), start)
    if not put or not may_be_place(text, tokens, n, last, mention):
        return None
    return replace(mention, level=mention.typed or Level.SETTLEMENT)


def _cued(text: str, tokens: list[Word], n: int, last: int) -> bool:
    """A cheap look at the words on both sides, which most capitalised spans do not pass."""
    before = tokens[n - 1].text.lower() if n else ""
    if before in _CUES or before in type_words() or "\n" in text[max(0, tokens[n].start - 4) : tokens[n].start]:
        return True
    return any(word.text.lower() in type_words() for word in tokens[last + 1 : last + 4])


def _widened(text: str, mention: Mention, gazetteer: Gazetteer) -> Mention:
    """A country's name that means its capital ("the Libyan capital") or a part of it ("Mali's north")."""
    if mention.level is not Level.COUNTRY:
        return mention
    capital = _CAPITAL_OF.match(text, mention.end)
    if capital and (mention.people or text[mention.end] in "'’"):
        return _capital(mention, text[mention.start : capital.end()], gazetteer)
    if mention.people or not mention.means:
        return mention
    before = _DIRECTION_BEFORE.search(text, max(0, mention.start - 40), mention.start)
    if before:
        return _part(mention, before.start(), mention.end, text[before.start() : mention.end], before.group(1))
    after = _DIRECTION_AFTER.match(text, mention.end)
    if after:
        return _part(mention, mention.start, after.end(), f"{after.group(1)} {mention.text}", after.group(1))
    return mention


def _part(mention: Mention, start: int, end: int, text: str, part: str) -> Mention:
    return replace(mention, start=start, end=end, text=text, level=Level.REGION, part=part, locative=True)


def _capital(mention: Mention, phrase: str, gazetteer: Gazetteer) -> Mention:
    code = mention.people or mention.means[0].country
    city = gazetteer.capital(code) if code else None
    if city is None:
        return mention
    end = mention.start + len(phrase)
    return Mention(mention.start, end, phrase, Level.SETTLEMENT, (city,), locative=True, role=mention.role)
