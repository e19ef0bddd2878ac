"""The process that serves a data folder: `python -m graph.engine.process`, started by `attach` and by nobody else.

It prints one line, the outcome of its start as JSON, then serves until its last client has been gone for a while.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import signal
import threading
import time
import traceback
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from graph.engine.address import Address, greet, read_address, write_address
from graph.engine.clients import Clients
from graph.engine.files import EngineFiles, unwritable
from graph.engine.folder_lock import try_lock
from graph.settings import Settings, read_settings
from schema import EngineError, GangmuError

if TYPE_CHECKING:
    from graph.engine.server import Server

LOCK_SECONDS = 90
"""How long the process before this one may take to close its database."""
START_SECONDS = 180
"""After which a start that hangs is given up."""


class Outcome(msgspec.Struct, frozen=True):
    """What the start came to; `what` is empty when the engine serves."""

    what: str = ""
    where: str = ""
    remedy: str = ""


def main() -> None:
    """Serves the data folder of the settings, unless another process already does."""
    settings = read_settings()
    files = EngineFiles(settings.home)
    outcome = _take_over_standard_output()
    too_late = threading.Timer(START_SECONDS, os._exit, (1,))
    too_late.daemon = True
    too_late.start()
    try:
        lock = _lock_or_find_served(files)
        if lock is None:
            _tell(outcome, Outcome())
        else:
            files.check_space()
            server = _start(settings, files)
            too_late.cancel()
            _serve(server, settings, files, outcome)
    except GangmuError as error:
        _tell(outcome, Outcome(error.what, error.where, error.remedy))
    except OSError as error:
        broken = unwritable(files.home, error)
        _tell(outcome, Outcome(broken.what, broken.where, broken.remedy))
    finally:
        # Java threads that linger would keep an ordinary exit waiting; the database is closed by now, or was never open.
        os._exit(0)


def _take_over_standard_output() -> BinaryIO:
    """The pipe to the starter, kept apart from what the engine prints, which goes to the console log."""
    pipe = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return pipe


def _tell(pipe: BinaryIO, outcome: Outcome) -> None:
    """Tells the starter, once; it may have gone by now."""
    if not pipe.closed:
        with contextlib.suppress(BrokenPipeError), pipe:
            pipe.write(msgspec.json.encode(outcome) + b"\n")


def _lock_or_find_served(files: EngineFiles) -> BinaryIO | None:
    """The lock of the data folder, or None as soon as another process is found to serve it."""
    deadline = time.monotonic() + LOCK_SECONDS
    while (lock := try_lock(files.lock)) is None:
        address = read_address(files)
        if address is not None and (connection := greet(address)) is not None:
            connection.close()
            return None
        if time.monotonic() > deadline:
            raise EngineError("another process holds the data folder and does not answer", where=str(files.lock),
                              remedy="end that process, or wait until it has closed its database")
        time.sleep(0.1)
    return lock


def _start(settings: Settings, files: EngineFiles) -> Server:
    from graph.engine.server import Server

    try:
        return Server(files.root, settings)
    except Exception as error:
        with contextlib.suppress(OSError):
            traceback.print_exc()
        files.check_space()
        raise EngineError(f"the graph engine did not start: {error}", where=str(files.console), remedy="see the log there") from error


def _serve(server: Server, settings: Settings, files: EngineFiles, outcome: BinaryIO) -> None:
    """Until told to end, nobody is left, or the data folder is gone and nobody can find it any more."""
    ended = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: ended.set())
    clients = Clients(nonce := secrets.token_hex(16))
    try:
        write_address(files, Address(os.getpid(), nonce, clients.port, server.bolt_port, server.user, server.password,
                                     server.reader, server.reader_password))
        _tell(outcome, Outcome())
        while clients.idle_seconds() < settings.idle_seconds and files.address.exists():
            if ended.wait(min(1, settings.idle_seconds / 4)):
                break
    finally:
        clients.close()
        files.address.unlink(missing_ok=True)
        server.stop()


if __name__ == "__main__":
    main()
