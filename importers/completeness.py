"""The last stage: whether the document is minutes at all, and what minutes should say and these do not."""

from __future__ import annotations

from importers.annotations import Doubt, Minutes, Span
from schema import InputError

NOWHERE = Span(0, 0)


def check_completeness(minutes: Minutes) -> None:
    """Adds a doubt for a missing date and for minutes without demands. Raises InputError when nothing in the text is of a meeting."""
    header = minutes.header
    acts = minutes.directives or minutes.decisions
    if not (header.kind or header.chairs or (header.date and acts)):
        raise InputError("is no meeting minutes: neither a meeting nor its chair is named", remedy="import minutes (会议纪要) only")
    if header.date is None:
        minutes.doubts.append(Doubt("no date of the meeting, so that relative time limits stay open", header.title or NOWHERE))
    if not acts:
        minutes.doubts.append(Doubt("no directive and no decision was found", header.title or NOWHERE))
