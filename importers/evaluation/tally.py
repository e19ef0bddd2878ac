"""The counts that precision, recall and F1 are worked out from, added up over documents, and every single error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import Literal

import msgspec

from importers.evaluation.matching import LEAST_LIKENESS, likeness, paired


class Row(msgspec.Struct, frozen=True):
    """A line of the table; rows in capitals are the main ones, of which the mean is taken."""

    what: str
    precision: float
    recall: float
    f1: float
    gold: int
    found: int

    @property
    def main(self) -> bool:
        """Whether the row is one of those that the mean is taken of."""
        return self.what.isupper()


class Mistake(msgspec.Struct, frozen=True):
    """Something of the gold that was missed, or something found that the gold has not or has otherwise."""

    document: str
    what: str
    kind: Literal["missed", "wrong"]
    words: str


class Tally:
    """Hits, what the gold has and what was found, for each row of the table."""

    def __init__(self) -> None:
        self._counts: dict[str, tuple[int, int, int]] = {}
        self.mistakes: list[Mistake] = []

    def count(self, what: str, hits: int, gold: int, found: int) -> None:
        """Adds to a row."""
        before = self._counts.get(what, (0, 0, 0))
        self._counts[what] = (before[0] + hits, before[1] + gold, before[2] + found)

    def judge(self, what: str, document: str, right: bool, words: str) -> None:
        """Counts one thing that is right or wrong."""
        self.count(what, int(right), 1, 1)
        if not right:
            self.mistakes.append(Mistake(document, what, "wrong", words))

    def note(self, what: str, document: str, missed: Iterable[str] = (), wrong: Iterable[str] = ()) -> None:
        """Lists mistakes without counting them."""
        self.mistakes += [Mistake(document, what, "missed", words) for words in missed]
        self.mistakes += [Mistake(document, what, "wrong", words) for words in wrong]

    def compare(self, what: str, document: str, gold: Set[tuple[str, ...]], found: Set[tuple[str, ...]]) -> None:
        """Compares two sets, member by member."""
        self.count(what, len(gold & found), len(gold), len(found))
        self.note(what, document, map(" ".join, sorted(gold - found)), map(" ".join, sorted(found - gold)))

    def compare_loosely(self, what: str, document: str, gold: Sequence[str], found: Sequence[str]) -> None:
        """Compares two lists of names, of which pairs that are much alike count as the same."""
        self.pair(what, document, gold, found, paired(gold, found, likeness, LEAST_LIKENESS))

    def pair(self, what: str, document: str, gold: Sequence[str], found: Sequence[str], pairs: dict[int, int]) -> None:
        """Counts two lists of which these members are the same."""
        self.count(what, len(pairs), len(gold), len(found))
        taken = set(pairs.values())
        self.note(what, document, (g for i, g in enumerate(gold) if i not in pairs), (f for j, f in enumerate(found) if j not in taken))

    def rows(self) -> list[Row]:
        """The table, its rows in the order in which they were first counted."""
        return [_row(what, *counts) for what, counts in self._counts.items()]


def _row(what: str, hits: int, gold: int, found: int) -> Row:
    precision, recall = hits / found if found else 0.0, hits / gold if gold else 0.0
    f1 = 2 * hits / (gold + found) if gold + found else 0.0
    return Row(what, round(precision, 4), round(recall, 4), round(f1, 4), gold, found)


def mean(rows: Iterable[Row]) -> float:
    """The mean F1 of the main rows that the gold has something of."""
    main = [row.f1 for row in rows if row.main and row.gold]
    return round(sum(main) / len(main), 4) if main else 0.0
