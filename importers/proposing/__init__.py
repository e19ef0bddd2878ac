"""Asks a language model on this machine or its intranet about what no rule understood; what it proposes waits for a person."""
