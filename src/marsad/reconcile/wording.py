"""Numbers, days and names as the ledger's sentences write them."""

from datetime import date

from marsad.model import Category, Claim, Measure, Quantity
from marsad.model.bounds import Bounds

_CLASS_WORDS = {
    Category.ANY: "people",
    Category.CIVILIAN: "civilians",
    Category.STATE_FORCES: "members of state forces",
    Category.NONSTATE_FIGHTERS: "fighters of armed groups",
    Category.COMBATANT: "combatants",
    Category.PERPETRATOR: "attackers",
    Category.WOMEN: "women",
    Category.CHILDREN: "children",
    Category.JOURNALIST: "journalists",
    Category.AID_OR_MEDICAL: "aid or medical workers",
    Category.OTHER: "others",
}


def figure(pair: Bounds) -> str:
    """The bounds in words: "1,018", "at least 1,018", "up to 20", "1,400 to 1,700", "no number"."""
    low, high = pair
    if low is None and high is None:
        return "no number"
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def number(quantity: Quantity) -> str:
    """The bounds of a quantity in words."""
    return figure(quantity.bounds)


# Not strftime: its month names follow the machine's locale, and two machines must say the same.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(when: date | None) -> str:
    """A day in words, or "an unknown day"."""
    return "an unknown day" if when is None else f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def people(category: Category) -> str:
    """The class of victims in words, in the plural."""
    return _CLASS_WORDS[category]


def harm(measure: Measure) -> str:
    """The measure in words."""
    return measure.value.replace("_", " ")


def told(claim: Claim, name: str) -> str:
    """A claim in a few words: "1,018 (Syrian Observatory for Human Rights, 8 March 2025)".

    The speaker is the one that the text names; `name` is that of the root, for the outlet's own voice.
    """
    return f"{number(claim.quantity)} ({claim.attribution.source or name}, {day(claim.said_on)})"
