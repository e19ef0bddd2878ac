"""The analysts' page: a table, files, and what was wrong with its place."""

from __future__ import annotations

import csv
import io

import pytest
from flask.testing import FlaskClient

from graph import Table
from webui.tables import as_csv


def test_things_in_the_table_are_links(client: FlaskClient) -> None:
    page = client.get("/cypher/", query_string={"query": "MATCH (p:Person) RETURN p, p.id, p.name, 1 AS one"}).text
    assert page.count('<a href="/entities/person-') == 2 and "<bdi>段启明</bdi></td><td><bdi>1</bdi>" in page


def test_the_day_is_a_parameter(client: FlaskClient) -> None:
    page = client.get("/cypher/", query_string={"query": "RETURN $as_of AS day", "as_of": "2025-12-31"}).text
    assert "<bdi>2025-12-31</bdi>" in page


@pytest.mark.parametrize("query", ["MATCH (n RETURN n", "MATCH (n:Directive) SET n.text = '' RETURN n", "CREATE (n:Person)", "LOAD CSV FROM 'file:///etc/passwd' AS x RETURN x"])
def test_a_query_that_is_wrong_or_writes_is_refused_with_its_reason(client: FlaskClient, query: str) -> None:
    for address in ("/cypher/", "/cypher/table.csv", "/cypher/table.json"):
        answer = client.get(address, query_string={"query": query})
        assert answer.status_code == 400 and "查询没有执行" in answer.text
    assert "line 1, column" in answer.text


def test_files_hold_the_whole_answer(client: FlaskClient) -> None:
    query = "UNWIND range(1, 1500) AS n RETURN n ORDER BY n"
    assert "超过了限度" in client.get("/cypher/", query_string={"query": query}).text
    answer = client.get("/cypher/table.csv", query_string={"query": query})
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))[-1] == ["1500"]
    data = client.get("/cypher/table.json", query_string={"query": query}).get_json()
    assert data["columns"] == ["n"] and len(data["rows"]) == 1500 and not data["truncated"]


def test_text_that_a_sheet_would_reckon_with_stays_text() -> None:
    rows = as_csv(Table(["=1+1"], [["=cmd|' /C calc'!A0"], ["@x"], [-3], [None], [True], [["a", 1]]])).decode("utf-8-sig").splitlines()
    assert rows == ["'=1+1", "'=cmd|' /C calc'!A0", "'@x", "-3", '""', "true", '"[""a"", 1]"']
