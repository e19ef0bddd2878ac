"""One thing of the graph, whatever its type: its properties, what it is connected with, and the words that state it."""

from __future__ import annotations

from graph.store import Row, Store
from schema import NodeType, node_type_of_prefix

APART = ["MENTIONED_IN", "INFERRED_FROM"]
"""Relations to documents that are shown as evidence, not among the others."""
DATED = "coalesce(other.date, '') <= $as_of"
STATED = """(n.date IS NOT NULL OR other.date IS NOT NULL OR relation.documents IS NULL OR EXISTS {
  MATCH (stating:Document) WHERE stating.id IN relation.documents AND coalesce(stating.date, '') <= $as_of })"""
"""A relation counts as of a day when a document up to that day states it; derived ones name no documents.

What bears a date is stated in one document only, of that date, so no other has to be looked up.
"""


def type_of(id_: str) -> NodeType | None:
    """The type that an id belongs to, as the id itself says; None for what is no id of a thing in the graph."""
    return node_type_of_prefix(id_.rpartition("-")[0])


def thing(store: Store, id_: str) -> Row | None:
    """The properties of a thing, or None when the graph does not hold it."""
    declared = type_of(id_)
    if declared is None:
        return None
    rows = store.read(f"MATCH (n:{declared.name} {{id: $id}}) RETURN properties(n) AS properties", id=id_)
    return dict(rows[0]["properties"]) if rows else None


def connection_counts(store: Store, id_: str, as_of: str) -> list[Row]:
    """How often a thing is joined to others: `edge`, `kind` (type of the other), `outgoing`, `count`; evidence is left out."""
    return [row for outgoing in (True, False) for row in _counts(store, id_, as_of, outgoing)]


def connections(store: Store, id_: str, as_of: str, limit: int) -> list[Row]:
    """At most `limit` neighbours in each direction: `edge`, `kind`, `outgoing`, `id`, `name`, `date`, `inferred`, `detail`,
    `from` and `to` (the days between which the relation is known to hold)."""
    return [row for outgoing in (True, False) for row in _neighbours(store, id_, as_of, outgoing, limit)]


def evidence(store: Store, id_: str, as_of: str, limit: int) -> list[Row]:
    """The stretches that state a thing, the latest document first: `document`, `name`, `date`, `start`, `end`, `quote`, `rule`."""
    declared = type_of(id_)
    if declared is None:
        return []
    return store.read(
        f"""MATCH (n:{declared.name} {{id: $id}})-[e:MENTIONED_IN]->(d:Document) WHERE coalesce(d.date, '') <= $as_of
        RETURN d.id AS document, d.name AS name, d.date AS date, e.start AS start, e.end AS end, e.quote AS quote, e.rule AS rule
        ORDER BY coalesce(date, '') DESC, document, start LIMIT $limit""",
        id=id_, as_of=as_of, limit=limit,
    )


def _pattern(id_: str, outgoing: bool) -> str:
    declared = type_of(id_)
    arrow = "-[relation]->" if outgoing else "<-[relation]-"
    name = declared.name if declared else ""
    return f"MATCH (n:{name} {{id: $id}}){arrow}(other) WHERE NOT type(relation) IN {APART} AND {DATED} AND {STATED}"


def _counts(store: Store, id_: str, as_of: str, outgoing: bool) -> list[Row]:
    rows = store.read(
        f"""{_pattern(id_, outgoing)}
        RETURN type(relation) AS edge, head(labels(other)) AS kind, count(DISTINCT other) AS count ORDER BY edge, kind""",
        id=id_, as_of=as_of,
    )
    return [row | {"outgoing": outgoing} for row in rows]


def _neighbours(store: Store, id_: str, as_of: str, outgoing: bool, limit: int) -> list[Row]:
    rows = store.read(
        f"""{_pattern(id_, outgoing)}
        RETURN DISTINCT type(relation) AS edge, head(labels(other)) AS kind, other.id AS id, other.date AS date,
               coalesce(other.name, other.title, other.text, other.due) AS name, coalesce(relation.inferred, false) AS inferred,
               coalesce(relation.role, relation.relation) AS detail, relation.from AS from, relation.to AS to
        ORDER BY edge, kind, coalesce(date, '') DESC, name, id LIMIT $limit""",
        id=id_, as_of=as_of, limit=limit,
    )
    return [row | {"outgoing": outgoing} for row in rows]
