"""A record stream of one document as tests look at it: by type, words and relation."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from importers.pipeline import records_of
from importers.reading import source_text
from schema import Edge, Issue, Node

ROLES = {"LEADS": "lead", "SUPPORTS": "support", "RESPONSIBLE_FOR": "responsible", "SUPERVISES": "supervise"}


class Stream:
    """The nodes, edges and issues of a document."""

    def __init__(self, path: Path) -> None:
        records = records_of(source_text(path.name, path.read_bytes()))
        self.nodes = {r.id: r for r in records if isinstance(r, Node)}
        self.edges = [r for r in records if isinstance(r, Edge)]
        self.issues = [r for r in records if isinstance(r, Issue)]
        self._out: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        self._in: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        for edge in self.edges:
            self._out[edge.source, edge.type].append(edge)
            self._in[edge.target, edge.type].append(edge)

    def of(self, *types: str) -> list[Node]:
        """The nodes of these types."""
        return [n for n in self.nodes.values() if n.type in types]

    def one(self, type_: str) -> Node:
        """The only node of a type."""
        (node,) = self.of(type_)
        return node

    def surfaces(self, node: Node) -> set[str]:
        """The stretches that name a node."""
        return {e.text for e in node.evidence}

    def named(self, type_: str, surface: str) -> Node:
        """The only node of a type that this stretch names."""
        found = [n for n in self.of(type_) if surface in self.surfaces(n)]
        assert len(found) == 1, f"{len(found)} {type_} named {surface}"
        return found[0]

    def names(self, *types: str) -> set[str]:
        """Every stretch that names a node of these types."""
        return {surface for n in self.of(*types) for surface in self.surfaces(n)}

    def stating(self, type_: str, words: str) -> Node:
        """The only node of a type whose text holds these words."""
        found = [n for n in self.of(type_) if words in str(n.properties.get("text", ""))]
        assert len(found) == 1, f"{len(found)} {type_} with {words}"
        return found[0]

    def directive(self, words: str) -> Node:
        """The only directive with these words."""
        return self.stating("Directive", words)

    def to(self, node: Node, edge: str) -> list[Node]:
        """Where a node's edges of a type lead."""
        return [self.nodes[e.target] for e in self._out[node.id, edge]]

    def into(self, node: Node, edge: str) -> list[Node]:
        """Where a node's incoming edges of a type come from."""
        return [self.nodes[e.source] for e in self._in[node.id, edge]]

    def owners(self, directive: Node) -> set[tuple[str, str]]:
        """Words and role of those who answer for a directive."""
        return {(e.evidence[0].text, role) for edge, role in ROLES.items() for e in self._in[directive.id, edge]}

    def clause(self, act: Node) -> Node:
        """The clause that states a directive or decision."""
        (clause,) = self.to(act, "STATED_IN")
        return clause
