"""Everything that the graph holds, read in batches and in an order that depends on its content alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from graph.store import Store
from schema import NODE_TYPES, NodeType

BATCH = 1_000
"""Nodes read at a time."""

Properties = dict[str, Any]

_IDS = "MATCH (n:%s) RETURN n.id AS id"
_NODES = "UNWIND $ids AS wanted MATCH (n:%s {id: wanted}) RETURN n.id AS id, properties(n) AS properties"
_EDGES = """
UNWIND $ids AS wanted
MATCH (n:%s {id: wanted})-[r]->(other)
RETURN type(r) AS type, n.id AS source, other.id AS target, properties(r) AS properties
"""


class GraphNode(NamedTuple):
    """A node with its properties, `id` left out."""

    type: NodeType
    id: str
    properties: Properties


class GraphEdge(NamedTuple):
    """A relationship with its properties; evidence (`MENTIONED_IN`) is one too."""

    type: str
    source: str
    target: str
    properties: Properties


def nodes(store: Store) -> Iterator[GraphNode]:
    """Every node of a declared type, by type and id."""
    for declared in NODE_TYPES:
        for ids in _batches(store, declared):
            rows = store.read(_NODES % declared.name, ids=ids)
            for row in sorted(rows, key=lambda row: str(row["id"])):
                yield GraphNode(declared, row["id"], {name: value for name, value in row["properties"].items() if name != "id"})


def edges(store: Store) -> Iterator[GraphEdge]:
    """Every relationship, by the type and id of its source."""
    for declared in NODE_TYPES:
        for ids in _batches(store, declared):
            rows = (GraphEdge(**row) for row in store.read(_EDGES % declared.name, ids=ids))
            yield from sorted(rows, key=_rank)


def _batches(store: Store, declared: NodeType) -> Iterator[list[str]]:
    ids = sorted(row["id"] for row in store.read(_IDS % declared.name))
    for start in range(0, len(ids), BATCH):
        yield ids[start:start + BATCH]


def _rank(edge: GraphEdge) -> tuple[str, str, str, str]:
    return edge.source, edge.type, edge.target, repr(sorted(edge.properties.items()))
