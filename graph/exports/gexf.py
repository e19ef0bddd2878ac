"""GEXF 1.3 as Gephi and NetworkX read it, with dates: a node that a dated meeting states exists from that day on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from graph.exports.contents import Properties, edges, nodes
from graph.exports.graphml import COMMON, FORBIDDEN, OF_EDGES, types_of
from graph.exports.scope import Scope
from graph.exports.shown import label, shown, written
from graph.store import Store
from schema import EDGE_TYPES, NODE_TYPES

NAMESPACE = "http://gexf.net/1.3"


def write_gexf(store: Store, scope: Scope, stream: BinaryIO) -> None:
    """Writes every node and relationship; a day that is known to the month or year only is its first."""
    for line in _lines(store):
        stream.write(f"{line}\n".encode())


def _lines(store: Store) -> Iterator[str]:
    of_nodes = COMMON | types_of(declared.properties for declared in NODE_TYPES)
    of_edges = COMMON | OF_EDGES | types_of(declared.properties for declared in EDGE_TYPES)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<gexf xmlns="{NAMESPACE}" version="1.3">'
    yield '  <graph defaultedgetype="directed" mode="dynamic" timeformat="date">'
    yield from _declared("node", of_nodes)
    yield from _declared("edge", of_edges)
    yield "    <nodes>"
    for node in nodes(store):
        yield f"      <node id={quoteattr(node.id)} label={quoteattr(_clean(label(node)))}{_since(node.properties, 'date')}>"
        yield from _values({"label": label(node), "type": node.type.name, **shown(node)}, of_nodes)
        yield "      </node>"
    yield "    </nodes>"
    yield "    <edges>"
    for number, edge in enumerate(edges(store), 1):
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        yield f'      <edge id="e{number}" {ends} label={quoteattr(edge.type)}{_since(edge.properties, "from")}>'
        yield from _values({"label": edge.type, "type": edge.type, **edge.properties}, of_edges)
        yield "      </edge>"
    yield "    </edges>"
    yield "  </graph>"
    yield "</gexf>"


def _declared(kind: str, types: Mapping[str, str]) -> Iterator[str]:
    yield f'    <attributes class="{kind}" mode="static">'
    for name, type_ in types.items():
        yield f'      <attribute id="{name}" title="{name}" type="{type_}"/>'
    yield "    </attributes>"


def _values(properties: Properties, types: Mapping[str, str]) -> Iterator[str]:
    yield "        <attvalues>"
    for name in types:
        if (value := properties.get(name)) is not None:
            yield f'          <attvalue for="{name}" value={quoteattr(_clean(written(value)))}/>'
    yield "        </attvalues>"


def _since(properties: Properties, name: str) -> str:
    """The whole day that GEXF asks for."""
    day = str(properties.get(name) or "")
    return f' start="{escape(day + "-01" * (2 - day.count("-")))}"' if day else ""


def _clean(text: str) -> str:
    return FORBIDDEN.sub("�", text)
