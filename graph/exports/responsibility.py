"""The responsibility list: which directives it covers, in the order of their meetings and places, how each stands, and whose list it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.exports.scope import Scope
from graph.standing import standing, statuses
from graph.store import Row, Store
from schema import QueryError

PROPOSED = 8
"""How many bodies of a similar name are proposed."""

_DIRECTIVES = """
MATCH (d:Directive)-[place:MENTIONED_IN]->(document:Document)
WHERE coalesce(d.date, '') <= $as_of
RETURN d.id AS id, d.date AS date, d.due AS due, d.recurrence AS recurrence, document.id AS document, min(place.start) AS start
"""
_DUTIES = """
MATCH (:Organization {id: $id})-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES]->(d:Directive)
RETURN DISTINCT d.id AS id
"""
_NAMED = """
MATCH (o:Organization)
WHERE o.id = $name OR o.name = $name OR EXISTS { (o)-[said:MENTIONED_IN]->(:Document) WHERE said.quote = $name }
RETURN o.id AS id, o.name AS name ORDER BY name, id
"""
_NAMED_LIKE = """
MATCH (o:Organization) WHERE o.name CONTAINS $name
RETURN o.id AS id, o.name AS name ORDER BY size(name), name, id
"""


@dataclass(frozen=True, slots=True)
class ResponsibilityList:
    """`owner` is the id of the body whose list it is, empty for all; `statuses` and `standings` are by directive."""

    title: str
    as_of: str
    owner: str
    directives: list[Row]
    statuses: Mapping[str, str]
    standings: Mapping[str, str]

    def count(self, standing: str) -> int:
        """How many directives stand like this."""
        return sum(1 for found in self.standings.values() if found == standing)


def responsibility_list(store: Store, scope: Scope) -> ResponsibilityList:
    """What the list of a scope covers. Raises QueryError when no body is meant, or it is not clear which one."""
    owner = _department(store, scope.department) if scope.department else None
    directives = store.read(_DIRECTIVES, as_of=scope.as_of)
    if owner:
        theirs = {row["id"] for row in store.read(_DUTIES, id=owner["id"])}
        directives = [row for row in directives if row["id"] in theirs]
    directives.sort(key=lambda row: (row["date"] or "", row["document"], row["start"], row["id"]))
    known = statuses(store, scope.as_of)
    stands = {row["id"]: standing(known.get(row["id"], "open"), row["due"], row["recurrence"], scope.as_of) for row in directives}
    title = f"{owner['name']}责任清单" if owner else "责任清单"
    return ResponsibilityList(title, scope.as_of, owner["id"] if owner else "", directives, known, stands)


def _department(store: Store, name: str) -> Row:
    """The body of this id, name or printed wording; a part of its name will do when no other body's has it: 水资源."""
    exactly = store.read(_NAMED, name=name)
    found = exactly or store.read(_NAMED_LIKE, name=name)
    if len(found) == 1:
        return found[0]
    if not found:
        raise QueryError(f"no body is called {name}", remedy="look its name up with `ask`")
    proposed = "、".join(f"{row['name']} ({row['id']})" for row in found[:PROPOSED])
    raise QueryError(f"several bodies are called {name}: {proposed}", remedy="give the id of one")
