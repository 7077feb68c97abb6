"""What a claim takes over from the others of its report: a part from its whole."""

from dataclasses import replace

from marsad.extract.en.draft import Draft
from marsad.extract.en.victims import INHERITED, bare
from marsad.model import Category, Relation, Scope


def from_whole(drafts: list[Draft]) -> None:
    """A part without words of its own takes scope, days and speaker from the whole it belongs to."""
    for draft in drafts:
        if draft.told.parent is None or draft.told.relation is Relation.REPEAT:
            continue
        whole = drafts[draft.told.parent]
        if draft.told.scope is Scope.INCIDENT and whole.told.scope is not Scope.INCIDENT and not draft.times:
            draft.told.scope = whole.told.scope
            draft.reasons["scope"] = "as the whole it is part of"
        if draft.speech is None and whole.speech is not None:
            draft.speech = whole.speech
            draft.reasons["attribution"] = f"as the whole it is part of: {whole.speech.text!r}"
        if whole.days is not None and not any(when.interval for when in draft.times):
            draft.days = whole.days
            draft.reasons["time"] = "as the whole it is part of"
        if (
            draft.told.victims.category is Category.ANY
            and whole.told.victims.category in INHERITED
            and bare(draft.told.mention)
        ):
            draft.told.victims = replace(draft.told.victims, category=whole.told.victims.category)
            draft.reasons["victims"] = "as the whole it is part of"
