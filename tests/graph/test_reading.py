"""The analysts' door on both engines: bounds that end the query there, messages with their place, values as JSON holds them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.reading import Limits, Table, read_query
from graph.reading.mistakes import mistake
from graph.store import Store
from schema import QueryError
from tests.graph.test_lock import table

ANSWERED = [query for query in table("honest.txt") if "$" not in query and "TEXT INDEX" not in query and "JOIN" not in query]
LOCKED_OUT = """
CREATE (n:Person {id: 'x'})|MATCH (n:Person) SET n.x = 1|MATCH (n:Person) DETACH DELETE n|MERGE (n:Person {id: 'x'})
CALL { CREATE (n:Person) }|MATCH (n:Person) REMOVE n.name|FOREACH (x IN [1] | CREATE (:Person))|CREATE INDEX x FOR (n:Person) ON (n.x)
CALL db.createLabel('Made')|PROFILE CREATE (n:Person)|RETURN 1; CREATE (n:Person)|SHOW USERS|CALL dbms.listConfig()
LOAD CSV FROM 'file:///etc/passwd' AS r RETURN r|LOAD CSV FROM 'http://127.0.0.1:9/x' AS r RETURN r|TERMINATE TRANSACTIONS 'x'
"""


@pytest.fixture
def people(store: Store) -> Iterator[Store]:
    """A hundred and twenty people with a friend each."""
    store.write("UNWIND range(1, 120) AS i CREATE (:Person {id: 'person-' + toString(i), name: '人' + toString(i), order: i})")
    store.write("MATCH (a:Person), (b:Person {order: a.order + 1}) CREATE (a)-[:HOLDS {from: '2020'}]->(b)")
    yield store
    store.write("MATCH (n:Person) DETACH DELETE n")


def running(store: Store) -> int:
    rows = store.read("SHOW TRANSACTIONS YIELD transactionId, currentQuery")
    return sum("gangmu reads" in (row["currentQuery"] or "") for row in rows)


def settled(store: Store) -> bool:
    """Whether no analyst's query runs any more, after a moment."""
    deadline = time.monotonic() + 5
    while running(store) and time.monotonic() < deadline:
        time.sleep(0.1)
    return not running(store)


@pytest.mark.parametrize("query", ["\n".join(LOCKED_OUT.split("|")).strip()])
def test_nothing_locked_out_reaches_the_engine(people: Store, query: str) -> None:
    for line in query.splitlines():
        with pytest.raises(QueryError):
            read_query(people, line)
    assert people.read("MATCH (n:Person) RETURN count(n) AS n") == [{"n": 120}]


def test_the_reader_cannot_write_even_past_the_lock(people: Store) -> None:
    for query in ("CREATE (:Person {id: 'x'})", "MATCH (n:Person) SET n.name = ''", "MATCH (n:Person) DETACH DELETE n"):
        with pytest.raises(Exception, match=r"(?i)write|forbidden|permission"), people.reading_session() as session:
            session.run(query).consume()
    assert people.read("MATCH (n:Person) WHERE n.name STARTS WITH '人' RETURN count(n) AS n") == [{"n": 120}]


def test_honest_reads_answer_and_change_nothing(people: Store) -> None:
    before = people.read("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS edges")
    refused = [query for query in ANSWERED if not answers(people, query)]
    assert len(refused) <= len(ANSWERED) // 10, refused
    assert people.read("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS edges") == before


def answers(store: Store, query: str) -> bool:
    """Whether the engine answers; a dialect that it does not know is not the lock's affair."""
    try:
        read_query(store, query, limits=Limits(rows=20))
    except QueryError:
        return False
    return True


def test_rows_are_bounded(people: Store) -> None:
    found = read_query(people, "MATCH (n:Person) RETURN n.name", limits=Limits(rows=3))
    assert (len(found.rows), found.truncated) == (3, True)
    assert "first 3 rows" in found.reason


def test_all_rows_are_no_cut(people: Store) -> None:
    assert not read_query(people, "MATCH (n:Person) RETURN n.name", limits=Limits(rows=120)).truncated


def test_time_is_bounded_and_the_engine_goes_on(people: Store) -> None:
    start = time.monotonic()
    with pytest.raises(QueryError, match="more than 1 seconds"):
        read_query(people, "MATCH (a:Person), (b:Person), (c:Person), (d:Person) WHERE a.order + b.order + c.order + d.order < 0 RETURN count(*)",
                   limits=Limits(seconds=1))
    assert time.monotonic() - start < 8
    assert settled(people)
    assert read_query(people, "RETURN 1 AS one") == Table(["one"], [[1]])


def test_what_came_before_the_time_was_over_is_kept(people: Store) -> None:
    found = read_query(people, "MATCH (a:Person), (b:Person), (c:Person), (d:Person) RETURN a.order, b.order", limits=Limits(seconds=1, rows=10**9))
    assert found.truncated
    assert found.rows
    assert "1 seconds" in found.reason
    assert settled(people)


@pytest.mark.parametrize("query", [
    "RETURN [a IN range(1, 1500) | [b IN range(1, 1500) | b]] AS cell",
    "MATCH (a:Person), (b:Person), (c:Person) RETURN collect(a.name + b.name)[0..3000000] AS cell",
    "MATCH (a:Person), (b:Person), (c:Person) RETURN a, b, c",
])
def test_bytes_are_bounded(people: Store, query: str) -> None:
    try:
        found = read_query(people, query, limits=Limits(seconds=20, rows=10**9, bytes=2 * 1024 * 1024))
        assert "larger than 2 MB" in found.reason
    except QueryError as stopped:
        assert "2 MB" in str(stopped) or "Limit of allowed" in str(stopped) or "memory" in str(stopped)
    assert settled(people)
    assert read_query(people, "RETURN 1 AS one") == Table(["one"], [[1]])


@pytest.mark.parametrize(("query", "where"), [
    ("MATCH (n:Person)\nRETURN n.name +", "line 2, column 16"),
    ("MATCH (n:Person) RETURN m.name", "line 1, column 25"),
    ("RETURN toUpper(1, 2, 3)", ""),
])
def test_wrong_cypher_is_placed(people: Store, query: str, where: str) -> None:
    with pytest.raises(QueryError) as refusal:
        read_query(people, query)
    assert where in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert "gangmu reads" not in str(refusal.value)


@pytest.mark.parametrize(("query", "cell"), [
    ("MATCH (n:Person {order: 1}) RETURN n", {"labels": ["Person"], "properties": {"id": "person-1", "name": "人1", "order": 1}}),
    ("MATCH (:Person {order: 1})-[r]->() RETURN r", {"type": "HOLDS", "source": "person-1", "target": "person-2", "properties": {"from": "2020"}}),
    ("RETURN date('2024-02-29')", "2024-02-29"),
    ("RETURN duration({months: 14})", "P1Y2M"),
    ("RETURN datetime('2024-02-29T08:00:00Z')", "2024-02-29T08:00:00+00:00"),
    ("RETURN {a: [1, null, 'x', true, 1.5]}", {"a": [1, None, "x", True, 1.5]}),
])
def test_values_are_plain(people: Store, query: str, cell: Any) -> None:
    found = read_query(people, query)
    assert _same(found.rows[0][0], cell)


def _same(found: Any, expected: Any) -> bool:
    if expected == "2024-02-29T08:00:00+00:00":
        return str(found).startswith("2024-02-29T08:00:00")
    if isinstance(expected, dict) and "source" in expected and "source" in found:
        return {**found, "source": None, "target": None} == {**expected, "source": None, "target": None}
    return bool(found == expected)


def test_a_path_is_its_nodes_and_relationships(people: Store) -> None:
    [[path]] = read_query(people, "MATCH p = (:Person {order: 1})-[*2]->(:Person {order: 3}) RETURN p").rows
    assert isinstance(path, dict)
    assert [node["properties"]["order"] for node in path["nodes"]] == [1, 2, 3]  # type: ignore[call-overload,index,union-attr]
    assert len(path["relationships"]) == 2  # type: ignore[arg-type]


def test_parameters_are_taken(people: Store) -> None:
    assert read_query(people, "MATCH (n:Person {name: $name}) RETURN n.order", {"name": "人7"}).rows == [[7]]


@pytest.mark.parametrize(("said", "text", "expected"), [
    ("Syntax error at line 2:4 - mismatched input 'x', expected: an expression", "a\nb x", "line 2, column 5: Syntax error: mismatched input 'x'"),
    ("Variable `x` not defined (line 1, column 18 (offset: 17)) \"MATCH\" ^", "MATCH (n) RETURN x", "line 1, column 18: Variable `x` not defined"),
    ("UndefinedVariable: Variable 'x' not defined", "MATCH (n) RETURN x", "line 1, column 18: Variable 'x' not defined"),
])
def test_both_engines_messages_read_alike(said: str, text: str, expected: str) -> None:
    assert str(mistake(said, text)).startswith(expected)


def test_the_honest_table_is_here() -> None:
    assert (Path(__file__).parent / "lock" / "honest.txt").exists()
    assert len(ANSWERED) > 80
