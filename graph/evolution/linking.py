"""Which later step takes up which earlier one: for each step, the next meeting in which something is like enough."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, groupby

from graph.evolution.relations import relation
from graph.evolution.similarity import Profile, Scores, profile, similarities
from graph.evolution.steps import Link, Step

LEAST = 0.1
"""The score below which two steps are about different matters."""

SECOND_BEST = 0.85
"""Share of its best score that a step's further links need: one demand may split into several, or several join in one."""

MEETINGS_AHEAD = 12
"""How many later meetings are searched for the one that takes a step up."""

GOOD_ENOUGH = 0.6
"""Share of the best score in any of those meetings that the next one needs to be the one: a passing likeness does not end the search."""


def links(steps: Sequence[Step]) -> list[Link]:
    """The links between the steps of one body, in the order of their meetings. Reports end a strand, and undated meetings have no order."""
    ordered = sorted((s for s in steps if s.date), key=lambda s: (s.date, s.meeting, s.id))
    meetings = [list(group) for _, group in groupby(ordered, key=lambda s: (s.date, s.meeting))]
    profiles = {step.id: profile(step) for step in ordered}
    found: list[Link] = []
    for index, meeting in enumerate(meetings):
        waiting = [step for step in meeting if not step.is_report]
        later = meetings[index + 1:index + 1 + MEETINGS_AHEAD]
        found += _taken_up([_between(waiting, other, profiles) for other in later])
    return found


def _taken_up(by_meeting: Sequence[Sequence[Link]]) -> list[Link]:
    """Of the candidates in each later meeting, those of the first that is good enough for their source."""
    best: dict[str, float] = {}
    for link in chain.from_iterable(by_meeting):
        best[link.source] = max(link.score, best.get(link.source, 0.0))
    taken: list[Link] = []
    done: set[str] = set()
    for candidates in by_meeting:
        ready = {c.source for c in candidates if c.source not in done and c.score >= GOOD_ENOUGH * best[c.source]}
        taken += [c for c in candidates if c.source in ready]
        done |= ready
    return taken


def _between(earlier: list[Step], later: list[Step], profiles: Mapping[str, Profile]) -> list[Link]:
    scores = similarities([profiles[step.id] for step in earlier], [profiles[step.id] for step in later], LEAST)
    best_of_row, best_of_column = _best(scores, 0), _best(scores, 1)
    return [
        _link(earlier[row], later[column], score) for (row, column), score in scores.items()
        if score >= SECOND_BEST * max(best_of_row[row], best_of_column[column])
    ]


def _best(scores: Scores, side: int) -> dict[int, float]:
    best: dict[int, float] = {}
    for pair, score in scores.items():
        best[pair[side]] = max(score, best.get(pair[side], 0.0))
    return best


def _link(before: Step, after: Step, score: float) -> Link:
    kind, because = relation(before, after)
    return Link(before.id, after.id, kind, round(score, 3), because)
