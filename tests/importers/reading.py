"""Minutes made from a few lines of text, for the tests of single rules."""

from __future__ import annotations

from importers.annotations import Clause, Minutes, Span
from importers.document import Block, SourceText, assemble
from importers.rules.header import read_header
from importers.rules.people import name_people
from importers.rules.posts import hold_posts


def minutes_of(text: str) -> Minutes:
    """The lines as paragraphs of a document of which nothing is known yet; a line with tabs is the row of a table."""
    whole, paragraphs = assemble(Block(line, "row" if "\t" in line else "paragraph") for line in text.splitlines())
    everything = Span(0, len(whole))
    return Minutes(SourceText("a.txt", "a.txt", "txt", "", whole, paragraphs), Clause(everything, everything))


def who_met(text: str) -> Minutes:
    """The minutes after header, people and posts were read."""
    minutes = minutes_of(text)
    for stage in (read_header, name_people, hold_posts):
        stage(minutes)
    return minutes
