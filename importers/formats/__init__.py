"""File formats: one reader each, listed in `registry`."""
