"""What an export carries beyond what documents state: links and matters, worked out anew, and proposals and judgements, which are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schema import BEYOND_DOCUMENTS, Edge, End, Node, Record, edge_type, node_type, type_of_id

KEPT = ("Judgement", "Proposal")


def stated(records: Iterable[Record], kept: list[Node]) -> Iterator[Record]:
    """Passes on the records of documents; adds the judgements and proposals of a section beyond them to `kept` once its end has come."""
    waiting: list[Node] = []
    for record in records:
        if isinstance(record, End) and record.document == BEYOND_DOCUMENTS:
            kept += waiting
            waiting = []
        elif not is_beyond_documents(record):
            yield record
        elif isinstance(record, Node) and record.type in KEPT:
            waiting.append(record)


def is_beyond_documents(record: Record) -> bool:
    """Whether no document states this, going by the layer of its type; a directive is about a matter in the derived layer only."""
    if isinstance(record, Node):
        declared = node_type(record.type)
        return declared is not None and declared.layer != "documents"
    if isinstance(record, Edge):
        known = edge_type(record.type)
        return known is not None and (known.layer == "derived" or type_of_id(record.target) == "matter")
    return False
