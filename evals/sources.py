"""How well attributions resolve, given the words of the labels: python -m evals.sources [--errors N]

The labels name the source of each number, not the words the text has for it. So the words are looked up: the nearest
mention to the claim of the source's name, its abbreviation, a person who speaks for it, or a general head noun of its
kind. That mention is fed to the stage as the extractor would, and the answer is compared as the claims scorer does.

- `named`: claims whose source has such a mention: right as the words stand, and right after the stage
- `null`: claims in the outlet's own voice, fed without words: how many stay null
- `silent`: claims whose own sentence has no mention, fed without words: found right, found wrong, left null

Two blocks are printed: the articles that may be read, and those set aside; of these only the sums.
"""

import argparse
import importlib.util
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from evals.gold import GOLD, claims, reports, set_aside
from marsad.attribute import attribute
from marsad.attribute.directory import shipped
from marsad.attribute.scene import Scene
from marsad.model import Attribution, Claim, Report, Span

SameName = Callable[[str | None, str | None], bool]
_HEADS = re.compile(
    r"\b(?:officials?|police|authorities|residents?|witnesses|eyewitnesses|sources?|activists?|ministry"
    r"|minister|observatory|monitor"
    r"|network|organi[sz]ation|group|mission|military|army|coalition|governor|spokes\w+|villagers|parents"
    r"|locals|media|hospitals?"
    r"|government|prosecutor|commission|investigators|agency|director|medics|military|party|rebels|commander"
    r"|chief)\b"
)


def same_name() -> SameName:
    """The comparison of names that the claims scorer uses, from the scorer itself."""
    spec = importlib.util.spec_from_file_location("score_claims", GOLD.parent / "score_claims.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: SameName = module.same_name
    return found


def mentions(source: str, scene: Scene) -> list[Span]:
    """Where the text may mean this source: a name of it, its person or body, or a head noun they share."""
    person, _, body = source.partition(",")
    spans = [_span(match) for name in (source, person, body.strip()) if len(name) > 2 for match in _found(name, scene)]
    entry = shipped().find(source) or shipped().find(body.strip())
    spans += [Span(start=hit.start, end=hit.end) for hit in scene.hits if entry and hit.source is entry]
    surname = person.split()[-1]
    if body and surname[:1].isupper():
        spans += [_span(match) for match in _found(surname, scene)]
    heads = set(_HEADS.findall(source.lower()))
    if not spans or heads:
        stems = {head.rstrip("s") for head in heads}
        spans += [
            _phrase(match, scene) for match in _HEADS.finditer(scene.folded) if match.group().rstrip("s") in stems
        ]
    return spans


def nearest(spans: list[Span], claim: Claim, scene: Scene) -> Span | None:
    """The mention nearest the claim: in its sentence, else by distance, those after it counted twice as far."""
    at = claim.quantity.start or 0
    number = scene.sentence_at(at)

    def distance(span: Span) -> tuple[bool, int, int]:
        gap = at - span.start if span.start < at else 2 * (span.start - at)
        return scene.sentence_at(span.start) != number, gap, -(span.end - span.start)

    return min(spans, key=distance, default=None)


def score(block: list[Report], same: SameName, errors: list[str]) -> Counter[str]:
    """The sums of one block of articles."""
    n: Counter[str] = Counter()
    for report in block:
        scene = Scene(report, shipped())
        gold = claims(report)
        fed = [_fed(claim, scene, near=True) for claim in gold]
        silent = [_fed(claim, scene, near=False) for claim in gold]
        for claim, words, near, alone in zip(gold, fed, attribute(fed, report), attribute(silent, report), strict=True):
            _count(n, claim, words, near, alone, same, errors)
    return n


def _count(
    n: Counter[str], gold: Claim, words: Claim, near: Claim, alone: Claim, same: SameName, errors: list[str]
) -> None:
    wanted = gold.attribution.source
    if wanted is None:
        n["null"] += 1
        n["null_kept"] += alone.attribution.source is None
        if alone.attribution.source:
            errors.append(f"[null] {gold.report} {gold.quantity.text!r}: {_told(alone)}")
        return
    if words.attribution.text:
        n["named"] += 1
        n["named_as_worded"] += same(wanted, words.attribution.text)
        right = same(wanted, near.attribution.source)
        n["named_right"] += right
        if not right:
            errors.append(f"[named] {gold.report} {wanted!r} <- {words.attribution.text!r}: {_told(near)}")
    if alone.attribution.text is None or alone.attribution.text != words.attribution.text:
        n["silent"] += 1
        outcome = (
            "left"
            if alone.attribution.source is None
            else "right"
            if same(wanted, alone.attribution.source)
            else "wrong"
        )
        n[f"silent_{outcome}"] += 1
        if outcome == "wrong":
            errors.append(f"[silent] {gold.report} {wanted!r}: {_told(alone)}")
    n["via"] += gold.attribution.via is not None
    n["via_right"] += gold.attribution.via is not None and same(gold.attribution.via, near.attribution.via)
    n["via_extra"] += gold.attribution.via is None and near.attribution.via is not None


def _told(claim: Claim) -> str:
    return f"{claim.attribution.source!r} ({claim.reasons['attribution']})"


def _share(n: Counter[str], part: str, whole: str) -> str:
    return f"{n[part] / max(1, n[whole]):.3f}"


def _fed(claim: Claim, scene: Scene, *, near: bool) -> Claim:
    """The claim as the extractor would hand it over: with words for its source, or none."""
    at = claim.quantity.start or 0
    sentence = scene.sentences[scene.sentence_at(at)]
    wanted = claim.attribution.source
    span = nearest(mentions(wanted, scene), claim, scene) if wanted else None
    if span and not near and scene.sentence_at(span.start) != scene.sentence_at(at):
        span = None
    text = scene.text[span.start : span.end] if span else None
    return replace(claim, sentence=sentence, attribution=Attribution(text=text, source=text))


def _found(name: str, scene: Scene) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?<!\w){re.escape(name.lower())}(?!\w)", scene.text.lower()))


def _span(match: re.Match[str]) -> Span:
    return Span(start=match.start(), end=match.end())


def _phrase(match: re.Match[str], scene: Scene) -> Span:
    """A head noun with the article and the one or two words before it."""
    before = re.search(r"(?:(?:the|a|an) (?:[\w'-]+ )?)?$", scene.folded[max(0, match.start() - 24) : match.start()])
    return Span(start=match.start() - (len(before.group()) if before else 0), end=match.end())


def main() -> None:
    """Print both blocks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=0, help="print up to N errors of the articles that may be read")
    wanted = parser.parse_args()
    same, errors = same_name(), list[str]()
    away = set_aside()
    for name, block in (("read", reports()), ("set aside", [r for r in reports(aside=True) if r.id in away])):
        n = score(block, same, errors if name == "read" else [])
        print(f"{name}: " + "  ".join(f"{key} {n[key]}" for key in sorted(n)))
        print(
            f"  named {_share(n, 'named_right', 'named')} (as worded {_share(n, 'named_as_worded', 'named')})"
            f"  null kept {_share(n, 'null_kept', 'null')}"
            f"  silent right {_share(n, 'silent_right', 'silent')} wrong {_share(n, 'silent_wrong', 'silent')}"
            f"  via {_share(n, 'via_right', 'via')}, not in the labels {n['via_extra']}"
        )
    print("\n".join(errors[: wanted.errors]))


if __name__ == "__main__":
    main()
