"""`graph load|forget|verify` as a user meets them: what they print, their exit status, and the originals they keep."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.__main__ import main
from graph.loading.originals import original
from graph.store import Store
from schema import Record, write_records
from tests.graph.universe import document


def run(*arguments: str, stream: list[Record] | None = None, raw: bytes = b"") -> Result:
    written = io.BytesIO()
    write_records(stream or [], written)
    return CliRunner().invoke(main, arguments, input=written.getvalue() + raw)


@pytest.fixture
def imported(tmp_path: Path) -> tuple[Path, list[Record]]:
    """A folder with one file, and the records that were read from it."""
    (tmp_path / "一.docx").write_bytes(b"first")
    stream = document("一.docx", directives=["加固南堤"])
    stream[0].properties["sha256"] = hashlib.sha256(b"first").hexdigest()
    return tmp_path, stream


def test_load_says_what_it_did_and_keeps_the_original(embedded_store: Store, imported: tuple[Path, list[Record]]) -> None:
    folder, stream = imported
    result = run("load", "--root", str(folder), stream=stream)
    assert (result.exit_code, result.stdout.splitlines()) == (0, [
        "added     一.docx: 2 edges added, 2 mentions added, 3 nodes added",
        "1 added; 2 edges added, 2 mentions added, 3 nodes added",
    ])
    kept = original(embedded_store.settings, hashlib.sha256(b"first").hexdigest())
    assert kept is not None
    assert kept.read_bytes() == b"first"
    assert run("load", stream=stream).stdout == "1 unchanged; nothing changes\n"
    assert run("verify").stdout == "1 documents, 0 differences\n"
    assert run("forget", "一.docx").stdout.startswith("forgotten 一.docx: 2 edges withdrawn")
    assert not kept.exists()


def test_a_file_that_has_changed_since_is_not_kept_as_the_original(embedded_store: Store, imported: tuple[Path, list[Record]]) -> None:
    folder, stream = imported
    (folder / "一.docx").write_bytes(b"second")
    result = run("load", "--root", str(folder / "一.docx"), stream=stream)
    assert (result.exit_code, "it is not kept" in result.stderr) == (0, True)
    assert original(embedded_store.settings, hashlib.sha256(b"first").hexdigest()) is None


def test_a_stream_cannot_name_other_files_as_its_original(embedded_store: Store, imported: tuple[Path, list[Record]]) -> None:
    folder, stream = imported
    stream[0].properties["sha256"] = f"../../{folder.name}/一.docx"
    run("load", "--root", str(folder), stream=stream)
    run("forget", "一.docx")
    assert (folder / "一.docx").exists()


def test_a_preview_writes_nothing(embedded_store: Store) -> None:
    result = run("load", "--preview", stream=document("一.docx"))
    assert result.stdout.splitlines()[-1].startswith("would be: 1 added; ")
    assert embedded_store.read("MATCH (d:Document) RETURN d.id AS id") == []


def test_the_exit_status_tells_whether_all_some_or_none_were_loaded(embedded_store: Store) -> None:
    broken = document("坏.docx")[:-1]
    assert run("load", stream=document("一.docx") + broken).exit_code == 1
    assert run("load", stream=broken).exit_code == 2
    refused = run("load", stream=document("二.docx"), raw=b"{not a record\n")
    assert (refused.exit_code, "line 5" in refused.stderr) == (1, True)


def test_verify_finds_what_no_document_states(embedded_store: Store) -> None:
    run("load", stream=document("一.docx", people=["林岚"]))
    embedded_store.write("MATCH (p:Person) SET p.name = '别人'")
    embedded_store.write("MATCH (:Person)-[r:ATTENDED]->() DELETE r")
    embedded_store.write("CREATE (:Term {id: 'term-00000000000000000001'})")
    result = run("verify")
    assert (result.exit_code, result.stdout) == (2, "1 documents, 3 differences\n")
    assert [line.split(" ", 1)[0] for line in result.stderr.splitlines()] == ["node", "node", "edge"]
