"""Draws what people accepted: owners as `ANSWERS_FOR`, directives as nodes that bear the id of their proposal.

An accepted date is not drawn: no directive of a document is ever written to, so questions read the date from its proposal where a
directive leaves it blank.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.entities import type_of
from graph.store import Row, Transaction
from schema import node_id

SOURCES = ("Organization", "Person", "Post", "Proposal")

_UNDRAW = "MATCH (:%s)-[r:ANSWERS_FOR]->(:Directive) WHERE r.proposal IN $ids DELETE r"
_DROP = "UNWIND $ids AS id MATCH (d:Directive {id: id}) DETACH DELETE d"
_ACCEPTED = """
UNWIND $ids AS wanted MATCH (p:Proposal {id: wanted})
WHERE p.state = 'accept' AND p.current IS NOT NULL
RETURN properties(p) AS proposal
"""
_OWNER = """
MATCH (owner:%s {id: $owner}) MATCH (d:Directive {id: $directive})
CREATE (owner)-[:ANSWERS_FOR {role: $role, name: $name, basis: 'inferred', inferred: true, rule: $rule, proposal: $id}]->(d)
RETURN d.id AS id
"""
_NAMED = """
MATCH (:Document {id: $document})<-[said:MENTIONED_IN]-(owner:%s) WHERE said.quote = $name
RETURN owner.id AS id ORDER BY id LIMIT 1
"""
_DIRECTIVE = """
MATCH (c:Clause {id: $clause}) MATCH (document:Document {id: $document})
CREATE (d:Directive {id: $id}) SET d += $told, d.path = c.path, d.act = c.act
CREATE (d)-[:STATED_IN {inferred: true, rule: $rule}]->(c)
CREATE (d)-[:MENTIONED_IN {start: $start, end: $end, quote: $quote, rule: $rule}]->(document)
"""
_ISSUED = """
MATCH (:Document {id: $document})-[:RECORDS]->(m:Meeting) MATCH (d:Directive {id: $id})
CREATE (m)-[:ISSUED {inferred: true, rule: $rule}]->(d)
"""


def draw(transaction: Transaction, proposals: Iterable[str]) -> None:
    """Draws those of these proposals that a person accepted and whose words stand, and takes back what the others of them had drawn."""
    ids = sorted(set(proposals))
    if not ids:
        return
    for label in SOURCES:
        transaction.run(_UNDRAW % label, ids=ids)
    transaction.run(_DROP, ids=[directive_of(id_) for id_ in ids])
    for row in transaction.run(_ACCEPTED, ids=ids):
        proposal = row["proposal"]
        if proposal["proposed"] == "owner":
            _draw_owner(transaction, proposal, proposal["current"], proposal["role"], proposal["text"])
        elif proposal["proposed"] == "directive":
            _draw_directive(transaction, proposal)


def directive_of(proposal: str) -> str:
    """The id of the directive that an accepted proposal is drawn as."""
    return node_id("Directive", proposal)


def _draw_directive(transaction: Transaction, proposal: Row) -> None:
    id_ = directive_of(proposal["id"])
    names = ("text", "date", "due", "due_text", "recurrence", "rule")
    told = {name: proposal[name] for name in names if proposal.get(name) is not None} | {"inferred": True, "proposal": proposal["id"]}
    where = {"id": id_, "document": proposal["document"], "rule": proposal["rule"]}
    transaction.run(_DIRECTIVE, **where, clause=proposal["current"], told=told, quote=proposal["text"], start=proposal["start"],
                    end=proposal["end"])
    transaction.run(_ISSUED, **where)
    for owner in proposal.get("owners") or ():
        role, _, name = owner.partition(":")
        _draw_owner(transaction, proposal, id_, role, name)


def _draw_owner(transaction: Transaction, proposal: Row, directive: str, role: str, name: str) -> None:
    """From the body, person or post that the words name in the document; words that name none there stand for themselves."""
    owner = _owner(transaction, proposal["document"], name) or proposal["id"]
    named = type_of(owner)
    assert named is not None
    transaction.run(_OWNER % named.name, owner=owner, directive=directive, role=role, name=name, rule=proposal["rule"], id=proposal["id"])


def _owner(transaction: Transaction, document: str, name: str) -> str | None:
    for label in SOURCES[:-1]:
        found = transaction.run(_NAMED % label, document=document, name=name)
        if found:
            return str(found[0]["id"])
    return None
