"""`serve`: says where it is, answers, ends cleanly, and refuses in one line."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from webui.templating import BUILT

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def serve(home: Path, **settings: str) -> Iterator[subprocess.Popen[str]]:
    """The command with its own data folder; whatever becomes of the test, it does not outlive it."""
    environment = {**os.environ, "GANGMU_HOME": str(home), "GANGMU_ENGINE_IDLE": "2", **settings}
    command = [sys.executable, "-m", "webui", "serve"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_told_to_end(tmp_path: Path, ending: signal.Signals) -> None:
    if not BUILT.exists():
        pytest.skip("the pages are not built; `python3 gangmu.py test` builds them")
    with serve(tmp_path, GANGMU_ADDRESS="127.0.0.1:0") as process:
        assert process.stdout
        found = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())
        assert found
        with urllib.request.urlopen(found[0]) as answer:
            assert "还没有纪要" in answer.read().decode()
        process.send_signal(ending)
        _, complaints = process.communicate(timeout=60)
    assert process.returncode == 0 and "Traceback" not in complaints


def test_a_port_in_use_is_told_in_one_line(tmp_path: Path) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        serve(tmp_path, GANGMU_ADDRESS=f"127.0.0.1:{taken.getsockname()[1]}") as process,
    ):
        _, complaints = process.communicate(timeout=60)
    assert process.returncode == 2 and "set GANGMU_ADDRESS to another port" in complaints and complaints.count("\n") == 1


@pytest.mark.parametrize("settings", [{"GANGMU_ADDRESS": "0.0.0.0:8000"}, {"GANGMU_LANGUAGE": "fr"}, {"GANGMU_GRAPH": "bolt://127.0.0.1:1"}])
def test_what_cannot_be_served_is_told_in_one_line(tmp_path: Path, settings: dict[str, str]) -> None:
    with serve(tmp_path, **settings) as process:
        _, complaints = process.communicate(timeout=120)
    assert process.returncode == 2 and complaints.startswith("gangmu: ") and complaints.count("\n") == 1
