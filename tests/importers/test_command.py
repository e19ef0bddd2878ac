"""`importers PATH…` as its user runs it: exit statuses, messages, order, and files that hang, crash or lie."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from importers import workers
from importers.files import select
from importers.reading import source_text
from schema import read_records, validate

ROOT = Path(__file__).resolve().parents[2]
MINUTES = "云泽市水务局局长办公会议纪要\n2024年3月1日，局长段启明主持召开局长办公会议。会议明确：由规划处牵头，6月底前完成方案编制。\n"


def run(*arguments: str, jobs: int = 1) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "importers", "--jobs", str(jobs), *arguments], capture_output=True, cwd=ROOT, timeout=120, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "2024").mkdir()
    for number in range(4):
        (tmp_path / "2024" / f"{number}.txt").write_text(MINUTES.replace("3月1日", f"3月{number + 1}日"), encoding="utf-8")
    (tmp_path / "logo.gif").write_bytes(b"GIF89a")
    (tmp_path / "~$1.docx").write_bytes(b"lock")
    return tmp_path


def test_a_folder_gives_a_stream_that_holds_and_other_kinds_are_passed_over(folder):
    done = run(str(folder))
    assert done.returncode == 0
    assert b"4 read, 0 refused, 2 of other kinds passed over" in done.stderr
    assert list(validate(read_records(io.BytesIO(done.stdout)))) == []


def test_the_stream_is_the_same_to_the_byte_whatever_the_number_of_processes(folder):
    assert run(str(folder), jobs=1).stdout == run(str(folder), jobs=2).stdout


REFUSED: dict[str, tuple[bytes, bytes]] = {
    "empty.txt": (b"", b"is empty"),
    "blank.txt": (b" \n\n", b"is empty"),
    "cut.docx": (b"PK\x03\x04", b"damaged"),
    "text.pdf": (MINUTES.encode(), b"no readable PDF"),
    "random.txt": (os.urandom(64).replace(b"\x00", b"\x01") + b"\x02\x03" * 3000, b"not"),
    "novel.txt": (("那年冬天，雪下得很大，他一个人走在回家的路上，想起了母亲做的饭菜。" * 40).encode(), b"no meeting minutes"),
    "huge.txt": (("会议纪要" * 1_000_000).encode(), b"more than 2,000,000 characters"),
    "kind.xyz": (b"whatever", b"of a kind that cannot be read"),
}
"""Files that are refused, with what is in them and why; one run reads them all, since a run starts processes."""


@pytest.fixture(scope="module")
def refusing(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[bytes]:
    """A run over two good files and every refused one."""
    folder = tmp_path_factory.mktemp("refusing")
    for number in range(2):
        (folder / f"{number}.txt").write_text(MINUTES, encoding="utf-8")
    for name, (data, _) in REFUSED.items():
        (folder / name).write_bytes(data)
    return run(*(str(folder / name) for name in ("0.txt", "1.txt", *REFUSED)))


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_named_with_reason_and_remedy(refusing, name):
    refusal = next(line for line in refusing.stderr.splitlines() if line.startswith(b"refused: ") and name.encode() in line)
    assert REFUSED[name][1] in refusal and refusal.endswith(b")")


def test_what_is_refused_does_not_keep_the_others_from_being_done(refusing):
    assert refusing.returncode == 1
    assert b"Traceback" not in refusing.stderr
    assert f"2 read, {len(REFUSED)} refused".encode() in refusing.stderr


def test_a_very_large_file_is_refused_unread(tmp_path):
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    done = run(str(tmp_path))
    assert done.returncode == 2 and b"more than 67 MB" in done.stderr


def test_nothing_done_is_status_2(tmp_path):
    assert run(str(tmp_path)).returncode == 2
    assert run(str(tmp_path / "missing")).returncode == 2


def test_the_same_path_below_two_folders_is_told(tmp_path):
    for part in ("a", "b"):
        (tmp_path / part).mkdir()
        (tmp_path / part / "x.txt").write_text(MINUTES, encoding="utf-8")
    selection = select([tmp_path / "a", tmp_path / "b"])
    assert [f.path for f in selection.files] == ["x.txt"]
    assert "the same path" in str(selection.refused[0])


@pytest.mark.parametrize(("name", "reason"), [("loops.txt", "took longer"), ("dies.txt", "broke the program")])
def test_a_file_that_hangs_or_kills_its_reader_is_refused_and_the_others_are_done(tmp_path, name, reason):
    for other in ("a.txt", "z.txt", name):
        (tmp_path / other).write_text(MINUTES, encoding="utf-8")
    outcomes = list(workers.read_all(select([tmp_path]).files, 2, seconds=8, read=read_badly))
    assert [o.found.path for o in outcomes] == sorted(o.found.path for o in outcomes)
    refused = {o.found.path: " ".join(o.answer.refused) for o in outcomes if o.answer.refused}
    assert list(refused) == [name] and reason in refused[name]


def read_badly(found):
    """As a reader that loops on one file and dies of another."""
    while found.path == "loops.txt":
        pass
    if found.path == "dies.txt":
        os._exit(1)
    return b""


def test_the_document_is_its_path_and_the_hash_is_of_the_bytes():
    source = source_text("2024/纪要.txt", MINUTES.encode("gb18030"))
    assert (source.path, source.name, source.format) == ("2024/纪要.txt", "纪要.txt", "txt")
    assert source.text[source.paragraphs[1].start:source.paragraphs[1].end].startswith("2024年3月1日")
