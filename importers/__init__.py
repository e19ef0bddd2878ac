"""From files of minutes to the record stream."""

from importers.evaluation.card import Card, ScoredSet, current_card, rules_version
from importers.evaluation.tally import Row

__all__ = ["Card", "Row", "ScoredSet", "current_card", "rules_version"]
