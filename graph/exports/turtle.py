"""RDF as Turtle: every thing and relation in our own terms, and beside them in the standard's that the declarations name."""

from __future__ import annotations

from itertools import chain, islice
from typing import BinaryIO

from graph.exports.contents import edges, nodes
from graph.exports.scope import Scope
from graph.store import Store

BATCH = 500
"""Nodes or edges that are written as one piece, so that memory does not grow with the graph."""


def write_turtle(store: Store, scope: Scope, stream: BinaryIO) -> None:
    """Writes the whole graph; it holds against the shapes of `schema`'s ontology."""
    # The RDF library takes long to load, and every start of the command line would wait for it.
    from graph.exports.triples import PREFIXES, edge_triples, node_triples, turtle

    stream.write("".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items()).encode())
    told = chain((node_triples(node) for node in nodes(store)), (edge_triples(edge) for edge in edges(store)))
    while batch := list(islice(told, BATCH)):
        stream.write(b"\n" + turtle(chain.from_iterable(batch)))
