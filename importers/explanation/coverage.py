"""How much of a document is understood: its sentences by the class of the clause that holds them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from importers.annotations import ClauseClass, Minutes
from importers.sentences import sentences

NOT_UNDERSTOOD: ClauseClass = "unclear"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many sentences of each class a document has."""

    sentences: Mapping[ClauseClass, int]

    @property
    def total(self) -> int:
        """All sentences; numbers that stand alone above their items are none."""
        return sum(self.sentences.values())

    @property
    def not_understood(self) -> float:
        """The share of sentences that nothing recognised, from 0 to 1."""
        return self.sentences.get(NOT_UNDERSTOOD, 0) / self.total if self.total else 0.0


def coverage(minutes: Minutes) -> Coverage:
    """Counts the sentences of every clause under its class."""
    counts: Counter[ClauseClass] = Counter()
    for clause in minutes.clauses():
        found = sentences(minutes.text, clause.lead.start, clause.lead.end)
        counts[clause.class_] += sum(bool(span.of(minutes.text).strip()) for span in found)
    return Coverage(counts)
