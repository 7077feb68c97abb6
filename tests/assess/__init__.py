"""Assessment: trends and what is unclear."""
