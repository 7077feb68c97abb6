"""The patterns of place talk, by name, each with texts that it must and must not match (run as tests).

Written by hand for English. All are linear: no nested repetition, and gaps are bounded.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a place word does in its sentence, where it is not the place of the harm."""

    DATELINE = "dateline"
    SPEAKER = "place of a speaker"
    ORGANISATION = "part of an organisation's name"
    DESTINATION = "where people went"
    HOSPITAL = "where people were treated"
    ORIGIN = "where people come from"
    RESIDENTS = "whose people are spoken of"
    ACTOR = "a side or its backer"
    REFERENCE = "named only to say where another place is"
    BACKGROUND = "told of another time"
    CREDIT = "source or outlet line"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression for what stands before or after a place word, and the role it gives to that word.

    In the examples ⟦ ⟧ enclose the place word.
    """

    name: str
    role: Role
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    match: tuple[str, ...] = ()
    no_match: tuple[str, ...] = ()


def one_of(words: str) -> str:
    """A group that matches any of the words; "_" stands for a space.

    >>> one_of("in next_to")
    '(?:in|next to)'
    """
    return "(?:" + "|".join(word.replace("_", " ") for word in words.split()) + ")"


def _before(source: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{source})$", re.IGNORECASE)


def _after(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


_SAID = one_of(
    """said says say saying told telling reported confirmed announced stated wrote added adding denied denies deny accused
    accuses condemned condemns warned warning claims claimed insists rejected vowed called publishes published reveals
    hopes wants maintains speaks spoke speaking stressing blames blamed supports backs"""
)
_TO_WHOM = one_of(
    """reporters journalists a an the news press conference briefing statement interview AFP AP Reuters on by telephone
    phone state media television Monday Tuesday Wednesday Thursday Friday Saturday Sunday"""
)
_WENT = one_of(
    """fled flee flees fleeing flown flew moved moving left leaving headed heading crossed crossing escaped escaping taken
    transferred rushed evacuated airlifted returned returning returns relocated sent brought driven transported deported
    withdrew retreated traveled travelled traveling travelling went going go arrived arriving ferried"""
)
_COMPASS = r"(?:north|south|east|west)[a-z\-]*"
# Up to three places of a list before the one that is looked at: "close to Burkina Faso and Mali".
_LIST = r"(?:[\w'’\-]+,? (?:and )?){0,3}"
_OFFICES = one_of(
    """minister ministry president governor government parliament spokesman spokeswoman spokesperson police council
    department authority authorities official officials embassy university times tribune commission commissioner mayor
    command news tv radio agency bureau observatory crescent cross administration media service judge court chief leader
    leaders ombudsman envoy king pm mp mps fc united"""
)
_OF_OFFICES = one_of(
    """state provincial district regional city county federal foreign interior health information defense defence security
    justice home prime deputy education disaster medical emergency military national local counter terrorism fire rescue
    police red human rights civil chief army navy energy finance assistant former then late current new interim
    transitional acting control room"""
)
_BODIES = one_of(
    """university bishop archbishop diocese governor mayor emir king sultan president premier minister ministry government
    bank embassy consulate parliament club"""
)
_DEEDS = one_of(
    """sent launched fired bombed struck attacked carried_out invaded began lost shelled army military airforce air_force
    forces troops soldiers airstrike airstrikes air_strike air_strikes air_raid raid raids strike strikes shelling
    bombardment drone drones missile missiles fire artillery warplanes jets offensive invasion operation war losses
    regime
    bill"""
)
_PEOPLE = one_of(
    """man woman men women refugees refugee native natives migrant migrants businessman official officials employee
    student students worker workers laborers labourers tourist tourists families family visitor visitors national
    nationals citizen citizens all hails came come coming comes born raised fighters volunteers militants troops police
    policemen survivors two three four five six one him her them arms weapons suspect suspects merchant trader"""
)
_RESIDENTS = one_of(
    """resident residents villagers inhabitants elder elders leader leaders people communities locals parents mayor
    chairman activist activists witness witnesses councillor councilor head member"""
)

PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "said in",
        Role.SPEAKER,
        before=_before(rf"\b{_SAID}(?: {_TO_WHOM}){{0,6}} (?:in|from|at) (?:the )?"),
        match=("the office said in ⟦Geneva⟧", "told reporters on Tuesday in ⟦Jos⟧", "told a news conference in ⟦Kyiv⟧"),
        no_match=("said that in ⟦Homs⟧ a mine exploded", "he said 12 died in ⟦Homs⟧"),
    ),
    Pattern(
        "speaks for its country",
        Role.SPEAKER,
        after=_after(
            rf" (?:(?:has|have|had|itself|also|officially|publicly|immediately|neither|nor|now|still|long|"
            rf"on \w+) ){{0,2}}{_SAID}\b"
        ),
        match=("⟦Moscow⟧ denies it", "⟦Ankara⟧ has accused the group", "⟦Tehran⟧ on Tuesday condemned it"),
        no_match=("⟦Ankara⟧ was hit", "in ⟦Aleppo⟧ he died"),
    ),
    Pattern(
        "based in",
        Role.SPEAKER,
        before=_before(
            r"\b"
            + one_of(
                """based headquartered office offices bureau correspondent correspondents analyst analysts exile exiled
                embassy ambassador talks summit trial court council session meeting conference briefing rally protest
                funeral ceremony speaking speech interview"""
            )
            + r" (?:in|at|to) (?:the )?"
        ),
        match=("a monitor based in ⟦London⟧", "the embassy in ⟦Kabul⟧", "talks in ⟦Doha⟧"),
        no_match=("fighters in ⟦London⟧",),
    ),
    Pattern(
        "X-based",
        Role.SPEAKER,
        after=_after(r"[- ](?:based|headquartered)\b"),
        match=("⟦UK⟧-based SOHR", "the ⟦Britain⟧-based observatory"),
        no_match=("⟦UK⟧ soldiers",),
    ),
    Pattern(
        "X-backed",
        Role.ACTOR,
        after=_after(
            r"[-–]"
            + one_of(
                """backed led linked aligned allied made supported sponsored born educated affiliated trained style
                appointed supplied controlled held"""
            )
            + r"\b"
        ),
        match=("⟦Rwanda⟧-backed M23", "⟦US⟧-led coalition"),
        no_match=("⟦Rwanda⟧ backed it",),
    ),
    Pattern(
        "side of a war",
        Role.ACTOR,
        before=_before(
            r"\b(?:by|with|against|between|(?:backing|support|help|losses|orders|agents|government|republic) of|"
            r"invasion by|"
            r"all(?:y|ies)|(?:backed|supported|led|lost) by|opposed to|weapons from|war with|enemy|accus(?:ed|es|ing)|"
            r"blam(?:ed|es|ing)|(?:armed forces|military|army|forces|troops|staff) of) (?:the )?"
            r"(?:(?:[\w'’\-]+,? (?:and |or |nor )?){1,2})?"
        ),
        match=(
            "with the backing of ⟦Russia⟧",
            "the Armed Forces of ⟦Ukraine⟧",
            "war with ⟦Iran⟧",
            "between Kyiv and ⟦Moscow⟧",
        ),
        no_match=("killed in ⟦Russia⟧",),
    ),
    Pattern(
        "does the deed",
        Role.ACTOR,
        after=_after(
            rf"(?:'s|’s)? (?:(?:air|defen[cs]e|armed|security|special|military|naval|ground|own|the) ){{0,2}}{_DEEDS}\b"
        ),
        match=("⟦Israel⟧ launched strikes", "⟦Russia⟧'s war", "⟦US⟧ drone", "⟦Israel⟧'s military"),
        no_match=("⟦Israel⟧ was quiet",),
    ),
    Pattern(
        "part of a name",
        Role.ORGANISATION,
        before=_before(
            rf"\b(?:{_BODIES}(?: (?:of|for|on|in))?|(?:state|party|bank|people|citizens) of|"
            r"(?:commission|inquiry|expert|conference|rapporteur) on|(?:mission|envoy|office|coordinator|director|"
            r"representative|chief) (?:in|to|for)) (?:the )?"
        ),
        match=(
            "the University of ⟦Aleppo⟧",
            "President of ⟦Syria⟧",
            "Mission in ⟦Somalia⟧",
            "Commission on ⟦Syria⟧",
        ),
        no_match=("a school in ⟦Aleppo⟧",),
    ),
    Pattern(
        "office of a place",
        Role.ORGANISATION,
        after=_after(rf"(?:'s|’s)? (?:{_OF_OFFICES} ){{0,4}}{_OFFICES}\b"),
        match=("⟦Yobe⟧'s governor", "⟦Kharkiv⟧ regional governor", "⟦Peshawar⟧ police", "⟦Iran⟧'s foreign ministry"),
        no_match=("⟦Yobe⟧ school", "⟦Kharkiv⟧ apartment block"),
    ),
    Pattern(
        "went to",
        Role.DESTINATION,
        before=_before(
            rf"\b{_WENT}(?: [\w'’\-]+){{0,4}} (?:to|for|into|towards?) (?:(?:the|neighbou?ring|nearby) ){{0,2}}{_LIST}|"
            r"\b(?:refuge|shelter|asylum|arrived|arriving|landed|resettled) (?:in|at) (?:(?:the|neighbou?ring|"
            r"nearby) ){0,2}"
        ),
        match=(
            "fled to ⟦Lebanon⟧",
            "were flown to ⟦Juba⟧",
            "crossed into neighbouring ⟦Chad⟧",
            "have left Zamzam for ⟦Al Fasher⟧",
            "taken by car to ⟦Karachi⟧",
        ),
        no_match=("killed in ⟦Lebanon⟧", "left 23 dead in ⟦Mambasa⟧"),
    ),
    Pattern(
        "on the way",
        Role.DESTINATION,
        before=_before(
            r"\b(?:visit(?:ed|ing|s)?|touring|arrivals? (?:are |were )?(?:reported )?(?:from|in|to|at)|"
            r"on (?:the|his|her|their) way to|en route to|bound for|due in|landed in|(?:ambulances?|trip|flight|"
            r"convoy|road) to|"
            rf"borders? (?:with|of|to)|across the border (?:in|from|into)|over the border in(?:to)?|"
            rf"close to) (?:the )?{_LIST}"
        ),
        match=("visited ⟦Srinagar⟧", "near the border with ⟦Cameroon⟧", "close to Burkina Faso and ⟦Mali⟧"),
        no_match=("bombed in ⟦Srinagar⟧",),
    ),
    Pattern(
        "hospital in",
        Role.HOSPITAL,
        before=_before(
            r"\b(?:hospitals?|clinics?|treated|treatment|treating|intensive care|medical cent(?:er|re)|morgue|"
            r"mortuary|operated on)"
            r"(?: (?:[A-Z][\w'’\-]+|the|city|and|a|for|wounds|injuries)){0,4} (?:in|at|of|from) (?:the )?"
            r"(?:(?:nearby|neighbou?ring|city|town|of) ){0,3}"
        ),
        match=(
            "in hospital in ⟦Mekelle⟧",
            "treated for wounds in ⟦Ankara⟧",
            "the hospital of ⟦Mekelle⟧",
            "the hospital in nearby ⟦Mekelle⟧",
        ),
        no_match=("a hospital was hit in the town of ⟦Mekelle⟧",),
    ),
    Pattern(
        "X morgue",
        Role.HOSPITAL,
        after=_after(r"(?:'s|’s)? (?:(?:city|general|central|main|state|district) ){0,2}(?:morgue|mortuary)\b"),
        match=("⟦Silchar⟧ morgue",),
        no_match=("⟦Quetta⟧ hospital bombed",),
    ),
    Pattern(
        "left out",
        Role.REFERENCE,
        before=_before(
            r"\b(?:excluding|except|leaving out|not counting|apart from|other than|without)(?: [\w'’\-]+){0,4} "
            r"(?:(?:in|for|from) )?(?:the )?|\b(?:excluding|except|leaving out|not counting) "
        ),
        match=("leaving out the operations in ⟦Anbar⟧", "excluding ⟦Anbar⟧"),
        no_match=("including those in ⟦Anbar⟧",),
    ),
    Pattern(
        "NAME, 55 km from",
        Role.REFERENCE,
        before=_before(
            r"[A-Z][\w'’\-]+,? \(?(?:(?:about|some|around|roughly|nearly) )?\d[\d,.]* ?(?:km|kilomet(?:er|re)s?|miles?)"
            rf"(?: \([^)]{{1,20}}\))?(?: to the)? {_COMPASS} (?:of|from) (?:the )?(?:[a-z]+ ){{0,3}}"
        ),
        match=("Al Soor, 55km northeast of ⟦Deir Ezzor⟧",),
        no_match=("died about 20 km east of ⟦Baidoa⟧",),
    ),
    Pattern(
        "residents of",
        Role.RESIDENTS,
        before=_before(
            rf"\b{_RESIDENTS}(?: (?:and|local|community|leaders|elders|residents)){{0,3}} (?:of|in|from) (?:the )?"
            r"(?:(?:town|village|city|district) of )?"
        ),
        match=("residents and local leaders of ⟦Togoga⟧", "residents of ⟦Bunia⟧"),
        no_match=("killed in ⟦Idlib⟧",),
    ),
    Pattern(
        "people from",
        Role.ORIGIN,
        before=_before(rf"\b{_PEOPLE} (?:from|in|of) (?:(?:the|both) )?(?:(?:[A-Z][\w'’\-]+,? )(?:and )?){{0,3}}"),
        match=("A man from ⟦Balasore⟧", "born in ⟦Idlib⟧"),
        no_match=("killed in ⟦Idlib⟧",),
    ),
    Pattern(
        "distance from",
        Role.REFERENCE,
        before=_before(
            r"\b(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|hours?|drive|away|far)(?: \([^)]{1,20}\))? (?:away )?"
            r"(?:from|off|to) (?:the )?(?:(?:capital|city|town|of|regional|provincial),? ){0,4}"
        ),
        match=("820 kilometers from ⟦Tehran⟧", "23 kilometers from ⟦Zhaotong⟧"),
        no_match=("20 km east of ⟦Baidoa⟧",),
    ),
    Pattern(
        "share of",
        Role.REFERENCE,
        before=_before(
            r"(?:\d ?%|percent|per cent|most|majority|half|third|quarter|many|some) of (?:them|those|these|the \w+|it) "
            r"(?:\w+ ){0,3}(?:in|from) (?:the )?(?:(?:[A-Z][\w'’\-]+,? )(?:and )?){0,3}"
        ),
        match=("44% of them in ⟦Donetsk⟧", "44% of them in Donetsk and ⟦Luhansk⟧"),
        no_match=("killed 44 in ⟦Donetsk⟧",),
    ),
    Pattern(
        "is far away",
        Role.REFERENCE,
        after=_after(r",? (?:[a-z]+,? ){0,8}is \d[\d,.]* ?(?:km|kilomet(?:er|re)s?|miles?)"),
        match=("⟦Chibok⟧, scene of a kidnapping, is 275 kilometers off", "⟦Chibok⟧ is 275 km away"),
        no_match=("⟦Chibok⟧ was attacked",),
    ),
    Pattern(
        "nothing worse since",
        Role.BACKGROUND,
        before=_before(
            r"\bsince (?:the )?|\b(?:in memory|anniversary|repeat|reminiscent|parallels?|like that|like those|reminder)"
            r"(?: [\w'’\-]+){0,3} (?:of|in|at|with|to) (?:the )?|\bin memory of (?:the )?"
        ),
        match=("nothing deadlier since ⟦Pulwama⟧", "in memory of ⟦Hawzen⟧"),
        no_match=("killed in ⟦Hawzen⟧",),
    ),
    Pattern(
        "credit line",
        Role.CREDIT,
        before=_before(
            r"(?m:^(?:source|sources|photo|image|by|posted in|published|tags|related|read more|more news|editing by|"
            r"reporting by)\b[^.\n]{0,60})"
        ),
        match=("Reporting by X in ⟦Beirut⟧", "Source: ⟦Turkey⟧ today"),
        no_match=("He was shot by police in a ⟦Beirut⟧ suburb",),
    ),
)

_KINDS = (
    r"villages?|towns?|cit(?:y|ies)|camps?|districts?|provinces?|governorates?|states?|regions?|capital|port|suburbs?|"
    r"neighbou?rhoods?|settlements?|townships?|count(?:y|ies)|municipalit(?:y|ies)|barangay|sitio"
)
_BETWEEN = one_of(
    """the a both central downtown northern southern eastern western north south east west northeastern northwestern
    southeastern southwestern northeast northwest southeast southwest north-west north-east south-west south-east old
    greater nearby neighboring neighbouring besieged occupied rural restive city town village villages towns district
    province state region port capital of coastal border mainly shia kurdish"""
)
# Words that put something at a place. They make a place of words that are otherwise doubtful.
LOCATIVE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|on|across|throughout|within|along|off|hits?|struck|strikes|between|"
    rf"between [A-Z][\w'’\-]+ and|{_KINDS})(?: {_BETWEEN}){{0,4}} $",
    re.IGNORECASE,
)
