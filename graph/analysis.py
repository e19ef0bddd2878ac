"""The graph of things in memory, for what Cypher does not answer: shortest paths between two things, and who or what is central."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeAlias

import networkx

from graph.store import Store
from schema import EDGE_TYPES, NODE_TYPES, QueryError, node_type_of_prefix, type_of_id

STRUCTURE = ("MENTIONED_IN", "INFERRED_FROM", "PART_OF", "STATED_IN", "RECORDS", "INVOKES")
"""Edges between a document and its parts: they would join everything with everything."""

LONGEST_PATH = 6
"""Steps of the longest path that still tells something."""

_EDGES = """
MATCH (source:%s)-[r:%s]->(target)
WHERE coalesce(source.date, '') <= $as_of AND coalesce(target.date, '') <= $as_of
RETURN source.id AS source, target.id AS target, r.documents AS documents
"""
_DATES = "MATCH (document:Document) RETURN document.id AS id, coalesce(document.date, '') AS date"
_NAMES = "UNWIND $ids AS wanted MATCH (n:%s {id: wanted}) RETURN n.id AS id, coalesce(n.name, n.title, n.text) AS name"

Network: TypeAlias = "networkx.MultiDiGraph[str]"

MEASURES: Mapping[str, Callable[[Network], dict[str, float]]] = {
    "degree": networkx.degree_centrality,
    "closeness": lambda network: networkx.closeness_centrality(networkx.Graph(network)),
    "betweenness": lambda network: networkx.betweenness_centrality(networkx.Graph(network), k=min(len(network), 500), seed=1),
}
"""How central something is; betweenness is estimated from at most 500 things of a large graph, always the same ones."""


def network(store: Store, as_of: str) -> Network:
    """Things and the relations between them that documents up to a day state, each edge with its `type`."""
    dates = {row["id"]: row["date"] for row in store.read(_DATES)}
    found: Network = networkx.MultiDiGraph()
    for source, target, type_ in _edges(store, as_of, dates):
        found.add_edge(source, target, type=type_)
    return found


def _edges(store: Store, as_of: str, dates: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Sorted, so that equally good answers always come in the same order."""
    for edge in EDGE_TYPES:
        for label in edge.sources if edge.name not in STRUCTURE else ():
            rows = store.read(_EDGES % (label, edge.name), as_of=as_of)
            stated = [row for row in rows if row["documents"] is None or any(dates.get(id_, "") <= as_of for id_ in row["documents"])]
            yield from sorted((row["source"], row["target"], edge.name) for row in stated)


def shortest_paths(network: Network, source: str, target: str, most: int) -> list[list[str]]:
    """At most `most` of the shortest paths between two ids, against or along the edges; none when they are too far apart."""
    for id_ in (source, target):
        if id_ not in network:
            raise QueryError("nothing is joined to this", where=id_, remedy="look its id up with `ask`")
    paths = networkx.all_shortest_paths(networkx.Graph(network), source, target)
    try:
        return [path for path in islice(paths, most) if len(path) <= LONGEST_PATH + 1]
    except networkx.NetworkXNoPath:
        return []


def relations(network: Network, one: str, other: str) -> list[str]:
    """The edges between two neighbours, each as `-TYPE->` or `<-TYPE-`."""
    between: Iterable[tuple[str, str, str]] = network.subgraph((one, other)).edges(data="type")
    return sorted({f"-{type_}->" if source == one else f"<-{type_}-" for source, _, type_ in between})


def central(network: Network, measure: str, kind: str, most: int) -> list[tuple[str, float]]:
    """The most central things of a type (empty for any), ids with their measure, the highest first."""
    scores = MEASURES[measure](network) if len(network) else {}
    wanted = [(id_, score) for id_, score in scores.items() if not kind or type_of_id(id_) == kind.lower()]
    return sorted(wanted, key=lambda pair: (-pair[1], pair[0]))[:most]


def names(store: Store, ids: list[str]) -> dict[str, str]:
    """What each thing is called, or its words."""
    found: dict[str, str] = {}
    for prefix in {type_of_id(id_) for id_ in ids}:
        declared = node_type_of_prefix(prefix)
        if declared:
            found |= {row["id"]: row["name"] or declared.zh for row in store.read(_NAMES % declared.name, ids=ids)}
    return found


KINDS = tuple(declared.name for declared in NODE_TYPES)
