"""GraphML as NetworkX and Gephi read it: typed attributes, a `label` on every node and edge, lists joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from graph.exports.contents import Properties, edges, nodes
from graph.exports.scope import Scope
from graph.store import Store
from schema import EDGE_TYPES, NODE_TYPES, Property

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
LISTS_JOINED_BY = "、"
LABEL_LENGTH = 60

XML_TYPES = {"text": "string", "date": "string", "texts": "string", "integer": "long", "number": "double", "boolean": "boolean"}
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 document may hold."""

_COMMON = {"label": "string", "type": "string", "inferred": "boolean", "rule": "string", "document": "string"}
_OF_EDGES = {"documents": "string", "start": "long", "end": "long", "quote": "string"}


def write_graphml(store: Store, scope: Scope, stream: BinaryIO) -> None:
    """Writes every node and relationship; the full text of documents is left out, since clauses hold it too."""
    of_nodes = _COMMON | _types(declared.properties for declared in NODE_TYPES)
    of_edges = _COMMON | _OF_EDGES | _types(declared.properties for declared in EDGE_TYPES)
    for line in _lines(store, of_nodes, of_edges):
        stream.write(f"{line}\n".encode())


def _types(properties: Iterable[Iterable[Property]]) -> dict[str, str]:
    return {known.name: XML_TYPES[known.type] for group in properties for known in group}


def _lines(store: Store, of_nodes: Mapping[str, str], of_edges: Mapping[str, str]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<graphml xmlns="{NAMESPACE}">'
    for kind, types in (("node", of_nodes), ("edge", of_edges)):
        for name, type_ in types.items():
            yield f'  <key id="{kind}-{name}" for="{kind}" attr.name="{name}" attr.type="{type_}"/>'
    yield '  <graph id="gangmu" edgedefault="directed">'
    for node in nodes(store):
        shown = {name: value for name, value in node.properties.items() if not (node.type.name == "Document" and name == "text")}
        yield f"    <node id={quoteattr(node.id)}>"
        yield from _data("node", {"label": _label(shown, node.type.zh), "type": node.type.name, **shown}, of_nodes)
        yield "    </node>"
    for number, edge in enumerate(edges(store), 1):
        yield f'    <edge id="e{number}" source={quoteattr(edge.source)} target={quoteattr(edge.target)}>'
        yield from _data("edge", {"label": edge.type, "type": edge.type, **edge.properties}, of_edges)
        yield "    </edge>"
    yield "  </graph>"
    yield "</graphml>"


def _label(properties: Properties, otherwise: str) -> str:
    named = next((str(properties[name]) for name in ("name", "title", "text") if properties.get(name)), otherwise)
    return " ".join(named.split())[:LABEL_LENGTH]


def _data(kind: str, properties: Properties, types: Mapping[str, str]) -> Iterator[str]:
    for name in types:
        if (value := properties.get(name)) is not None:
            yield f'      <data key="{kind}-{name}">{escape(_FORBIDDEN.sub("�", _written(value)))}</data>'


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return LISTS_JOINED_BY.join(map(str, value)) if isinstance(value, list) else str(value)
