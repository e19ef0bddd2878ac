"""What people decide about directives: a layer of its own beside what documents say, applied when reading and never lost by an import.

A judgement is never edited: a later one takes its place. It points at its subject by id and keeps the subject's words and path beside it,
so that it finds the directive of a corrected document again.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from graph.store import Row, Store
from schema import QueryError, node_id

STATUSES: Mapping[str, str] = {"open": "未完成", "done": "已完成", "adjusted": "已调整", "dropped": "不再执行"}
"""What a directive's status may be, with its Chinese label; `open` undoes the others."""

WORDING_ALIKE = 80.0
"""Least likeness in percent of a corrected directive's words to those that were judged."""

_SUBJECT = """
MATCH (subject:Directive {id: $id})-[:MENTIONED_IN]->(document:Document)
RETURN subject.text AS text, document.path AS path LIMIT 1
"""
_KEEP = """
CREATE (:Judgement {id: $id, judged: 'status', subject: $subject, current: $subject, status: $status, who: $who, at: $at, date: $date,
                    proof: $proof, quote: $quote, document_path: $path})
"""
_ADRIFT = """
MATCH (judgement:Judgement)
OPTIONAL MATCH (subject:Directive {id: judgement.subject})
OPTIONAL MATCH (current:Directive {id: judgement.current})
WITH judgement, subject, current
WHERE current IS NULL OR (subject IS NOT NULL AND subject.id <> current.id)
RETURN judgement.id AS id, judgement.quote AS quote, judgement.document_path AS path, subject.id AS subject, judgement.current AS current
"""
_CANDIDATES = """
MATCH (document:Document {path: $path})<-[:MENTIONED_IN]-(directive:Directive)
RETURN DISTINCT directive.id AS id, directive.text AS text
"""
_POINT = "MATCH (judgement:Judgement {id: $id}) SET judgement.current = $current"
_ORPHANS = """
MATCH (judgement:Judgement) WHERE judgement.current IS NULL
RETURN judgement.id AS id, judgement.status AS status, judgement.who AS who, judgement.at AS at, judgement.quote AS quote,
       judgement.document_path AS path ORDER BY judgement.at
"""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The status that a person gives a directive, when (UTC), and what it rests on."""

    subject: str
    status: str
    who: str
    proof: str
    at: datetime.datetime


def judge(store: Store, judgement: Judgement) -> str:
    """Keeps a judgement and gives its id. Raises QueryError for an unknown directive or status, or when nobody stands behind it."""
    _check(judgement)
    found = store.read(_SUBJECT, id=judgement.subject)
    if not found:
        raise QueryError("no such directive", where=judgement.subject, remedy="look its id up with `ask` or on its page")
    at = judgement.at.astimezone(datetime.UTC).isoformat(timespec="microseconds")
    id_ = node_id("Judgement", judgement.subject, judgement.who, at)
    store.write(_KEEP, id=id_, subject=judgement.subject, status=judgement.status, who=judgement.who.strip(), at=at, date=at[:10],
                proof=judgement.proof.strip(), quote=found[0]["text"], path=found[0]["path"])
    return id_


def _check(judgement: Judgement) -> None:
    if judgement.status not in STATUSES:
        raise QueryError(f"{judgement.status!r} is no status", remedy=f"use one of {', '.join(STATUSES)}")
    if not judgement.who.strip():
        raise QueryError("nobody stands behind the judgement", remedy="give the name of who decided")


def reattach(store: Store) -> None:
    """Points judgements whose directive was corrected, withdrawn or brought back at the directive that has its words now, or at none."""
    for row in store.read(_ADRIFT):
        current = row["subject"] or _alike(store, row)
        if current != row["current"]:
            store.write(_POINT, id=row["id"], current=current)


def _alike(store: Store, adrift: Row) -> str | None:
    """The directive of the same path whose words are most alike, if they are alike at all."""
    scored = [(fuzz.ratio(adrift["quote"], row["text"]), row["id"]) for row in store.read(_CANDIDATES, path=adrift["path"])]
    score, id_ = max(scored, default=(0.0, None))
    return id_ if score >= WORDING_ALIKE else None


def orphans(store: Store) -> list[dict[str, Any]]:
    """Judgements whose directive no document states any more."""
    return store.read(_ORPHANS)
