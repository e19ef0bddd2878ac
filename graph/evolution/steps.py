"""A step of a matter: a directive or progress report as evolution looks at it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """What one meeting said about a matter.

    `date` is the meeting's (ISO prefix), or what stands for it in ordering; `topic` is the title of the agenda item that it belongs to;
    `owners` are the ids of those who lead or do it, `supervisors` of those who watch over it, `things` of the projects, policies and
    mechanisms that it is about.
    """

    id: str
    meeting: str
    date: str
    text: str
    is_report: bool = False
    due: str | None = None
    recurrence: str | None = None
    owners: frozenset[str] = frozenset()
    supervisors: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A later step takes up an earlier one: `relation` as in the guidelines, `score` 0 to 1, `because` in words."""

    source: str
    target: str
    relation: str
    score: float
    because: str
