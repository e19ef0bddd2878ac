"""What the rules left open in a document: clauses that they did not understand, and directives without an owner or a time limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from importers.annotations import Span
from schema import Edge, Node, Record

OWNING = ("LEADS", "RESPONSIBLE_FOR", "SUPPORTS")
LONGEST = 1_500
"""Characters of a stretch that is asked about; a longer one is no clause but a text of its own."""
SHORTEST = 6


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A node that lacks something, and the stretch of the document in which the words for it have to stand.

    `wants` says what is asked: a directive of a clause; an owner or a due of a directive.
    """

    node: Node
    stretch: Span
    wants: frozenset[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A document that is asked about: its node and text, the meeting's date as an ISO prefix, and its open points in order."""

    document: Node
    text: str
    date: str | None
    points: list[OpenPoint]


def asked_about(records: Iterable[Record]) -> Asked | None:
    """What is open in a document, given by its records; None for a section that holds no document."""
    kept = list(records)
    nodes = [record for record in kept if isinstance(record, Node)]
    document = next((node for node in nodes if node.type == "Document"), None)
    if document is None:
        return None
    meeting = next((node for node in nodes if node.type == "Meeting"), None)
    date = document.properties.get("date") or (meeting.properties.get("date") if meeting else None)
    text = str(document.properties.get("text") or "")
    points = [point for point in _points(nodes, kept, text) if SHORTEST <= len(point.stretch) <= LONGEST]
    return Asked(document, text, str(date) if date else None, sorted(points, key=lambda point: (point.stretch.start, point.node.id)))


def _points(nodes: list[Node], records: list[Record], text: str) -> Iterator[OpenPoint]:
    by_id = {node.id: node for node in nodes}
    edges = [record for record in records if isinstance(record, Edge)]
    owned = {edge.target for edge in edges if edge.type in OWNING}
    clauses = {edge.source: by_id[edge.target] for edge in edges if edge.type == "STATED_IN"}
    for node in nodes:
        if node.type == "Clause" and node.properties.get("class") == "unclear" and node.evidence:
            yield OpenPoint(node, _lead(node, text), frozenset({"directive"}))
        elif node.type == "Directive" and node.evidence:
            limited = any(node.properties.get(name) for name in ("due", "due_text", "recurrence"))
            wants = frozenset(name for name, given in (("owner", node.id in owned), ("due", limited)) if not given)
            if wants:
                yield OpenPoint(node, _around(node, clauses.get(node.id), text), wants)


def _lead(clause: Node, text: str) -> Span:
    """The clause without its children."""
    whole, lead = clause.evidence[0], str(clause.properties.get("text") or "")
    start = text.find(lead, whole.start, whole.end) if lead else -1
    return Span(start, start + len(lead)) if start >= 0 else Span(whole.start, whole.end)


def _around(directive: Node, clause: Node | None, text: str) -> Span:
    """The clause that states a directive; the directive alone where it lies outside."""
    own = Span(directive.evidence[0].start, directive.evidence[0].end)
    lead = _lead(clause, text) if clause and clause.evidence else own
    return lead if lead.holds(own) else own
