"""Texts as the stages of structure and acts understand them."""

from __future__ import annotations

from importers.annotations import Clause, Minutes, Span
from importers.document import Block, SourceText, assemble
from importers.outline import build_outline
from importers.rules.agenda import find_agenda
from importers.rules.clause_classes import classify
from importers.rules.counts import check_counts
from importers.rules.decisions import find_decisions
from importers.rules.directives import find_directives
from importers.rules.progress import find_progress
from importers.rules.speech_acts import assign_acts
from importers.rules.task_tables import find_tabled_tasks

STAGES = (build_outline, find_agenda, assign_acts, find_decisions, find_directives, find_tabled_tasks, find_progress, check_counts, classify)


def understood(text: str) -> Minutes:
    """The clauses, agenda, directives, decisions and doubts of a text, one paragraph a line."""
    whole, paragraphs = assemble(Block(line) for line in text.split("\n"))
    span = Span(0, len(whole))
    minutes = Minutes(SourceText("a.txt", "a.txt", "txt", "", whole, paragraphs), Clause(span, span))
    for stage in STAGES:
        stage(minutes)
    return minutes


def tree(minutes: Minutes) -> list[tuple[str, str]]:
    """The path of each clause, joined, and its lead."""
    return [("/".join(c.path), c.lead.of(minutes.text).strip()) for c in minutes.clauses()]


def marked(text: str) -> list[str]:
    """The path of each numbered clause, joined."""
    return ["/".join(c.path) for c in understood(text).clauses() if c.marker]


def asked(text: str) -> list[tuple[str, str | None, str]]:
    """Path, act and words of each directive."""
    minutes = understood(text)
    return [("/".join(d.path), d.act, d.span.of(minutes.text)) for d in minutes.directives]


def settled(text: str) -> list[tuple[str, str]]:
    """Act and words of each decision."""
    minutes = understood(text)
    return [(d.act, d.span.of(minutes.text)) for d in minutes.decisions]
