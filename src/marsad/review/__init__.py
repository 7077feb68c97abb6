"""People's judgements outrank the machine: `replay(claims, judgements)` applies them, on every rebuild, to claims."""

from marsad.review.replay import Docket, Judged, check, replay

__all__ = ["Docket", "Judged", "check", "replay"]
