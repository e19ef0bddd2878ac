"""The image's own command, with the settings of the compose file, against a real Neo4j."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.neo4j.server import Server, free_port

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def app(neo4j_engine: Server, tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The running application and its port; only the addresses, the port and the password are this machine's."""
    settings = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]["app"]["environment"]
    port = free_port()
    here = {"GANGMU_ADDRESS": f"0.0.0.0:{port}", "GANGMU_GRAPH": neo4j_engine.address, "GANGMU_GRAPH_PASSWORD": neo4j_engine.password, "GANGMU_HOME": str(tmp_path)}
    command = re.search(r"^CMD (\[.+\])$", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    assert command
    process = subprocess.Popen([sys.executable, *json.loads(command[1])[1:]], cwd=ROOT, env={**os.environ, **settings, **here},
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    yield process, port
    process.kill()
    process.communicate()


def test_health_check_passes_and_a_request_to_end_is_followed(app: tuple[subprocess.Popen[str], int]) -> None:
    process, port = app
    check = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]["app"]["healthcheck"]["test"]
    command = [sys.executable, *(argument.replace(":8000", f":{port}") for argument in check[2:])]
    deadline = time.monotonic() + 60
    while (asked := subprocess.run(command, capture_output=True, text=True, check=False)).returncode != 0:
        assert process.poll() is None and time.monotonic() < deadline, asked.stderr
        time.sleep(0.5)
    process.terminate()
    assert process.wait(timeout=30) == 0
