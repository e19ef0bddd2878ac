"""The nodes that the graph keeps for itself, beside what `schema` declares.

`Stream {id, path, sha256, date, body, digest, records, data}`: the records of one document exactly as they were loaded; everything
that documents state is a projection of the streams.
`Ledger {id, turn, stale}`: one node that every change of the streams writes first, so that changes come one after the other; `stale`
lists the issuing bodies whose derived layers have to be worked out anew.
"""

from __future__ import annotations

from schema import cypher_constraints, cypher_fulltext, sql_fulltext, sql_types

TYPES = ("Stream", "Ledger")
LEDGER = "ledger"
FIRST_ENTRY = f"MERGE (l:Ledger {{id: '{LEDGER}'}}) ON CREATE SET l.turn = 0, l.stale = []"


def embedded_declarations() -> list[tuple[str, str]]:
    """Language and statement of all that the embedded engine is told before any data; safe to repeat."""
    sql = [*sql_types(), *(f"CREATE VERTEX TYPE {name} IF NOT EXISTS" for name in TYPES), *sql_fulltext()]
    return [*(("sql", statement) for statement in sql), *(("opencypher", statement) for statement in _common())]


def server_declarations() -> list[str]:
    """The same for Neo4j."""
    return [*_common(), *cypher_fulltext(), FIRST_ENTRY]


def _common() -> list[str]:
    own = [f"CREATE CONSTRAINT gangmu_id_{name.lower()} IF NOT EXISTS FOR (n:{name}) REQUIRE n.id IS UNIQUE" for name in TYPES]
    return [*cypher_constraints(), *own, "CREATE INDEX gangmu_stream_sha256 IF NOT EXISTS FOR (s:Stream) ON (s.sha256)",
            "CREATE INDEX gangmu_judgement_subject IF NOT EXISTS FOR (j:Judgement) ON (j.subject)",
            *(f"CREATE INDEX gangmu_proposal_{name} IF NOT EXISTS FOR (p:Proposal) ON (p.{name})" for name in ("document", "current"))]
