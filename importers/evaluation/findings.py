"""A record stream as the scorer looks at it: document by document, by type, surface and relation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from importers.edge_records import ROLE_EDGES
from importers.evaluation.matching import bare
from schema import Edge, Evidence, Node, Record

ROLES = {edge: role for role, edge in ROLE_EDGES.items()}


class Findings:
    """The nodes and edges of a stream; a node that several documents name has the properties and the evidence of all."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.nodes: dict[str, Node] = {}
        self.edges: list[Edge] = []
        self._into: dict[str, list[Edge]] = defaultdict(list)
        for record in records:
            if isinstance(record, Node):
                self._add(record)
            elif isinstance(record, Edge):
                self.edges.append(record)
                self._into[record.target].append(record)
        self.documents = {str(node.properties.get("name")): node.id for node in self.nodes.values() if node.type == "Document"}

    def _add(self, node: Node) -> None:
        before = self.nodes.get(node.id)
        if before:
            node = Node(before.type, node.id, {**before.properties, **node.properties}, before.evidence + node.evidence)
        self.nodes[node.id] = node

    def within(self, document: str | None, *types: str) -> Iterator[Node]:
        """The nodes of these types that a document states."""
        for node in self.nodes.values():
            if node.type in types and any(e.document == document for e in node.evidence):
                yield node

    def into(self, target: str | None, *types: str) -> list[Edge]:
        """The edges of these types that lead to a node."""
        return [edge for edge in self._into.get(target or "", ()) if edge.type in types]

    def words(self, id_: str, *properties: str) -> str:
        """The first of these properties that a node has, bare."""
        node = self.nodes[id_]
        return next((words for name in properties if (words := bare(node.properties.get(name)))), "")


def surfaces(evidence: Iterable[Evidence], document: str | None) -> set[str]:
    """The stretches of a document that name something, bare."""
    return {bare(e.text) for e in evidence if e.document == document} - {""}
