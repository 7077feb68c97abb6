"""What holds for any claims: order changes nothing, each claim and each report has one home, ids only grow."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.link import link
from marsad.model import Claim, Episode, Incident, Interval, Place, Report, Scope
from tests.link.stories import Story, together

PLACES = [None, "Jableh", "Baniyas", "Jableh, Latakia", "Latakia", "Syria", "near Jableh"]
WORDS = ["Abu Qasra", "Nabi Yunis", "the market", "a separate attack", "gunmen", "an air strike"]
DAY = date(2025, 3, 6)


@st.composite
def stories(draw: st.DrawFn) -> list[Story]:
    made = []
    for n in range(draw(st.integers(1, 7))):
        said = draw(st.one_of(st.none(), st.integers(0, 9)))
        story = Story(f"r{n}", None if said is None else (DAY + timedelta(days=said)).isoformat())
        for _ in range(draw(st.integers(1, 3))):
            number = draw(st.integers(1, 60))
            story.says(
                f"In {draw(st.sampled_from(WORDS))} of {draw(st.sampled_from(WORDS))} {number} died.",
                number,
                place=draw(st.sampled_from(PLACES)),
                time=draw(intervals()),
                scope=draw(st.sampled_from(list(Scope))),
                conflict=draw(st.integers(0, 9)) > 0,
            )
        made.append(story)
    return made


@st.composite
def intervals(draw: st.DrawFn) -> Interval | None:
    if draw(st.booleans()):
        return None
    start = DAY + timedelta(days=draw(st.integers(-3, 3)))
    return Interval.of(start, start + timedelta(days=draw(st.sampled_from([0, 0, 0, 2, 30]))))


def home(found: list[Incident | Episode], claim: Claim) -> list[Incident | Episode]:
    """The incidents and episodes whose own claim it is: not those that have it from an incident they hold."""
    held = {one.id: one for one in found}
    mine = [one for one in found if claim.id in one.claims]
    inner = {name for one in mine if isinstance(one, Episode) for name in one.incidents}
    return [
        one for one in mine if not any(other in held and claim.id in held[other].claims for other in _held(one))
    ] + [one for one in mine if one.id in inner and one not in mine]


def _held(one: Incident | Episode) -> tuple[str, ...]:
    return one.incidents if isinstance(one, Episode) else ()


@settings(max_examples=60, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_order_of_input_changes_nothing(made: list[Story], chance: "st.random.Random") -> None:  # type: ignore[name-defined]
    claims, reports = together(*made)
    expected = link(claims, reports)
    mixed, names = list(claims), list(reports)
    chance.shuffle(mixed)
    chance.shuffle(names)
    assert link(mixed, {name: reports[name] for name in names}) == expected


@settings(max_examples=60, deadline=None)
@given(stories())
def test_each_claim_of_harm_and_each_report_has_one_home(made: list[Story]) -> None:
    claims, reports = together(*made)
    found = link(claims, reports)
    for claim in claims:
        assert len(home(found, claim)) == (1 if claim.harm else 0)
    mains = [report for one in found for report in one.main_reports]
    assert len(mains) == len(set(mains))
    assert len({one.id for one in found}) == len(found)


@settings(max_examples=60, deadline=None)
@given(stories())
def test_parents_exist_and_make_no_circle(made: list[Story]) -> None:
    found = {one.id: one for one in link(*together(*made))}
    for one in found.values():
        seen, at = set(), one
        while at.parent is not None:
            assert at.id not in seen
            seen.add(at.id)
            at = found[at.parent]
            assert isinstance(at, Episode)
            assert one.id in at.incidents
            assert set(one.claims) <= set(at.claims)


@settings(max_examples=40, deadline=None)
@given(stories())
def test_linking_again_gives_the_same(made: list[Story]) -> None:
    claims, reports = together(*made)
    assert link(claims, reports) == link(claims, reports)


def test_a_place_without_words_is_no_error() -> None:
    story = Story("a", None).says("1 died.", 1, place=Place(country="SY"))
    claims, reports = together(story)
    assert [one.name for one in link(claims, reports)] == ["Violence in SY"]
    assert isinstance(reports["a"], Report)
