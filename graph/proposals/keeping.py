"""Takes proposals into the graph: each once, open until a person decides, and only while its words stand where it says."""

from __future__ import annotations

from collections.abc import Iterable

from graph.proposals.settling import settle
from graph.store import Row, Store
from schema import BEYOND_DOCUMENTS, End, Node, RecordError, validate

KINDS = ("owner", "due", "directive")

_KEEP = "UNWIND $rows AS row MERGE (p:Proposal {id: row.id}) ON CREATE SET p += row"
_KNOWN = "UNWIND $ids AS id MATCH (p:Proposal {id: id}) RETURN p.id AS id"
_NEEDED = ("proposed", "text", "model", "subject", "quote", "document")


def keep_proposals(store: Store, proposals: Iterable[Node]) -> tuple[int, int]:
    """Keeps those that are new; how many of them stand, and how many came. Raises RecordError for what is no proposal."""
    rows = [_checked(proposal) for proposal in proposals]
    ids = [row["id"] for row in rows]
    known = {row["id"] for row in store.read(_KNOWN, ids=ids)}
    if rows:
        store.write(_KEEP, rows=rows)
    settle(store)
    standing = {row["id"] for row in store.read(_KNOWN, ids=ids)}
    return len(standing - known), len(rows)


def proposed_documents(store: Store) -> set[str]:
    """The ids of the documents for which any proposal stands, whatever was decided about it."""
    return {row["document"] for row in store.read("MATCH (p:Proposal) RETURN DISTINCT p.document AS document")}


def _checked(proposal: Node) -> Row:
    problem = next(validate([proposal, End(BEYOND_DOCUMENTS, 1)]), None)
    missing = [name for name in _NEEDED if not proposal.properties.get(name)]
    if problem or missing or proposal.type != "Proposal" or proposal.properties["proposed"] not in KINDS:
        raise RecordError(problem or f"not a proposal: {', '.join(missing) or 'kind'}", where=proposal.id,
                          remedy="write the proposals again with `gangmu.py propose`")
    # What was decided comes with its judgements, whatever the record says.
    return {**proposal.properties, "id": proposal.id, "inferred": True, "rule": proposal.rule, "state": "open"}
