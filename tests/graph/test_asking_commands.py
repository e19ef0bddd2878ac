"""`query` and `ask` as a person types them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.__main__ import main
from graph.lock.words import PROCEDURES, READING
from graph.store import Store
from tests.graph.questions_world import fill

ROOT = Path(__file__).parents[2]


@pytest.fixture
def graph(embedded_store: Store) -> Store:
    """The three meetings on the embedded engine, which the commands find by themselves."""
    fill(embedded_store)
    return embedded_store


def run(*arguments: str) -> tuple[int, str, str]:
    done = subprocess.run([sys.executable, "-m", "graph", *arguments], cwd=ROOT, capture_output=True, check=False, timeout=120)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def test_query_prints_a_table(graph: Store) -> None:
    status, out, err = run("query", "MATCH (o:Organization {name: '工程处'}) RETURN o.name AS 名称")
    assert (status, err.strip()) == (0, "1 rows")
    assert "名称" in out and "工程处" in out


def test_query_gives_json_and_csv(graph: Store) -> None:
    query = "MATCH (d:Directive)<-[:LEADS]-(o) RETURN o.name AS owner, d.due AS due ORDER BY due"
    status, out, err = run("query", query, "--json", "--limit", "2")
    assert (status, json.loads(out)["truncated"]) == (0, True)
    assert "first 2 rows" in err
    assert json.loads(out)["rows"][0] == {"owner": "工程处", "due": "2023-12-31"}
    assert run("query", query, "--csv")[1].splitlines()[:2] == ["\ufeffowner,due", "工程处,2023-12-31"]


@pytest.mark.parametrize(("query", "words"), [
    ("MATCH (n) DETACH DELETE n", "line 1, column 11: DETACH changes the graph"),
    ("MATCH (n) RETURN m", "line 1, column 18"),
    ("MATCH (n) RETRN n", "line 1, column 11: RETRN does not belong here"),
    ("RETURN date('x')", "date"),
])
def test_a_wrong_query_is_one_line(graph: Store, query: str, words: str) -> None:
    status, out, err = run("query", query)
    assert (status, out) == (2, "")
    assert words in err
    assert len(err.strip().splitlines()) == 1


def test_ask_answers_as_of_a_day(graph: Store) -> None:
    status, out, _ = run("ask", "duties", "水资源处", "--as-of", "2023-06-01", "--json")
    assert status == 0
    assert [row["standing"] for row in json.loads(out)["rows"]] == ["recurring", "running"]


def test_ask_tells_what_is_missing() -> None:
    status, _, err = run("ask", "duties")
    assert (status, err.strip()) == (2, "duties lacks department (ask duties DEPARTMENT [SHOW])")


def test_help_names_the_options() -> None:
    for verb, options in (("query", ("--json", "--csv", "--limit", "--timeout")), ("ask", ("--json", "--csv", "--as-of"))):
        shown = CliRunner().invoke(main, [verb, "--help"]).output
        assert all(option in shown for option in options)


def test_the_page_names_what_passes() -> None:
    page = (ROOT / "docs" / "cypher.md").read_text(encoding="utf-8")
    assert all(clause in page for clause in READING.split(", "))
    assert all(procedure in page.casefold() for procedure in PROCEDURES)
