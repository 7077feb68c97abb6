"""Who says it, who relays it, who did it: claims get their source by full name, its root, and the actor the text names.

`attribute` is a pure function of one report. `Directory` is what it looks names up in; `independent` says whether two
claims go back to different first voices, and why.
"""

from marsad.attribute.directory import Directory
from marsad.attribute.roots import independent
from marsad.attribute.stage import attribute

__all__ = ["Directory", "attribute", "independent"]
