"""Scores what the head tells of the meeting, who was there and what stood on the agenda."""

from __future__ import annotations

from importers.evaluation.findings import Findings, surfaces
from importers.evaluation.gold import Gold, GoldMeeting
from importers.evaluation.matching import bare
from importers.evaluation.tally import Tally
from schema import Value

SHORTEST_TITLE = 4
"""Characters of a title that may stand for the whole of it, without the line of the issuing body above."""


def score_header(gold: Gold, findings: Findings, tally: Tally) -> None:
    """HEADER with its parts, ATTENDANCE, AGENDA."""
    document = findings.documents.get(gold.document)
    meeting = next((node.id for node in findings.within(document, "Meeting")), None)
    found = findings.nodes[meeting].properties if meeting else {}
    chairs = {findings.words(edge.source, "name") for edge in findings.into(meeting, "CHAIRED")}
    conveners = _conveners(findings, meeting, document)
    for part, right, seen in _parts(gold.meeting, found, chairs, conveners):
        sure = right and document is not None
        tally.count("HEADER", int(sure), 1, 1)
        tally.judge(f"header {part}", gold.document, sure, f"{seen!r}, gold {getattr(gold.meeting, part)!r}")
    there = {(findings.words(e.source, "name"), str(e.properties.get("role"))) for e in findings.into(meeting, "ATTENDED")}
    tally.compare("ATTENDANCE", gold.document, {(bare(a.name), a.role) for a in gold.meeting.attendees}, there)
    items = [bare(node.properties.get("title")) for node in findings.within(document, "AgendaItem")]
    tally.compare_loosely("AGENDA", gold.document, [bare(item) for item in gold.agenda], items)


def _conveners(findings: Findings, meeting: str | None, document: str | None) -> set[str]:
    """Every name of the bodies whose meeting it is."""
    names: set[str] = set()
    for edge in findings.into(meeting, "CONVENED"):
        names |= surfaces(edge.evidence, document) | surfaces(findings.nodes[edge.source].evidence, document)
        names.add(findings.words(edge.source, "name"))
    return names


def _parts(truth: GoldMeeting, found: dict[str, Value], chairs: set[str], conveners: set[str]) -> list[tuple[str, bool, object]]:
    """Each part of the head: whether it is right, and what was found."""
    return [
        ("title", same_title(bare(found.get("title")), bare(truth.title)), found.get("title")),
        ("kind", found.get("meeting_kind") == truth.kind, found.get("meeting_kind")),
        ("date", (found.get("date") or None) == truth.date, found.get("date")),
        ("session", (found.get("session") or None) == truth.session, found.get("session")),
        ("place", bare(found.get("place")) == bare(truth.place), found.get("place")),
        ("chair", chairs == {bare(name) for name in truth.chair}, sorted(chairs)),
        ("convener", not truth.convener or bare(truth.convener) in conveners, sorted(conveners)),
    ]


def same_title(found: str, gold: str) -> bool:
    """Equal, or one without the line of the issuing body that the other begins with."""
    ends = found.endswith(gold) or gold.endswith(found)
    return found == gold or (min(len(found), len(gold)) >= SHORTEST_TITLE and ends)
