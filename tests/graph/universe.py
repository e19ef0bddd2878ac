"""A small world of documents that share things, and the whole content of a graph for comparison."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from graph.store import Store
from schema import Edge, End, Evidence, Node, Record, node_id

Dump = tuple[list[str], list[str]]


def document(path: str, date: str = "2024-01-15", words: str = "", *, people: Iterable[str] = (), directives: Iterable[str] = (),
             inferred: Iterable[str] = (), role: str = "attend") -> list[Record]:
    """The records of a document of that path; its text is `words`, and everything named is quoted from its beginning.

    People are shared with other documents, directives are the document's own; `inferred` organizations have no evidence.
    """
    text = f"{words}　{'、'.join(people)}　{'、'.join(directives)}　完"
    id_, meeting = node_id("Document", path), node_id("Meeting", path)
    proof = (Evidence(id_, 0, len(text), text, "whole"),)

    def said(name: str) -> tuple[Evidence, ...]:
        start = text.index(name)
        return (Evidence(id_, start, start + len(name), name, "name"),)

    records: list[Record] = [
        Node("Document", id_, {"path": path, "name": path, "text": text, "sha256": hashlib.sha256(f"{path} {text} {date}".encode()).hexdigest(), "body": "云泽市水务局", "date": date}),
        Node("Meeting", meeting, {"title": f"{path}会议", "date": date}, proof),
        Edge("RECORDS", id_, meeting, {}, proof),
    ]
    for name in people:
        person, post = node_id("Person", name), node_id("Post", name)
        records += [
            Node("Person", person, {"name": name}, said(name)),
            Node("Post", post, {"title": f"{name}的职务，见{path}", "generic": len(words) % 2 == 0}, said(name)),
            Edge("ATTENDED", person, meeting, {"role": role}, said(name)),
            Edge("HOLDS", person, post, {"from": date[:4], "to": None}, said(name)),
            Edge("HOLDS", person, post, {"from": date[:4], "to": date}, proof),
            Edge("HOLDS", person, post, {"to": date}, said(name)),
        ]
    for name in directives:
        directive = node_id("Directive", path, name)
        records += [Node("Directive", directive, {"text": name, "date": date, "path": ["一", "（二）"]}, said(name)),
                    Edge("ISSUED", meeting, directive, {}, said(name))]
    for name in inferred:
        body = node_id("Organization", name)
        records += [Node("Organization", body, {"name": name}, (), True, "issuing body"),
                    Edge("CONVENED", body, meeting, {}, (), True, "issuing body")]
    return [*records, End(id_, len(records))]


def empty(store: Store) -> None:
    """Takes everything out of the graph."""
    store.write("MATCH (n) WHERE NOT n:Ledger DETACH DELETE n")
    store.write("MATCH (l:Ledger) SET l.turn = 0, l.stale = []")


def dump(store: Store) -> Dump:
    """Every node and every relationship with all their properties, sorted; without the ledger, which counts changes."""
    nodes = store.read("MATCH (n) WHERE NOT n:Ledger RETURN labels(n) AS labels, properties(n) AS properties")
    edges = store.read("MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS source, b.id AS target, properties(r) AS properties")
    return sorted(map(_line, nodes)), sorted(map(_line, edges))


def _line(row: dict[str, Any]) -> str:
    return repr({**row, "properties": dict(sorted(row["properties"].items()))})
