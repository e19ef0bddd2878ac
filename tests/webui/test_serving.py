"""`serve`: says where it is, answers, ends cleanly, and refuses in one line."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from webui.templating import BUILT

ROOT = Path(__file__).resolve().parents[2]


def serve(home: Path, **settings: str) -> subprocess.Popen[str]:
    """The command with its own data folder."""
    environment = {**os.environ, "GANGMU_HOME": str(home), "GANGMU_ENGINE_IDLE": "2", **settings}
    return subprocess.Popen([sys.executable, "-m", "webui", "serve"], cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_told_to_end(tmp_path: Path, ending: signal.Signals) -> None:
    if not BUILT.exists():
        pytest.skip("the pages are not built; `python3 gangmu.py test` builds them")
    process = serve(tmp_path, GANGMU_ADDRESS="127.0.0.1:0")
    assert process.stdout
    said = process.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+", said)
    assert found, process.communicate()
    with urllib.request.urlopen(found[0]) as answer:
        assert "还没有纪要" in answer.read().decode()
    process.send_signal(ending)
    _, complaints = process.communicate(timeout=30)
    assert process.returncode == 0 and "Traceback" not in complaints


def test_a_port_in_use_is_told_in_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = serve(tmp_path, GANGMU_ADDRESS=f"127.0.0.1:{taken.getsockname()[1]}")
        _, complaints = process.communicate(timeout=60)
    assert process.returncode == 2 and "set GANGMU_ADDRESS to another port" in complaints and complaints.count("\n") == 1


@pytest.mark.parametrize("settings", [{"GANGMU_ADDRESS": "0.0.0.0:8000"}, {"GANGMU_LANGUAGE": "fr"}, {"GANGMU_GRAPH": "bolt://127.0.0.1:1"}])
def test_what_cannot_be_served_is_told_in_one_line(tmp_path: Path, settings: dict[str, str]) -> None:
    process = serve(tmp_path, **settings)
    _, complaints = process.communicate(timeout=120)
    assert process.returncode == 2 and complaints.startswith("gangmu: ") and complaints.count("\n") == 1
