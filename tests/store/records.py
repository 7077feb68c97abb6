"""Records for the tests of store and monitor: short to write, different where it matters."""

from datetime import UTC, datetime
from typing import Any

from marsad.model import Claim, Judgement, Measure, Place, PlacePrecision, Quantity, Report, Span, Verdict, bytes_id

NOON = datetime(2025, 3, 9, 12, 0, tzinfo=UTC)

TEXT = "At least 340 people were killed near Jisr al-Shughūr. مقتل ١٢ شخصاً."


def report(id_: str = "r1", text: str = TEXT, published_at: str | None = "2025-03-08", **rest: Any) -> Report:
    sha256 = bytes_id(text.encode())
    return Report(id=id_, text=text, published_at=published_at, recorded_at=NOON, sha256=sha256, **rest)


def claim(of: Report, nth: int = 0, *, country: str | None = "SY", **rest: Any) -> Claim:
    quantity = rest.pop("quantity", Quantity(low=340, text=of.text[:12], start=0, end=12))
    return Claim(
        id=Claim.id_of(of.id, 0, 12, Measure.KILLED, nth),
        report=of.id,
        measure=Measure.KILLED,
        quantity=quantity,
        sentence=Span(start=0, end=min(53, len(of.text))),
        place=Place(text="Syria", country=country, precision=PlacePrecision.COUNTRY) if country else None,
        said_at=of.published_at,
        extractor=rest.pop("extractor", "test-1"),
        reasons=rest.pop("reasons", {"quantity": "a number", "country": "the place"}),
        **rest,
    )


def judgement(verdict: Verdict, *subjects: str, day: int = 10, why: str = "seen", **rest: Any) -> Judgement:
    when = datetime(2025, 3, day, tzinfo=UTC)
    return Judgement(
        id=Judgement.id_of(verdict, subjects, "Amal", when),
        verdict=verdict,
        subjects=subjects,
        who="Amal",
        when=when,
        why=why,
        **rest,
    )
