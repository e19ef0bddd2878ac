"""ArcadeDB inside this process: its Java settings, its users, and its Bolt port on loopback."""

from __future__ import annotations

import json
import secrets
import socket
from pathlib import Path
from typing import Any

import jpype
from arcadedb_embedded.jvm import start_jvm
from arcadedb_embedded.server import ArcadeDBServer

from graph.bookkeeping import FIRST_ENTRY, embedded_declarations
from graph.engine.address import LOOPBACK
from graph.settings import Settings

ADMINISTRATOR = "root"
READER = "reader"
LARGEST_MESSAGE = 512 * 1024 * 1024
"""Bytes of a Bolt message; a document's whole text travels in one."""

WRITES = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
ADMINISTERS = ["updateSecurity", "updateSchema", "updateDatabaseSettings"]


class Server:
    """The running engine with the random passwords of this start."""

    def __init__(self, root: Path, settings: Settings) -> None:
        self.user, self.reader = ADMINISTRATOR, READER
        self.bolt_port = _free_port()
        self.password = secrets.token_urlsafe(24)
        self.reader_password = secrets.token_urlsafe(24)
        _write_groups(root / "config")
        start_jvm(heap_size=f"{settings.memory_mb}m", disable_xml_limits=False, jvm_args=_java_flags(settings, self.bolt_port))
        self._server = ArcadeDBServer(str(root), self.password, {"host": LOOPBACK, "http_port": _free_port(), "mode": "development"})
        self._server.start()
        self._prepare(settings.database)

    def stop(self) -> None:
        """Flushes and closes the database."""
        self._server.stop()

    def _prepare(self, database: str) -> None:
        """Makes the database on the first start, and the analysts' user, who may read it and nothing else."""
        opened = self._server.create_database(database)
        for language, statement in embedded_declarations():
            opened.command(language, statement)
        with opened.transaction():
            opened.command("opencypher", FIRST_ENTRY)
        security = self._server._java_server.getSecurity()
        reader = {"name": READER, "password": str(security.encodePassword(self.reader_password)), "databases": {database: [READER]}}
        security.createUser(jpype.JClass("com.arcadedb.serializer.json.JSONObject")(json.dumps(reader)))


def _java_flags(settings: Settings, bolt_port: int) -> list[str]:
    """Each with the reason why the engine's own default will not do."""
    engine = {
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt.host": LOOPBACK,
        "bolt.port": bolt_port,
        "bolt.maxMessageSize": LARGEST_MESSAGE,
        "bolt.packstream.maxValueLength": LARGEST_MESSAGE,
        # The time limit that the driver sends is ignored.
        "command.timeout": int(settings.time_limit * 1000),
        # LOAD CSV would read any file and any address.
        "opencypher.loadCsv.allowFileUrls": "false",
        "opencypher.loadCsv.allowRemoteUrls": "false",
        # A commit would be acknowledged before it is on the disk.
        "txWalFlush": 2,
        "backup.enabled": "false",
        "support.autoRegister": "false",
        "serverMetrics": "false",
        "server.logsDirectory": "log",
    }
    # Out of memory the engine would linger half alive; ended, it is started again by the next call.
    return ["-XX:+ExitOnOutOfMemoryError", *(f"-Darcadedb.{name}={value}" for name, value in engine.items())]


def _write_groups(folder: Path) -> None:
    """What each group of users may do. Users of an earlier start are forgotten: passwords are new at every start."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "server-users.jsonl").unlink(missing_ok=True)
    groups = {"admin": _group(ADMINISTERS, WRITES), READER: _group([], ["readRecord"]), "*": _group([], [])}
    (folder / "server-groups.json").write_text(json.dumps({"databases": {"*": {"groups": groups}}, "version": 2}), encoding="utf-8")


def _group(rights: list[str], records: list[str]) -> dict[str, Any]:
    return {"resultSetLimit": -1, "readTimeout": -1, "access": rights, "types": {"*": {"access": records}}}


def _free_port() -> int:
    """A loopback port that nobody holds at this moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])
