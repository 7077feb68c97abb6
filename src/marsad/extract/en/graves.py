"""Dead who were found long after: the day on which a grave is opened is not the day of the deaths in it.

Where a sentence tells of a mass grave, of exhumed or decomposed bodies, a single day near the report is that of the
find. Another time that the sentence gives ("from the group's rule in 2015") is taken for the deaths; without one their
days are not known.
"""

from marsad.extract.en.cues import cue
from marsad.extract.en.draft import Draft
from marsad.extract.en.when import When
from marsad.model import Measure

SHORT = 8  # days: what is longer is a time in which people died, not the day of a find


def undate_finds(drafts: list[Draft]) -> None:
    """Take the day of the find from the deaths, in place."""
    for draft in drafts:
        sentence = draft.told.mention.sentence
        found = cue("found_long_dead").search(sentence.text) if draft.told.measure is Measure.KILLED else None
        if found is None or draft.days is None or (draft.days.days or SHORT) >= SHORT:
            continue
        longer = next((when for when in draft.times if _long(when)), None)
        draft.days = longer.interval if longer else None
        told = repr(sentence.text[longer.start : longer.end]) if longer else "not known"
        draft.reasons["time"] = f"found long dead ({found.group()!r}): the day is that of the find; the deaths {told}"


def _long(when: When) -> bool:
    return when.interval is not None and (when.interval.days or 0) >= SHORT
