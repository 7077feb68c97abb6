"""The stage: each claim of one report gets who said it, who relayed it, the root to count it under, and who did it."""

from dataclasses import dataclass, replace

from marsad.attribute.credits import behind_relay, credit_line, relay_in_sentence
from marsad.attribute.directory import Directory, shipped
from marsad.attribute.perpetrators import Deed, identified
from marsad.attribute.resolve import resolve
from marsad.attribute.roots import outlet_sources, own_voice
from marsad.attribute.scene import Scene
from marsad.attribute.unattributed import Silent, speaker_for
from marsad.attribute.voices import Resolved, can_speak
from marsad.model import Attribution, Claim, Report, Source


def attribute(claims: list[Claim], report: Report, directory: Directory | None = None) -> list[Claim]:
    """The claims with `attribution` and `perpetrator` resolved, in the same order; `reasons` says how.

    A pure function of one report. `attribution.source` stays null for the outlet's own voice, and `attribution.root`
    then is the outlet's. `directory` is the shipped one unless a workspace brings its own.
    """
    desk = _Desk(Scene(report, directory or shipped()))
    spoken = {claim.id: (claim, desk.speaker(claim)) for claim in claims if can_speak(_words(claim), desk.scene)}
    return [desk.settled(claim, spoken) for claim in claims]


@dataclass
class _Desk:
    """What is decided once a report: the wire it credits."""

    scene: Scene
    wire: Source | None = None

    def __post_init__(self) -> None:
        self.wire = credit_line(self.scene)

    def speaker(self, claim: Claim) -> Resolved:
        country = claim.place.country if claim.place else None
        offset = claim.quantity.start if claim.quantity.start is not None else claim.sentence.start
        found = resolve(_words(claim), country, offset, self.scene)
        return behind_relay(self.scene, claim.sentence, found) or found

    def settled(self, claim: Claim, spoken: dict[str, tuple[Claim, Resolved]]) -> Claim:
        found = spoken[claim.id][1] if claim.id in spoken else speaker_for(Silent(claim, spoken, self.scene))
        attribution, said = self.attribution(claim, found)
        perpetrator, did = identified(Deed(claim, attribution.root, self.scene))
        reasons = {**claim.reasons, "attribution": said}
        if did:
            reasons["perpetrator"] = did
        else:
            reasons.setdefault("perpetrator", "the text names no perpetrator")
        return replace(claim, attribution=attribution, perpetrator=perpetrator, reasons=reasons)

    def attribution(self, claim: Claim, found: Resolved | None) -> tuple[Attribution, str]:
        if found is None:
            root, kind, voice = own_voice(self.scene.report, self.wire, self.scene.directory)
            nobody = f"'{_words(claim)}' is nobody who could say" if _words(claim) else "nobody is named for"
            why = f"{nobody} the number: it is the own voice of {voice}"
            return Attribution(via=self.relay(claim, root), root=root, kind=kind), why
        return (
            Attribution(
                source=found.source,
                text=claim.attribution.text or found.text,
                via=self.relay(claim, found.root),
                root=found.root,
                kind=found.kind,
            ),
            found.why,
        )

    def relay(self, claim: Claim, root: str) -> str | None:
        """The wire or outlet that the sentence, the extractor or the credit line names as the one that passed it on."""
        in_sentence = relay_in_sentence(self.scene, claim.sentence, root)
        if in_sentence:
            return in_sentence.name
        if claim.attribution.via:
            known = self.scene.directory.find(claim.attribution.via)
            return known.name if known else claim.attribution.via
        return self.wire.name if self.wire and self.wire.id != root and not self.is_outlet(self.wire) else None

    def is_outlet(self, wire: Source) -> bool:
        """Whether the wire published the report itself: then nobody relayed it."""
        outlet = self.scene.report.outlet
        return (
            outlet is not None
            and outlet_sources(outlet, self.scene.directory)[:1] == [wire]
            and len(outlet.split()) <= 2
        )


def _words(claim: Claim) -> str:
    return (claim.attribution.text or claim.attribution.source or "").strip()
