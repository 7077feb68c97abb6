"""What happened: the event type in ACLED's words and the mechanism, from the words near a number; null where unstated.

Source of the vocabulary: ACLED's codebook, event_type and sub_event_type. The list is tried in order; the first that
the sentence names wins, then the first that the report's lead names.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event: ACLED's event type and sub-event type, the mechanism of harm, and the words for it."""

    event_type: str
    sub_event_type: str
    mechanism: str
    words: re.Pattern[str]


def _kind(event_type: str, sub: str, mechanism: str, words: str) -> Kind:
    return Kind(event_type, sub, mechanism, re.compile(rf"\b(?:{words})\b", re.I))


REMOTE = "Explosions/Remote violence"
CIVILIANS = "Violence against civilians"

KINDS: list[Kind] = [
    _kind(REMOTE, "Chemical weapon", "chemical weapon", r"chemical\s+(?:weapon|attack)s?|sarin|chlorine|nerve\s+agent"),
    _kind(REMOTE, "Suicide bomb", "suicide bomb", r"suicide\s+(?:\w+\s+){0,2}(?:bomb\w*|attack\w*|blast\w*|vest)|blew\s+(?:himself|herself|themselves)\s+up"),
    _kind(REMOTE, "Air/drone strike", "drone strike", r"drones?(?:\s+(?:strikes?|attacks?))?|uavs?|unmanned"),
    _kind(REMOTE, "Air/drone strike", "air strike", r"air\s?-?(?:strikes?|raids?|attacks?)|warplanes?|jets?|bombardment\s+from\s+the\s+air|helicopter\s+gunships?|barrel\s+bombs?"),
    _kind(REMOTE, "Remote explosive/landmine/IED", "car bomb", r"(?:car|truck|vehicle)[\s-]bomb\w*|explosives?[\s-](?:laden|packed)|vehicle\s+packed"),
    _kind(REMOTE, "Remote explosive/landmine/IED", "mine or improvised explosive", r"land\s?mines?|roadside\s+bombs?|ieds?|improvised\s+explosive\w*|booby[\s-]trap\w*|unexploded|explosive\s+remnants?|a\s+mine"),
    _kind(REMOTE, "Shelling/artillery/missile attack", "shelling or missile", r"shell(?:s|ed|ing)|artillery|mortars?|missiles?|rockets?|bombard\w+"),
    _kind(REMOTE, "Grenade", "grenade", r"grenades?"),
    _kind(REMOTE, "Remote explosive/landmine/IED", "bomb", r"bomb(?:s|ed|ing|ings)?|blasts?|explosions?|explosives?"),
    _kind("Battles", "Armed clash", "armed clash", r"clash(?:es|ed)?|fighting|battles?|gun\s?fights?|shoot-?outs?|exchange\s+of\s+fire|firefights?|ambush\w*|combat|offensive"),
    _kind(CIVILIANS, "Abduction/forced disappearance", "abduction", r"abduct\w+|kidnap\w+|hostages?|forced\s+disappearances?"),
    _kind(CIVILIANS, "Sexual violence", "sexual violence", r"rap(?:e|es|ed)|sexual\s+violence"),
    _kind("Riots", "Mob violence", "mob violence", r"mobs?|lynch\w+|riot(?:s|ing|ed)?"),
    _kind("Protests", "Excessive force against protesters", "force against protesters", r"protesters?|protestors?|demonstrators?"),
    _kind(CIVILIANS, "Attack", "massacre or execution", r"massacres?|executions?|executed|slaughter\w*|beheaded|reprisal\s+killings?"),
    _kind(CIVILIANS, "Attack", "blades", r"machetes?|stabb\w+|knives|hacked"),
    _kind(CIVILIANS, "Attack", "shooting", r"gunmen|shot|shooting|gunfire|opened\s+fire|attackers?|attack(?:s|ed)?|raid(?:s|ed)?|assault\w*"),
]  # fmt: skip


def find(text: str) -> Kind | None:
    """The kind of event a text names first in the order of the list, or None."""
    return next((kind for kind in KINDS if kind.words.search(text)), None)
