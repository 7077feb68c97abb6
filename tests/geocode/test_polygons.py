"""Polygons: inside, outside, holes, centres; and how many letters two words differ in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.geocode.points import circle, kilometres
from marsad.geocode.polygons import Area, together
from marsad.geocode.spelling import apart

SQUARE = [[36.0, 34.0], [37.0, 34.0], [37.0, 35.0], [36.0, 35.0], [36.0, 34.0]]
HOLE = [[36.4, 34.4], [36.6, 34.4], [36.6, 34.6], [36.4, 34.6], [36.4, 34.4]]


def area(*rings: list[list[float]]) -> Area:
    return Area.of({"type": "Polygon", "coordinates": list(rings)})


@pytest.mark.parametrize(
    ("latitude", "longitude", "inside"),
    [(34.2, 36.2, True), (34.5, 36.5, False), (34.9, 36.99, True), (33.9, 36.5, False), (34.5, 37.1, False)],
)
def test_inside_but_not_in_the_hole(latitude: float, longitude: float, inside: bool) -> None:
    assert area(SQUARE, HOLE).holds(latitude, longitude) is inside


def test_distance_centre_and_size() -> None:
    square = area(SQUARE)
    assert square.centre == (34.5, 36.5)
    assert square.kilometres_to(34.5, 36.5) == 0
    assert square.kilometres_to(35.0, 37.1) == pytest.approx(9.1, abs=0.1)
    assert square.radius_km == pytest.approx(72, abs=1)
    assert square.square_km == pytest.approx(10_190, rel=0.01)


def test_union_and_geojson() -> None:
    other = [[x + 2, y] for x, y in SQUARE]
    both = together([area(SQUARE), area(other)])
    assert both.holds(34.5, 36.5) and both.holds(34.5, 38.5) and not both.holds(34.5, 37.5)
    assert both.geojson["type"] == "MultiPolygon"
    assert Area.of(both.geojson) == both


def test_an_open_ring_is_closed_and_a_bad_one_refused() -> None:
    assert area([*SQUARE[:-1], [36.0, 34.5]]).polygons[0][0][-1] == (36.0, 34.0)
    for bad in ([[1.0, 2.0], [3.0, 4.0]], [[1.0, 2.0], [3.0, 4.0], [5.0, 600.0], [1.0, 2.0]]):
        with pytest.raises(ValueError, match="ring"):
            area(bad)
    with pytest.raises(ValueError, match="no polygon"):
        Area.of({"type": "LineString", "coordinates": []})


@given(st.floats(33, 36), st.floats(35, 38))
def test_a_square_holds_what_lies_between_its_bounds(latitude: float, longitude: float) -> None:
    inside = 34 < latitude < 35 and 36 < longitude < 37
    on_border = latitude in (34, 35) or longitude in (36, 37)
    assert on_border or area(SQUARE).holds(latitude, longitude) is inside


def test_distances_cross_the_date_line() -> None:
    assert kilometres((0, 179.9), (0, -179.9)) == pytest.approx(22.2, abs=0.1)


def test_the_circle_of_one_point_is_not_nothing() -> None:
    assert circle([(35.0, 36.0)]) == (35.0, 36.0, 10.0)


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [("", "", 0), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "xyz", 3)],
)
def test_letters_apart(one: str, other: str, letters: int) -> None:
    assert apart(one, other, 5) == letters


@given(st.text(max_size=8), st.text(max_size=8), st.integers(0, 4))
def test_apart_is_symmetric_and_stops_at_the_most(one: str, other: str, most: int) -> None:
    assert apart(one, other, most) == apart(other, one, most) == min(apart(one, other, 20), most + 1)
