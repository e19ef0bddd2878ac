"""Writes the links and matters of bodies: what is there already is left alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from graph.evolution.matters import Matter
from graph.evolution.steps import Link
from graph.store import Transaction

RULE = "evolution"
"""The rule that inferred links and matters."""
BATCH = 5_000

_LINKS = """
MATCH (document:Document)<-[:MENTIONED_IN]-(source:Directive)-[link:EVOLVES_TO]->(target)
WHERE coalesce(document.body, '') IN $bodies
RETURN DISTINCT source.id AS source, target.id AS target, link.relation AS relation, link.score AS score, link.because AS because
"""
_UNLINK = "UNWIND $rows AS row MATCH (:Directive {id: row.source})-[link:EVOLVES_TO]->(target) WHERE target.id = row.target DELETE link"
_LINK = """
UNWIND $rows AS row
MATCH (source:Directive {id: row.source})
MATCH (target:%s {id: row.target})
CREATE (source)-[:EVOLVES_TO {relation: row.relation, score: row.score, because: row.because, inferred: true, rule: $rule}]->(target)
"""
_MATTERS = """
MATCH (matter:Matter) WHERE matter.body IN $bodies
OPTIONAL MATCH (matter)<-[:ABOUT]-(step:Directive)
RETURN matter.id AS id, matter.title AS title, matter.body AS body, matter.former AS former, collect(step.id) AS members
"""
_DROP_MATTERS = "UNWIND $rows AS row MATCH (matter:Matter {id: row.id}) DETACH DELETE matter"
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


def write_links(transaction: Transaction, bodies: list[str], found: Iterable[Link], reports: set[str]) -> None:
    """Makes `found` the links of these bodies; `reports` are the ids of those targets that are progress reports."""
    wanted = set(found)
    present = {Link(**row) for row in transaction.run(_LINKS, bodies=bodies)}
    _run(transaction, _UNLINK, [asdict(link) for link in _sorted(present - wanted)])
    new = [asdict(link) for link in _sorted(wanted - present)]
    _run(transaction, _LINK % "Directive", [row for row in new if row["target"] not in reports])
    _run(transaction, _LINK % "ProgressReport", [row for row in new if row["target"] in reports])


def write_matters(transaction: Transaction, bodies: list[str], found: Iterable[Matter]) -> None:
    """Makes `found` the matters of these bodies, and their directives about them."""
    wanted = set(found)
    present = {_matter(row) for row in transaction.run(_MATTERS, bodies=bodies)}
    _run(transaction, _DROP_MATTERS, [asdict(matter) for matter in present - wanted])
    new = sorted(wanted - present, key=lambda matter: matter.id)
    _run(transaction, _MATTER, [asdict(matter) for matter in new])
    _run(transaction, _ABOUT, [{"step": step, "matter": matter.id} for matter in new for step in matter.members])


def _matter(row: dict[str, Any]) -> Matter:
    return Matter(row["id"], row["title"], row["body"], tuple(row["former"] or ()), tuple(sorted(row["members"])))


def _sorted(links: Iterable[Link]) -> list[Link]:
    return sorted(links, key=lambda link: (link.source, link.target))


def _run(transaction: Transaction, statement: str, rows: Sequence[dict[str, Any]]) -> None:
    for start in range(0, len(rows), BATCH):
        transaction.run(statement, rows=rows[start:start + BATCH], rule=RULE)
