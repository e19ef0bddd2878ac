"""The lock: refuses every spelling of what does more than read, lets honest reads pass, and reads tokens without loss."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.lock import LONGEST, check
from graph.lock.tokens import place, tokens
from schema import QueryError

TABLES = Path(__file__).parent / "lock"


def table(name: str) -> list[str]:
    """The queries of a table, one a line; ⏎ stands for a line break and <U+2028> for a character by its number."""
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    return [_character(line) for line in lines if line and not line.startswith("# ")]


def _character(line: str) -> str:
    return re.sub(r"<U\+([0-9A-F]{4})>", lambda found: chr(int(found[1], 16)), line.replace("⏎", "\n"))


ATTACKS = table("attacks.txt")
HONEST = table("honest.txt")
GAPS = (" ", "\n", "\t", "/**/", " /* ' */ ", "//\"\n", "\u3000", "\u00a0")


def test_the_tables_are_long() -> None:
    assert len(set(ATTACKS)) >= 200
    assert len(set(HONEST)) >= 100


@pytest.mark.parametrize("query", ATTACKS)
def test_refused(query: str) -> None:
    with pytest.raises(QueryError):
        check(query)


@pytest.mark.parametrize("query", HONEST)
def test_let_through(query: str) -> None:
    assert len(check(query).text) == len(query)


@pytest.mark.parametrize(("query", "words"), [
    ("MATCH (n)\nSET n.x = 1", "line 2, column 1: SET changes the graph"),
    ("MATCH (n) RETURN n; DROP INDEX x", "line 1, column 21: only one query at a time"),
    ("CALL dbms.listConfig()", "line 1, column 6: the procedure dbms.listconfig"),
    ("RETURN apoc.util.sleep(1)", "line 1, column 8: the function apoc.util.sleep"),
    ("LOAD CSV FROM 'x' AS r RETURN r", "LOAD reads files or addresses"),
    ("SELECT 1", "SELECT is not Cypher"),
    ("MATCH （n） RETURN n", "column 7: the character '（' (U+FF08) has no meaning in Cypher"),
    ("MATCH (n) RETURN n.x 'y", "line 1, column 22: a string is not closed"),
    ("MATCH (n", "line 1, column 9: the query ends too early"),
    ("RETURN \ud800", "half a character"),
])
def test_the_message_says_what_and_where(query: str, words: str) -> None:
    with pytest.raises(QueryError) as refusal:
        check(query)
    assert words in str(refusal.value)
    assert refusal.value.remedy


@pytest.mark.parametrize("query", ["RETURN " + "(" * 1000 + "1" + ")" * 1000, "RETURN " + "{a:" * 100 + "1" + "}" * 100, "RETURN '" + "x" * LONGEST + "'",
                                   "CALL {" * 60 + "RETURN 1 AS x" + "}" * 60])
def test_length_and_depth_are_bounded(query: str) -> None:
    with pytest.raises(QueryError):
        check(query)


@pytest.mark.parametrize("query", HONEST)
def test_comments_never_reach_the_engine(query: str) -> None:
    kinds = {token.kind for token in tokens(check(query).text)}
    assert "comment" not in kinds


@given(st.sampled_from(ATTACKS + HONEST) | st.text(alphabet="aS'\"`\\/*\n (){}[].,;:$1-=é中", max_size=40))
def test_tokens_are_the_text_again(query: str) -> None:
    try:
        read = list(tokens(query))
    except QueryError:
        return
    assert "".join(token.text for token in read) == query
    assert [token.start for token in read] == [sum(len(t.text) for t in read[:i]) for i in range(len(read))]


def spaced(query: str, gap: str, upper: bool) -> str:
    """The query with another gap between its tokens and another case of its bare words."""
    read = [token for token in tokens(query) if token.kind not in ("space", "comment")]
    return gap + gap.join((t.text.upper() if upper else t.text.lower()) if t.kind == "word" else t.text for t in read) + gap


READABLE = [query for query in ATTACKS if query.isascii() and "\\" not in query and not re.search(r"unclosed|\d[A-Za-z]|[#\x00]|1\.S", query)]


@given(st.sampled_from(READABLE), st.sampled_from(GAPS), st.booleans())
def test_refused_in_any_spacing_and_case(query: str, gap: str, upper: bool) -> None:
    with pytest.raises(QueryError):
        check(spaced(query, gap, upper))


@given(st.sampled_from(["MATCH (n) ", "MATCH (n) WHERE n.x = 'SET' ", "UNWIND [1] AS n WITH n ", "CALL { RETURN 1 AS n } ", ""]),
       st.sampled_from([q for q in READABLE if re.match(r"(?i)(create|merge|drop|load|show|foreach|insert|alter|terminate)\b", q)]))
def test_refused_after_any_reading_clause(reading: str, writing: str) -> None:
    with pytest.raises(QueryError):
        check(reading + writing)


@pytest.mark.parametrize(("offset", "expected"), [(0, "line 1, column 1"), (3, "line 2, column 1"), (5, "line 3, column 1")])
def test_places_count_lines_as_editors_do(offset: int, expected: str) -> None:
    assert place("a\r\nb\nc", offset) == expected


@pytest.mark.parametrize(("query", "columns"), [
    ("MATCH (n) RETURN n.name AS 名称, count( * ), n.x + 1 ORDER BY 名称 LIMIT 1", ["名称", "count( * )", "n.x + 1"]),
    ("MATCH (n) WITH n AS m RETURN DISTINCT m AS `a``b`", ["a`b"]),
    ("CALL () { RETURN 1 AS x } RETURN x", ["x"]),
    ("MATCH (n) RETURN *", []),
    ("CALL db.labels()", []),
])
def test_columns_are_named(query: str, columns: list[str]) -> None:
    assert check(query).columns == columns
