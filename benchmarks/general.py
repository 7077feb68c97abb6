"""Made-up general news: plain sentences on business, sport and weather, full of numbers, none of them people harmed.

What a monitor is fed is mostly this. The same seed gives the same articles on every machine.
"""

import random

_WORDS = {
    "town": "Marlow Tarvin Elsing Corbridge Wexmoor Hadley Penrose Stanwick Oakley Redmarsh".split(),
    "firm": "Norvale Bexa Talamore Quillion Astrope Veldune Harrow & Pike|Kestrel Foods".replace("|", " ").split(),
    "team": "Rovers Harriers Falcons Athletic Wanderers Mariners United Albion".split(),
    "name": "Osgood Pell Tarrant Linley Marsh Coyle Venn Abbott Farrow Stead".split(),
    "trend": "rose fell climbed slipped jumped eased".split(),
    "wind": "north-westerly southerly easterly brisk light".split(),
}

_SENTENCES = {
    "business": [
        "Shares of {firm} {trend} {small} per cent to {hundred} pence on Tuesday after a profit of {hundred} million.",
        "The group, which employs {thousand} people in {town}, said it would open {small} new shops by {year}.",
        "Chief executive {name} said orders had {trend} for {small} quarters in a row.",
        "Analysts had expected revenue of {hundred} million, against {hundred} million a year before.",
        "{firm} will pay {hundred} million for its rival, a price of {small} times its yearly sales.",
        "Some {thousand} customers switched to the new tariff, {firm} told investors in {town}.",
    ],
    "sport": [
        "{team} beat {team} {small}-{small} in front of {thousand} spectators at {town}.",
        "{name} scored twice in the last {small} minutes to take his tally to {small} goals this season.",
        "The {team}, who have won {small} of their last {small} matches, face {town} next Saturday.",
        "Coach {name}, {age}, said his players had run {small} kilometres more than in any game since {year}.",
        "{name} finished the race in {small} minutes and {small} seconds, {small} seconds ahead of {name}.",
        "About {thousand} runners are expected at the half marathon in {town} in May.",
    ],
    "weather": [
        "It will be {small} degrees in {town} on Thursday, with {wind} winds of {small} kilometres an hour.",
        "Forecasters expect {small} millimetres of rain by the weekend, the wettest April since {year}.",
        "Snow is likely above {hundred} metres, and {small} centimetres may settle on the hills near {town}.",
        "The reservoir at {town} stands at {small} per cent, {small} points higher than in {year}.",
        "A {wind} breeze will clear the fog from the coast by {small} in the morning.",
        "Growers hope that {small} dry days will be enough to bring in {hundred} hectares of barley.",
    ],
}


def articles(number: int, seed: int = 20250308) -> list[str]:
    """So many articles of 12 to 24 sentences, each on one subject."""
    chance = random.Random(seed)
    return [_article(chance) for _ in range(number)]


def _article(chance: random.Random) -> str:
    sentences = _SENTENCES[chance.choice(sorted(_SENTENCES))]
    told = [_filled(chance.choice(sentences), chance) for _ in range(chance.randint(12, 24))]
    return "\n\n".join(" ".join(told[n : n + 3]) for n in range(0, len(told), 3))


def _filled(sentence: str, chance: random.Random) -> str:
    for blank, words in _WORDS.items():
        while f"{{{blank}}}" in sentence:
            sentence = sentence.replace(f"{{{blank}}}", chance.choice(words), 1)
    for blank, low, high in (("small", 2, 40), ("hundred", 110, 980), ("thousand", 1200, 48000), ("age", 38, 66)):
        while f"{{{blank}}}" in sentence:
            sentence = sentence.replace(f"{{{blank}}}", f"{chance.randint(low, high):,}", 1)
    return sentence.replace("{year}", str(chance.randint(1976, 2024)))
