"""What the graph engines are told before any data comes: unique ids and full text indexes, made from the declarations."""

from __future__ import annotations

from schema.edges import EDGE_TYPES
from schema.nodes import NODE_TYPES

FULLTEXT_INDEX = "gangmu_text_{label}"
"""Name of the full text index of a label; one a label, so that hits come by type."""


def cypher_constraints() -> list[str]:
    """Statements in Neo4j's Cypher, safe to repeat: one unique constraint on `id` for every label."""
    return [
        f"CREATE CONSTRAINT gangmu_id_{t.name.lower()} IF NOT EXISTS FOR (n:{t.name}) REQUIRE n.id IS UNIQUE" for t in NODE_TYPES
    ]


def cypher_fulltext() -> list[str]:
    """Statements in Neo4j's Cypher, safe to repeat: a full text index with the CJK analyser for every searched label."""
    return [
        f"CREATE FULLTEXT INDEX {FULLTEXT_INDEX.format(label=t.name.lower())} IF NOT EXISTS FOR (n:{t.name}) "
        f"ON EACH [{', '.join(f'n.{p}' for p in t.searched)}] OPTIONS {{indexConfig: {{`fulltext.analyzer`: 'cjk'}}}}"
        for t in NODE_TYPES if t.searched
    ]


def sql_types() -> list[str]:
    """Statements in ArcadeDB's SQL, safe to repeat: every vertex and edge type, since a rolled back transaction leaves new ones behind."""
    vertices = [f"CREATE VERTEX TYPE {t.name} IF NOT EXISTS" for t in NODE_TYPES]
    return vertices + [f"CREATE EDGE TYPE {t.name} IF NOT EXISTS" for t in EDGE_TYPES]


def sql_fulltext() -> list[str]:
    """Statements in ArcadeDB's SQL, safe to repeat: the same full text indexes under the same names, so that one query text finds both."""
    analyser = '{"analyzer": "org.apache.lucene.analysis.cjk.CJKAnalyzer"}'
    searched = [t for t in NODE_TYPES if t.searched]
    properties = [f"CREATE PROPERTY {t.name}.{p} IF NOT EXISTS STRING" for t in searched for p in t.searched]
    return properties + [
        f"CREATE INDEX {FULLTEXT_INDEX.format(label=t.name.lower())} IF NOT EXISTS ON {t.name} ({', '.join(t.searched)}) "
        f"FULL_TEXT METADATA {analyser}"
        for t in searched
    ]
