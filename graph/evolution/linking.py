"""Which later step takes up which earlier one: for each step, the next meeting in which something is like enough."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy

from graph.evolution.relations import relation
from graph.evolution.similarity import similarities
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
    scores = similarities(earlier, later).toarray()
    best_of_row, best_of_column = scores.max(axis=1), scores.max(axis=0)
    alike = (scores >= LEAST) & (scores >= SECOND_BEST * best_of_row[:, None]) & (scores >= SECOND_BEST * best_of_column[None, :])
    return [_link(earlier[row], later[column], scores[row, column]) for row, column in zip(*numpy.nonzero(alike), strict=True)]


def _link(before: Step, after: Step, score: float) -> Link:
    kind, because = relation(before, after)
    return Link(before.id, after.id, kind, round(float(score), 3), because)
