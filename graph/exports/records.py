"""The graph as records: each document's as they were loaded, then what no document states, in sections that `graph load` knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO

from graph.exports.scope import Scope
from graph.loading.streams import loaded_documents, read_stream
from graph.store import Store
from schema import BEYOND_DOCUMENTS, Edge, End, Node, Record, node_type, write_records

SECTION = 10_000
"""Records of a section beyond documents, so that a reader holds no more at a time."""

_LINKS = """
MATCH (source:Directive)-[link:EVOLVES_TO]->(target)
RETURN source.id AS source, target.id AS target, link.relation AS relation, link.score AS score, link.because AS because, link.rule AS rule
"""
_MEMBERS = "MATCH (step:Directive)-[link:ABOUT]->(matter:Matter) RETURN step.id AS source, matter.id AS target, link.rule AS rule"
_LAYER = "MATCH (n:%s) RETURN n.id AS id, properties(n) AS properties"


def write_graph_records(store: Store, scope: Scope, stream: BinaryIO) -> None:
    """Writes every document by its path, then links, matters, proposals and judgements by their ids."""
    for held in loaded_documents(store):
        stream.write(store.reading(lambda transaction, id_=held.id: read_stream(transaction, id_)).lines())  # type: ignore[misc]
    beyond = _beyond_documents(store)
    while section := list(islice(beyond, SECTION)):
        write_records([*section, End(BEYOND_DOCUMENTS, len(section))], stream)


def _beyond_documents(store: Store) -> Iterator[Record]:
    yield from _nodes(store, "Matter")
    yield from _edges("EVOLVES_TO", store.read(_LINKS), ("relation", "score", "because"))
    yield from _edges("ABOUT", store.read(_MEMBERS), ())
    yield from _nodes(store, "Proposal")
    yield from _nodes(store, "Judgement")


def _nodes(store: Store, type_: str) -> Iterator[Node]:
    declared = node_type(type_)
    assert declared is not None
    names = [known.name for known in declared.properties]
    for row in sorted(store.read(_LAYER % type_), key=lambda row: str(row["id"])):
        properties = {name: value for name in names if (value := row["properties"].get(name)) is not None}
        yield Node(type_, row["id"], properties, (), bool(row["properties"].get("inferred")), row["properties"].get("rule"))


def _edges(type_: str, rows: Iterable[dict[str, str]], names: tuple[str, ...]) -> Iterator[Edge]:
    for row in sorted(rows, key=lambda row: (row["source"], row["target"])):
        yield Edge(type_, row["source"], row["target"], {name: row[name] for name in names}, (), True, row["rule"])
