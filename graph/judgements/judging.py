"""What people decide about directives and proposals: a layer of its own beside what documents say, never lost by an import.

A judgement is never edited: a later one takes its place. It points at its subject by id and keeps the subject's words and path beside it,
so that it finds the directive of a corrected document again (`graph.judgements.reattachment`).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.judgements.reattachment import reattach
from graph.proposals.drawing import draw
from graph.proposals.keeping import keep_proposals
from graph.store import Row, Store, Transaction
from schema import BEYOND_DOCUMENTS, End, Node, QueryError, RecordError, node_id, type_of_id, validate

STATUSES: Mapping[str, str] = {"open": "未完成", "done": "已完成", "adjusted": "已调整", "dropped": "不再执行"}
"""What a directive's status may be, with its Chinese label; `open` undoes the others."""
VERDICTS: Mapping[str, str] = {"accept": "采纳", "reject": "不采纳", "open": "待确认"}
"""What may be decided about a proposal, likewise."""
KINDS: Mapping[str, Mapping[str, str]] = {"status": STATUSES, "proposal": VERDICTS}
"""The kinds of judgement (`judged`), each with what may be decided."""

_SUBJECT = """
MATCH (subject:Directive {id: $id})-[:MENTIONED_IN]->(document:Document)
RETURN subject.text AS quote, document.path AS document_path, document.id AS document LIMIT 1
"""
_OTHERS = """
MATCH (:Document {id: $document})<-[:MENTIONED_IN]-(other:Directive)
WHERE other.id <> $id
RETURN DISTINCT other.id AS id ORDER BY id
"""
_PROPOSAL = """
MATCH (subject:Proposal {id: $id})
SET subject.state = $status
RETURN subject.text AS quote, subject.document_path AS document_path
"""
_KEEP = "UNWIND $rows AS row MERGE (judgement:Judgement {id: row.id}) ON CREATE SET judgement += row"
_ALL = """
MATCH (judgement:Judgement)
OPTIONAL MATCH (directive:Directive {id: judgement.current})
OPTIONAL MATCH (proposal:Proposal {id: judgement.current}) WHERE proposal.current IS NOT NULL
RETURN judgement.id AS id, judgement.status AS status, judgement.who AS who, judgement.at AS at, judgement.proof AS proof,
       judgement.document_path AS path, judgement.quote AS quote, coalesce(directive.id, proposal.id) AS current,
       coalesce(directive.text, proposal.text) AS text ORDER BY at, id
"""
_NEEDED = ("judged", "subject", "status", "who", "at", "date", "quote", "document_path")


@dataclass(frozen=True, slots=True)
class Judgement:
    """The status that a person gives a directive, or the verdict on a proposal; who, when, and what it rests on."""

    subject: str
    status: str
    who: str
    proof: str
    at: datetime.datetime


def judge(store: Store, judgement: Judgement) -> str:
    """Keeps a judgement and gives its id. Raises QueryError for an unknown subject or status, or when nobody stands behind it."""
    kind = _checked_kind(judgement)
    at = judgement.at.astimezone(datetime.UTC).isoformat(timespec="microseconds")
    id_ = node_id("Judgement", judgement.subject, judgement.status, judgement.who, at)
    # Questions as of a day mean the day where people decide, and there it may already be tomorrow, or still yesterday.
    date = judgement.at.astimezone().date().isoformat()
    decided = {"id": id_, "judged": kind, "status": judgement.status, "who": judgement.who.strip(), "at": at, "date": date,
               "proof": judgement.proof.strip()}

    def keep(transaction: Transaction) -> None:
        subject = _directive(transaction, judgement.subject) if kind == "status" else _proposal(transaction, judgement)
        transaction.run(_KEEP, rows=[decided | subject])

    store.transaction(keep)
    if kind == "proposal":
        reattach(store)
    return id_


def _checked_kind(judgement: Judgement) -> str:
    kind = "proposal" if type_of_id(judgement.subject) == "proposal" else "status"
    if judgement.status not in KINDS[kind]:
        raise QueryError(f"{judgement.status!r} is no status of {'a proposal' if kind == 'proposal' else 'a directive'}",
                         remedy=f"use one of {', '.join(KINDS[kind])}")
    if not judgement.who.strip():
        raise QueryError("nobody stands behind the judgement", remedy="give the name of who decided")
    return kind


def _directive(transaction: Transaction, id_: str) -> Row:
    found = transaction.run(_SUBJECT, id=id_)
    if not found:
        raise QueryError("no such directive", where=id_, remedy="look its id up with `ask` or on its page")
    document = found[0].pop("document")
    others = [row["id"] for row in transaction.run(_OTHERS, document=document, id=id_)]
    return {**found[0], "subject": id_, "current": id_, "others": others}


def _proposal(transaction: Transaction, verdict: Judgement) -> Row:
    found = transaction.run(_PROPOSAL, id=verdict.subject, status=verdict.status)
    if not found:
        raise QueryError("no such proposal", where=verdict.subject, remedy="look its id up with `ask proposals`")
    draw(transaction, [verdict.subject])
    return {**found[0], "subject": verdict.subject, "current": verdict.subject, "others": []}


def keep_again(store: Store, brought: Iterable[Node]) -> None:
    """Keeps judgements and proposals that an export brings; those that are here stay as they are. Raises RecordError for what is none."""
    nodes = list(brought)
    rows = [_checked(node) for node in nodes if node.type != "Proposal"]
    if rows:
        store.write(_KEEP, rows=rows)
    if nodes:
        # After the judgements, so that a proposal whose document is not here, but which was decided on, stays.
        keep_proposals(store, [node for node in nodes if node.type == "Proposal"])
        reattach(store)


def _checked(judgement: Node) -> Row:
    problem = next(validate([judgement, End(BEYOND_DOCUMENTS, 1)]), None)
    said = judgement.properties
    missing = [name for name in _NEEDED if not said.get(name)]
    if problem or missing or said["status"] not in KINDS.get(str(said["judged"]), ()):
        raise RecordError(problem or f"not a judgement: {', '.join(missing) or 'status'}", where=judgement.id,
                          remedy="load the export as it was written")
    return {**said, "id": judgement.id}


def judgements(store: Store) -> list[Row]:
    """Every judgement, the latest last: `id`, `status`, `who`, `at`, `proof`, `path`, `quote`; `current` is null for orphans."""
    return store.read(_ALL)


def orphans(store: Store) -> list[Row]:
    """Those whose subject no document states any more."""
    return [row for row in judgements(store) if row["current"] is None]
