"""GraphML as NetworkX and Gephi read it: typed attributes, a `label` on every node and edge, lists joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from graph.exports.contents import Properties, edges, nodes
from graph.exports.scope import Scope
from graph.exports.shown import label, shown, written
from graph.store import Store
from schema import EDGE_TYPES, NODE_TYPES, Property

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
XML_TYPES = {"text": "string", "date": "string", "texts": "string", "integer": "long", "number": "double", "boolean": "boolean"}
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 document may hold."""

COMMON = {"label": "string", "type": "string", "inferred": "boolean", "rule": "string", "document": "string"}
OF_EDGES = {"documents": "string", "start": "long", "end": "long", "quote": "string"}


def write_graphml(store: Store, scope: Scope, stream: BinaryIO) -> None:
    """Writes every node and relationship; the full text of documents is left out, since clauses hold it too."""
    of_nodes = COMMON | types_of(declared.properties for declared in NODE_TYPES)
    of_edges = COMMON | OF_EDGES | types_of(declared.properties for declared in EDGE_TYPES)
    for line in _lines(store, of_nodes, of_edges):
        stream.write(f"{line}\n".encode())


def types_of(properties: Iterable[Iterable[Property]]) -> dict[str, str]:
    """The XML type of every declared property."""
    return {known.name: XML_TYPES[known.type] for group in properties for known in group}


def _lines(store: Store, of_nodes: Mapping[str, str], of_edges: Mapping[str, str]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<graphml xmlns="{NAMESPACE}">'
    for kind, types in (("node", of_nodes), ("edge", of_edges)):
        for name, type_ in types.items():
            yield f'  <key id="{kind}-{name}" for="{kind}" attr.name="{name}" attr.type="{type_}"/>'
    yield '  <graph id="gangmu" edgedefault="directed">'
    for node in nodes(store):
        yield f"    <node id={quoteattr(node.id)}>"
        yield from _data("node", {"label": label(node), "type": node.type.name, **shown(node)}, of_nodes)
        yield "    </node>"
    for number, edge in enumerate(edges(store), 1):
        yield f'    <edge id="e{number}" source={quoteattr(edge.source)} target={quoteattr(edge.target)}>'
        yield from _data("edge", {"label": edge.type, "type": edge.type, **edge.properties}, of_edges)
        yield "    </edge>"
    yield "  </graph>"
    yield "</graphml>"


def _data(kind: str, properties: Properties, types: Mapping[str, str]) -> Iterator[str]:
    for name in types:
        if (value := properties.get(name)) is not None:
            yield f'      <data key="{kind}-{name}">{escape(FORBIDDEN.sub("�", written(value)))}</data>'
