"""Writes a change into the graph, many rows a query: what goes first, then what comes."""

from __future__ import annotations

from collections.abc import Iterable

from graph.loading.batches import grouped, label_of
from graph.loading.documents import EdgeKey, Mention, Properties
from graph.loading.present import edge_labels, key_names
from graph.loading.projection import Change, Present
from graph.store import Transaction


def write_change(transaction: Transaction, change: Change, present: Present) -> None:
    """Makes the graph hold what the change says."""
    _drop_mentions(transaction, change.mentions_to_drop)
    _drop_edges(transaction, [key for key, properties in change.edges.items() if properties is None])
    _drop_nodes(transaction, [id_ for id_, properties in change.nodes.items() if properties is None])
    nodes = {id_: properties for id_, properties in change.nodes.items() if properties is not None}
    _create_nodes(transaction, [id_ for id_ in nodes if id_ not in present.nodes], nodes)
    _update_nodes(transaction, [id_ for id_ in nodes if id_ in present.nodes], nodes)
    edges = {key: properties for key, properties in change.edges.items() if properties is not None}
    _create_edges(transaction, [key for key in edges if key not in present.edges], edges)
    _update_edges(transaction, [key for key in edges if key in present.edges], edges)
    _create_mentions(transaction, change.mentions_to_add)


def _literal(rows: Iterable[Properties], row: str) -> str:
    """The properties of a new thing, named one by one: what is created at once is written once, unlike what is set afterwards."""
    names = dict.fromkeys(name for properties in rows for name in properties)
    return "{" + ", ".join(f"`{name}`: {row}.`{name}`" for name in names) + "}"


def _create_nodes(transaction: Transaction, ids: Iterable[str], nodes: dict[str, Properties]) -> None:
    for label, part in grouped(ids, label_of):
        rows = [nodes[id_] for id_ in part]
        transaction.run(f"UNWIND $rows AS row CREATE (:{label} {_literal(rows, 'row')})", rows=rows)


def _update_nodes(transaction: Transaction, ids: Iterable[str], nodes: dict[str, Properties]) -> None:
    for label, part in grouped(ids, label_of):
        transaction.run(f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n = row", rows=[nodes[id_] for id_ in part])


def _drop_nodes(transaction: Transaction, ids: Iterable[str]) -> None:
    for label, part in grouped(ids, label_of):
        transaction.run(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n", ids=part)


def _create_edges(transaction: Transaction, keys: Iterable[EdgeKey], edges: dict[EdgeKey, Properties]) -> None:
    for (type_, source, target), part in grouped(keys, edge_labels):
        query = (f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) MATCH (b:{target} {{id: row.target}}) "
                 f"CREATE (a)-[:{type_} {_literal((edges[key] for key in part), 'row.properties')}]->(b)")
        transaction.run(query, rows=[{"source": key.source, "target": key.target, "properties": edges[key]} for key in part])


def _update_edges(transaction: Transaction, keys: Iterable[EdgeKey], edges: dict[EdgeKey, Properties]) -> None:
    for labels, part in grouped(keys, edge_labels):
        transaction.run(f"{_match_edges(*labels)} SET r = row.properties", rows=[{**_row(key), "properties": edges[key]} for key in part])


def _drop_edges(transaction: Transaction, keys: Iterable[EdgeKey]) -> None:
    for labels, part in grouped(keys, edge_labels):
        transaction.run(f"{_match_edges(*labels)} DELETE r", rows=[_row(key) for key in part])


def _match_edges(type_: str, source: str, target: str) -> str:
    same = " AND ".join(f"coalesce(r.`{name}`, '') = row.key[{place}]" for place, name in enumerate(key_names(type_)))
    return (f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}})-[r:{type_}]->(b:{target} {{id: row.target}})"
            f"{' WHERE ' + same if same else ''}")


def _row(key: EdgeKey) -> dict[str, object]:
    return {"source": key.source, "target": key.target, "key": list(key.key)}


def _create_mentions(transaction: Transaction, mentions: Iterable[Mention]) -> None:
    for (label, type_), part in grouped(mentions, _mention_labels):
        query = (f"UNWIND $rows AS row MATCH (n:{label} {{id: row.node}}) MATCH (d:Document {{id: row.document}}) "
                 f"CREATE (n)-[:{type_} {_literal(map(mention_properties, part), 'row')}]->(d)")
        transaction.run(query, rows=[mention._asdict() for mention in part])


def _drop_mentions(transaction: Transaction, mentions: Iterable[Mention]) -> None:
    for (label, type_), part in grouped(mentions, _mention_labels):
        same = "m.rule = row.rule" if type_ == "INFERRED_FROM" else "m.start = row.start AND m.end = row.end AND m.rule = row.rule"
        query = (f"UNWIND $rows AS row MATCH (n:{label} {{id: row.node}})-[m:{type_}]->(d:Document {{id: row.document}}) "
                 f"WHERE {same} DELETE m")
        transaction.run(query, rows=[m._asdict() for m in part])


def _mention_labels(mention: Mention) -> tuple[str, str]:
    return label_of(mention.node), "INFERRED_FROM" if mention.start is None else "MENTIONED_IN"


def mention_properties(mention: Mention) -> Properties:
    """What the relationship between a node and a document that states it holds."""
    if mention.start is None:
        return {"rule": mention.rule}
    return {"start": mention.start, "end": mention.end, "quote": mention.quote, "rule": mention.rule}
