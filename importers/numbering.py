"""Which candidates number something, and which numbering each continues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importers.annotations import Clause
from importers.rules.markers import Candidate

DEEPEST = 12
"""How many numberings may stand in each other; what looks deeper goes on with the innermost."""


@dataclass(slots=True)
class Numbering:
    """A numbering that is open: where it has got to and the clause of its latest item."""

    family: str
    ordinal: int
    leads: bool
    clause: Clause
    governs: bool
    """Whether unnumbered paragraphs below the latest item belong to it: it is a title, or its numbering goes on after them."""


def going_on(paragraphs: Sequence[Sequence[Candidate]]) -> list[bool]:
    """For each paragraph whether it begins with an item whose next number begins a later one."""
    following: dict[str, int] = {}
    found: list[bool] = []
    for here in reversed(paragraphs):
        marker = here[0].marker if here and here[0].leads else None
        found.append(marker is not None and following.get(marker.family) == marker.ordinal + 1)
        if marker:
            following[marker.family] = marker.ordinal
    return found[::-1]


def believed(here: Sequence[Candidate], after: Sequence[Candidate], open_: Sequence[Numbering]) -> list[Candidate]:
    """The candidates of a paragraph that number something: they begin at 1 and go on, or continue a numbering that is open.

    `after`: the candidates of the next paragraph.
    """
    found: list[Candidate] = []
    seconds = {c.marker.family: c.marker.span.start for c in here if c.marker.ordinal == 2}
    reached = {numbering.family: {numbering.ordinal} for numbering in open_}
    for candidate in here:
        marker = candidate.marker
        before = reached.setdefault(marker.family, set())
        goes_on = marker.ordinal - 1 in before or (not candidate.weak and marker.ordinal - 2 in before and marker.ordinal > 2)
        second = seconds.get(marker.family, -1) > marker.span.start or _second_follows(after, marker.family)
        if candidate.leads or goes_on or (marker.ordinal == 1 and second):
            found.append(candidate)
            before.add(marker.ordinal)
    return found


def _second_follows(after: Sequence[Candidate], family: str) -> bool:
    return bool(after) and after[0].leads and after[0].marker.family == family and after[0].marker.ordinal == 2


def continued(candidate: Candidate, open_: Sequence[Numbering], *, introduced: bool) -> int | None:
    """Which open numbering the marker continues: the innermost that expects its number, rather one in the same place of its line.

    五要 after 四要 with 一要、二要、三要 inside it; a number left out or printed twice goes on with its numbering all the same,
    and so does a numbering that begins again at the start of a paragraph (only 一要 stands in 四要), unless a sentence
    between them announced a new list (`introduced`).
    """
    marker = candidate.marker
    same = [i for i, numbering in enumerate(open_) if numbering.family == marker.family]
    expected = [i for i in same if open_[i].ordinal == marker.ordinal - 1 and marker.ordinal > 1]
    placed = [i for i in expected if open_[i].leads == candidate.leads]
    if placed or expected:
        return (placed or expected)[-1]
    if marker.ordinal > 1:
        return same[-1] if same else None
    if introduced:
        return None
    again = [i for i in same if open_[i].leads and candidate.leads and (len(marker.family) > 1 or len(same) > 1)]
    if again:
        return again[-1]
    return len(open_) - 1 if len(open_) >= DEEPEST else None
