"""The stages in order: each reads what those before it found and fills in its own part of the minutes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from importers.annotations import Clause, Minutes, Span
from importers.document import SourceText
from importers.emission import emit
from importers.resolution import resolve
from importers.rules.header import read_header
from importers.rules.people import name_people
from importers.rules.posts import hold_posts
from schema import Record


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of understanding, and what of `Minutes` it reads and writes."""

    run: Callable[[Minutes], None]
    reads: str
    writes: str


STAGES: tuple[Stage, ...] = (
    Stage(read_header, "text", "header, people and conveners that it names"),
    Stage(name_people, "text, people of the header", "people"),
    Stage(hold_posts, "people", "posts, bodies inside them, holdings"),
)


def understand(source: SourceText) -> Minutes:
    """Takes a document through every stage."""
    whole = Span(0, len(source.text))
    minutes = Minutes(source, Clause(whole, whole))
    for stage in STAGES:
        stage.run(minutes)
    return minutes


def records_of(source: SourceText) -> list[Record]:
    """The records of one document, closed by its `end`; they depend on the document and the settings alone."""
    minutes = understand(source)
    return emit(minutes, resolve(minutes))
