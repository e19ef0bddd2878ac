"""The verbs of `python -m graph`, one file a group."""
