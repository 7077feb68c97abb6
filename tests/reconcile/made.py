"""Claims for the tables: short to write, complete records."""

from datetime import date
from typing import Any

from marsad.model import (
    Attribution,
    Category,
    Certainty,
    Claim,
    Effect,
    Interval,
    Measure,
    Place,
    PlacePrecision,
    Quantity,
    Relation,
    Scope,
    SourceKind,
    Span,
    Toll,
    TollScope,
    Victims,
)

COAST = Place(
    id="region:syrian-coast",
    text="Syrian coast",
    name="Syrian coast",
    country="SY",
    precision=PlacePrecision.REGION,
    parts=("Latakia", "Tartus", "Hama", "Homs"),
)


def province(name: str, country: str = "SY") -> Place:
    """A governorate."""
    return Place(
        id=f"adm1:{name}", name=name, text=name, country=country, admin1=name, precision=PlacePrecision.PROVINCE
    )


def town(name: str, admin1: str, country: str = "SY") -> Place:
    """A settlement."""
    return Place(
        id=f"town:{name}", name=name, text=name, country=country, admin1=admin1, admin2=f"{admin1} district",
        precision=PlacePrecision.SETTLEMENT,
    )  # fmt: skip


SYRIA = Place(id="country:SY", name="Syria", text="Syria", country="SY", precision=PlacePrecision.COUNTRY)
LATAKIA, TARTUS, HAMA, HOMS = (province(name) for name in ("Latakia", "Tartus", "Hama", "Homs"))
BAIDOA = town("Baidoa", "Bay", "SO")
WHOLE = TollScope(incident="ep_1")


def days(first: str, last: str | None = None) -> Interval:
    """The days from the first to the last, in March 2025 where a bare day is given ("6")."""
    return Interval.of(_day(first), _day(last or first))


def _day(text: str) -> date:
    return date(2025, 3, int(text)) if len(text) < 3 else date.fromisoformat(text)


def claim(low: int | None, high: int | str | None = "same", **fields: Any) -> Claim:
    """One claim. `high` is `low` unless given; `by` names the root; `on` is the day of saying, `at` the place."""
    top = low if high == "same" else high
    assert not isinstance(top, str)
    by, start = fields.pop("by", "sohr"), fields.pop("start", 0)
    said = fields.pop("on", "8")
    report = fields.pop("report", f"{by}-{said}")
    measure = fields.pop("measure", Measure.KILLED)
    certainty = fields.pop("certainty", Certainty.ASSERTED)
    category = fields.pop("category", Category.ANY)
    group = fields.pop("group", None)
    kind = fields.pop("kind", SourceKind.MONITOR)
    modality = fields.pop("modality", None) or Quantity.of((low, top)).modality
    return Claim(
        id=fields.pop("id", f"{report}/{start}/{measure}/{category}/{low}-{top}"),
        report=report,
        measure=measure,
        quantity=Quantity(low=low, high=top, modality=modality, text=str(low), start=start, end=start + 3),
        sentence=Span(start=start, end=start + 20),
        victims=Victims(category=category, group=group),
        scope=fields.pop("scope", Scope.CUMULATIVE),
        relation=fields.pop("relation", Relation.TOTAL),
        parent=fields.pop("parent", None),
        place=fields.pop("at", COAST),
        time=fields.pop("when", days(min("06", said.zfill(2)), said) if said and len(said) < 3 else None),
        attribution=Attribution(source=by, root=fields.pop("root", by), kind=kind),
        certainty=certainty,
        said_at=None if said is None else str(_day(said)),
        **fields,
    )


def subset(low: int, parent: Claim, **fields: Any) -> Claim:
    """A part of another claim of the same report."""
    given: dict[str, Any] = {
        "report": parent.report,
        "by": parent.attribution.source,
        "on": str(parent.said_on),
        "at": parent.place,
    }
    given |= {"when": parent.time, "category": parent.victims.category, "scope": parent.scope, "start": low}
    return claim(low, **{"relation": Relation.SUBSET, "parent": parent.id, **given, **fields})


def effects(toll: Toll) -> dict[str, Effect]:
    """Claim id -> its effect; fails where a claim has two lines."""
    found = {line.claim: line.effect for line in toll.ledger}
    assert len(found) == len(toll.ledger)
    return found


def why(toll: Toll, made: Claim) -> str:
    """The sentence of a claim's line."""
    return next(line.why for line in toll.ledger if line.claim == made.id)
