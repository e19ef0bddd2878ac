"""Reads the steps of a body from the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.evolution.steps import Step
from graph.store import Row, Store

_STEPS = """
MATCH (document:Document {body: $body})-[:RECORDS]->(meeting:Meeting)
MATCH (document)<-[:MENTIONED_IN]-(step:%s)
RETURN DISTINCT step.id AS id, meeting.id AS meeting, step.date AS date, step.text AS text, step.due AS due, step.recurrence AS recurrence
"""
_OWNERS = """
MATCH (:Document {body: $body})<-[:MENTIONED_IN]-(step:Directive)<-[role:LEADS|RESPONSIBLE_FOR|SUPERVISES]-(owner)
RETURN DISTINCT step.id AS step, type(role) AS role, owner.id AS id
"""
_THINGS = """
MATCH (:Document {body: $body})<-[:MENTIONED_IN]-(step:Directive)-[:ABOUT|CITES|DRAFTS|IMPLEMENTS]->(thing)
WHERE NOT thing:Matter
RETURN DISTINCT step.id AS step, thing.id AS id
"""

Ids = defaultdict[str, set[str]]


def read_steps(store: Store, body: str) -> list[Step]:
    """The directives and progress reports of a body's documents."""
    roles = store.read(_OWNERS, body=body)
    owners = _by_step(row for row in roles if row["role"] != "SUPERVISES")
    supervisors = _by_step(row for row in roles if row["role"] == "SUPERVISES")
    things = _by_step(store.read(_THINGS, body=body))
    return [
        Step(row["id"], row["meeting"], row["date"] or "", row["text"], label == "ProgressReport", row["due"], row["recurrence"],
             frozenset(owners[row["id"]]), frozenset(supervisors[row["id"]]), frozenset(things[row["id"]]))
        for label in ("Directive", "ProgressReport") for row in store.read(_STEPS % label, body=body)
    ]


def _by_step(rows: Iterable[Row]) -> Ids:
    found: Ids = defaultdict(set)
    for row in rows:
        found[row["step"]].add(row["id"])
    return found
