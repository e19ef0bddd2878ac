"""Keeps `EVOLVES_TO` and `Matter`, which are worked out from the directives of one issuing body, in step with its documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx

from graph.evolution.linking import links
from graph.evolution.steps import Link, Step
from graph.store import Row, Store, Transaction
from schema import node_id

RULE = "evolution"
"""The rule that inferred links and matters."""

BATCH = 5_000
TITLE_LENGTH = 40

_STEPS = """
MATCH (document:Document {body: $body})-[:RECORDS]->(meeting:Meeting)
MATCH (document)<-[:MENTIONED_IN]-(step:%s)
RETURN DISTINCT step.id AS id, meeting.id AS meeting, step.date AS date, step.text AS text, step.due AS due, step.recurrence AS recurrence
"""
_OWNERS = """
MATCH (document:Document {body: $body})<-[:MENTIONED_IN]-(step:Directive)<-[role:LEADS|RESPONSIBLE_FOR|SUPERVISES]-(owner)
RETURN DISTINCT step.id AS id, type(role) AS role, owner.id AS owner
"""
_THINGS = """
MATCH (document:Document {body: $body})<-[:MENTIONED_IN]-(step:Directive)-[:ABOUT|CITES|DRAFTS|IMPLEMENTS]->(thing)
WHERE NOT thing:Matter
RETURN DISTINCT step.id AS id, thing.id AS thing
"""
_DROP = (
    "MATCH (matter:Matter {body: $body}) DETACH DELETE matter",
    "MATCH (document:Document {body: $body})<-[:MENTIONED_IN]-(step:Directive)-[link:EVOLVES_TO]->() WITH DISTINCT link DELETE link",
)
_LINK = """
UNWIND $rows AS row
MATCH (source:Directive {id: row.source})
MATCH (target:%s {id: row.target})
CREATE (source)-[:EVOLVES_TO {relation: row.relation, score: row.score, because: row.because, inferred: true, rule: $rule}]->(target)
"""
_MATTER = """
UNWIND $rows AS row
CREATE (:Matter {id: row.id, title: row.title, body: row.body, former: row.former, inferred: true, rule: $rule})
"""
_ABOUT = """
UNWIND $rows AS row
MATCH (step:Directive {id: row.step})
MATCH (matter:Matter {id: row.matter})
CREATE (step)-[:ABOUT {inferred: true, rule: $rule}]->(matter)
"""


def refresh(store: Store, bodies: Iterable[str]) -> None:
    """Works the links and matters of these bodies out anew and puts them in the place of the old ones, a body a transaction."""
    for body in bodies:
        steps = read_steps(store, body)
        found = links(steps)
        store.transaction(lambda transaction, body=body, steps=steps, found=found: _replace(transaction, body, steps, found))  # type: ignore[misc]


def read_steps(store: Store, body: str) -> list[Step]:
    """The directives and progress reports of a body's documents."""
    owners = _collected(store.read(_OWNERS, body=body), "owner")
    things = _collected(store.read(_THINGS, body=body), "thing")
    return [
        _step(row, label == "ProgressReport", owners, things)
        for label in ("Directive", "ProgressReport") for row in store.read(_STEPS % label, body=body)
    ]


def _collected(rows: list[Row], column: str) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        kind = "supervisor" if row.get("role") == "SUPERVISES" else column
        found.setdefault((row["id"], kind), set()).add(row[column])
    return found


def _step(row: Row, is_report: bool, owners: dict[tuple[str, str], set[str]], things: dict[tuple[str, str], set[str]]) -> Step:
    id_ = row["id"]
    return Step(
        id_, row["meeting"], row["date"] or "", row["text"], is_report, row["due"], row["recurrence"],
        owners=frozenset(owners.get((id_, "owner"), ())),
        supervisors=frozenset(owners.get((id_, "supervisor"), ())),
        things=frozenset(things.get((id_, "thing"), ())),
    )


def _replace(transaction: Transaction, body: str, steps: list[Step], found: list[Link]) -> None:
    for statement in _DROP:
        transaction.run(statement, body=body)
    reports = {step.id for step in steps if step.is_report}
    for label in ("Directive", "ProgressReport"):
        rows = [
            {"source": x.source, "target": x.target, "relation": x.relation, "score": x.score, "because": x.because}
            for x in found if (x.target in reports) == (label == "ProgressReport")
        ]
        _in_batches(transaction, _LINK % label, rows)
    matters = _matters(body, steps, found)
    _in_batches(transaction, _MATTER, [matter for matter, _ in matters])
    _in_batches(transaction, _ABOUT, [{"step": step, "matter": matter["id"]} for matter, members in matters for step in members])


def _matters(body: str, steps: list[Step], found: list[Link]) -> list[tuple[dict[str, Any], list[str]]]:
    """The strands: directives joined by links; a matter's id is that of its earliest directive."""
    by_id = {step.id: step for step in steps}
    strands = networkx.Graph((link.source, link.target) for link in found)
    matters = []
    for strand in networkx.connected_components(strands):
        members = sorted((by_id[id_] for id_ in strand if not by_id[id_].is_report), key=lambda step: (step.date, step.id))
        ids = [node_id("Matter", member.id) for member in members]
        title = members[0].text.split("。")[0][:TITLE_LENGTH]
        matters.append(({"id": ids[0], "title": title, "body": body, "former": ids[1:]}, [member.id for member in members]))
    return sorted(matters, key=lambda matter: str(matter[0]["id"]))


def _in_batches(transaction: Transaction, statement: str, rows: list[dict[str, Any]]) -> None:
    for start in range(0, len(rows), BATCH):
        transaction.run(statement, rows=rows[start:start + BATCH], rule=RULE)
