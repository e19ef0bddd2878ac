"""The duties that a list covers: directives with their owners, how they stand on the day, and what became of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from graph.exports.scope import Scope
from graph.judgements.standing import Settlement, settlements, standing
from graph.page_questions import page_rows
from graph.store import Row, Store
from schema import QueryError

BATCH = 500
"""Directives read at a time."""

PROPOSED = 8
"""How many bodies of a similar name are proposed."""

_NAMED = """
MATCH (o:Organization)
WHERE o.id = $name OR o.name = $name OR EXISTS { (o)-[said:MENTIONED_IN]->(:Document) WHERE said.quote = $name }
RETURN o.id AS id, o.name AS name ORDER BY name, id
"""
_NAMED_LIKE = """
MATCH (o:Organization) WHERE o.name CONTAINS $name
RETURN o.id AS id, o.name AS name ORDER BY size(name), name, id
"""
_DUTIES = """
UNWIND $ids AS wanted
MATCH (:Organization {id: wanted})-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES|ANSWERS_FOR]->(d:Directive)
RETURN DISTINCT d.id AS id
"""


class Owner(NamedTuple):
    """Who answers, in which role (LEADS …), and whether the words say so (stated, inferred)."""

    id: str
    name: str
    role: str
    basis: str


@dataclass(frozen=True, slots=True)
class Task:
    """One directive as lists show it; what is not stated is empty. `due` and `date` are ISO prefixes."""

    id: str
    text: str
    path: tuple[str, ...]
    date: str
    due: str
    due_text: str
    recurrence: str
    meeting: str
    document: str
    owners: tuple[Owner, ...]
    settlement: Settlement
    standing: str


@dataclass(frozen=True, slots=True)
class Covered:
    """The tasks of a scope in the order of their meetings and places. `name` and `owners` are the body whose list it is and its ids, one
    for each issuing body that names it; empty for all."""

    name: str
    owners: frozenset[str]
    tasks: list[Task]

    def count(self, standing: str) -> int:
        """How many tasks stand like this."""
        return sum(1 for task in self.tasks if task.standing == standing)


def covered(store: Store, scope: Scope) -> Covered:
    """What a scope covers. Raises QueryError when no body is meant, or it is not clear which one."""
    department = _department(store, scope.department) if scope.department else []
    owners = frozenset(row["id"] for row in department)
    places = page_rows(store, "task_places", as_of=scope.as_of)
    if department:
        theirs = {row["id"] for row in store.read(_DUTIES, ids=sorted(owners))}
        places = [row for row in places if row["id"] in theirs]
    kept = [row for row in places if _is_placed(row, scope)]
    kept.sort(key=lambda row: (row["date"] or "", row["document"], row["start"], row["id"]))
    tasks = [task for task in _tasks(store, kept, scope) if _is_wanted(task, owners, scope)]
    return Covered(department[0]["name"] if department else "", owners, tasks)


def _is_placed(row: Row, scope: Scope) -> bool:
    """Whether a directive stands where the scope looks."""
    wanted = ((scope.meeting, row["meeting"]), (scope.body, row["body"]), (scope.year, (row["date"] or "")[:4]))
    return all(not value or value == found for value, found in wanted) and (not scope.matter or scope.matter in row["matters"])


def _is_wanted(task: Task, owners: frozenset[str], scope: Scope) -> bool:
    """Whether a task is what the scope asks for."""
    if scope.standing and task.standing != scope.standing:
        return False
    if scope.text and scope.text not in task.text:
        return False
    return not scope.role or any(owner.role == scope.role and (not owners or owner.id in owners) for owner in task.owners)


def _tasks(store: Store, places: list[Row], scope: Scope) -> list[Task]:
    settled = settlements(store, scope.as_of)
    found: list[Task] = []
    for start in range(0, len(places), BATCH):
        batch = places[start:start + BATCH]
        ids = [row["id"] for row in batch]
        rows = {row["id"]: row for row in page_rows(store, "directive_rows", ids=ids, as_of=scope.as_of)}
        owners = _owners(store, ids, scope.as_of)
        found += [_task(rows[row["id"]], row["path"] or "", owners[row["id"]], settled.get(row["id"], Settlement()), scope.as_of)
                  for row in batch]
    return found


def _owners(store: Store, ids: list[str], as_of: str) -> defaultdict[str, list[Owner]]:
    """Who answers for each directive: those who lead first, then by place in the text."""
    found: defaultdict[str, list[Owner]] = defaultdict(list)
    for row in page_rows(store, "directive_owners", ids=ids, as_of=as_of):
        found[row["directive"]].append(Owner(row["id"], row["name"] or "", row["role"], row["basis"] or ""))
    return found


def _task(row: Row, document: str, owners: list[Owner], settlement: Settlement, as_of: str) -> Task:
    return Task(
        id=row["id"], text=row["text"] or "", path=tuple(row["path"] or ()), date=row["date"] or "", due=row["due"] or "",
        due_text=row["due_text"] or "", recurrence=row["recurrence"] or "", meeting=" ".join((row["meeting_title"] or "").split()),
        document=document, owners=tuple(owners), settlement=settlement,
        standing=standing(settlement.status, row["due"], row["recurrence"], as_of),
    )


def _department(store: Store, name: str) -> list[Row]:
    """The bodies of this id, name or printed wording; a part of a name will do when no other name has it: 水资源."""
    found = store.read(_NAMED, name=name) or store.read(_NAMED_LIKE, name=name)
    if not found:
        raise QueryError(f"no body is called {name}", remedy="look its name up with `ask`")
    if len({row["name"] for row in found}) > 1:
        proposed = "、".join(f"{row['name']} ({row['id']})" for row in found[:PROPOSED])
        raise QueryError(f"several bodies are called {name}: {proposed}", remedy="give the name or id of one")
    return found
