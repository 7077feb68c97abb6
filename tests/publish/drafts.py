"""Small reports with claims that point into them, and the tolls that the real reconciliation makes of them."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from marsad.model import (
    Attribution,
    Category,
    Certainty,
    Claim,
    Incident,
    Interval,
    Measure,
    Modality,
    Perpetrator,
    Place,
    PlacePrecision,
    Quantity,
    Relation,
    Report,
    Scope,
    SourceKind,
    Span,
    Toll,
    TollScope,
    Victims,
)
from marsad.publish import publish
from marsad.publish.sitrep import SituationReport
from marsad.reconcile import reconcile

TOWN = Place(
    text="Qasr",
    name="Qasr",
    id="test:1",
    country="SY",
    admin1="Hama",
    admin2="Qasr",
    precision=PlacePrecision.DISTRICT,
)
VILLAGE = replace(TOWN, text="Tell", name="Tell", id="test:2", precision=PlacePrecision.SETTLEMENT)
DAYS = Interval.of(date(2025, 3, 6), date(2025, 3, 8))


@dataclass
class Draft:
    """A report under construction: each `says` adds a sentence and the claim that it makes."""

    id: str
    outlet: str | None
    published: str | None
    restates: str | None = None
    title: str | None = None
    language: str | None = "en"
    text: str = ""
    claims: list[Claim] = field(default_factory=list)

    def says(self, sentence: str, phrase: str, low: int | None, high: int | None, **fields: Any) -> "Draft":
        """Add a sentence; `phrase` is the number phrase in it, the other fields are those of the claim."""
        first = len(self.text)
        start = first + sentence.index(phrase)
        measure = fields.pop("measure", Measure.KILLED)
        modality = fields.pop("modality", Quantity.of((low, high)).modality)
        self.text += sentence + "\n"
        self.claims.append(
            Claim(
                id=Claim.id_of(self.id, start, start + len(phrase), measure, len(self.claims)),
                report=self.id,
                measure=measure,
                quantity=Quantity(
                    low=low, high=high, modality=modality, text=phrase, start=start, end=start + len(phrase)
                ),
                sentence=Span(start=first, end=first + len(sentence)),
                place=TOWN,
                time=DAYS,
                scope=Scope.CUMULATIVE,
                said_at=self.published,
            )
        )
        return self.last(**fields)

    def last(self, **fields: Any) -> "Draft":
        """Change the claim added last."""
        self.claims[-1] = replace(self.claims[-1], **fields)
        return self

    @property
    def report(self) -> Report:
        """The report as it stands."""
        return Report(
            id=self.id,
            text=self.text,
            title=self.title,
            outlet=self.outlet,
            published_at=self.published,
            restates=self.restates,
            language=self.language,
            url=f"https://{self.id}.example/page",
        )


def by(name: str, kind: SourceKind = SourceKind.MONITOR, via: str | None = None) -> Attribution:
    """An attribution to a root of this name."""
    return Attribution(source=name, text=name, via=via, root=name.lower().replace(" ", "-"), kind=kind)


def town() -> list[Draft]:
    """Three reports of one episode, with everything that a situation report tells apart.

    A toll that rises, civilians within it, two first sources, one relayed by two outlets, a part in a village, a named
    perpetrator, background, a projection, a denial, vague words, and the displaced.
    """
    observatory, ministry = by("Coast Observatory"), by("Health Ministry", SourceKind.MINISTRY)
    first = Draft("alpha", "Alpha News", "2025-03-07", restates="https://alpha.example/original")
    first.says("The Coast Observatory counted 340 dead in Qasr.", "340", 340, 340, attribution=observatory)
    first.says("It fears that more than 1,000 may die.", "more than 1,000", 1000, None, attribution=observatory)
    first.last(certainty=Certainty.HYPOTHETICAL)
    first.says("The war has killed over 500,000 since 2011.", "over 500,000", 500000, None, scope=Scope.BACKGROUND)
    second = Draft("beta", "Beta Wire", "2025-03-09T08:00:00")
    second.says("At least 1,225 people were killed, the observatory says.", "At least 1,225", 1225, None)
    second.last(attribution=observatory)
    total = second.claims[-1].id
    second.says("Of them 745 were civilians, shot by Grey Brigade fighters.", "745", 745, 745, attribution=observatory)
    second.last(
        relation=Relation.SUBSET,
        parent=total,
        victims=Victims(text="civilians", category=Category.CIVILIAN),
        perpetrator=Perpetrator(text="Grey Brigade fighters"),
    )
    second.says("Nine children died in Tell.", "Nine", 9, 9, attribution=observatory, place=VILLAGE)
    second.last(relation=Relation.SUBSET, parent=total, victims=Victims(category=Category.CHILDREN))
    third = Draft("gamma", "Gamma Post", "2025-03-10")
    third.says("The ministry said that 1,400 to 1,700 died.", "1,400 to 1,700", 1400, 1700, attribution=ministry)
    third.says("Tens of thousands fled.", "Tens of thousands", 20000, None, measure=Measure.DISPLACED)
    third.last(quantity=replace(third.claims[-1].quantity, modality=Modality.VAGUE))
    third.says("The army denied that 12 of its men died.", "12", 12, 12, attribution=by("The army"))
    third.last(certainty=Certainty.DENIED, victims=Victims(category=Category.STATE_FORCES))
    return [first, second, third]


def incident(drafts: list[Draft], id_: str = "evt_town", name: str = "Violence in Qasr") -> Incident:
    """One incident of all claims of these reports."""
    return Incident(
        id=id_,
        name=name,
        claims=tuple(claim.id for draft in drafts for claim in draft.claims),
        reports=tuple(draft.id for draft in drafts),
        place=TOWN,
        time=DAYS,
    )


def tolls(drafts: list[Draft], event: Incident, policy: str = "range", as_of: date | None = None) -> list[Toll]:
    """The tolls of the dead and of every other measure that is claimed."""
    claims = [claim for draft in drafts for claim in draft.claims]
    told = {claim.measure for claim in claims} | {Measure.KILLED}
    scopes = [TollScope(measure=measure, incident=event.id) for measure in Measure if measure in told]
    return [reconcile(claims, scope, policy, as_of) for scope in scopes]


def brief(drafts: list[Draft], policy: str = "range", **event: str) -> tuple[SituationReport, list[Toll]]:
    """The situation report of one incident of these reports, and the tolls that it was written from."""
    as_of = date(2025, 3, 31)
    made = incident(drafts, **event)
    counted = tolls(drafts, made, policy, as_of)
    claims = [claim for draft in drafts for claim in draft.claims]
    texts = [draft.report for draft in drafts]
    return publish(claims, texts, [made], counted, policy=policy, as_of=as_of), counted
