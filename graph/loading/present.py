"""Reads from the graph what a change of some documents may touch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.loading.batches import grouped, label_of
from graph.loading.documents import EdgeKey, Properties, StatedDocument
from graph.loading.projection import Present, documents_of
from graph.loading.streams import read_stream
from graph.store import Transaction
from schema import edge_type


def read_present(transaction: Transaction, going: Mapping[str, StatedDocument], coming: Mapping[str, StatedDocument]) -> Present:
    """What the graph holds of everything that these documents state."""
    documents = (*going.values(), *coming.values())
    nodes = read_nodes(transaction, dict.fromkeys(id_ for document in documents for id_ in document.nodes))
    edges = read_edges(transaction, dict.fromkeys(
        key for document in documents for key in document.edges if key.source in nodes and key.target in nodes))
    contributors = read_contributors(transaction, dict.fromkeys(id_ for document in going.values() for id_ in document.nodes))
    named = {str(node["document"]) for node in nodes.values() if "document" in node}
    named.update(*contributors.values(), *(documents_of(edge) for edge in edges.values()))
    return Present(nodes, edges, contributors, read_dates(transaction, named), lambda id_: read_stream(transaction, id_))


def read_nodes(transaction: Transaction, ids: Iterable[str]) -> dict[str, Properties]:
    """The properties of those of the nodes that there are."""
    found: dict[str, Properties] = {}
    for label, part in grouped(ids, label_of):
        query = f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN properties(n) AS properties"
        found |= {row["properties"]["id"]: row["properties"] for row in transaction.run(query, ids=part)}
    return found


def read_edges(transaction: Transaction, keys: Iterable[EdgeKey]) -> dict[EdgeKey, Properties]:
    """The properties of those of the edges that there are."""
    wanted = dict.fromkeys(keys)
    found: dict[EdgeKey, Properties] = {}
    for (type_, source, target), part in grouped(wanted, edge_labels):
        names = key_names(type_)
        ends = list(dict.fromkeys((key.source, key.target) for key in part))
        query = (f"UNWIND $ends AS ends MATCH (a:{source} {{id: ends[0]}})-[r:{type_}]->(b:{target} {{id: ends[1]}}) "
                 "RETURN ends, properties(r) AS properties")
        for row in transaction.run(query, ends=ends):
            properties = row["properties"]
            start, end = row["ends"]
            key = EdgeKey(type_, start, end, tuple(str(properties.get(name) or "") for name in names))
            if key in wanted:
                found[key] = properties
    return found


def read_contributors(transaction: Transaction, ids: Iterable[str]) -> dict[str, set[str]]:
    """The documents that state each node."""
    wanted = dict.fromkeys(ids)
    found: dict[str, set[str]] = {id_: {id_} if label_of(id_) == "Document" else set() for id_ in wanted}
    for label, part in grouped(wanted, label_of):
        query = (f"UNWIND $ids AS id MATCH (n:{label} {{id: id}})-[:MENTIONED_IN|INFERRED_FROM]->(d:Document) "
                 "RETURN DISTINCT id, d.id AS document")
        for row in transaction.run(query, ids=part):
            found[row["id"]].add(row["document"])
    return found


def read_dates(transaction: Transaction, documents: Iterable[str]) -> dict[str, str]:
    """The meeting's date of each document."""
    rows = transaction.run("UNWIND $ids AS id MATCH (s:Stream {id: id}) RETURN id, s.date AS date", ids=list(documents))
    return {row["id"]: row["date"] for row in rows}


def edge_labels(key: EdgeKey) -> tuple[str, str, str]:
    """Type and the labels of both ends: what a query has to name."""
    return key.type, label_of(key.source), label_of(key.target)


def key_names(type_: str) -> tuple[str, ...]:
    """The names of the properties that tell edges of one type between the same ends apart."""
    declared = edge_type(type_)
    return declared.key if declared else ()
