"""Claims, incidents and tolls -> a situation report in which every number leads to a sentence.

`publish` gives a plain record; `marsad.publish.markdown` and `marsad.publish.html` write it. The text is made by
templates over records: nothing is told that no report says, and nothing is told without saying who said it.
"""

from marsad.publish.compose import publish

__all__ = ["publish"]
