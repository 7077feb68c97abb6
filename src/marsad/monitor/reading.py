"""Reading reports: the stages that are pure functions of one report, here or in several processes."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from pathlib import Path
from typing import TypeVar

from marsad.errors import MarsadError
from marsad.model import Claim, Report

#: Makes the claims of one report. With several processes it must be a function of a module.
Reader = Callable[[Report], list[Claim]]
#: What reading a report gave: its claims, or the error that stopped it.
Outcome = list[Claim] | Exception

Item = TypeVar("Item")


def read(report: Report, workspace: Path | None = None) -> list[Claim]:
    """The claims of a report: extracted, geocoded and attributed. The stages are imported at the first call.

    Places come from the workspace's gazetteer where it has one, else from the user's, else from the embedded one alone.
    """
    from marsad.attribute import attribute
    from marsad.extract import extract
    from marsad.geocode import Gazetteer, geocode
    from marsad.geocode.home import file_for

    report = report.legible()
    return attribute(geocode(extract(report), report, Gazetteer.of(file_for(workspace))), report)


def readings(
    items: Iterable[Item], report_of: Callable[[Item], Report], reader: Reader, jobs: int = 1
) -> Generator[tuple[Item, Outcome], None, None]:
    """Each item with what reading its report gave, in the order of the items, with whatever number of processes.

    A few reports a process are read ahead, no more: the source may be larger than memory. Raises MarsadError where a
    process dies.
    """
    if jobs <= 1:
        for item in items:
            yield item, _outcome(reader, report_of(item))
        return
    ahead: deque[tuple[Item, Future[Outcome]]] = deque()
    # "spawn": a forked child would inherit database connections and locks.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_quiet)
    try:
        for item in items:
            ahead.append((item, pool.submit(_outcome, reader, report_of(item))))
            if len(ahead) >= jobs * _AHEAD:
                yield _first(ahead)
        while ahead:
            yield _first(ahead)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


# Enough to keep every process busy while the oldest result is stored.
_AHEAD = 4


def _first(ahead: deque[tuple[Item, Future[Outcome]]]) -> tuple[Item, Outcome]:
    item, future = ahead.popleft()
    try:
        return item, future.result()
    except BrokenProcessPool as error:
        raise MarsadError(
            "a reading process was killed (often for lack of memory): run this again with fewer jobs; "
            "what is stored stays stored"
        ) from error


def _outcome(reader: Reader, report: Report) -> Outcome:
    try:
        return reader(report)
    except Exception as error:  # told by the caller, who quarantines the report or stops
        return error


def _quiet() -> None:
    """Set up a process that reads: Ctrl-C is its parent's to handle, and it does not outlive a killed parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
