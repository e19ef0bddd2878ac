"""The verbs export, judge, judgements and analyse as a user types them."""

from __future__ import annotations

import getpass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.__main__ import main
from graph.loading.load import load
from graph.store import Store
from schema import GangmuError, node_id
from tests.webui.minutes import BODY, both, first

WORDS = "要加强汛期值守"
DIRECTIVE = node_id("Directive", first().path, WORDS)


@pytest.fixture
def filled(embedded_store: Store) -> Store:
    """The two minutes in the graph that the commands find by the settings."""
    assert list(load(embedded_store, both()))
    return embedded_store


def run(*arguments: str) -> Result:
    """What the command came to; an exception that is no refusal of ours comes through."""
    result = CliRunner().invoke(main, arguments)
    if result.exception and not isinstance(result.exception, (SystemExit, GangmuError)):
        raise result.exception
    return result


def test_export_writes_to_standard_output_or_to_a_file_that_is_whole(filled: Store, tmp_path: Path) -> None:
    shown = run("export", "csv", "--department", "规划计划处", "--as-of", "2025-12-31")
    assert shown.exit_code == 0 and shown.stdout_bytes.decode("utf-8-sig").count("\r\n") == 2
    target = tmp_path / "list.csv"
    target.write_text("old", encoding="utf-8")
    assert run("export", "csv", "--department", "nobody", "--output", str(target)).exit_code
    assert target.read_text(encoding="utf-8") == "old" and list(tmp_path.iterdir()) == [target]
    assert run("export", "csv", "--department", "规划计划处", "--as-of", "2025-12-31", "--output", str(target)).exit_code == 0
    assert target.read_bytes() == shown.stdout_bytes and list(tmp_path.iterdir()) == [target]


def test_export_says_what_it_cannot_do(filled: Store, tmp_path: Path) -> None:
    assert "ttl holds the whole graph" in run("export", "ttl", "--department", "规划计划处").output
    assert "--as-of" in run("export", "csv", "--as-of", "next winter").output
    refused = run("export", "csv", "--output", str(tmp_path / "missing" / "list.csv"))
    assert isinstance(refused.exception, GangmuError) and "cannot be written" in str(refused.exception)


def test_judge_is_by_the_systems_user_until_somebody_is_named(filled: Store) -> None:
    assert f"by {getpass.getuser()}" in run("judge", DIRECTIVE, "done", "--proof", "值班记录").output
    assert "by 林岚" in run("judge", DIRECTIVE, "open", "--who", "林岚").output
    listed = run("judgements").output.splitlines()
    assert "done (已完成)" in listed[0] and "(值班记录)" in listed[0] and WORDS in listed[0] and DIRECTIVE in listed[0]
    assert "open (未完成) by 林岚" in listed[1] and "2 judgements, 0 of them orphaned" in listed[2]
    assert "0 judgements" in run("judgements", "--orphaned").output


def test_judge_refuses_what_is_no_directive(filled: Store) -> None:
    refused = run("judge", "directive-none", "done")
    assert isinstance(refused.exception, GangmuError) and "no such directive" in str(refused.exception)
    assert run("judge", DIRECTIVE, "finished").exit_code == 2


def test_analyse_prints_paths_and_what_is_central(filled: Store) -> None:
    source, target = (node_id("Organization", BODY, name) for name in ("排水管理处", "财务审计处"))
    path = run("analyse", "paths", source, target, "--as-of", "2026-06-01").output
    assert path.startswith("排水管理处 -LEADS-> ") and "<-SUPPORTS- 财务审计处" in path
    assert "排水管理处" in run("analyse", "central", "--as-of", "2026-06-01", "--most", "2").output


def test_verbs_first_finish_what_a_load_that_died_left_undone(filled: Store) -> None:
    whole = run("export", "jsonl").stdout_bytes
    assert b'"EVOLVES_TO"' in whole
    filled.write("MATCH ()-[e:EVOLVES_TO]->() DELETE e")
    filled.write("MATCH (l:Ledger) SET l.stale = [$body]", body=BODY)
    assert run("export", "jsonl").stdout_bytes == whole
