"""Words of a speaker, as extraction hands them over, to a full name and a root."""

from pathlib import Path

import pytest

import marsad.attribute as room
from marsad.attribute import attribute
from marsad.model import Claim, Relation, Report, Scope, SourceKind
from tests.attribute.made import claim, report

SOHR = "Syrian Observatory for Human Rights"
OCHA = "UN Office for the Coordination of Humanitarian Affairs (OCHA)"
FIRST = Path(__file__).parents[3] / "shared" / "reports" / "000_c8cc1be963771d53.txt"


def resolved(text: str, number: str, says: str | None, country: str | None = "SY", outlet: str | None = None) -> Claim:
    of = report(text, outlet)
    return attribute([claim(of, number, says, country=country)], of)[0]


def test_the_room_exports_its_verb_and_nothing_else() -> None:
    assert room.__all__ == ["Directory", "attribute", "independent"]


NAMED = [
    # An alias of the directory, whatever its article, case or trailing clause.
    ("Some 340 died, SOHR said.", "340", "SOHR", "SY", SOHR, "src:sohr"),
    ("Some 340 died, the Syrian Observatory said.", "340", "the Syrian Observatory", "SY", SOHR, "src:sohr"),
    # Words beside the name that add nothing.
    (
        "The NGO, SOHR, said 340 died.",
        "340",
        "the NGO Syrian Observatory for Human Rights (SOHR)",
        "SY",
        SOHR,
        "src:sohr",
    ),
    # A description before the name, and after it; messy words; a country the name shares.
    ("A war monitor says 12 died. SOHR spoke of raids.", "12", "A war monitor", "SY", SOHR, "src:sohr"),
    ("SOHR said it counted. The monitor put it at 12.", "12", "The monitor", "SY", SOHR, "src:sohr"),
    ("SOHR said it saw 12 die.", "12", "the war monitor, which is based in Britain", "SY", SOHR, "src:sohr"),
    ("SOHR said it saw 12 die.", "12", "the UK-based war monitor", "SY", SOHR, "src:sohr"),
    ("SOHR said it saw 12 die.", "12", "a Syria war monitor", "SY", SOHR, "src:sohr"),
    ("SOHR said it saw 12 die. The Observatory added more.", "12", "The Observatory", "SY", SOHR, "src:sohr"),
    # An abbreviation that only the text explains: a body the directory does not know.
    (
        "The Kurdish Watch for Peace (KWP) said so. KWP says 5 died.",
        "5",
        "KWP",
        "SY",
        "Kurdish Watch for Peace (KWP)",
        "name:kurdish-watch-for-peace",
    ),
    # A person is counted under the body spoken for, and keeps the name.
    (
        "Rami Abdul Rahman, head of SOHR, said 12 died.",
        "12",
        "Rami Abdul Rahman, head of SOHR",
        "SY",
        f"Rami Abdul Rahman, {SOHR}",
        "src:sohr",
    ),
    (
        "Six died, said Joel Millman of IOM. At 350 it stands, Millman said.",
        "350",
        "Millman",
        "LY",
        "Joel Millman, International Organization for Migration (IOM)",
        "src:iom",
    ),
    (
        "Health Minister Firass Abiad spoke. He put it at 558.",
        "558",
        "He",
        "LB",
        "Firass Abiad, Health Minister",
        "src:lb-moph",
    ),
    (
        "Governor Vasip Sahin spoke. The governor put it at 36.",
        "36",
        "the governor",
        "TR",
        "Vasip Sahin, Governor",
        "generic:tr:authorities",
    ),
    # A state body is the one of the country of the harm, or of the country it names.
    (
        "The Health Ministry said 558 died.",
        "558",
        "the Health Ministry",
        "LB",
        "Lebanese Ministry of Public Health",
        "src:lb-moph",
    ),
    (
        "Iraq's health ministry said 324 died.",
        "324",
        "Iraq's health ministry",
        None,
        "Iraqi Ministry of Health",
        "src:iq-moh",
    ),
    # Unnamed speakers keep their words; the country keeps the police of two countries apart.
    ("Police said 7 died.", "7", "police", "PK", "police", "generic:pk:police"),
    ("Police said 7 died.", "7", "Peshawar police", "PK", "Peshawar police", "generic:pk:police"),
    ("Officials said 7 died.", "7", "Turkish officials", "SY", "Turkish officials", "generic:tr:authorities"),
    ("Residents said 7 died.", "7", "residents", None, "residents", "generic:none:witnesses"),
    # A hospital with a name of its own is its own voice.
    ("It said 7 died.", "7", "Lady Reading Hospital", "PK", "Lady Reading Hospital", "name:lady-reading-hospital"),
]


@pytest.mark.parametrize(("text", "number", "says", "country", "source", "root"), NAMED)
def test_words_resolve_to_a_full_name_and_a_root(
    text: str, number: str, says: str, country: str | None, source: str, root: str
) -> None:
    found = resolved(text, number, says, country)
    assert (found.attribution.source, found.attribution.root) == (source, root)
    assert found.attribution.text == says
    assert found.reasons["attribution"]


KEPT = [
    # Two named sources fit: the words are kept.
    (
        "SOHR said so. The Syrian Network for Human Rights said no. The monitor counts 12.",
        "12",
        "the monitor",
        "could mean",
    ),
    # The country of the description rules the only monitor out.
    ("SOHR said so. A Sudan war monitor counts 12.", "12", "a Sudan war monitor", "kind of speaker"),
    # Two persons in the sentence before: nobody can tell who "he" is.
    ("Governor Ali Hassan met Mayor Omar Saleh. He said 12 died.", "12", "He", "could mean"),
]


@pytest.mark.parametrize(("text", "number", "says", "why"), KEPT)
def test_words_that_fit_two_or_none_are_kept_with_the_reason(text: str, number: str, says: str, why: str) -> None:
    found = resolved(text, number, says, None)
    assert found.attribution.source and found.attribution.source.lower() in says.lower()
    assert why in found.reasons["attribution"]


NOBODY = ["no casualties", "October", "Thousands", "On Monday", "targets and fatality", "that cadres"]


@pytest.mark.parametrize("says", NOBODY)
def test_words_that_cannot_be_a_speakers_make_nobody_the_source(says: str) -> None:
    """Extraction may take the wrong words before "said"; they must not become a voice that corroborates."""
    found = resolved("Some 12 died in a raid.", "12", says)
    assert found.attribution.source is None and found.attribution.root == "report:r1"
    assert says in found.reasons["attribution"]


MESSY = [
    ("KINSHASA, DRC | Xinhua | Local sources said 12 died.", "KINSHASA, DRC | Xinhua | Local sources", "Local sources"),
    ("Shafaq News/ UK-based SOHR said 12 died.", "Shafaq News/ UK-based SOHR", SOHR),
    ("SOHR met. Its latest statement says 12 died.", "Its latest statement", SOHR),
    ("The observatory Airwars counts 12.", "the observatory Airwars", "Airwars"),
    # The wire passes on what the ministry says.
    (
        "Gaza's Health Ministry said 12 died, Al Jazeera reports.",
        "Al Jazeera",
        "Palestinian Ministry of Health in Gaza",
    ),
    ("Egypt said 12 died.", "Egypt", "Egypt"),
]


@pytest.mark.parametrize(("text", "says", "source"), MESSY)
def test_messy_words_are_read_for_who_speaks(text: str, says: str, source: str) -> None:
    assert resolved(text, "12", says).attribution.source == source


OWN_VOICE = [
    ("Twelve, 12, died in a raid.", "The Daily Bugle", "outlet:daily-bugle", SourceKind.OUTLET),
    ("Twelve, 12, died in a raid.", "Al Jazeera", "src:aljazeera", SourceKind.OUTLET),
    ("Twelve, 12, died in a raid.", "AP (Times of Israel)", "src:ap", SourceKind.WIRE),
    ("KYIV (Reuters) - Some 12 died in a raid.", "The Daily Bugle", "src:reuters", SourceKind.WIRE),
    ("Twelve, 12, died in a raid.", None, "report:r1", SourceKind.OTHER),
]


@pytest.mark.parametrize(("text", "outlet", "root", "kind"), OWN_VOICE)
def test_an_own_voice_has_no_source_and_the_root_of_its_wire_or_outlet(
    text: str, outlet: str | None, root: str, kind: SourceKind
) -> None:
    found = resolved(text, "12", None, outlet=outlet)
    assert found.attribution.source is None
    assert (found.attribution.root, found.attribution.kind) == (root, kind)
    assert "own voice" in found.reasons["attribution"]


SILENT = [
    # The headline says who counts, at its end or its beginning.
    ("Toll on the coast passes 1,200: monitor\n\nSOHR said it went on.", "1,200", Scope.CUMULATIVE, SOHR),
    ("Police: 15 dead in Lahore\n\nThe raid went on.", "15", Scope.INCIDENT, "Police"),
    # A headline's other clause is no speaker.
    ("Attack kills 40, toll rises again\n\nThe raid went on.", "40", Scope.INCIDENT, None),
    # The next sentence takes the matter up in a monitor's words.
    (
        "At least 340 died in clashes. A war monitor reported that the violence is rare. SOHR wrote more.",
        "340",
        Scope.CUMULATIVE,
        SOHR,
    ),
    # What the next sentence says of another matter is not the number's source.
    (
        "At least 340 died in clashes. A war monitor said the road was closed. SOHR wrote more.",
        "340",
        Scope.INCIDENT,
        None,
    ),
    # A running count is kept by somebody: by the one body of the report that keeps counts.
    ("West Bank worse\n\nSome 168 were killed since May. OCHA has said so.", "168", Scope.CUMULATIVE, OCHA),
    # Background is the outlet's own, whoever speaks next.
    (
        "A war killed 500000 people. A war monitor said the violence went on. SOHR wrote more.",
        "500000",
        Scope.BACKGROUND,
        None,
    ),
]


@pytest.mark.parametrize(("text", "number", "scope", "source"), SILENT)
def test_a_claim_without_a_speaker_gets_one_only_where_the_report_says_so(
    text: str, number: str, scope: Scope, source: str | None
) -> None:
    of = report(text)
    found = attribute([claim(of, number, scope=scope)], of)[0]
    assert found.attribution.source == source


def test_a_part_of_a_number_is_left_to_the_extractor() -> None:
    """It chose among all who could say it, and found nobody: the number above it is no reason to overrule that."""
    of = report("Police count 1018 dead. Of them 745 were civilians.")
    whole = claim(of, "1018", "Police")
    part = claim(of, "745", relation=Relation.SUBSET, parent=whole.id)
    assert attribute([whole, part], of)[1].attribution.source is None


def test_a_monitor_speaks_on_its_own_pages() -> None:
    found = resolved("Fresh casualties bring the toll to 58.", "58", None, outlet=SOHR)
    assert found.attribution.source == SOHR


VIA = [
    ("DAMASCUS, March 12 (Xinhua) -- SOHR said 12 died.", "SOHR", "Global Times", "Xinhua"),
    ("Some 12 died, an official told AFP.", "an official", None, "Agence France-Presse (AFP)"),
    ("Some 12 died, Al Jazeera reports, citing the ministry.", "the ministry", None, "Al Jazeera"),
    # The outlet's own wire relays nothing to itself, and nothing said is null.
    ("DAMASCUS, March 12 (Xinhua) -- SOHR said 12 died.", "SOHR", "Xinhua", None),
    ("SOHR said 12 died.", "SOHR", None, None),
]


@pytest.mark.parametrize(("text", "says", "outlet", "via"), VIA)
def test_via_is_the_wire_or_outlet_that_the_text_names(
    text: str, says: str, outlet: str | None, via: str | None
) -> None:
    assert resolved(text, "12", says, outlet=outlet).attribution.via == via


def test_the_result_does_not_depend_on_the_order_of_claims_and_is_stable() -> None:
    of = report("SOHR counts 1018 dead. Of them 745 were civilians. Police said 7 were held.")
    claims = [claim(of, "1018", "SOHR"), claim(of, "745"), claim(of, "7 were", "Police")]
    forth, back = attribute(claims, of), attribute(claims[::-1], of)
    assert forth == back[::-1] == attribute(claims, of)


def test_the_rest_of_a_claim_is_left_alone() -> None:
    of = report("SOHR counts 1018 dead.")
    given = claim(of, "1018", "SOHR")
    found = attribute([given], of)[0]
    assert (found.id, found.quantity, found.place, found.said_at) == (
        given.id,
        given.quantity,
        given.place,
        given.said_at,
    )


def test_arabic_names_are_known() -> None:
    text = "قال المرصد السوري لحقوق الإنسان إن 12 شخصا قتلوا"
    of = Report(id="r1", text=text, language="ar", published_at="2025-03-08")
    found = attribute([claim(of, "12", "المرصد السوري لحقوق الإنسان")], of)[0]
    assert found.attribution.root == "src:sohr"


@pytest.mark.skipif(not FIRST.exists(), reason="the first report is not beside the project (../shared/reports)")
def test_the_first_report() -> None:
    """The monitor is the source of its lead by a rule that is general, and never a perpetrator."""
    of = Report(id="r1", text=FIRST.read_text(encoding="utf8"), published_at="2025-03-08")
    lead = claim(of, "340", scope=Scope.CUMULATIVE, does="Syrian Observatory for Human Rights", place="Syria")
    told = claim(of, "340", "A Syria war monitor", scope=Scope.CUMULATIVE)
    first, second = attribute([lead], of)[0], attribute([told], of)[0]
    assert first.attribution.source == second.attribution.source == SOHR
    assert first.attribution.root == second.attribution.root == "src:sohr"
    assert first.perpetrator.text is None and first.perpetrator.id is None
    assert "no party" in first.reasons["perpetrator"]
