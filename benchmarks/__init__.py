"""Speed and memory of Marsad, beside references that are measured in the same run. Nothing is asserted."""
