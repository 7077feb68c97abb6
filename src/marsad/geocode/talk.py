"""Patterns for places that speak, act or name an organisation: none of them is where the harm was."""

from marsad.geocode.patterns import Pattern, Role, after, before, one_of

_SAID = one_of(
    """said says say saying told telling reported confirmed announced stated wrote added adding denied denies deny
    accused accuses condemned condemns warned warning claims claimed insists rejected vowed called publishes
    published reveals hopes wants maintains speaks spoke speaking stressing blames blamed supports backs"""
)
_OFFICES = one_of(
    """minister ministry president governor government parliament spokesman spokeswoman spokesperson police council
    department authority authorities official officials embassy university times tribune commission commissioner
    mayor command news tv radio agency bureau observatory crescent cross administration media service judge court
    chief leader leaders ombudsman envoy king pm mp mps fc united"""
)
_OF_OFFICES = one_of(
    """state provincial district regional city county federal foreign interior health information defense defence
    security justice home prime deputy education disaster medical emergency military national local counter
    terrorism fire rescue police red human rights civil chief army navy energy finance assistant former then late
    current new interim transitional acting control room"""
)
_BODIES = one_of(
    """university bishop archbishop diocese governor mayor emir king sultan president premier minister ministry
    government bank embassy consulate parliament club"""
)
_DEEDS = one_of(
    """sent launched fired bombed struck attacked attack attacks carried_out invaded began lost shelled army military
    airforce air_force forces troops soldiers
    airstrike airstrikes air_strike air_strikes air_raid raid raids strike strikes
    shelling bombardment drone drones missile missiles fire artillery warplanes jets offensive invasion operation
    war losses regime bill"""
)

_TO_WHOM = one_of(
    """reporters journalists a an the news press conference briefing statement interview AFP AP Reuters on by
    telephone phone state media television Monday Tuesday Wednesday Thursday Friday Saturday Sunday"""
)
_OF_OFFICES = one_of(
    """state provincial district regional city county federal foreign interior health information defense defence
    security justice home prime deputy education disaster medical emergency military national local counter
    terrorism fire rescue police red human rights civil chief army navy energy finance assistant former then late
    current new interim transitional acting control room"""
)
TALK: tuple[Pattern, ...] = (
    Pattern(
        "said in",
        Role.SPEAKER,
        before=before(rf"\b{_SAID}(?: {_TO_WHOM}){{0,6}} (?:in|from|at) (?:the )?"),
        match=("the office said in ⟦Geneva⟧", "told reporters on Tuesday in ⟦Jos⟧", "told a news conference in ⟦Kyiv⟧"),
        no_match=("said that in ⟦Homs⟧ a mine exploded", "he said 12 died in ⟦Homs⟧"),
    ),
    Pattern(
        "speaks for its country",
        Role.SPEAKER,
        after=after(
            rf" (?:(?:has|have|had|itself|also|officially|publicly|immediately|neither|nor|now|still|long|"
            rf"on \w+) ){{0,2}}{_SAID}\b"
        ),
        match=("⟦Moscow⟧ denies it", "⟦Ankara⟧ has accused the group", "⟦Tehran⟧ on Tuesday condemned it"),
        no_match=("⟦Ankara⟧ was hit", "in ⟦Aleppo⟧ he died"),
    ),
    Pattern(
        "based in",
        Role.SPEAKER,
        before=before(
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
        after=after(r"[- ](?:based|headquartered)\b"),
        match=("⟦UK⟧-based SOHR", "the ⟦Britain⟧-based observatory"),
        no_match=("⟦UK⟧ soldiers",),
    ),
    Pattern(
        "X-backed",
        Role.ACTOR,
        after=after(
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
        before=before(
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
        after=after(
            rf"(?:'s|’s)? (?:(?:air|defen[cs]e|armed|security|special|military|naval|ground|own|the) ){{0,2}}{_DEEDS}\b"
        ),
        match=(
            "⟦Israel⟧ launched strikes",
            "the cost of ⟦Israel⟧'s attacks",
            "⟦Russia⟧'s war",
            "⟦US⟧ drone",
            "⟦Israel⟧'s military",
        ),
        no_match=("⟦Israel⟧ was quiet", "in ⟦Aleppo⟧ attacks went on"),
    ),
    Pattern(
        "part of a name",
        Role.ORGANISATION,
        before=before(
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
        after=after(rf"(?:'s|’s)? (?:{_OF_OFFICES} ){{0,4}}{_OFFICES}\b"),
        match=("⟦Yobe⟧'s governor", "⟦Kharkiv⟧ regional governor", "⟦Peshawar⟧ police", "⟦Iran⟧'s foreign ministry"),
        no_match=("⟦Yobe⟧ school", "⟦Kharkiv⟧ apartment block"),
    ),
    Pattern(
        "credit line",
        Role.CREDIT,
        before=before(
            r"(?m:^(?:source|sources|photo|image|by|posted in|published|tags|related|read more|more news|editing by|"
            r"reporting by)\b[^.\n\d]{0,60})"
        ),
        match=("Reporting by X in ⟦Beirut⟧", "Source: ⟦Turkey⟧ today"),
        no_match=("He was shot by police in a ⟦Beirut⟧ suburb", "By province it lists 658 dead in ⟦Latakia⟧"),
    ),
)
