"""Patterns for places that people went to or came from, were treated in, or that only measure a distance."""

from marsad.geocode.patterns import Pattern, Role, after, before, one_of

_WENT = one_of(
    """fled flee flees fleeing flown flew moved moving left leaving headed heading crossed crossing escaped escaping
    taken transferred rushed evacuated airlifted returned returning returns relocated sent brought driven
    transported deported withdrew retreated traveled travelled traveling travelling went going go arrived arriving
    ferried"""
)
_COMPASS = r"(?:north|south|east|west)[a-z\-]*"
# Up to three places of a list before the one that is looked at: "close to Burkina Faso and Mali".
_LIST = r"(?:[\w'’\-]+,? (?:and )?){0,3}"
_PEOPLE = one_of(
    """man woman men women refugees refugee native natives migrant migrants businessman official officials employee
    student students worker workers laborers labourers tourist tourists families family visitor visitors national
    nationals citizen citizens all hails came come coming comes born raised fighters volunteers militants troops
    police policemen survivors two three four five six one him her them arms weapons suspect suspects merchant
    trader"""
)
_RESIDENTS = one_of(
    """resident residents villagers inhabitants elder elders leader leaders people communities locals parents mayor
    chairman activist activists witness witnesses councillor councilor head member"""
)


MOVES: tuple[Pattern, ...] = (
    Pattern(
        "went to",
        Role.DESTINATION,
        before=before(
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
        before=before(
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
        before=before(
            r"\b(?:hospitals?|clinics?|treated|treatment|treating|intensive care|medical cent(?:er|re)|morgue|"
            r"mortuary|operated on)"
            r"(?: (?:the|city|and|a|for|wounds|injuries)){0,4} (?:in|at|of|from) (?:the )?"
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
        after=after(r"(?:'s|’s)? (?:(?:city|general|central|main|state|district) ){0,2}(?:morgue|mortuary)\b"),
        match=("⟦Silchar⟧ morgue",),
        no_match=("⟦Quetta⟧ hospital bombed",),
    ),
    Pattern(
        "left out",
        Role.REFERENCE,
        before=before(
            r"\b(?:excluding|except|leaving out|not counting|apart from|other than|without)(?: [\w'’\-]+){0,4} "
            r"(?:(?:in|for|from) )?(?:the )?|\b(?:excluding|except|leaving out|not counting) "
        ),
        match=("leaving out the operations in ⟦Anbar⟧", "excluding ⟦Anbar⟧"),
        no_match=("including those in ⟦Anbar⟧",),
    ),
    Pattern(
        "NAME, 55 km from",
        Role.REFERENCE,
        before=before(
            r"(?-i:[A-Z])[\w'’\-]+,? \(?(?:(?:about|some|around|roughly|nearly) )?"
            r"\d[\d,.]* ?(?:km|kilomet(?:er|re)s?|miles?)"
            rf"(?: \([^)]{{1,20}}\))?(?: to the)? {_COMPASS} (?:of|from) (?:the )?(?:[a-z]+ ){{0,3}}"
        ),
        match=("Al Soor, 55km northeast of ⟦Deir Ezzor⟧",),
        no_match=("died about 20 km east of ⟦Baidoa⟧",),
    ),
    Pattern(
        "residents of",
        Role.RESIDENTS,
        before=before(
            rf"\b{_RESIDENTS}(?: (?:and|local|community|leaders|elders|residents)){{0,3}} "
            r"(?:of|from|(?<!people )in) (?:the )?"
            r"(?:(?:town|village|city|district) of )?"
        ),
        match=("residents and local leaders of ⟦Togoga⟧", "residents of ⟦Bunia⟧"),
        no_match=("killed in ⟦Idlib⟧", "killed 43 people in ⟦Komanda⟧", "killed nine people in the town of ⟦Jableh⟧"),
    ),
    Pattern(
        "people from",
        Role.ORIGIN,
        before=before(
            rf"\b(?:{_PEOPLE} from|(?:born|raised|natives?|citizens?|nationals?) (?:in|of)) (?:(?:the|both) )?"
            r"(?:(?:(?-i:[A-Z])[\w'’\-]+,? )(?:and )?){0,3}"
        ),
        match=("A man from ⟦Balasore⟧", "born in ⟦Idlib⟧"),
        no_match=("killed in ⟦Idlib⟧",),
    ),
    Pattern(
        "distance from",
        Role.REFERENCE,
        before=before(
            r"\b(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|hours?|drive|away|far)(?: \([^)]{1,20}\))? (?:away )?"
            r"(?:from|off|to) (?:the )?(?:(?:capital|city|town|of|regional|provincial),? ){0,4}"
        ),
        match=("820 kilometers from ⟦Tehran⟧", "23 kilometers from ⟦Zhaotong⟧"),
        no_match=("20 km east of ⟦Baidoa⟧",),
    ),
    Pattern(
        "share of",
        Role.REFERENCE,
        before=before(
            r"(?:\d ?%|percent|per cent|most|majority|half|third|quarter|many|some) of (?:them|those|these|the \w+|it) "
            r"(?:\w+ ){0,3}(?:in|from) (?:the )?(?:(?:(?-i:[A-Z])[\w'’\-]+,? )(?:and )?){0,3}"
        ),
        match=("44% of them in ⟦Donetsk⟧", "44% of them in Donetsk and ⟦Luhansk⟧"),
        no_match=("killed 44 in ⟦Donetsk⟧",),
    ),
    Pattern(
        "is far away",
        Role.REFERENCE,
        after=after(r",? (?:[a-z]+,? ){0,8}is \d[\d,.]* ?(?:km|kilomet(?:er|re)s?|miles?)"),
        match=("⟦Chibok⟧, scene of a kidnapping, is 275 kilometers off", "⟦Chibok⟧ is 275 km away"),
        no_match=("⟦Chibok⟧ was attacked",),
    ),
    Pattern(
        "nothing worse since",
        Role.BACKGROUND,
        before=before(
            r"\bsince (?:the )?|\b(?:in memory|anniversary|repeat|reminiscent|parallels?|like that|like those|reminder)"
            r"(?: [\w'’\-]+){0,3} (?:of|in|at|with|to) (?:the )?|\bin memory of (?:the )?"
        ),
        match=("nothing deadlier since ⟦Pulwama⟧", "in memory of ⟦Hawzen⟧"),
        no_match=("killed in ⟦Hawzen⟧",),
    ),
)
