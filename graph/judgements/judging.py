"""What people decide about directives: a layer of its own beside what documents say, applied when reading and never lost by an import.

A judgement is never edited: a later one takes its place. It points at its subject by id and keeps the subject's words and path beside it,
so that it finds the directive of a corrected document again (`graph.judgements.reattachment`).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.judgements.reattachment import reattach
from graph.store import Row, Store, Transaction
from schema import BEYOND_DOCUMENTS, End, Node, QueryError, RecordError, node_id, validate

STATUSES: Mapping[str, str] = {"open": "未完成", "done": "已完成", "adjusted": "已调整", "dropped": "不再执行"}
"""What a directive's status may be, with its Chinese label; `open` undoes the others."""

_SUBJECT = """
MATCH (subject:Directive {id: $id})-[:MENTIONED_IN]->(document:Document)
RETURN subject.text AS quote, document.path AS document_path, document.id AS document LIMIT 1
"""
_OTHERS = """
MATCH (:Document {id: $document})<-[:MENTIONED_IN]-(other:Directive)
WHERE other.id <> $id
RETURN DISTINCT other.id AS id ORDER BY id
"""
_KEEP = "UNWIND $rows AS row MERGE (judgement:Judgement {id: row.id}) ON CREATE SET judgement += row"
_ALL = """
MATCH (judgement:Judgement)
OPTIONAL MATCH (current:Directive {id: judgement.current})
RETURN judgement.id AS id, judgement.status AS status, judgement.who AS who, judgement.at AS at, judgement.proof AS proof,
       judgement.document_path AS path, judgement.quote AS quote, current.id AS current, current.text AS text ORDER BY at, id
"""
_NEEDED = ("judged", "subject", "status", "who", "at", "date", "quote", "document_path")


@dataclass(frozen=True, slots=True)
class Judgement:
    """The status that a person gives a directive, when, and what it rests on."""

    subject: str
    status: str
    who: str
    proof: str
    at: datetime.datetime


def judge(store: Store, judgement: Judgement) -> str:
    """Keeps a judgement and gives its id. Raises QueryError for an unknown directive or status, or when nobody stands behind it."""
    _check(judgement)
    at = judgement.at.astimezone(datetime.UTC).isoformat(timespec="microseconds")
    id_ = node_id("Judgement", judgement.subject, judgement.status, judgement.who, at)
    # Questions as of a day mean the day where people decide, and there it may already be tomorrow, or still yesterday.
    date = judgement.at.astimezone().date().isoformat()
    decided = {"id": id_, "judged": "status", "status": judgement.status, "who": judgement.who.strip(), "at": at, "date": date,
               "proof": judgement.proof.strip()}

    def keep(transaction: Transaction) -> None:
        transaction.run(_KEEP, rows=[decided | _subject(transaction, judgement.subject)])

    store.transaction(keep)
    return id_


def _check(judgement: Judgement) -> None:
    if judgement.status not in STATUSES:
        raise QueryError(f"{judgement.status!r} is no status", remedy=f"use one of {', '.join(STATUSES)}")
    if not judgement.who.strip():
        raise QueryError("nobody stands behind the judgement", remedy="give the name of who decided")


def _subject(transaction: Transaction, id_: str) -> Row:
    found = transaction.run(_SUBJECT, id=id_)
    if not found:
        raise QueryError("no such directive", where=id_, remedy="look its id up with `ask` or on its page")
    document = found[0].pop("document")
    others = [row["id"] for row in transaction.run(_OTHERS, document=document, id=id_)]
    return {**found[0], "subject": id_, "current": id_, "others": others}


def keep_again(store: Store, judgements: Iterable[Node]) -> None:
    """Keeps judgements that an export brought along; those that are here already stay as they are. Raises RecordError for what is none."""
    rows = [_checked(judgement) for judgement in judgements]
    if rows:
        store.write(_KEEP, rows=rows)
        reattach(store)


def _checked(judgement: Node) -> Row:
    problem = next(validate([judgement, End(BEYOND_DOCUMENTS, 1)]), None)
    missing = [name for name in _NEEDED if not judgement.properties.get(name)]
    if problem or missing or judgement.properties["status"] not in STATUSES:
        raise RecordError(problem or f"not a judgement: {', '.join(missing) or 'status'}", where=judgement.id,
                          remedy="load the export as it was written")
    return {**judgement.properties, "id": judgement.id}


def judgements(store: Store) -> list[Row]:
    """Every judgement, the latest last: `id`, `status`, `who`, `at`, `proof`, `path`, `quote`; `current` is null for orphans."""
    return store.read(_ALL)


def orphans(store: Store) -> list[Row]:
    """Those whose directive no document states any more."""
    return [row for row in judgements(store) if row["current"] is None]
