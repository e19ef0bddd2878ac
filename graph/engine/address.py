"""How the processes of a data folder find the one that serves it: a small file with its ports and passwords."""

from __future__ import annotations

import os
import socket

import msgspec

from graph.engine.files import EngineFiles, unwritable

LOOPBACK = "127.0.0.1"
GREETING_SECONDS = 10


class Address(msgspec.Struct, frozen=True):
    """One start of the engine. `nonce` tells it from any other process that may listen on its ports later."""

    pid: int
    nonce: str
    client_port: int
    bolt_port: int
    user: str
    password: str
    reader: str
    reader_password: str


def read_address(files: EngineFiles) -> Address | None:
    """The address that was written last, which may be out of date; None when there is none."""
    try:
        return msgspec.json.decode(files.address.read_bytes(), type=Address)
    except (FileNotFoundError, msgspec.DecodeError):
        return None
    except OSError as error:
        raise unwritable(files.address, error) from None


def write_address(files: EngineFiles, address: Address) -> None:
    """Writes the file whole or not at all, readable by its owner only from its first byte on."""
    fresh = files.address.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(msgspec.json.encode(address))
    fresh.replace(files.address)


def greet(address: Address) -> socket.socket | None:
    """A connection that keeps the engine alive while it is open; None when that start of the engine is over."""
    try:
        connection = socket.create_connection((LOOPBACK, address.client_port), timeout=GREETING_SECONDS)
    except OSError:
        return None
    try:
        connection.sendall(address.nonce.encode() + b"\n")
        if connection.recv(1):
            connection.settimeout(None)
            return connection
    except OSError:
        pass
    connection.close()
    return None
