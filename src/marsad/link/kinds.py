"""What kind of event a text tells of, from the words it uses: for evidence ("both tell of an air strike") and names.

A word list, not a judgement: a text may show several kinds, and two texts contradict each other only where neither
shows any kind of the other. Kinds that reporters use for one another ("attack", "massacre") contradict nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable

KINDS: tuple[tuple[str, str, str], ...] = (
    # name in titles, words that show it, whether it is loose: "loose" kinds go with any other
    (
        "Air strike",
        r"air ?-?strikes?|air ?-?raids?|warplanes?|jets? (?:bomb|hit)|barrel bombs?|bombed from the air",
        "",
    ),
    ("Drone strike", r"drones?|unmanned aerial", ""),
    ("Shelling", r"shell(?:s|ed|ing)|artillery|mortars?|rockets?|missiles?|bombardment", ""),
    ("Suicide bombing", r"suicide (?:bomb\w*|attack\w*|blast\w*|car)|blew (?:him|her|them)sel\w+ up", ""),
    (
        "Car bombing",
        r"car[ -]bomb\w*|truck[ -]bomb\w*|vehicle (?:packed|laden|filled)|booby-trapped (?:car|vehicle)",
        "",
    ),
    ("Roadside bombing", r"roadside[ -]bomb\w*|land ?-?mines?|\bIEDs?\b|improvised explosive", ""),
    ("Bombing", r"bomb(?:s|ing|ings|ed)?|blasts?|explosions?|explosives?", "blast"),
    ("Shooting", r"gun(?:men|man|fire|shot\w*)|shot (?:dead|at|and|up)|shootings?|opened fire|fired (?:on|at)", ""),
    ("Clashes", r"clash(?:es|ed)?|fighting|battles?|skirmish\w*|firefight|encounter", "loose"),
    ("Ambush", r"ambush\w*", "loose"),
    ("Massacre", r"massacre\w*|mass killing|executed|executions?|beheaded|beheading", "loose"),
    ("Raid", r"raid(?:s|ed|ers)?|stormed", "loose"),
    ("Abduction", r"abduct\w*|kidnap\w*|hostages?", "loose"),
    ("Protest violence", r"protest(?:s|ers|ors)?|demonstrat(?:ion|ions|ors)", "loose"),
    ("Attack", r"attack(?:s|ed|ers?)?|assault\w*", "loose"),
)
"""The kinds, the exact ones first: the first of equals names an event."""

_BLASTS = frozenset({"Suicide bombing", "Car bombing", "Roadside bombing", "Bombing", "Air strike", "Shelling"})
_LOOSE = frozenset(name for name, _, role in KINDS if role == "loose")
_PATTERN = re.compile(
    r"\b(?:" + "|".join(rf"(?P<k{n}>{words})" for n, (_, words, _) in enumerate(KINDS)) + r")\b", re.IGNORECASE
)


def kinds(text: str) -> Counter[str]:
    """How often each kind is told in the text. Each word counts for the first kind that claims it."""
    return Counter(KINDS[int(found.lastgroup[1:])][0] for found in _PATTERN.finditer(text) if found.lastgroup)


def exact(shown: Iterable[str]) -> frozenset[str]:
    """The kinds that can contradict one another."""
    return frozenset(shown) - _LOOSE


def contradict(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of exact kinds have nothing in common, a plain bombing being any event with a blast."""
    if not a or not b or a & b:
        return False
    return not (("Bombing" in a and b & _BLASTS) or ("Bombing" in b and a & _BLASTS))


def leading(shown: Counter[str]) -> str | None:
    """The kind that names an event: the most frequent exact one, else the most frequent of all; None without any."""
    order = [name for name, _, _ in KINDS]
    pick = {name: count for name, count in shown.items() if name not in _LOOSE} or shown
    return min(pick, key=lambda name: (-pick[name], order.index(name))) if pick else None
