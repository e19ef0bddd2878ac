"""A client's hold on the embedded engine: found if it runs, started if it does not, kept alive while held."""

from __future__ import annotations

import importlib.util
import os
import platform
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from graph.engine.address import LOOPBACK, Address, greet, read_address
from graph.engine.files import EngineFiles, unwritable
from graph.engine.process import Outcome
from graph.settings import Settings, as_environment
from schema import EngineError

ROOT = Path(__file__).resolve().parent.parent.parent
ATTEMPTS = 5
"""How often an engine may end between being found and being held."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A running engine that lives at least as long as this is open."""

    address: Address
    connection: socket.socket

    @property
    def bolt(self) -> str:
        """The address for the driver."""
        return f"bolt://{LOOPBACK}:{self.address.bolt_port}"

    def close(self) -> None:
        """Lets go of the engine, which ends by itself when nobody holds it any more."""
        self.connection.close()


def attach(settings: Settings) -> Attachment:
    """A hold on the engine of the data folder, which is started if need be. Raises EngineError when it cannot be."""
    files = EngineFiles(settings.home)
    for _ in range(ATTEMPTS):
        address = read_address(files)
        if address is not None and (connection := greet(address)) is not None:
            return Attachment(address, connection)
        _start(files, settings)
    raise EngineError("the graph engine ends as soon as it is started", where=str(files.console), remedy="see the log there")


def _start(files: EngineFiles, settings: Settings) -> None:
    """Starts the engine's process and waits until it serves."""
    if importlib.util.find_spec("arcadedb_embedded") is None:
        raise EngineError("the embedded graph engine is not made for this platform", where=f"{platform.system()} {platform.machine()}",
                          remedy="run a Neo4j 5 server and set GANGMU_GRAPH to its address, such as neo4j://localhost:7687")
    files.make_folders()
    try:
        console = files.console.open("wb")
    except OSError as error:
        raise unwritable(files.root, error) from None
    with console:
        process = subprocess.Popen(
            [sys.executable, "-m", "graph.engine.process"], cwd=files.root,
            env={**os.environ, **as_environment(settings), "PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=console, **_detached(),
        )
    outcome = _outcome(process, files)
    # Collects the exit status whenever it comes, or the ended process would stay on in the system's table.
    threading.Thread(target=process.wait, daemon=True).start()
    if outcome.what:
        raise EngineError(outcome.what, where=outcome.where, remedy=outcome.remedy)


def _outcome(process: subprocess.Popen[bytes], files: EngineFiles) -> Outcome:
    assert process.stdout is not None
    with process.stdout:
        said = process.stdout.readline()
    if said:
        return msgspec.json.decode(said, type=Outcome)
    return Outcome(f"the graph engine did not start (exit status {process.wait()})", str(files.console), "see the log there")


def _detached() -> dict[str, Any]:
    """What makes the process outlive its starter and not hear the Ctrl-C of the starter's terminal."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}
