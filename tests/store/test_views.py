"""Views are dropped and rebuilt in one transaction, and know whether they are current."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from marsad.model import Episode, Incident, Interval, Place, Verdict, Why
from marsad.store import Store
from tests.store.records import claim, judgement, report

HOMS = Incident(
    id="inc_1",
    name="Homs, 7 March",
    claims=("c1", "c2", "c1"),
    reports=("r1",),
    main_reports=("r1",),
    parent="epi_1",
    place=Place(name="Homs", country="SY"),
    time=Interval.day(date(2025, 3, 7)),
    why=(Why(feature="place", weight=2.0, sentence="same town"),),
)
COAST = Episode(id="epi_1", name="Coast", claims=("c1", "c3"), reports=("r1",), incidents=("inc_1",))


def test_views_come_back_as_they_were(store: Store) -> None:
    assert store.replace_views([HOMS, COAST], store.basis()) == 2
    assert list(store.incidents()) == [COAST, HOMS]
    assert store.incident("inc_1") == HOMS
    assert store.incident("epi_1") == COAST
    assert store.incidents_of("c1") == ["epi_1", "inc_1"]
    assert store.incidents_of("c9") == []


def test_rebuilding_leaves_nothing_of_the_old(store: Store) -> None:
    store.replace_views([HOMS, COAST], store.basis())
    store.replace_views([COAST], store.basis())
    assert list(store.incidents()) == [COAST]
    assert store.incidents_of("c2") == []


def test_a_failed_rebuild_leaves_the_old(store: Store) -> None:
    store.replace_views([HOMS], store.basis())

    def broken() -> Iterator[Incident | Episode]:
        yield COAST
        raise RuntimeError("stopped half-way")

    with pytest.raises(RuntimeError):
        store.replace_views(broken(), store.basis())
    assert list(store.incidents()) == [HOMS]


def test_views_are_stale_after_a_report_a_reading_or_a_judgement(store: Store) -> None:
    assert not store.views_current()  # before the first rebuild
    changes: list[Callable[[], object]] = [
        lambda: store.add(report("a"), []),
        lambda: store.add_reading("a", [claim(report("a"))]),
        lambda: store.judge(judgement(Verdict.REJECT, "c1")),
    ]
    for change in changes:
        store.replace_views([], store.basis())
        assert store.views_current()
        change()
        assert not store.views_current()
