"""Which later step takes up which earlier one: for each step, the next meeting in which something is like enough."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from graph.evolution.relations import relation
from graph.evolution.similarity import Scores, similarities
from graph.evolution.steps import Link, Step

LEAST = 0.09
"""The score below which two steps are about different matters."""

SECOND_BEST = 0.85
"""Share of its best score that a step's further links need: one demand may split into several, or several join in one."""

MEETINGS_AHEAD = 12
"""How many later meetings are searched for the one that takes a step up."""


def links(steps: Sequence[Step]) -> list[Link]:
    """The links between the steps of one body, in the order of their meetings. Reports end a strand, and undated meetings have no order."""
    ordered = sorted((s for s in steps if s.date), key=lambda s: (s.date, s.meeting, s.id))
    meetings = [list(group) for _, group in groupby(ordered, key=lambda s: (s.date, s.meeting))]
    found: list[Link] = []
    for index, meeting in enumerate(meetings):
        waiting = [step for step in meeting if not step.is_report]
        for later in meetings[index + 1:index + 1 + MEETINGS_AHEAD]:
            if not waiting:
                break
            taken_up = _between(waiting, later)
            found += taken_up
            gone = {link.source for link in taken_up}
            waiting = [step for step in waiting if step.id not in gone]
    return found


def _between(earlier: list[Step], later: list[Step]) -> list[Link]:
    scores = similarities(earlier, later)
    best_of_row, best_of_column = _best(scores, 0), _best(scores, 1)
    return [
        _link(earlier[row], later[column], score) for (row, column), score in scores.items()
        if score >= LEAST and score >= SECOND_BEST * max(best_of_row[row], best_of_column[column])
    ]


def _best(scores: Scores, side: int) -> dict[int, float]:
    best: dict[int, float] = {}
    for pair, score in scores.items():
        best[pair[side]] = max(score, best.get(pair[side], 0.0))
    return best


def _link(before: Step, after: Step, score: float) -> Link:
    kind, because = relation(before, after)
    return Link(before.id, after.id, kind, round(score, 3), because)
