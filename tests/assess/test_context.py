"""What reports tell of the years before: quoted as background, never counted."""

import pytest

from marsad.assess import context
from marsad.model import Report


def told(text: str, published: str | None = "2025-03-08", language: str | None = "en") -> list[str]:
    report = Report(id="r", text=text, published_at=published, language=language)
    return [text[found.span.start : found.span.end] for found in context(report)]


@pytest.mark.parametrize(
    "text",
    [
        "The country has been at war since 2011.",
        "In 2014 militants shelled the town.",
        "Fighting broke out in May 2020 and never ended.",
    ],
)
def test_old_violence_is_context(text: str) -> None:
    assert told(f"Gunmen killed two people on Friday. {text}") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two people on Friday.",  # news
        "The bridge was built in 1998.",  # old, and no violence
        "Clashes began on 6 March.",  # this week
    ],
)
def test_news_and_other_pasts_are_not(text: str) -> None:
    assert told(text) == []


def test_what_is_not_known_gives_nothing() -> None:
    assert told("At war since 2011.", published=None) == []
    assert told("At war since 2011.", language="ar") == []


def test_a_brief_quotes_at_most_three() -> None:
    assert len(told("The war began in 2011. " * 9)) == 3
