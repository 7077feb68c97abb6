"""A small reader for tests of the monitor: every number in a text is a claim. It runs in other processes too."""

import os
import re
import signal
import time

from marsad.errors import InputError, MissingPart
from marsad.model import Claim, Measure, Quantity, Report, Span


def numbers(report: Report) -> list[Claim]:
    """A claim for every run of digits."""
    return [
        Claim(
            id=Claim.id_of(report.id, match.start(), match.end(), Measure.KILLED),
            report=report.id,
            measure=Measure.KILLED,
            quantity=Quantity(
                low=int(match.group()),
                high=int(match.group()),
                text=match.group(),
                start=match.start(),
                end=match.end(),
            ),
            sentence=Span(start=0, end=len(report.text)),
            said_at=report.published_at,
            extractor="numbers-1",
        )
        for match in re.finditer(r"[0-9]{1,9}", report.text)
    ]


def numbers_again(report: Report) -> list[Claim]:
    """A later reader that leaves years out."""
    return [claim for claim in numbers(report) if (claim.quantity.low or 0) < 1900]


def slow_numbers(report: Report) -> list[Claim]:
    """As slow as a real reader, so that there is a middle to be killed in."""
    time.sleep(0.03)
    return numbers(report)


def stumbling(report: Report) -> list[Claim]:
    """Has its troubles with some reports."""
    if "DIVIDE" in report.text:
        raise ZeroDivisionError("division by zero")
    if "REFUSE" in report.text:
        raise InputError("the text has no sentences")
    if "MISSING" in report.text:
        raise MissingPart("the parser is not installed: pip install it")
    if "STRAY" in report.text:
        return numbers(Report(id="another", text=report.text))
    if "DIE" in report.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return numbers(report)
