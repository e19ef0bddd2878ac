"""Holds proposals against their documents as they are now.

A proposal stands while its document still leaves open what it fills in, and its words still stand there; one that does not, and that nobody
decided on, goes. Whatever was decided stays and comes back with its words, as judgements on directives do.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.judgements.reattachment import most_alike
from graph.proposals.drawing import draw
from graph.store import Row, Store, Transaction

_ADRIFT = """
MATCH (p:Proposal)
OPTIONAL MATCH (s:Stream {id: p.document})
WITH p, coalesce(s.digest, '') AS digest
WHERE p.settled IS NULL OR p.settled <> digest
RETURN p.id AS id, p.proposed AS proposed, p.subject AS subject, p.quote AS quote, p.text AS text, p.others AS others,
       p.start AS start, p.document AS document, digest ORDER BY id
"""
_TEXT = "MATCH (d:Document {id: $document}) RETURN d.text AS text"
_CLAUSES = """
MATCH (:Document {id: $document})<-[e:MENTIONED_IN]-(c:Clause)
WHERE c.class = 'unclear'
RETURN c.id AS id, c.text AS text, min(e.start) AS start, max(e.end) AS end
"""
_DIRECTIVES = """
MATCH (document:Document {id: $document})<-[e:MENTIONED_IN]-(d:Directive)
WHERE d.proposal IS NULL
OPTIONAL MATCH (d)-[:STATED_IN]->(:Clause)-[c:MENTIONED_IN]->(document)
WITH d, min(coalesce(c.start, e.start)) AS start, max(coalesce(c.end, e.end)) AS end
OPTIONAL MATCH (d)<-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]-()
RETURN d.id AS id, d.text AS text, start, end, count(r) = 0 AS owner, d.due IS NULL AND d.due_text IS NULL AND d.recurrence IS NULL AS due
"""
_POINT = """
UNWIND $rows AS row MATCH (p:Proposal {id: row.id})
SET p.current = row.current, p.start = row.start, p.end = row.end, p.settled = row.settled
"""
_SWEEP = """
MATCH (p:Proposal) WHERE p.current IS NULL AND NOT EXISTS { MATCH (j:Judgement) WHERE j.subject = p.id }
DETACH DELETE p
"""
_STATES = """
MATCH (j:Judgement) WHERE j.judged = 'proposal'
WITH j ORDER BY j.at, j.id
WITH j.subject AS subject, last(collect(j.status)) AS status
MATCH (p:Proposal {id: subject}) WHERE p.state <> status
SET p.state = status RETURN p.id AS id
"""


@dataclass(frozen=True, slots=True)
class _OpenPoints:
    """What a document leaves open now: its text, and by kind of proposal the subjects with the stretch in which words may stand."""

    text: str
    subjects: dict[str, list[Row]]


def settle(store: Store) -> None:
    """Brings every proposal whose document changed up to date. Repeating it changes nothing."""
    store.transaction(_settle)


def _settle(transaction: Transaction) -> None:
    adrift = transaction.run(_ADRIFT)
    points = {document: _open_points(transaction, document) for document in dict.fromkeys(row["document"] for row in adrift)}
    if adrift:
        transaction.run(_POINT, rows=[_placed(row, points[row["document"]]) for row in adrift])
        transaction.run(_SWEEP)
    decided = transaction.run(_STATES)
    draw(transaction, [row["id"] for row in (*adrift, *decided)])


def _open_points(transaction: Transaction, document: str) -> _OpenPoints:
    found = transaction.run(_TEXT, document=document)
    directives = transaction.run(_DIRECTIVES, document=document)
    return _OpenPoints(found[0]["text"] or "" if found else "", {
        "directive": transaction.run(_CLAUSES, document=document),
        "owner": [row for row in directives if row["owner"]],
        "due": [row for row in directives if row["due"]],
    })


def _placed(proposal: Row, points: _OpenPoints) -> Row:
    """Where the proposal stands now: its subject by id or else by likeness, and the place of its words there; nowhere without both."""
    subjects = {row["id"]: row for row in points.subjects[proposal["proposed"]]}
    id_ = proposal["subject"] if proposal["subject"] in subjects else most_alike(proposal["quote"], subjects.values(), proposal["others"])
    start = _place(points.text, proposal, subjects[id_]) if id_ else -1
    if start < 0:
        return {"id": proposal["id"], "current": None, "start": None, "end": None, "settled": proposal["digest"]}
    return {"id": proposal["id"], "current": id_, "start": start, "end": start + len(proposal["text"]), "settled": proposal["digest"]}


def _place(text: str, proposal: Row, subject: Row) -> int:
    """The place that the proposal names if the words stand there, or else the first one in the stretch; -1 for none."""
    said, words = proposal["start"], proposal["text"]
    if said is not None and subject["start"] <= said and said + len(words) <= subject["end"] and text.startswith(words, said):
        return int(said)
    return text.find(words, subject["start"], subject["end"])
