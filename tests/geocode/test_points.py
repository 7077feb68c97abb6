"""Points told from another place: by distance and direction, or by distance alone."""

import pytest

from marsad.geocode.points import moved
from marsad.model import Place, PlacePrecision

TOWN = Place(
    text="Baidoa", id="geonames:1", name="Baidoa", country="SO", latitude=3.0, longitude=43.0,
    precision=PlacePrecision.SETTLEMENT,
)  # fmt: skip

# What stands before the name -> latitude, longitude, radius; None where it tells no point.
CASES = [
    ("A mine went off 20 km east of ", (3.0, 43.1801, 10.0)),
    ("A mine went off about 20 kilometres to the north of the town of ", (3.1799, 43.0, 10.0)),
    ("an ambush 30 miles (48 km) southwest of ", (2.6935, 42.6931, 24.1)),
    ("a village 4 km south-east of ", (2.9746, 43.0255, 5.0)),
    ("a village 10 km from ", (3.0, 43.0, 10.0)),
    ("a base some 8 miles outside the city of ", (3.0, 43.0, 12.9)),
    ("a village 2 km away from ", (3.0, 43.0, 5.0)),
    ("a town 820 kilometers from ", None),
    ("killed 20 in ", None),
    ("20 people from ", None),
]


@pytest.mark.parametrize(("before", "wanted"), CASES)
def test_moved(before: str, wanted: tuple[float, float, float] | None) -> None:
    place = moved(TOWN, before + "Baidoa", len(before))
    got = None if place is None else (place.latitude, place.longitude, place.radius_km)
    assert got == (None if wanted is None else pytest.approx(wanted, abs=0.001))
    if place is not None:
        assert place.id is None and place.text is not None and place.text.endswith(" Baidoa")


def test_a_province_is_not_a_point_to_measure_from() -> None:
    province = Place(name="Bay", country="SO", latitude=3.0, longitude=43.0, precision=PlacePrecision.PROVINCE)
    assert moved(province, "10 km from Bay", 11) is None
