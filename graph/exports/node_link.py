"""Node-link JSON as `networkx.node_link_graph(data, edges="edges")` and D3 read it."""

from __future__ import annotations

import json
from typing import Any, BinaryIO

from graph.exports.contents import edges, nodes
from graph.exports.scope import Scope
from graph.exports.shown import label, shown
from graph.store import Store


def write_node_link(store: Store, scope: Scope, stream: BinaryIO) -> None:
    """Writes every node and relationship, one a line; the key of a relationship tells those between the same ends apart."""
    stream.write(b'{"directed": true, "multigraph": true, "graph": {"name": "gangmu"}, "nodes": [')
    for number, node in enumerate(nodes(store)):
        _item(stream, number, {**shown(node), "id": node.id, "type": node.type.name, "label": label(node)})
    stream.write(b'\n], "edges": [')
    for number, edge in enumerate(edges(store)):
        _item(stream, number, {**edge.properties, "source": edge.source, "target": edge.target, "key": number, "type": edge.type})
    stream.write(b"\n]}\n")


def _item(stream: BinaryIO, number: int, item: dict[str, Any]) -> None:
    stream.write((b",\n" if number else b"\n") + json.dumps(item, ensure_ascii=False).encode("utf-8", "replace"))
