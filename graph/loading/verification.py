"""Holds the graph against the streams it is projected from: what is missing, too much, or shows something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from graph.loading.documents import EdgeKey, Mention, Properties, unpacked
from graph.loading.present import key_names
from graph.loading.projection import Present, Projection
from graph.store import Store
from schema import EDGE_TYPES, NODE_TYPES

Thing = TypeVar("Thing")


def differences(store: Store) -> Iterator[str]:
    """Every difference as one sentence; nothing for a graph that holds. All documents are held in memory."""
    documents = {(document := unpacked(row["data"])).id: document for row in store.read("MATCH (s:Stream) RETURN s.data AS data")}
    expected = Projection({}, documents, Present({}, {}, {}, {}, documents.__getitem__)).change()
    yield from _compared("node", expected.nodes, _nodes(store))
    yield from _compared("edge", expected.edges, _edges(store))
    yield from _compared("mention", dict.fromkeys(expected.mentions_to_add), _mentions(store))


def _compared(kind: str, expected: Mapping[Thing, Properties | None], present: Mapping[Thing, Properties | None]) -> Iterator[str]:
    for thing, properties in expected.items():
        if thing not in present:
            yield f"{kind} {thing} is missing"
        elif present[thing] != properties:
            yield f"{kind} {thing} shows {present[thing]} instead of {properties}"
    yield from (f"{kind} {thing} is stated by no document" for thing in present if thing not in expected)


def _nodes(store: Store) -> dict[str, Properties]:
    found: dict[str, Properties] = {}
    for declared in NODE_TYPES:
        if declared.layer == "documents":
            # What was proposed and accepted is drawn as a directive of no document.
            rows = store.read(f"MATCH (n:{declared.name}) WHERE n.proposal IS NULL RETURN properties(n) AS properties")
            found |= {row["properties"]["id"]: row["properties"] for row in rows}
    return found


def _edges(store: Store) -> dict[EdgeKey, Properties]:
    found: dict[EdgeKey, Properties] = {}
    for declared in EDGE_TYPES:
        if declared.layer == "documents":
            names = key_names(declared.name)
            # A derived layer may use the type for edges of its own, which name no documents.
            query = (f"MATCH (a)-[r:{declared.name}]->(b) WHERE r.documents IS NOT NULL "
                     "RETURN a.id AS source, b.id AS target, properties(r) AS properties")
            for row in store.read(query):
                key = tuple(str(row["properties"].get(name) or "") for name in names)
                found[EdgeKey(declared.name, row["source"], row["target"], key)] = row["properties"]
    return found


def _mentions(store: Store) -> dict[Mention, None]:
    rows = store.read("MATCH (n)-[m:MENTIONED_IN|INFERRED_FROM]->(d:Document) WHERE n.proposal IS NULL "
                      "RETURN n.id AS node, d.id AS document, m.start AS start, m.end AS end, m.quote AS quote, m.rule AS rule")
    return {Mention(**row): None for row in rows}
