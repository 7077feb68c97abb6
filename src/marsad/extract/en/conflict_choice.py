"""Whether the harm told in a sentence was done by conflict: a learned decision on the report and the sentence together.

The report is seen by its topics (`conflict.yaml`), and by the topics and words of its first lines; the sentence by its
topics and words. So floods told in a report of war are not war, and a roadside bomb told among accidents is.
"""

import re
from collections.abc import Iterator

from marsad.extract.en import conflict, learned
from marsad.extract.en.conflict import Topic
from marsad.extract.en.linear import Linear, Row

YES, NO = "yes", "no"
LEAD = 400  # characters in which a report says what it is about
LONGEST = 3000  # characters of a sentence whose words are looked at
STEM = 7  # letters of a word that count: one form for "shelling" and "shelled" at no cost
STEPS = (1, 3, 6, 10, 16, 24)  # of a topic's score
_WORD = re.compile(r"[a-z]{3,}")


def report_signs(text: str, topic: Topic) -> list[str]:
    """What is seen of the report as a whole, sorted. `topic` is that of the whole text."""
    lead = conflict.weigh(text[:LEAD])
    signs = {f"whole is conflict={topic.conflict}", f"lead is conflict={lead.conflict}"}
    signs.add(f"whole margin={_clip((topic.violence - topic.other) // 5, 6)}")
    signs.add(f"lead margin={_clip((lead.violence - lead.other) // 6, 6)}")
    signs.update(_topics("whole", topic), _topics("lead", lead))
    signs.update(f"lead={word}" for word in _words(text[:LEAD]))
    return sorted(signs)


def sentence_signs(sentence: str) -> list[str]:
    """What is seen of a sentence, sorted."""
    own = conflict.weigh(sentence)
    silent = not own.violence and not own.other
    signs = {f"here is conflict={'unsaid' if silent else own.conflict}"}
    signs.add(f"here margin={_clip((own.violence - own.other) // 3, 5)}")
    signs.update(_topics("here", own))
    signs.update(f"here={word}" for word in _words(sentence[:LONGEST]))
    return sorted(signs)


def _topics(where: str, topic: Topic) -> Iterator[str]:
    for name, score in topic.topics:
        yield from (f"{where} {name}>={step}" for step in STEPS if score >= step)


def _words(text: str) -> set[str]:
    return {word[:STEM] for word in _WORD.findall(text.lower())}


def _clip(value: int, most: int) -> int:
    return max(-most, min(most, value))


class Story:
    """A report, without its page's furniture, as the decision sees it: looked at when a sentence is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._seen: tuple[Linear, Row, dict[str, list[str]], Topic] | None = None

    def of_sentence(self, sentence: str) -> tuple[bool, str]:
        """Whether a sentence's harm was done by conflict, and why."""
        model, beside, telling, topic = self._report()
        signs = sentence_signs(sentence)
        chance = model.probabilities(signs, beside)[YES]
        value = chance >= model.threshold
        chosen = YES if value else NO
        heaviest = model.heaviest([*signs, *telling[chosen]], chosen, 4)
        return value, f"learned {max(chance, 1 - chance):.2f} ({', '.join(heaviest)}); {topic.sentence}"

    def _report(self) -> tuple[Linear, Row, dict[str, list[str]], Topic]:
        if self._seen is None:
            model = learned.model("conflict")
            topic = conflict.weigh(self._text)
            signs = report_signs(self._text, topic)
            telling = {chosen: model.heaviest(signs, chosen) for chosen in (YES, NO)}
            self._seen = model, model.scores(signs), telling, topic
        return self._seen
