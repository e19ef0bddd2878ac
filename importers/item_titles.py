"""The titles of numbered items, judged beside the item before them."""

from __future__ import annotations

import re

from importers.annotations import Clause, Marker, Span
from importers.rules.headings import TOPICS, heading_of
from importers.rules.lines import RECORD_LABEL
from importers.sentences import sentences

_OTHER = re.compile(r"\s*+其[他它]")


def item_title(text: str, clause: Clause, body: Span, *, leads: bool, below: bool) -> Span | None:
    """The title of an item: what a case or issue is about, or a heading before the text; `leads` and `below` as in `heading_of`."""
    marker, parent = clause.marker, clause.parent
    if marker is None or parent is None or _spoken(marker) or RECORD_LABEL.match(text, body.start, body.end):
        return None
    if marker.family in ("case", "issue") or TOPICS.match(text, parent.lead.start, parent.lead.end):
        return sentences(text, body.start, body.end)[0]
    if _beside_demands(text, clause, body) and not _OTHER.match(body.of(text)):
        return None
    return heading_of(text, body, leads=leads, below=below)


def _spoken(marker: Marker) -> bool:
    """Whether the marker runs into its sentence (一要, 一是) and so never stands before a title."""
    return len(marker.family) == 1


def went_on(text: str, clause: Clause) -> bool:
    """Whether the item before this one had paragraphs of its own below its first."""
    return any(c.marker is None and "\n" in text[item.lead.end:c.lead.start] for item in _before(clause) for c in item.children[-1:])


def plainly_listed(clause: Clause) -> bool:
    """Whether a title stands in a mere list of titles: 议题：1.… 2.… 3.… with nothing below the one before it."""
    return any(item.rule == "title" and item.marker is not None and not item.children for item in _before(clause))


def _beside_demands(text: str, clause: Clause, body: Span) -> bool:
    """Whether the item before this one was no title: the last of a list is not one either because text follows the list."""
    plain = [item for item in _before(clause) if item.marker is not None and item.rule == "marker" and not item.children]
    told = [item for item in plain if not RECORD_LABEL.match(text, item.lead.start, item.lead.end)]
    return any(not _stopped(text, item.lead) and not _stopped(text, body) for item in told)


def _before(clause: Clause) -> list[Clause]:
    """The clause before this one, if there is one."""
    return clause.parent.children[-2:-1] if clause.parent else []


def _stopped(text: str, span: Span) -> bool:
    """Whether a stretch ends with a mark."""
    return span.of(text).rstrip()[-1:] in tuple("。；：！？;:.")
