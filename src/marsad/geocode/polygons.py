"""Polygons of GeoJSON: what lies in one, where its middle is, how far it reaches.

A polygon is a list of rings, an outer one and its holes; an area is a list of polygons. Points are longitude, latitude
in degrees (WGS84), as GeoJSON writes them. A country is small enough to be flat.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import cos, radians
from typing import Any

from marsad.geocode.points import kilometres

Ring = list[tuple[float, float]]

BANDS = 20  # bands of latitude a degree, in which borders are searched


@dataclass(frozen=True)
class Area:
    """One or more polygons with holes."""

    polygons: tuple[tuple[Ring, ...], ...]

    @staticmethod
    def of(geometry: dict[str, Any]) -> "Area":
        """The area of a GeoJSON geometry. Raises ValueError where it is no polygon or a ring has no four points."""
        kind, coordinates = geometry.get("type"), geometry.get("coordinates")
        if kind not in ("Polygon", "MultiPolygon") or not isinstance(coordinates, list):
            raise ValueError(f"a geometry of type {kind!r} is no polygon")
        polygons = [coordinates] if kind == "Polygon" else coordinates
        return Area(tuple(tuple(_ring(ring) for ring in polygon) for polygon in polygons if polygon))

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """South, west, north and east bounds."""
        points = [point for polygon in self.polygons for point in polygon[0]]
        longitudes, latitudes = [p[0] for p in points], [p[1] for p in points]
        return (min(latitudes), min(longitudes), max(latitudes), max(longitudes))

    def holds(self, latitude: float, longitude: float) -> bool:
        """Whether the point lies inside. A point on the border may be either."""
        south, west, north, east = self.box
        if not (south <= latitude <= north and west <= longitude <= east):
            return False
        crossings = 0  # of a ray to the east with the borders; holes count too, so an odd number is inside
        for x1, y1, x2, y2 in self._bands.get(int(latitude * BANDS), ()):
            if (y1 > latitude) != (y2 > latitude) and longitude < (x2 - x1) * (latitude - y1) / (y2 - y1) + x1:
                crossings += 1
        return crossings % 2 == 1

    @cached_property
    def _bands(self) -> dict[int, list[tuple[float, float, float, float]]]:
        """The lines of the borders by the bands of latitude that they touch."""
        bands: dict[int, list[tuple[float, float, float, float]]] = {}
        for polygon in self.polygons:
            for ring in polygon:
                for (x1, y1), (x2, y2) in pairwise(ring):
                    low, high = sorted((y1, y2))
                    for band in range(int(low * BANDS) - 1, int(high * BANDS) + 2):
                        bands.setdefault(band, []).append((x1, y1, x2, y2))
        return bands

    def kilometres_to(self, latitude: float, longitude: float) -> float:
        """How far outside the point lies, in km: 0 inside, else the distance to the nearest corner of a border."""
        if self.holds(latitude, longitude):
            return 0.0
        corners = (point for polygon in self.polygons for point in polygon[0])
        return min(kilometres((latitude, longitude), (point[1], point[0])) for point in corners)

    @cached_property
    def centre(self) -> tuple[float, float]:
        """Latitude and longitude of the centre of gravity of the largest polygon."""
        ring = max((polygon[0] for polygon in self.polygons), key=lambda ring: abs(_doubled(ring)))
        doubled = _doubled(ring)
        if not doubled:
            return (round(ring[0][1], 4), round(ring[0][0], 4))
        east = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(ring))
        north = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(ring))
        return (round(north / (3 * doubled), 4), round(east / (3 * doubled), 4))

    @cached_property
    def radius_km(self) -> float:
        """How far the area reaches from its centre."""
        points = (point for polygon in self.polygons for point in polygon[0])
        return round(max(kilometres(self.centre, (point[1], point[0])) for point in points), 1)

    @cached_property
    def square_km(self) -> float:
        """Its size without holes, roughly."""
        shrunk = cos(radians(self.centre[0])) * 111.2**2
        return sum(abs(_doubled(polygon[0])) / 2 for polygon in self.polygons) * shrunk

    @property
    def geojson(self) -> dict[str, Any]:
        """The area as a GeoJSON geometry."""
        polygons = [[[list(point) for point in ring] for ring in polygon] for polygon in self.polygons]
        if len(polygons) == 1:
            return {"type": "Polygon", "coordinates": polygons[0]}
        return {"type": "MultiPolygon", "coordinates": polygons}


def together(areas: list[Area]) -> Area:
    """The areas as one: the union of units that do not overlap."""
    return Area(tuple(polygon for area in areas for polygon in area.polygons))


def _ring(points: list[list[float]]) -> Ring:
    ring = [(float(point[0]), float(point[1])) for point in points]
    if len(ring) < 4 or any(abs(x) > 180 or abs(y) > 90 for x, y in ring):
        raise ValueError("a ring has fewer than four points, or one beyond 180 or 90 degrees")
    return ring if ring[0] == ring[-1] else [*ring, ring[0]]


def _doubled(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
