"""What is put together and what is kept apart, case by case."""

from dataclasses import replace

import marsad.link
from marsad.link import link
from marsad.model import Certainty, Episode, Incident, Place, PlacePrecision, Relation, Scope, Victims
from marsad.model.vocabulary import Category
from tests.link.stories import Story, days, together


def groups(*stories: Story) -> set[frozenset[str]]:
    """Which reports are main reports of one incident or episode."""
    return {frozenset(one.main_reports) for one in link(*together(*stories)) if one.main_reports}


def apart(*names: str) -> set[frozenset[str]]:
    return {frozenset({name}) for name in names}


def test_the_stage_has_one_verb() -> None:
    assert marsad.link.__all__ == ["link"]


def test_updates_of_one_event_are_one_incident() -> None:
    # 5, then 7, then 9 dead of one bomb, the place spelled in three ways
    first = Story("a", "2025-03-08").says("A bomb killed 5 in Tartus.", 5, place="Tartus", time=days("2025-03-08"))
    second = Story("b", "2025-03-09").says("The bomb killed 7.", 7, place="Tartous", time=days("2025-03-08"))
    third = Story("c", "2025-03-10").says("Toll now 9.", 9, place="Tartus city, Syria", time=days("2025-03-08"))
    assert groups(first, second, third) == {frozenset("abc")}


def test_same_place_another_day_is_another_incident() -> None:
    # the same market, the same number, a week apart
    one = Story("a", "2025-03-01").says(
        "A bomb killed 15 at the market of Azaz.", 15, place="Azaz", time=days("2025-03-01")
    )
    two = Story("b", "2025-03-08").says(
        "A bomb killed 15 at the market of Azaz.", 15, place="Azaz", time=days("2025-03-08")
    )
    assert groups(one, two) == apart("a", "b")


def test_same_day_another_country_is_another_incident() -> None:
    # Tripoli is in two countries
    libya = Place(text="Tripoli", country="LY")
    lebanon = Place(text="Tripoli", country="LB")
    one = Story("a", "2025-03-01").says("Clashes killed 5 in Tripoli.", 5, place=libya, time=days("2025-03-01"))
    two = Story("b", "2025-03-01").says("Clashes killed 5 in Tripoli.", 5, place=lebanon, time=days("2025-03-01"))
    assert groups(one, two) == apart("a", "b")


def test_resolved_places_far_apart_exclude_each_other() -> None:
    def village(name: str, latitude: float) -> Place:
        return Place(
            text="Kafr",
            id=f"test:{name}",
            name=name,
            country="SY",
            latitude=latitude,
            longitude=36.5,
            precision=PlacePrecision.SETTLEMENT,
        )

    one = Story("a", "2025-03-01").says("5 died in Kafr.", 5, place=village("Kafr A", 35.0), time=days("2025-03-01"))
    two = Story("b", "2025-03-01").says("5 died in Kafr.", 5, place=village("Kafr B", 36.0), time=days("2025-03-01"))
    assert groups(one, two) == apart("a", "b")


def test_unknown_days_and_place_are_weak_evidence_not_contradiction() -> None:
    # the second report says neither where nor when, but uses the same rare names
    full = Story("a", "2025-03-08").says(
        "Gunmen of Abu Qasra killed 31 near the shrine of Nabi Yunis in Jableh.",
        31,
        place="Jableh",
        time=days("2025-03-07"),
    )
    bare = Story("b", "2025-03-08").says("Abu Qasra gunmen killed 31 at the Nabi Yunis shrine, in Jableh.", 31)
    assert groups(full, bare) == {frozenset("ab")}


def test_an_attack_told_apart_in_one_report() -> None:
    story = (
        Story("a", "2025-03-08")
        .says("A bomb killed 5 in Homs.", 5, place="Homs", time=days("2025-03-08"))
        .says("In a separate attack, gunmen killed 2 there.", 2, place="Homs", time=days("2025-03-08"))
    )
    found = link(*together(story))
    assert sorted(len(one.claims) for one in found) == [1, 1]
    assert [one.main_reports for one in found if one.main_reports] == [("a",)]


def test_denied_imagined_and_peaceful_harm_stands_in_no_incident() -> None:
    story = (
        Story("a", "2025-03-08")
        .says("Nobody denies that 4 died when a bus crashed.", 4, place="Homs", conflict=False)
        .says("A strike could kill 900.", 900, place="Homs", certainty=Certainty.HYPOTHETICAL)
        .says("The army denied that 12 were killed.", 12, place="Homs", certainty=Certainty.DENIED)
    )
    assert link(*together(story)) == []


def test_the_past_never_becomes_the_main_event() -> None:
    story = (
        Story("a", "2025-03-08")
        .says("Last year a bomb killed 30 in Hama.", 30, place="Hama", time=days("2024-03-08"), scope=Scope.BACKGROUND)
        .says("On Saturday a bomb killed 3 in Homs.", 3, place="Homs", time=days("2025-03-08"))
    )
    main = next(one for one in link(*together(story)) if one.main_reports)
    assert main.claims == (story.claims[1].id,)


def test_a_verdict_tells_of_the_past() -> None:
    # a report that has nothing newer than one dated event of the past is about that event
    old = Story("a", "2014-06-13").says(
        "Gunmen killed 160 recruits at Speicher.", 160, place="Speicher", time=days("2014-06-12")
    )
    new = Story("b", "2015-07-08").says(
        "A court convicted 24 men of the killing of 160 recruits at Speicher.",
        160,
        place="Speicher",
        time=days("2014-06-12"),
        scope=Scope.BACKGROUND,
    )
    assert groups(old, new) == {frozenset("ab")}


def test_a_running_count_is_one_episode_and_holds_its_incidents() -> None:
    coast = "Syrian coast"
    one = Story("a", "2025-03-08").says(
        "340 were killed since Thursday.",
        340,
        place=coast,
        time=days("2025-03-06", "2025-03-08"),
        scope=Scope.CUMULATIVE,
    )
    two = (
        Story("b", "2025-03-12")
        .says(
            "1383 died since 6 March.", 1383, place=coast, time=days("2025-03-06", "2025-03-12"), scope=Scope.CUMULATIVE
        )
        .says(
            "40 of them died in Jableh.",
            40,
            place="Jableh",
            time=days("2025-03-07"),
            relation=Relation.SUBSET,
            parent=0,
        )
    )
    found = link(*together(one, two))
    episode = next(found for found in found if isinstance(found, Episode))
    incident = next(found for found in found if isinstance(found, Incident))
    assert episode.main_reports == ("a", "b")
    assert incident.parent == episode.id
    assert episode.incidents == (incident.id,)
    assert set(episode.claims) == {claim.id for story in (one, two) for claim in story.claims}
    assert episode.name == "Violence on the Syrian coast, 6\N{EN DASH}12 March 2025"


def test_monthly_reports_of_different_months_stay_apart() -> None:
    months = [("2025-01-01", "2025-01-31"), ("2025-02-01", "2025-02-28"), ("2025-03-01", "2025-03-31")]
    stories = [
        Story(f"m{n}", last).says(
            "The mission counted 161 civilians killed in Syria.",
            161,
            place="Syria",
            time=days(first, last),
            scope=Scope.CUMULATIVE,
            source="UN mission",
        )
        for n, (first, last) in enumerate(months)
    ]
    assert groups(*stories) == apart("m0", "m1", "m2")


def test_counts_of_civilians_and_of_soldiers_are_two_counts() -> None:
    war = days("2022-02-24", "2022-11-08")
    ukraine = Place(text="Ukraine", country="UA")
    civilians = Story("a", "2022-11-08").says(
        "6490 civilians died.",
        6490,
        place=ukraine,
        time=war,
        scope=Scope.CUMULATIVE,
        victims=Victims(category=Category.CIVILIAN),
    )
    soldiers = Story("b", "2022-11-08").says(
        "77170 soldiers died.",
        77170,
        place=ukraine,
        time=war,
        scope=Scope.CUMULATIVE,
        victims=Victims(category=Category.STATE_FORCES),
    )
    assert groups(civilians, soldiers) == apart("a", "b")


def test_a_war_is_not_the_parent_of_all_that_happens_in_it() -> None:
    war = Story("a", "2022-03-15").says(
        "610000 died in Syria since 2011.",
        610000,
        place="Syria",
        time=days("2011-03-15", "2022-03-15"),
        scope=Scope.CUMULATIVE,
    )
    bomb = Story("b", "2017-01-07").says("A bomb killed 48 in Azaz.", 48, place="Azaz", time=days("2017-01-07"))
    assert all(one.parent is None for one in link(*together(war, bomb)))


def test_later_reports_keep_the_id() -> None:
    first = Story("b", "2025-03-08").says("A bomb killed 5 in Tartus.", 5, place="Tartus", time=days("2025-03-08"))
    later = Story("a", "2025-03-09").says("The bomb killed 7.", 7, place="Tartus", time=days("2025-03-08"))
    alone, both = link(*together(first)), link(*together(first, later))
    assert [one.id for one in alone] == [one.id for one in both]
    assert both[0].main_reports == ("a", "b")


def test_a_report_that_says_it_revises_another() -> None:
    first = Story("a", "2025-03-08").says("A blast killed 5.", 5, place="Tartus")
    second = Story("b", "2025-03-08").says("An explosion killed 6.", 6)
    claims, reports = together(first, second)
    plain = {frozenset(one.main_reports) for one in link(claims, reports)}
    revised = Story("b", "2025-03-08").says("An explosion killed 6.", 6).report
    reports["b"] = type(revised)(id="b", text=revised.text, published_at=revised.published_at, revises="a")
    assert plain == apart("a", "b")
    assert [one.main_reports for one in link(claims, reports)] == [("a", "b")]


def test_a_number_told_again_is_one_event_whichever_way_its_scope_was_read() -> None:
    # the headline's "rises to 9" was read as a count, the body's 9 as an event of one day more
    story = Story("a", "2025-03-09")
    story.says("Toll of the bombing rises to 9.", 9, place="Homs", time=days("2025-03-08"), scope=Scope.CUMULATIVE)
    story.says("The bomb killed 9 in Homs.", 9, place="Homs", time=days("2025-03-08", "2025-03-09"))
    found = link(*together(story))
    assert [(len(one.claims), one.main_reports) for one in found] == [(2, ("a",))]


def test_a_part_told_before_its_whole() -> None:
    # "2 children were among the 7 dead": the part stands first, without place or day of its own
    story = Story("a", "2025-03-08").says("Of the dead, 2 were children,", 2)
    story.says("and 7 died at Jableh in all.", 7, place="Jableh", time=days("2025-03-08"))
    part = replace(story.claims[0], relation=Relation.SUBSET, parent=story.claims[1].id, place=None)
    story.claims[0] = part
    found = link(*together(story))
    assert [len(one.claims) for one in found] == [2]


def test_a_place_that_was_read_wrongly_but_is_named_by_the_other_report() -> None:
    # the second report's claim was put in the capital, though its text names the town
    town = Place(text="Tal Abyad", id="t:1", name="Tal Abyad", country="SY", precision=PlacePrecision.SETTLEMENT)
    city = Place(text="Damascus", id="t:2", name="Damascus", country="SY", precision=PlacePrecision.SETTLEMENT)
    one = Story("a", "2025-03-08").says("Gunmen killed 31 in Tal Abyad.", 31, place=town, time=days("2025-03-08"))
    two = Story("b", "2025-03-08").says(
        "Damascus said gunmen killed 31 at Tal Abyad.", 31, place=city, time=days("2025-03-08")
    )
    other = Story("c", "2025-03-08").says("Gunmen killed 31 in Damascus.", 31, place=city, time=days("2025-03-08"))
    assert groups(one, two) == {frozenset("ab")}
    assert groups(one, other) == apart("a", "c")
