"""What goes into the store comes out the same, on SQLite and on PostgreSQL."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.errors import QueryError
from marsad.model import Claim, Interval, Quantity, Quarantined, Report, Run, Verdict
from marsad.store import Presence, Store, rows
from tests.store.records import NOON, claim, judgement, report

# Everything a report may hold but NUL and lone surrogates, which ingest replaces.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=200)


def test_a_report_comes_back_with_its_claims(store: Store) -> None:
    one = report(title="Coast", url="https://example.org/1", outlet="Example", language="en", revises="r0")
    made = [claim(one), claim(one, 1, time=Interval.day(date(2025, 3, 7), "on Friday"))]
    assert store.add(one, made, issues=["field 'author' was left out"])
    assert store.report("r1") == one
    assert list(store.reports()) == [one]
    assert list(store.claims()) == made
    assert list(store.claims(report="r1")) == made
    assert list(store.issues()) == [("r1", "field 'author' was left out")]
    assert store.with_bytes(one.sha256 or "") == ["r1"]
    assert store.counts() == {"reports": 1, "claims": 2}


def test_what_is_not_there(store: Store) -> None:
    assert store.report("x") is None
    assert not store.has("x")
    assert store.incident("x") is None
    assert store.with_bytes("00") == []
    assert list(store.claims(report="x")) == []
    with pytest.raises(QueryError, match="no report 'x'"):
        store.add_reading("x", [])


def test_a_report_without_claims_was_read_too(store: Store) -> None:
    store.add(report(), [])
    assert store.generations("r1") == [(1, None)]


def test_presence(store: Store) -> None:
    one = report()
    assert store.presence(one) is Presence.ABSENT
    store.add(one, [])
    assert store.presence(one) is Presence.SAME
    # The same report in other bytes (a line with its fields in another order) at another time is the same report.
    assert store.presence(replace(one, sha256="ff", recorded_at=None)) is Presence.SAME
    assert store.presence(replace(one, text="Another text.", sha256="ff")) is Presence.CHANGED
    assert store.presence(replace(one, published_at="2025-03-09", sha256="ff")) is Presence.CHANGED


def test_a_second_report_of_one_id_changes_nothing(store: Store) -> None:
    one = report()
    store.add(one, [claim(one)])
    other = report(text="Another text, as long as the first one.")
    assert not store.add(other, [claim(other), claim(other, 1)], issues=["an issue"])
    assert store.report("r1") == one
    assert store.counts() == {"reports": 1, "claims": 1}
    assert list(store.issues()) == []


@pytest.mark.parametrize(
    ("stray", "told"),
    [
        (lambda one: claim(report("r2")), "is of report 'r2'"),
        (lambda one: claim(one, quantity=Quantity(low=1, text="one", start=990, end=993)), "beyond the"),
        (lambda one: claim(one, quantity=Quantity(low=3, text="three", start=0, end=5)), "quotes 'three'"),
    ],
)
def test_a_claim_that_points_elsewhere_keeps_all_of_its_report_out(
    store: Store, stray: Callable[[Report], Claim], told: str
) -> None:
    one = report()
    with pytest.raises(ValueError, match=told):
        store.add(one, [claim(one), stray(one)])
    assert store.counts() == {"reports": 0, "claims": 0}
    assert store.search("Jisr") == []  # the word index was rolled back too


def test_a_new_reading_becomes_the_current_one_and_the_old_one_stays(store: Store) -> None:
    one = report()
    first = [claim(one), claim(one, 1)]
    second = [claim(one, extractor="test-2", confidence=0.9)]
    store.add(one, first)
    assert store.add_reading("r1", second) == 2
    assert list(store.claims()) == second
    assert store.generation("r1", 1) == first
    assert store.generations("r1") == [(1, "test-1"), (2, "test-2")]
    assert list(store.some_claims([first[0].id, first[1].id])) == second
    assert store.add_reading("r1", []) == 3  # a later reader may find that there was nothing
    assert list(store.claims()) == []


def test_as_of_gives_what_was_known_by_the_end_of_a_day(store: Store) -> None:
    cases = [
        ("month", "2025-03", date(2025, 3, 31)),  # a month is over before all of it is surely known
        ("day", "2025-03-08T23:59", date(2025, 3, 8)),
        ("unknown", None, NOON.date()),  # known at the latest when it was recorded
    ]
    for id_, published, _ in cases:
        one = report(id_, published_at=published)
        store.add(one, [claim(one)])
    for day in (date(2025, 3, 7), date(2025, 3, 8), date(2025, 3, 9), date(2025, 3, 31)):
        known = sorted(id_ for id_, _, known_on in cases if known_on <= day)
        assert [item.id for item in store.reports(as_of=day)] == known
        assert [item.report for item in store.claims(as_of=day)] == known


def test_the_order_does_not_depend_on_the_order_of_arrival(store: Store) -> None:
    for id_ in ("b", "B", "a", "é", "10", "9"):
        one = report(id_)
        store.add(one, [claim(one), claim(one, 1)])
    order = ["10", "9", "B", "a", "b", "é"]  # by code point, on both databases
    assert [item.id for item in store.reports()] == order
    assert [item.report for item in store.claims()] == [id_ for id_ in order for _ in range(2)]


def test_a_stream_can_be_left_and_written_beside(store: Store) -> None:
    for number in range(1200):  # more than is fetched at once
        store.add(report(f"r{number:04}"), [])
    stream = store.reports()
    assert next(stream).id == "r0000"
    store.add(report("zzz"), [])
    assert len(list(stream)) >= 1199
    left = store.reports()
    next(left)
    del left


def test_judgements_and_quarantine_count_once(store: Store) -> None:
    one = judgement(Verdict.REJECT, "clm_1")
    assert store.judge(one)
    assert not store.judge(one)
    assert list(store.judgements()) == [one]
    entry = Quarantined(id="qua_1", origin="a.txt", reason="is empty", next_step="leave it out", when=NOON)
    assert store.quarantine(entry)
    assert not store.quarantine(entry)
    assert list(store.quarantined()) == [entry]


def test_a_run_is_told_by_its_last_event(store: Store) -> None:
    first = Run(id="run_1", command="ingest a", version="0.1.0", started_at=NOON)
    second = Run(id="run_2", command="ingest b", version="0.1.0", started_at=NOON)
    store.record_run(first, "started")
    store.record_run(second, "started")
    done = replace(first, finished_at=datetime(2025, 3, 9, 13, tzinfo=UTC), counts={"reports": 3})
    store.record_run(done, "finished")
    assert list(store.runs()) == [done, second]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts, title=st.none() | texts)
def test_any_text_is_kept_character_for_character(store: Store, text: str, title: str | None) -> None:
    one = Report(id=Report.id_of(text, title, None, None, None), text=text, title=title)
    store.add(one, [])
    assert store.report(one.id) == one


@given(st.dictionaries(texts, texts, max_size=4))
def test_equal_records_are_equal_lines(reasons: dict[str, str]) -> None:
    one = claim(report(), reasons=reasons)
    other = claim(report(), reasons=dict(reversed(reasons.items())))
    assert rows.written(one) == rows.written(other)
    assert rows.read(Claim, rows.written(one)) == one
