"""The embedded engine's process: shared by the processes of a data folder, started again after its death, gone after its last client."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import neo4j
import pytest
from neo4j.exceptions import ClientError, IncompleteCommit

from graph.engine import attach
from graph.engine.address import read_address
from graph.engine.files import EngineFiles
from graph.loading.load import load
from graph.settings import Settings, as_environment, read_settings
from graph.store import Store
from schema import EngineError, QueryError
from tests.graph.universe import document, dump

ROOT = Path(__file__).resolve().parent.parent.parent
IDLE = 1.0
GONE_SECONDS = 60
HOLD = "import time; from graph.engine import attach; from graph.settings import read_settings; attach(read_settings()); print('held', flush=True); time.sleep(600)"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A data folder of this test's own, whose engine ends soon."""
    return replace(read_settings(), home=tmp_path / "home", engine="embedded", idle_seconds=IDLE, memory_mb=256)


@pytest.fixture
def another_client(settings: Settings) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the engine of the same data folder."""
    environment = {**os.environ, **as_environment(settings), "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, "-c", HOLD], env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def engine_pid(settings: Settings) -> int:
    address = read_address(EngineFiles(settings.home))
    assert address is not None
    return address.pid


def wait_until_gone(pid: int) -> None:
    deadline = time.monotonic() + GONE_SECONDS
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail(f"the engine still runs {GONE_SECONDS} s after its last client")


def test_two_processes_share_one_engine_and_it_outlives_its_starter(settings: Settings, another_client: subprocess.Popen[str]) -> None:
    pid = engine_pid(settings)
    with Store(settings) as store:
        assert engine_pid(settings) == pid
        another_client.kill()
        another_client.wait()
        time.sleep(2 * IDLE)
        store.write("CREATE (:Term {id: 'term-1'})")
    wait_until_gone(pid)
    with Store(settings) as store:
        assert engine_pid(settings) != pid
        assert store.read("MATCH (t:Term) RETURN t.id AS id") == [{"id": "term-1"}]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_the_engine_is_gone_soon_after_its_last_client_was_killed(settings: Settings, another_client: subprocess.Popen[str]) -> None:
    pid = engine_pid(settings)
    os.kill(another_client.pid, signal.SIGKILL)
    wait_until_gone(pid)
    assert not EngineFiles(settings.home).address.exists()


def test_clients_that_come_at_once_start_one_engine(settings: Settings) -> None:
    attachments = []
    threads = [threading.Thread(target=lambda: attachments.append(attach(settings))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({attachment.address.pid for attachment in attachments}) == 1
    for attachment in attachments:
        attachment.close()
    wait_until_gone(attachments[0].address.pid)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_an_engine_killed_during_a_load_loses_nothing_committed_and_leaves_nothing_half(
        settings: Settings, embedded_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.loading.load.BATCH_RECORDS", 1)
    streams = [document(f"{n}.docx", directives=[f"第{n}项任务之{m}" for m in range(40)], people=["林岚"]) for n in range(12)]
    records = [record for stream in streams for record in stream]
    with Store(settings) as store:
        killed = engine_pid(settings)
        for number, report in enumerate(load(store, records)):
            assert report.outcome in ("added", "unchanged")  # unchanged when the engine committed and went before it said so
            if number == 3:
                threading.Timer(0.1, os.kill, (killed, signal.SIGKILL)).start()
        assert engine_pid(settings) != killed
        whole = dump(store)
    list(load(embedded_store, records))
    assert dump(embedded_store) == whole


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_when_engine_and_client_are_killed_the_documents_reported_are_there_and_whole(settings: Settings) -> None:
    script = ("import graph.loading.load as g; from graph.store import Store; from tests.graph.universe import document\n"
              "g.BATCH_RECORDS = 1\n"
              "stream = (r for n in range(40) for r in document(f'{n}.docx', directives=[f'第{n}项任务之{m}' for m in range(30)]))\n"
              "for report in g.load(Store(), stream): print(report.path, flush=True)")
    environment = {**os.environ, **as_environment(settings), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", script], env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        reported = [process.stdout.readline().strip() for _ in range(5)]
        os.kill(engine_pid(settings), signal.SIGKILL)
        process.kill()
        reported += process.stdout.read().split()
    with Store(settings) as store:
        rows = store.read("MATCH (d:Document) OPTIONAL MATCH (t:Directive)-[:MENTIONED_IN]->(d) RETURN d.path AS path, count(t) AS directives")
        assert {row["path"] for row in rows} >= set(reported)
        assert {row["directives"] for row in rows} == {30}
        assert len(store.read("MATCH (s:Stream) RETURN s.id AS id")) == len(rows)


def test_a_commit_that_nobody_confirmed_is_tried_again(embedded_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    commit, tries = neo4j.Transaction.commit, []

    def unconfirmed(transaction: neo4j.Transaction) -> None:
        tries.append(commit(transaction))
        if len(tries) == 1:
            raise IncompleteCommit("the connection went")

    monkeypatch.setattr(neo4j.Transaction, "commit", unconfirmed)
    embedded_store.write("MERGE (t:Term {id: 'term-unconfirmed'})")
    assert len(tries) == 2
    assert len(embedded_store.read("MATCH (t:Term {id: 'term-unconfirmed'}) RETURN t.id AS id")) == 1


def test_a_runaway_query_is_stopped_and_the_engine_goes_on_serving(settings: Settings) -> None:
    with Store(replace(settings, time_limit=2)) as store:
        with pytest.raises(QueryError, match="took too long"):
            store.read("UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y WITH x, y WHERE x * y < 0 RETURN count(*) AS n")
        assert store.read("RETURN 1 AS one") == [{"one": 1}]


@pytest.mark.parametrize("place", ["file:///etc/hostname", "/etc/hostname", "http://127.0.0.1:9/rows.csv", "https://example.org/rows.csv"])
def test_load_csv_reads_neither_files_nor_addresses(embedded_store: Store, place: str) -> None:
    with pytest.raises(QueryError, match="disabled"):
        embedded_store.read(f"LOAD CSV FROM '{place}' AS line RETURN line")


def test_the_reading_session_may_not_write(store: Store) -> None:
    for query in ("CREATE (:Term {id: 'term-2'})", "MATCH (l:Ledger) SET l.turn = 7", "MATCH (n) DETACH DELETE n"):
        with pytest.raises(ClientError) as refusal, store.reading_session() as session:
            session.run(query).consume()
        assert (refusal.value.code or "").endswith(("Security.Forbidden", "Statement.AccessMode"))
    assert store.read("MATCH (l:Ledger) RETURN l.turn AS turn") == [{"turn": 0}]
    with store.reading_session() as session:
        assert session.run("MATCH (l:Ledger) RETURN l.id AS id").data() == [{"id": "ledger"}]


def test_a_running_query_can_be_ended_by_its_marker(store: Store) -> None:
    query = "/* marked-by-this-test */ UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y WITH x, y WHERE x * y < 0 RETURN count(*)"
    failures: list[Exception] = []

    def run() -> None:
        try:
            store.read(query)
        except QueryError as error:
            failures.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    deadline = time.monotonic() + 20
    while not store.terminate("marked-by-this-test") and time.monotonic() < deadline:
        time.sleep(0.1)
    thread.join(20)
    assert len(failures) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps other accounts out by the folder's rights")
def test_the_file_with_the_passwords_is_readable_by_its_owner_only(settings: Settings) -> None:
    attachment = attach(settings)
    assert stat.S_IMODE(EngineFiles(settings.home).address.stat().st_mode) == 0o600
    attachment.close()
    wait_until_gone(attachment.address.pid)


def test_a_stale_address_is_seen_through(settings: Settings) -> None:
    attachment = attach(settings)
    os.kill(attachment.address.pid, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    wait_until_gone(attachment.address.pid)
    assert EngineFiles(settings.home).address.exists()
    again = attach(settings)
    assert again.address.pid != attachment.address.pid
    again.close()
    wait_until_gone(again.address.pid)


def test_a_platform_without_the_engine_is_told_what_to_do(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(EngineError, match=r"not made for this platform \(run a Neo4j 5 server"):
        attach(settings)


def test_a_data_folder_that_cannot_be_made_is_one_line(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EngineError, match="the data folder cannot be written: Not a directory"):
        attach(replace(settings, home=tmp_path / "file" / "home"))


def test_a_full_disk_is_one_line(embedded_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda place: SimpleNamespace(free=3 * 2**20))
    with pytest.raises(EngineError, match="the disk is full: 3 MB are free, 64 MB needed"):
        EngineFiles(embedded_settings.home).check_space()


def test_an_engine_whose_data_folder_is_taken_away_ends(settings: Settings) -> None:
    attachment = attach(settings)
    shutil.rmtree(settings.home, ignore_errors=True)
    wait_until_gone(attachment.address.pid)
    attachment.close()


def test_an_engine_that_cannot_start_says_where_the_log_is(settings: Settings) -> None:
    with pytest.raises(EngineError, match=r"console\.log: .*did not start"):
        attach(replace(settings, memory_mb=1))
