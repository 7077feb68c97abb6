"""Scores of Marsad on labelled data."""
