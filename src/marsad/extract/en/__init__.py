"""English: `reader.read(report)` gives the claims of one report."""
