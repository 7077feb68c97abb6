"""What the choice of a speaker looks at: named features of a candidate, of the number, and of how they stand.

`OF_A_VOICE` and `OF_NOBODY` are the declared lists: reading them is reading what the model sees. Nothing here knows a
label or a weight.
"""

from collections.abc import Callable, Iterator

from marsad.extract.en.cast import Voice
from marsad.extract.en.speaker_options import Number, Option
from marsad.extract.en.speaker_roles import Speaker

_SIGNS = frozenset(("but", "while", "and", ";", ":", "whereas", "that", ",", "who", "–"))
Features = Callable[[Number, Option, Speaker, Voice], Iterator[str]]


def standing(number: Number, option: Option, speaker: Speaker, voice: Voice) -> Iterator[str]:
    """Where the speaker stands to the number, and how the text lets it speak."""
    where, role, kind, group = option.where, speaker.role, _kind(speaker.kind, speaker.name), speaker.group
    rank, others = min(option.rank, 3), min(2, len(number.speaking) - (speaker in number.speaking))
    yield f"{where}:{role}"
    yield f"{where}:{kind}"
    yield f"{where}:{role}&{kind}"
    yield f"{where}&rank={rank}"
    yield f"{where}&rank={rank}&{role}"
    yield f"{where}&{number.place}"
    yield f"{where}&{number.place}&{role}"
    yield f"{where}&named={bool(speaker.name)}&{kind}"
    yield f"{where}:{group}"
    yield f"{where}:{group}&{kind}"
    yield f"{where}:{group}&{number.place}"
    yield f"{where}:{group}&rank={rank}"
    yield f"{where}&others speak={others}"
    yield f"{where}:{role}&others speak={min(1, others)}"
    yield f"{where}&single={number.mention.single}&{role}"
    yield f"{where}&quoted={number.quoted}&{role}"
    if speaker.verb:
        yield f"{where}:verb={speaker.verb}"


def in_report(number: Number, option: Option, speaker: Speaker, voice: Voice) -> Iterator[str]:
    """How the voice stands in the report."""
    where, speaking, kind = option.where, number.cast.speaking, _kind(voice.kind, voice.name)
    yield f"voice {where}&speaks={min(3, len(voice.spoken))}"
    yield f"voice {where}&of={min(4, speaking)}"
    yield f"voice {where}&only={speaking == 1}&{kind}"
    yield f"voice {where}&first={number.cast.first is voice}"
    yield f"voice {kind}&named={bool(voice.name)}"
    yield f"voice {where}&said={bool(voice.spoken)}&named={bool(voice.name)}&{number.place}"
    for role in {other.role for other in voice.spoken}:
        yield f"voice {where}&is let={role}"
    yield f"voice {where}&tells the same number={number.told_by(voice)}&{number.place}"
    if voice.name and voice.name.lower() in (number.page.report.outlet or "").lower():
        yield f"voice {where} is the outlet"


def of_the_claim(number: Number, option: Option, speaker: Speaker, voice: Voice) -> Iterator[str]:
    """The scope of the claim and its relation to another."""
    where, group = option.where, speaker.group
    yield f"{where}&scope={number.scope}"
    yield f"{where}:{group}&scope={number.scope}"
    yield f"{where}&scope={number.scope}&{speaker.kind}"
    yield f"{where}&relation={number.relation}"
    yield f"{where}:{group}&relation={number.relation}"


def inside(number: Number, option: Option, speaker: Speaker, voice: Voice) -> Iterator[str]:
    """Within one sentence: whether the number hangs on what is said, and what stands between."""
    where, role, at = option.where, speaker.role, number.mention.number.i
    if where not in ("left", "right"):
        return
    yield f"{where}:{role}&governed={speaker.verb_at in number.chain if speaker.verb_at >= 0 else None}"
    gap = max(speaker.first - at, at - speaker.last)
    far = 0 if gap < 4 else 1 if gap < 9 else 2 if gap < 18 else 3
    yield f"{where}&far={far}"
    yield f"{where}:{role}&far={far}"
    low, high = min(speaker.first, at), max(speaker.first, at)
    crossed = sum(1 for other in number.speaking if other is not speaker and low < other.first < high)
    yield f"{where}:{role}&crossed={min(2, crossed)}"
    for sign in _SIGNS.intersection(speaker.line.lower[min(speaker.last, at) + 1 : high]):
        yield f"{where}:{role}&between={sign}"
    yield f"{where}&opens={speaker.first == 0}&{role}"
    yield f"{where}&closes={speaker.last >= len(speaker.line.words) - 4}&{role}"
    if not speaker.speaks:
        orphan = "none" if not number.orphans else "after" if number.orphans[-1] > speaker.last else "before"
        yield f"{where}:{role}&orphan={orphan}"
        yield f"{where}:{role}&orphan={orphan}&{_kind(speaker.kind, speaker.name)}"


def across(number: Number, option: Option, speaker: Speaker, voice: Voice) -> Iterator[str]:
    """Over sentences: how far, in which paragraph, and whether somebody speaks in the number's own."""
    where = option.where
    if where in ("left", "right"):
        return
    own, theirs = number.sentence, speaker.line.sentence
    gap, near = abs(own.index - theirs.index), _near(abs(own.paragraph - theirs.paragraph))
    far = min(gap, 3) if gap < 5 else 5 if gap < 9 else 9
    speaks = bool(number.speaking)
    yield f"{where}&gap={far}&{near}"
    yield f"{where}&gap={far}&speaks={speaks}"
    yield f"{where}&{near}&rank={option.rank}&speaks={speaks}"
    yield f"{where}&{near}&{speaker.role}&speaks={speaks}"
    yield f"{where}&{near}&{speaker.kind}&speaks={speaks}"
    yield f"{where}&last={speaker is number.last_spoken}&{near}&speaks={speaks}"
    yield f"{where}&{near}&opening={_opening(number)}"
    later = any(o.start > speaker.start and o.speaks for o in number.cast.by_sentence.get(theirs.index, ()))
    yield f"{where}&not the last of its sentence={later}"


def nobody(number: Number) -> Iterator[str]:
    """Whether the number is the outlet's own."""
    last, roles = number.last_spoken, {speaker.role for speaker in number.speaking}
    near = "none" if last is None else _near(number.sentence.paragraph - last.line.sentence.paragraph)
    speaks = bool(roles)
    groups = {speaker.group for speaker in number.own}
    best = next((group for group in ("says", "counts", "there") if group in groups), "none")
    yield "nobody"
    yield f"nobody&{number.place}&speaks={speaks}"
    yield f"nobody&before={near}&speaks={speaks}"
    yield f"nobody&before={near}&speaks={speaks}&{number.place}"
    yield f"nobody&speaking={min(4, number.cast.speaking)}&speaks={speaks}"
    yield f"nobody&single={number.mention.single}&speaks={speaks}&before={near}"
    yield f"nobody&own={min(3, len(number.own))}&speaks={speaks}"
    yield f"nobody&quoted={number.quoted}"
    yield f"nobody&orphans={bool(number.orphans)}&speaks={speaks}"
    yield f"nobody&best={best}"
    yield f"nobody&best={best}&{number.place}"
    yield f"nobody&best={best}&before={near}"
    yield f"nobody&told again={number.told_again()}&{number.place}"
    yield f"nobody&periodic={number.page.news.genre.periodic}&speaks={speaks}"
    yield f"nobody&opening={_opening(number)}"
    for role in roles:
        yield f"nobody&role={role}"
    for word in number.words:
        yield f"nobody&word={word}"
    yield from _nobody_by_claim(number, best, near)


def _nobody_by_claim(number: Number, best: str, near: str) -> Iterator[str]:
    yield f"nobody&scope={number.scope}"
    yield f"nobody&scope={number.scope}&best={best}"
    yield f"nobody&scope={number.scope}&before={near}"
    yield f"nobody&scope={number.scope}&before={near}&speaks={bool(number.speaking)}&single={number.mention.single}"
    yield f"nobody&scope={number.scope}&{number.place}"
    yield f"nobody&relation={number.relation}&best={best}"
    yield f"nobody&relation={number.relation}&before={near}"


OF_A_VOICE: list[Features] = [standing, in_report, of_the_claim, inside, across]
OF_NOBODY: list[Callable[[Number], Iterator[str]]] = [nobody]


def features(number: Number, option: Option) -> list[str]:
    """The features of a candidate."""
    if option.speaker is None or option.voice is None:
        return [name for part in OF_NOBODY for name in part(number)]
    return [name for part in OF_A_VOICE for name in part(number, option, option.speaker, option.voice)]


def _kind(kind: str, name: str) -> str:
    return kind or ("name" if name else "none")


def _near(paragraphs: int) -> str:
    return "same" if paragraphs == 0 else "next" if paragraphs <= 2 else "far"


def _opening(number: Number) -> str:
    doc = number.mention.doc
    return str(doc[0].lower_) if len(doc) else ""
