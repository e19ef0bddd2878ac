"""What a document says, whatever the format it came in: its nodes and edges without offsets, hashes and ids."""

from __future__ import annotations

from collections import Counter
from typing import Any

from importers.pipeline import records_of
from importers.reading import source_text
from schema import Edge, Node

OF_THE_FILE = ("name", "path", "text", "sha256", "format")
"""Properties of a Document that differ from format to format."""


def said(name: str, data: bytes) -> Counter[tuple[Any, ...]]:
    """Every node with its properties and quotes, and every edge with its ends, properties and quotes."""
    records = records_of(source_text(name, data))
    nodes = {r.id: _node(r) for r in records if isinstance(r, Node)}
    edges = [("edge", r.type, nodes[r.source], nodes[r.target], _frozen(r.properties), _quotes(r)) for r in records if isinstance(r, Edge)]
    return Counter([*nodes.values(), *edges])


def _node(node: Node) -> tuple[Any, ...]:
    kept = {name: value for name, value in node.properties.items() if node.type != "Document" or name not in OF_THE_FILE}
    return ("node", node.type, _frozen(kept), _quotes(node), node.inferred, node.rule)


def _frozen(properties: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, repr(value)) for name, value in properties.items()))


def _quotes(record: Node | Edge) -> tuple[str, ...]:
    return tuple(e.text for e in record.evidence)
