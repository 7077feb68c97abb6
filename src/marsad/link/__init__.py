"""Claims -> incidents -> episodes.

`link(claims, reports)` puts together what several reports say of one event, keeps apart what only looks alike, and
says why. The claims of one report become mentions (`mentions`); pairs that share a place and day, a rare name or some
wording (`blocking`) are weighed by a declared list of rules (`evidence`) and clustered (`clusters`); counts over
many events become episodes and take the incidents that they contain (`episodes`).
"""

from marsad.link.linking import link

__all__ = ["link"]
