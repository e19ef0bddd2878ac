"""Reads the steps of a family of bodies from the graph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from graph.evolution.steps import Step
from graph.store import Row, Store

_STEPS = """
MATCH (document:Document)-[:RECORDS]->(meeting:Meeting)
WHERE document.body IN $bodies
MATCH (document)<-[:MENTIONED_IN]-(step:%s) WHERE step.proposal IS NULL
RETURN DISTINCT step.id AS id, meeting.id AS meeting, step.date AS date, document.path AS path, step.text AS text, step.due AS due,
       step.recurrence AS recurrence
"""
_OWNERS = """
MATCH (document:Document)<-[:MENTIONED_IN]-(step:Directive)<-[role:LEADS|RESPONSIBLE_FOR|SUPERVISES]-(owner)
WHERE document.body IN $bodies
RETURN DISTINCT step.id AS step, type(role) AS role, owner.id AS id
"""
_THINGS = """
MATCH (document:Document)<-[:MENTIONED_IN]-(step:Directive)-[:ABOUT|CITES|DRAFTS|IMPLEMENTS]->(thing)
WHERE document.body IN $bodies AND NOT thing:Matter
RETURN DISTINCT step.id AS step, thing.id AS id
"""
_TOPICS = """
MATCH (document:Document)<-[:MENTIONED_IN]-(step:Directive)<-[:ISSUED]-(item:AgendaItem)
WHERE document.body IN $bodies
RETURN DISTINCT step.id AS step, item.title AS title ORDER BY step, title
"""
_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d)")

Ids = defaultdict[str, set[str]]


def read_steps(store: Store, bodies: list[str]) -> list[Step]:
    """The directives and progress reports of the documents of these bodies."""
    roles = store.read(_OWNERS, bodies=bodies)
    owners = _by_step(row for row in roles if row["role"] != "SUPERVISES")
    supervisors = _by_step(row for row in roles if row["role"] == "SUPERVISES")
    topics = {row["step"]: row["title"] for row in store.read(_TOPICS, bodies=bodies)}
    things = _by_step(store.read(_THINGS, bodies=bodies))
    return [
        Step(id_ := row["id"], row["meeting"], row["date"] or day_in(row["path"]), row["text"], label == "ProgressReport",
             row["due"], row["recurrence"], frozenset(owners[id_]), frozenset(supervisors[id_]), frozenset(things[id_]),
             topics.get(id_, ""))
        for label in ("Directive", "ProgressReport") for row in store.read(_STEPS % label, bodies=bodies)
    ]


def day_in(path: str | None) -> str:
    """The day in a file's name, which puts minutes in order that name no year themselves; empty without one."""
    found = _DAY.search(path or "")
    return found.group() if found else ""


def _by_step(rows: Iterable[Row]) -> Ids:
    found: Ids = defaultdict(set)
    for row in rows:
        found[row["step"]].add(row["id"])
    return found
