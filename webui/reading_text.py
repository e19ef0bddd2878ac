"""What the pages of a meeting and of a document need to show the text: paragraphs with evidence, and the outline."""

from __future__ import annotations

import re
from bisect import bisect_right

from graph import Row
from webui.asking import ask
from webui.highlighting import Paragraph, Span, highlight

NOT_LINKED = {"clause", "meeting", "document"}
"""Types whose evidence is not marked in the text: clauses are its outline, the others are its page."""
LONGEST_HEADING = 80


def paragraphs(document: str, text: str, sought: tuple[int, int] | None = None) -> list[Paragraph]:
    """The text of a document with all that it states."""
    spans = [
        Span(row["start"], row["end"], row["id"], row["id"].rpartition("-")[0], row["title"] or "")
        for row in ask("document_spans", id=document)
    ]
    return highlight(text, [span for span in spans if span.kind not in NOT_LINKED], sought)


def outline(document: str, text: str) -> list[Row]:
    """Its clauses that open with a marker: `marker`, `heading`, `depth` from 1, and `line`, where their line starts."""
    starts = line_starts(text)
    return [
        {
            "marker": clause["path"][-1],
            "depth": min(len(clause["path"]), 4),
            "line": starts[bisect_right(starts, clause["start"]) - 1],
            "heading": heading,
        }
        for clause in ask("document_clauses", id=document)
        if (heading := _heading(clause, text)) is not None
    ]


def _heading(clause: Row, text: str) -> str | None:
    """What follows the marker on its line, up to the end of the sentence; None for a clause that only stands under a marker."""
    if not clause["path"] or not 0 <= clause["start"] < len(text):
        return None
    line = text[clause["start"] : clause["start"] + LONGEST_HEADING].strip().split("\n")[0]
    if not line.startswith(clause["path"][-1]):
        return None
    return re.split("[。；：，]", line.removeprefix(clause["path"][-1]).lstrip("、，．. 　"))[0]


def line_starts(text: str) -> list[int]:
    """The offset at which each line starts."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts[:-1]
