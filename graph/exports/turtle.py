"""RDF as Turtle: every thing and relation in our own terms, and beside them in the standard's that the declarations name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import BinaryIO

from rdflib import RDF, RDFS, XSD, Graph

from graph.exports.contents import edges, nodes
from graph.exports.scope import Scope
from graph.exports.triples import THINGS, Triple, edge_triples, node_triples
from graph.store import Store
from schema import ontology

BATCH = 500
"""Nodes or edges that are written as one piece, so that memory does not grow with the graph."""

BOUND = {**ontology.PREFIXES, "id": THINGS, "rdf": str(RDF), "rdfs": str(RDFS), "xsd": str(XSD)}


def write_turtle(store: Store, scope: Scope, stream: BinaryIO) -> None:
    """Writes the whole graph; it holds against the shapes of `schema`'s ontology."""
    stream.write("".join(f"@prefix {name}: <{address}> .\n" for name, address in BOUND.items()).encode())
    told = chain((node_triples(node) for node in nodes(store)), (edge_triples(edge) for edge in edges(store)))
    while batch := list(islice(told, BATCH)):
        stream.write(b"\n" + _turtle(chain.from_iterable(batch)))


def _turtle(triples: Iterable[Triple]) -> bytes:
    """The triples as Turtle without the prefixes, which stand at the head of the file already."""
    graph = Graph(bind_namespaces="none")
    for prefix, address in BOUND.items():
        graph.bind(prefix, address)
    for triple in triples:
        graph.add(triple)
    lines: Iterator[str] = iter(graph.serialize(format="turtle").split("\n"))
    first = next(line for line in lines if not line.startswith("@prefix"))
    return "\n".join((first, *lines)).strip().encode() + b"\n"
