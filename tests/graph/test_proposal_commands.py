"""`propose` from end to end: records out of the graph, a model that answers, proposals into it, and a person who decides."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.__main__ import main
from graph.loading.load import load
from graph.store import Store
from schema import GangmuError, node_id
from tests.importers.model_server import Asked, finding, findings, serving
from tests.webui.minutes import both, first, second

ROOT = Path(__file__).parents[2]
WORDS = "要加强汛期值守"
DIRECTIVE = node_id("Directive", first().path, WORDS)


@pytest.fixture
def filled(embedded_store: Store) -> Store:
    """The two minutes in the graph that the commands find by the settings."""
    assert list(load(embedded_store, both()))
    return embedded_store


def run(*arguments: str, given: bytes | None = None) -> Result:
    """What the command came to; an exception that is no refusal of ours comes through."""
    result = CliRunner().invoke(main, arguments, input=given)
    if result.exception and not isinstance(result.exception, (SystemExit, GangmuError)):
        raise result.exception
    return result


def propose(*documents: str) -> tuple[str, str]:
    """What `gangmu.py propose` pipes together; what the model's stage and the keeping stage say."""
    records = run("records", *(documents or ("--unproposed",))).stdout_bytes
    asked = subprocess.run([sys.executable, "-m", "importers.proposing"], input=records, cwd=ROOT, capture_output=True, check=False, timeout=60)
    return asked.stderr.decode("utf-8"), run("keep-proposals", "-", given=asked.stdout).stdout


def helpful(asked: Asked) -> object:
    """Finds that the words of a directive name who does it."""
    return findings(*(finding(one["number"], None, {"汛期值守": "responsible"}) for one in asked if one.get("directive") == WORDS))


def waiting() -> list[dict[str, str]]:
    rows: list[dict[str, str]] = json.loads(run("ask", "proposals", "--json").stdout)["rows"]
    return rows


def test_what_a_model_proposes_waits_and_a_person_decides(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(helpful) as (model, address):
        monkeypatch.setenv("GANGMU_MODEL", address)
        said, kept = propose()
        assert "1 documents asked about, 1 proposals" in said and kept.startswith("1 new proposals of 1;")
        asked_before = len(model.requests)
        said, kept = propose()
        assert "0 documents asked about" in said and kept.startswith("0 new proposals of 0;"), "not again about one that a proposal stands for"
        assert propose(first().path)[1].startswith("0 new proposals of 1;") and len(model.requests) > asked_before
    [row] = waiting()
    assert (row["proposed"], row["text"], row["role"], row["state"]) == ("owner", "汛期值守", "RESPONSIBLE_FOR", "open")
    done = run("judge", row["proposal"], "accept", "--who", "林岚")
    assert done.exit_code == 0 and "accept (采纳), by 林岚" in done.stdout
    assert waiting() == [] and WORDS not in run("ask", "ownerless").stdout
    listed = run("judgements").stdout
    assert "accept (采纳) by 林岚" in listed and "汛期值守" in listed
    assert run("verify").exit_code == 0


@pytest.mark.parametrize("environment", [{"GANGMU_MODEL": "http://127.0.0.1:9/v1"}, {"GANGMU_MODEL": "https://93.184.216.34/v1"}], ids=["not there", "outside"])
def test_a_model_that_is_of_no_use_changes_nothing(filled: Store, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    said, kept = propose()
    assert "Traceback" not in said and said.count("\n") <= 3 and kept.startswith("0 new proposals of 0;")
    assert waiting() == []


def test_records_are_those_that_were_loaded(filled: Store) -> None:
    whole = run("records").stdout_bytes
    assert whole == run("records", first().path, second().path).stdout_bytes
    assert run("export", "jsonl").stdout_bytes.startswith(whole)


@pytest.mark.parametrize(("arguments", "status"), [(("records", "none.txt"), 1), (("records", "--unproposed", "a.txt"), 2), (("keep-proposals", "none.jsonl"), 2)])
def test_what_cannot_be_done_is_refused(filled: Store, arguments: tuple[str, ...], status: int) -> None:
    assert run(*arguments).exit_code == status


def test_a_stream_that_is_no_proposals_is_refused(filled: Store) -> None:
    refused = run("keep-proposals", "-", given=b'{"kind":"node","type":"Person","id":"person-1"}\n{"kind":"end","document":"","records":1}\n')
    assert isinstance(refused.exception, GangmuError) and waiting() == []
