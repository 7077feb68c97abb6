"""Marsad: a war monitor that keeps every attributed claim of harm and shows what each toll rests on."""

__version__ = "0.1.0"
