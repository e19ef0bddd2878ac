"""Holds a record stream against the declarations: each way to break them has its own message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from schema.edges import EdgeType, edge_type
from schema.ids import type_of_id
from schema.nodes import NodeType, node_type
from schema.properties import PYTHON_TYPES, Property
from schema.records import BEYOND_DOCUMENTS, Edge, End, Evidence, Issue, Node, Record, Value

QUOTED = 80
"""How much of a stretch a message quotes."""

LINKED = ("directive", "progressreport", "matter")
"""Prefixes of the ids that edges beyond documents may join."""


@dataclass(slots=True)
class _Document:
    """What has been seen of the document whose records are being read."""

    records: int = 0
    texts: dict[str, str] = field(default_factory=dict)
    nodes: set[str] = field(default_factory=set)
    edges: list[Edge] = field(default_factory=list)


def validate(records: Iterable[Record]) -> Iterator[str]:
    """Every breach of the contract as one sentence; nothing for a stream that holds."""
    document, linked = _Document(), set[str]()
    for record in records:
        if isinstance(record, End):
            linked.update(id_ for id_ in document.nodes if type_of_id(id_) in LINKED)
            yield from _end_problems(record, document, linked)
            document = _Document()
            continue
        document.records += 1
        if isinstance(record, Node):
            yield from _node_problems(record, document)
        elif isinstance(record, Edge):
            yield from _edge_problems(record)
            document.edges.append(record)
        yield from _evidence_problems(record, document)
    if document.records:
        yield f"the stream ends after {document.records} records of a document that has no end record"


def _end_problems(end: End, document: _Document, linked: set[str]) -> Iterator[str]:
    beyond = end.document == BEYOND_DOCUMENTS
    if end.records != document.records:
        yield f"end of {end.document}: counts {end.records} records, {document.records} came"
    if not beyond and end.document not in document.nodes:
        yield f"end of {end.document}: its Document node did not come"
    for edge in document.edges:
        for side, id_ in (("source", edge.source), ("target", edge.target)):
            if id_ not in document.nodes and not (beyond and id_ in linked):
                yield f"edge {edge.type}: dangling {side} {id_}"


def _node_problems(node: Node, document: _Document) -> Iterator[str]:
    declared = node_type(node.type)
    if declared is None:
        yield f"node {node.id}: unknown type {node.type!r}"
        return
    if type_of_id(node.id) != node.type.lower():
        yield f"node {node.id}: not an id of a {node.type}"
    if node.id in document.nodes:
        yield f"node {node.id}: comes twice in one document"
    document.nodes.add(node.id)
    if node.type == "Document":
        document.texts[node.id] = str(node.properties.get("text") or "")
    elif declared.layer != "judgements" and not node.evidence and not (node.inferred and node.rule):
        yield f"node {node.id}: has neither evidence nor the rule that inferred it"
    yield from _property_problems(f"node {node.id}", node.properties, declared)


def _edge_problems(edge: Edge) -> Iterator[str]:
    declared = edge_type(edge.type)
    if declared is None:
        yield f"edge {edge.source} -> {edge.target}: unknown type {edge.type!r}"
        return
    for side, id_, allowed in (("source", edge.source, declared.sources), ("target", edge.target, declared.targets)):
        if type_of_id(id_) not in {name.lower() for name in allowed}:
            yield f"edge {edge.type}: {side} {id_} is not one of {', '.join(allowed)}"
    if not edge.evidence and not (edge.inferred and edge.rule):
        yield f"edge {edge.type} {edge.source} -> {edge.target}: has neither evidence nor the rule that inferred it"
    yield from _property_problems(f"edge {edge.type} {edge.source} -> {edge.target}", edge.properties, declared)


def _property_problems(where: str, properties: Mapping[str, Value], declared: NodeType | EdgeType) -> Iterator[str]:
    for name, value in properties.items():
        known = declared.property(name)
        if known is None:
            yield f"{where}: unknown property {name!r}"
        elif not _fits(value, known):
            yield f"{where}: property {name!r} is not {known.type}: {value!r:.80}"


def _fits(value: Value, declared: Property) -> bool:
    if value is None:
        return True
    if isinstance(value, bool) and declared.type != "boolean":
        return False
    if isinstance(value, list):
        return declared.type == "texts" and all(isinstance(item, str) for item in value)
    return isinstance(value, PYTHON_TYPES[declared.type])


def _evidence_problems(record: Node | Edge | Issue, document: _Document) -> Iterator[str]:
    for evidence in record.evidence:
        text = document.texts.get(evidence.document)
        if text is None:
            yield f"evidence names {evidence.document}, whose Document node has not come before it"
        elif not _quotes(evidence, text):
            yield (f"evidence {evidence.start}-{evidence.end} of {evidence.document}: "
                   f"{evidence.text[:QUOTED]!r} is not the text there")


def _quotes(evidence: Evidence, text: str) -> bool:
    return 0 <= evidence.start < evidence.end <= len(text) and text[evidence.start:evidence.end] == evidence.text
