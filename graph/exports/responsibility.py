"""The responsibility list: which directives it covers, in the order of their meetings and places, how each stands, and whose list it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.exports.scope import Scope
from graph.judgements.standing import standing, statuses
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
UNWIND $ids AS wanted
MATCH (:Organization {id: wanted})-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES]->(d:Directive)
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
    """`owners` are the ids of the body whose list it is, one for each issuing body that names it, none for all.

    `statuses` and `standings` are by directive.
    """

    title: str
    as_of: str
    owners: frozenset[str]
    directives: list[Row]
    statuses: Mapping[str, str]
    standings: Mapping[str, str]

    def count(self, standing: str) -> int:
        """How many directives stand like this."""
        return sum(1 for found in self.standings.values() if found == standing)


def responsibility_list(store: Store, scope: Scope) -> ResponsibilityList:
    """What the list of a scope covers. Raises QueryError when no body is meant, or it is not clear which one."""
    department = _department(store, scope.department) if scope.department else []
    directives = store.read(_DIRECTIVES, as_of=scope.as_of)
    if department:
        theirs = {row["id"] for row in store.read(_DUTIES, ids=[row["id"] for row in department])}
        directives = [row for row in directives if row["id"] in theirs]
    directives.sort(key=lambda row: (row["date"] or "", row["document"], row["start"], row["id"]))
    known = statuses(store, scope.as_of)
    stands = {row["id"]: standing(known.get(row["id"], "open"), row["due"], row["recurrence"], scope.as_of) for row in directives}
    title = f"{department[0]['name']}责任清单" if department else "责任清单"
    return ResponsibilityList(title, scope.as_of, frozenset(row["id"] for row in department), directives, known, stands)


def _department(store: Store, name: str) -> list[Row]:
    """The bodies of this id, name or printed wording; a part of a name will do when no other name has it: 水资源."""
    found = store.read(_NAMED, name=name) or store.read(_NAMED_LIKE, name=name)
    if not found:
        raise QueryError(f"no body is called {name}", remedy="look its name up with `ask`")
    if len({row["name"] for row in found}) > 1:
        proposed = "、".join(f"{row['name']} ({row['id']})" for row in found[:PROPOSED])
        raise QueryError(f"several bodies are called {name}: {proposed}", remedy="give the name or id of one")
    return found
