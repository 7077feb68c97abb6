"""A claim in its report, as the models of class, scope and relation see it: with the claims around it.

All claims are seen as the rules made them, so that one can be judged by the others whatever is decided of them.
"""

import re
from collections import Counter
from functools import cached_property
from itertools import islice

from marsad.extract.en.candidates import Page
from marsad.extract.en.cues import cues
from marsad.extract.en.draft import Draft
from marsad.extract.en.gist import gist_of

CLASS_WORDS = re.compile(
    r"\b(?:civilian|soldier|troop|police|fighter|militant|rebel|child|women|student|villager)\w*", re.I
)
KIND = re.compile(r"^[^:('0-9]{1,40}")
REPORT_CUES = ("background", "cumulative", "toll_moves", "one_event", "periodic")


class Whole:
    """What the claims of one report share."""

    def __init__(self, page: Page, drafts: list[Draft]) -> None:
        self.page, self.drafts, self.text = page, drafts, page.report.text
        self.classes = Counter(draft.told.victims.category.value for draft in drafts)
        self.words = Counter(match.group().lower()[:7] for match in CLASS_WORDS.finditer(self.text))
        self.cues = {
            name: sum(1 for _ in islice(cues()[name].pattern.finditer(self.text[:6000]), 4)) for name in REPORT_CUES
        }
        self.largest = max((draft.told.value or 0 for draft in drafts), default=0)
        self.sentences = max((read.sentence.index for read in page.sentences), default=0) + 1
        self.gist = gist_of(self.text)
        self.signs: dict[int, tuple[list[str], list[str]]] = {}
        self.values: dict[tuple[str, int | None], list[int]] = {}
        for place, draft in enumerate(drafts):
            self.values.setdefault((draft.told.measure.value, draft.told.value), []).append(place)


class Part:
    """A claim in its report."""

    def __init__(self, whole: Whole, place: int) -> None:
        self.whole, self.place = whole, place
        self.draft = whole.drafts[place]
        self.words: list[str] = []
        self.told, self.mention = self.draft.told, self.draft.told.mention
        self.before = whole.drafts[place - 1] if place else None
        self.parent = whole.drafts[self.told.parent] if self.told.parent is not None else None

    @cached_property
    def near(self) -> str:
        """How near the claim before it stands."""
        if self.before is None:
            return "none"
        other = self.before.told.mention.sentence
        if other.index == self.mention.sentence.index:
            return "sentence"
        return "paragraph" if other.paragraph == self.mention.sentence.paragraph else "far"


def kind_of(reason: str) -> str:
    """The rule behind a reason, without the words it quotes."""
    found = KIND.match(reason)
    return found.group().strip() if found else reason[:20]


def size_of(value: int | None) -> str:
    """A number as a feature: itself below four, else by its number of figures."""
    return "none" if value is None else str(value) if value < 4 else f"e{len(str(value))}"
