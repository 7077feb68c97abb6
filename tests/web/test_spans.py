"""Claims whose words nest or overlap are shown in place, and the text stays whole."""

from hypothesis import given
from hypothesis import strategies as st

from marsad.model import Claim, Measure, Quantity, Span
from marsad.web.spans import paragraphs, segments

TEXT = "Nine soldiers and two civilians died.\nFive were hurt."


def claim(id_: str, start: int, end: int, measure: Measure = Measure.KILLED, sentence: Span | None = None) -> Claim:
    return Claim(
        id=id_,
        report="r",
        measure=measure,
        quantity=Quantity(low=1, high=1, start=start, end=end),
        sentence=sentence or Span(start=start, end=end),
    )


def test_nested_claims() -> None:
    # "nine soldiers and two civilians" is 11 with two parts: three claims over the same words.
    line = Span(start=0, end=37)
    whole = claim("whole", 0, 31, sentence=line)
    nine, two = claim("nine", 0, 4, sentence=line), claim("two", 18, 21, sentence=line)
    pieces = segments(TEXT, 0, 37, [whole, nine, two])
    assert [(piece.text, [c.id for c in piece.claims]) for piece in pieces] == [
        ("Nine", ["nine", "whole"]),
        (" soldiers and ", ["whole"]),
        ("two", ["two", "whole"]),
        (" civilians", ["whole"]),
        (" died.", []),
    ]
    assert [c.id for c in pieces[3].ends] == ["whole"]
    assert all(piece.told for piece in pieces)


def test_overlapping_claims() -> None:
    pieces = segments(TEXT, 0, 37, [claim("a", 0, 13), claim("b", 5, 21)])
    assert [piece.text for piece in pieces] == ["Nine ", "soldiers", " and two", " civilians died."]


def test_one_phrase_with_two_claims() -> None:
    # "casualties": one phrase, read for two measures.
    pieces = segments(TEXT, 0, 37, [claim("a", 0, 4), claim("b", 0, 4, Measure.INJURED)])
    assert [c.id for c in pieces[0].starts] == ["a", "b"]


def test_paragraphs_keep_offsets() -> None:
    lines = paragraphs(TEXT, [claim("five", 38, 42)])
    assert len(lines) == 2
    assert lines[1][0].text == "Five"
    assert (lines[1][0].start, lines[1][0].end) == (38, 42)


spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)


@given(st.text(st.sampled_from("ab \n"), max_size=60), st.lists(spans, max_size=8))
def test_the_pieces_are_the_text(text: str, bounds: list[list[int]]) -> None:
    claims = [claim(str(n), a, b) for n, (a, b) in enumerate(bounds) if a < b <= len(text)]
    whole = "".join(piece.text for line in paragraphs(text, claims) for piece in line)
    assert whole == "".join(line for line in text.split("\n") if line.strip())
    pieces = segments(text, 0, len(text), claims) if text else []
    for one in claims:
        start, end = one.quantity.start, one.quantity.end
        assert "".join(p.text for p in pieces if one in p.claims) == text[start:end]
        assert sum(one in p.starts for p in pieces) == sum(one in p.ends for p in pieces) == 1
