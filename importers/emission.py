"""From an understood document to its records, in an order that depends on the document alone."""

from __future__ import annotations

from collections.abc import Iterator

from importers.annotations import Minutes
from importers.edge_records import collect_edges
from importers.node_records import node_records
from importers.record_frame import Frame
from importers.resolution import Resolution
from schema import End, Issue, Record


def emit(minutes: Minutes, resolution: Resolution) -> list[Record]:
    """The records of one document, closed by its `end`."""
    frame = Frame(minutes, resolution)
    records = list(_records(frame))
    return [*records, End(frame.document, len(records))]


def _records(frame: Frame) -> Iterator[Record]:
    """Nodes first, then edges, then issues."""
    yield from node_records(frame)
    collect_edges(frame)
    yield from frame.edges()
    for doubt in frame.minutes.doubts:
        yield Issue(doubt.level, doubt.message, (frame.evidence(doubt.span, doubt.rule),) if len(doubt.span) else ())
